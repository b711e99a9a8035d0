"""Letters and offers: what they hold, are worth and may bring."""
