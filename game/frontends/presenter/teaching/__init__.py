"""What a newcomer is told: lessons, hints, rules, where to begin."""
