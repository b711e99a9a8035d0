"""Pages to hand in: one file of HTML each, with nothing outside it."""
