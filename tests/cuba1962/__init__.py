"""What the shipped scenario must hold: its size, its themes, its numbers, its history, and how it plays."""
