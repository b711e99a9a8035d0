"""What draws a match for people: the presenter and the two front ends."""
