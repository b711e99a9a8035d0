"""Every name that the texts of a scenario may use, and the slot each stands for."""

from difflib import get_close_matches

from game.scenario.model import Scenario
from game.scenario.words import Sum

EACH_BUILT_IN = ("ladder", "climbed", "refused", "letters", "face", "weight", "terms", "breaches")
"""Meters that every scenario has for each side."""

DEAL_STATES = ("none", "struck", "done")
TIME_STATES = ("running", "up")


def near(word: object, known: object) -> str:
    """Returns ` - did you mean 'x'?` for the known word closest to `word`, or an empty text."""
    names = [str(name) for name in known] if hasattr(known, "__iter__") else []
    close = get_close_matches(str(word), names, 1, 0.6)
    return f" - did you mean '{close[0]}'?" if close else ""


class Vocabulary:
    """The names of one scenario; which of them are hidden, and from which side."""

    def __init__(self, scenario: Scenario) -> None:
        self.sides = scenario.side_names
        self.days = scenario.calendar.days
        self.acts = {side: tuple(scenario.acts.get(side, {})) for side in self.sides}
        self.clauses = scenario.clauses
        self.shared: dict[str, str] = {"day": "day"}
        self.each: set[str] = set(EACH_BUILT_IN)
        self.regions: dict[str, tuple[str, ...]] = {
            "deal": DEAL_STATES,
            "time": TIME_STATES,
            "ending": ("none", *scenario.endings),
        }
        self.hidden_from: dict[str, int] = {}
        self.limits: dict[str, tuple[int, int]] = {}
        self.reckonings: dict[str, Sum] = {}  # filled while they are resolved
        self.side_reckonings: set[str] = set()
        self.shared_reckonings: set[str] = set()
        self.since: set[str] = set()
        self._add_meters(scenario)
        self._add_regions(scenario)
        for name, value in scenario.reckonings.items():
            grouped = isinstance(value, dict) and ("each" in value or set(value) & set(self.sides))
            (self.side_reckonings if grouped else self.shared_reckonings).add(name)

    def _add_meters(self, scenario: Scenario) -> None:
        for name, meter in scenario.meters.items():
            if not meter.each:
                self.shared[name] = name
                self.limits[name] = (meter.low, meter.high)
                if meter.seen_by in self.sides:
                    self.hidden_from[name] = 1 - self.sides.index(meter.seen_by)
                continue
            self.each.add(name)
            for k, side in enumerate(self.sides):
                self.limits[f"{side}.{name}"] = (meter.low, meter.high)
                if meter.seen_by == "own":
                    self.hidden_from[f"{side}.{name}"] = 1 - k

    def _add_regions(self, scenario: Scenario) -> None:
        for name, region in scenario.regions.items():
            self.regions[name] = tuple(region.states)
            if region.seen_by in self.sides:
                self.hidden_from[name] = 1 - self.sides.index(region.seen_by)

    def owner(self, word: str, side: int | None) -> int | None:
        """Returns the side (0 or 1) that `our`, `their` or a side's id means for `side`, else None."""
        if word in self.sides:
            return self.sides.index(word)
        if side is None or word not in ("our", "their"):
            return None
        return side if word == "our" else 1 - side

    def known(self) -> list[str]:
        """Returns every name a number or a test may begin with."""
        return [*self.shared, *self.each, *self.regions, *self.shared_reckonings, *self.side_reckonings]
