"""The things a screen is made of; see `screen` for how they are put together."""
