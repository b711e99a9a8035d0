"""What a teacher hands out and reads: dossiers, a plan, a table."""
