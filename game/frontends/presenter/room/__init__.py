"""The war room: acts, advisers, news, what runs out."""
