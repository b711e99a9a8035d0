"""What a position or a record means."""
