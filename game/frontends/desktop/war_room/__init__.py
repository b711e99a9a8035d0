"""The war room: the screen of play, its panels, and the screens that belong to it."""
