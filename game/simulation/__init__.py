"""Many matches, and what can be said of them."""
