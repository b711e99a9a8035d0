"""What can be typed, in one page."""

FORECAST = (
    "  forecast           war if nobody moves, war by the end, and more (f for short)",
    "  forecast MOVE      what a move makes of that, and the chance of a yes to an offer",
    "",
)
"""What is said besides where forecasts are made."""

HELP = (
    "A turn: answer what lies there, offer if you like, then one act, which ends it.",
    "",
    "  12                 preview act (or answer) number 12; Enter, yes or 12 again does it",
    "  raise              likewise by its id, as it stands in [brackets]",
    "  act ID             does it at once",
    "  accept 1           signs letter 1; refuse 1 turns it down; the number may be left out if there is one",
    "  counter 1          writes an offer that begins with the clauses of letter 1",
    "  offer              writes an offer, step by step",
    "  offer CHANNEL a + b for c     the same in one line: we give a and b, they give c",
    "  clauses            the ids of clauses, their forms and channels, for that",
    "  answer ID          answers an incident; keep, feign or lapse ID meets a clause",
    "  preview MOVE       what any of these would do, before you do it",
    "  show acts          every act by rung; why a closed one is closed",
    "  show letters       what lies on the table and what is under way",
    "  show map           places, ships and states as you know them",
    "  show news, show mandate, show briefing, show score, show glossary, show people",
    "                     each without show too: acts, letters, map, news ...",
    "  show sources       what the signs of sources stand for",
    "  show advice ID     what the advisers say of an act or a clause",
    "  undo, save [FILE], look, help, quit (q)",
    "",
    "Nothing random is hidden: every chance stands where you decide. At the end of input the match is saved.",
)
