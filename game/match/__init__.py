"""A match: a ruleset, a seed, the moves and dice so far, and the record they leave."""
