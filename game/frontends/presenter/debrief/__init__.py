"""What the debrief found, in words."""
