"""Who plays: functions from a view to a move."""
