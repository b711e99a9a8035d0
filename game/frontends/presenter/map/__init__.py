"""The map in words: what lies where, how it looks, what moves."""
