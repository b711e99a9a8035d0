"""The debrief in the window: worked out behind a bar, then told in pages with charts."""
