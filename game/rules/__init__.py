"""What may be done and what comes of it: a pure engine over states that are tuples of integers."""
