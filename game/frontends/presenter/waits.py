"""How much longer something takes, reckoned from how fast it has gone so far on this very machine."""

FEW, SOON = 3, 2.0
"""How many parts must be done, and how many seconds have passed, before anything is said."""
STEP, MINUTE = 5, 60


def time_left(passed: float, done: int, parts: int) -> str:
    """Returns how long the rest of some parts takes if it goes on as it went, `` while that cannot be told.

    `passed` are the seconds in which the first `done` of them were done.
    """
    if done < FEW or passed < SOON or done >= parts:
        return ""
    left = passed * (parts - done) / done
    if left <= MINUTE - STEP:
        return f"about {STEP * max(1, round(left / STEP))} seconds left"
    minutes = max(1, round(left / MINUTE))
    return "about a minute left" if minutes == 1 else f"about {minutes} minutes left"
