"""What people see: one presenter, a terminal and a window."""
