"""Credits and licences, as help shows them; a test holds them against the files that are shipped."""

CREDITS: tuple[tuple[str, str, str], ...] = (
    ("Knot of War", "The game, its words, pictures and sounds. Copyright 2026 the Knot of War maintainers.", "MIT"),
    ("Oswald", "Signage. The Oswald Project Authors, 2016.", "SIL Open Font License 1.1"),
    ("IBM Plex Sans", "Running text and figures. IBM Corp., 2017.", "SIL Open Font License 1.1"),
    ("GNU Typewriter", "Documents. Łukasz Komsta, 2011.", "SIL Open Font License 1.1"),
    ("Coastlines", "Natural Earth, through World Atlas 2.0.2; simplified.", "public domain"),
    ("Sounds", "Synthesised by a script of the project, without samples.", "MIT"),
    ("pygame-ce and SDL", "The window: drawing, events, type and sound.", "LGPL 2.1, zlib"),
    ("PyYAML, pydantic, platformdirs", "Scenario files, their checks, and where saves belong.", "MIT"),
)
"""Name, what it is and whose, and the licence."""
LICENCES = "The text of each licence lies beside what it is for: LICENSE for the game, assets/fonts for the fonts."
