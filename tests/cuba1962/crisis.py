"""The shipped crisis on a table: moves and dice by notation, and everybody not named keeps still."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from toy import Game

from game.match.match import rules_of
from game.rules.moves import legal_moves
from game.rules.notation import format_move
from game.rules.outcome import Outcome, aftermath, outcome
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, NODE, State
from game.rules.slots import MOVE as FREE
from game.rules.view import view
from game.scenario.loader import load_scenario, scenario_file

FILE = Path(scenario_file("cuba1962"))
BUNDLE = (
    "lift_quarantine + pledge_not_to_invade + withdraw_jupiters within_months secret"
    " for withdraw_missiles at_once + inspection_at_sea"
)
"""What was settled in 1962, as one bundle."""


@cache
def cuba() -> Ruleset:
    """Returns the rules of the shipped scenario."""
    return rules_of(load_scenario("cuba1962"))


def changed(folder: Path, overlay: str) -> Ruleset:
    """Returns the rules of the shipped scenario under an overlay written in YAML."""
    file = folder / "overlay.yaml"
    file.write_text(overlay, "utf-8")
    return rules_of(load_scenario("cuba1962", [file]))


class Crisis(Game):
    """A match of the shipped scenario; dice fall on their harmless face and sides hold still unless told."""

    def __init__(self, us: str = "remove", ussr: str = "shield", rules: Ruleset | None = None) -> None:
        super().__init__(rules or cuba(), (us, ussr))

    def us(self, *moves: str) -> "Crisis":
        """Plays moves of Washington, each as soon as it is its turn."""
        return self._moves("us", moves)

    def ussr(self, *moves: str) -> "Crisis":
        """Plays moves of Moscow, each as soon as it is its turn."""
        return self._moves("ussr", moves)

    def night(self, *faces: str) -> "Crisis":
        """Ends the day's turns and lets the dice of the night fall on the faces named, in their order."""
        for face in faces:
            while f"chance {face}" not in (self.outcomes if self.state[ACTOR] == CHANCE else ()):
                self.step()
            self.play(f"chance {face}")
        return self

    def days(self, *pairs: tuple[str, str]) -> "Crisis":
        """Plays days, each an act of Washington and one of Moscow."""
        for ours, theirs in pairs:
            self.us(f"act {ours}").ussr(f"act {theirs}")
        return self

    def sleep(self, count: int = 1) -> "Crisis":
        """Lets days pass in which both sides hold still; stops in the morning, or when it is over."""
        last = self["day"] + count
        while self["day"] < last and self.to_move != "over":
            self.step()
        return self.morning()

    def morning(self) -> "Crisis":
        """Lets the dice on the table fall until a side is to move, or it is over."""
        while self.to_move == "chance":
            self.step()
        return self

    def end(self) -> "Crisis":
        """Lets the rest of the match pass: promises are kept, and the timetable ends it on its last day."""
        while self.to_move != "over":
            self.step()
        return self

    @property
    def result(self) -> Outcome:
        """Returns how it ended."""
        found = outcome(self.rules, self.state)
        assert found is not None
        return found

    @property
    def aftermath(self) -> dict[str, bool]:
        """Returns which items of the aftermath follow."""
        return dict(aftermath(self.rules, self.state))

    def reckon(self, name: str, side: str | None = None) -> int:
        """Returns the value of a reckoning, of a side where each side has one."""
        return self.rules.reckon(self.state, name, None if side is None else self.rules.side(side))

    @property
    def listed(self) -> list[str]:
        """Returns the legal moves but for the offers, of which there are thousands."""
        return [format_move(self.rules, self.state, move) for move in legal_moves(self.rules, self.state).listed]

    def view(self, side: str) -> State:
        """Returns the state as a side believes it."""
        return view(self.rules, self.state, self.rules.side(side))

    def twin(self) -> "Crisis":
        """Returns the same match at the same point, to be played differently."""
        other = object.__new__(Crisis)
        other.rules, other.state = self.rules, self.state
        return other

    def _moves(self, side: str, moves: Iterable[str]) -> "Crisis":
        for move in moves:
            while self.to_move != side:
                self.step()
            self.play(move)
        return self

    def step(self) -> None:
        """Lets the next die fall on its last face, or the side to move hold still and keep its word."""
        assert self.to_move != "over", f"it is over: {self.ending}"
        if self.to_move == "chance":
            self.play(list(self.outcomes)[-1])
        elif self.state[NODE] == FREE:
            self.play("act watch")
        else:
            self.play(self.listed[0])


def exposed(us: str = "remove", ussr: str = "shield") -> Crisis:
    """Returns the crisis on the morning after the speech, with the quarantine proclaimed."""
    return Crisis(us, ussr).sleep().us("act broadcast").sleep()


def standoff(us: str = "remove", ussr: str = "shield") -> Crisis:
    """Returns the crisis on the morning after the line was drawn at sea."""
    return exposed(us, ussr).us("act enforce_quarantine").sleep()


def settle(crisis: Crisis, bundle: str, channel: str = "back_channel") -> Crisis:
    """Returns the crisis at its end after Washington's offer of a bundle was accepted and every promise kept."""
    crisis.us(f"offer {channel} {bundle}")
    while crisis.to_move != "ussr" or "accept 1" not in crisis.listed:
        crisis.step()
    return crisis.ussr("accept 1").end()
