"""A match being watched: steps, eyes, turning points, the parting from history."""
