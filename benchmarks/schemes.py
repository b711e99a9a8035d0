"""Simple schemes that must not beat a leader's judgement: each plays like the historical leader but for one idea.

`schemes(rules, side)` gives them by name; `balance.py` plays each against the historical leader of the other side.
"""

from collections.abc import Callable

from game.players.acting import act, answer
from game.players.bargaining import Ledger, Prospect, Table
from game.players.persona import FEAR_WEIGHT, Stance, Talk, comply
from game.players.player import Choice, Draw, Player
from game.players.rollout import historical_name
from game.players.script import Script, make_script
from game.rules.moves import duties
from game.rules.ruleset import Parts, Ruleset
from game.rules.slots import DAY, DEAL, INCIDENT, MONTHS, NO_DEAL, NODE, State

BRINK = 80
"""The gauge at which the climber begins to talk."""

Act = Callable[[Ruleset, Script, State, Draw], Choice]


class Silent(Talk):
    """Answers as the leader does and never writes."""

    def would_write(self) -> bool:
        return False


class Deaf(Talk):
    """Writes as the leader does and leaves every letter unanswered."""

    def reply(self, stance: Stance) -> Choice | None:
        return None


class Eager(Talk):
    """Writes whenever a channel is open, whatever lies there already."""

    def would_write(self) -> bool:
        return True


class LowBall(Eager):
    """Asks every turn for the most that the other could just sign, frightened as one is."""

    def take_stance(self, table: Table) -> Stance:
        stance = super().take_stance(table)
        return Stance(
            stance.reservation, min(stance.need, table.theirs * (100 - self.fear * FEAR_WEIGHT // 100) // 100)
        )

    def bluff(self, table: Table, stance: Stance, offers: Parts) -> Prospect | None:
        return None


class FirstOffer(Silent):
    """Signs the first letter that can be read."""

    def reply(self, stance: Stance) -> Choice | None:
        return Choice(self.rules.ids.answer + 2 * self.letters[0][0]) if self.letters else None


class Late(Talk):
    """Says nothing before the timetable begins."""

    def move(self) -> Choice | None:
        return super().move() if self.view[DAY] >= min(self.rules.scenario.calendar.timetable) else None


class Climber(Talk):
    """Says nothing before the gauge stands at the brink."""

    def move(self) -> Choice | None:
        return super().move() if self.view[self.script.gauge] >= BRINK else None


def leads(rules: Ruleset, script: Script, view: State, draw: Draw) -> Choice:
    """Returns the act of the leader."""
    return act(script, view, rules.listed[script.side](view), draw)


def climbs(rules: Ruleset, script: Script, view: State, draw: Draw) -> Choice:
    """Returns the steepest act open, while the gauge is below the brink; then the leader's."""
    return _by_rung(rules, script, view, max) if view[script.gauge] < BRINK else leads(rules, script, view, draw)


def holds(rules: Ruleset, script: Script, view: State, draw: Draw) -> Choice:
    """Returns the first act that neither climbs nor climbs down."""
    return Choice(next(move for move in rules.listed[script.side](view) if script.rungs.get(move) == 0))


def calms(rules: Ruleset, script: Script, view: State, draw: Draw) -> Choice:
    """Returns the act that climbs down furthest."""
    return _by_rung(rules, script, view, min)


def _by_rung(rules: Ruleset, script: Script, view: State, most: Callable[..., int]) -> Choice:
    plain = [move for move in rules.listed[script.side](view) if move in script.rungs]
    return Choice(most(plain, key=lambda move: (script.rungs[move], -move)))


def scheme(rules: Ruleset, side: int, talk: type[Talk] = Talk, acts: Act = leads, *, keeps: bool = True) -> Player:
    """Returns a player that differs from the historical leader of a side in how it talks, acts or keeps its word."""
    name = historical_name(rules, side)
    assert name
    script, ledger = make_script(rules, name), Ledger(rules)

    def player(rules: Ruleset, view: State, draw: Draw) -> Choice:
        if view[NODE] == INCIDENT:
            return answer(rules, script, view, duties(rules, view), draw)
        if view[NODE] == MONTHS:
            ways = duties(rules, view)
            return comply(script, ways, draw) if keeps else Choice(ways[1])
        said = talk(rules, script, ledger, view, draw).move() if view[DEAL] == NO_DEAL else None
        return said or acts(rules, script, view, draw)

    return player


def schemes(rules: Ruleset, side: int) -> dict[str, Player]:
    """Returns every scheme for a side (0 or 1) by its name; `leader` is the leader itself, to compare with."""
    return {
        "leader": scheme(rules, side),
        "climb to the top, then deal": scheme(rules, side, Climber, climbs),
        "sit still": scheme(rules, side, acts=holds),
        "only calm": scheme(rules, side, acts=calms),
        "offer every turn": scheme(rules, side, Eager),
        "low-ball": scheme(rules, side, LowBall),
        "take the first offer": scheme(rules, side, FirstOffer),
        "wait for the last day": scheme(rules, side, Late),
        "never answer": scheme(rules, side, Deaf),
        "never offer": scheme(rules, side, Silent),
        "break every promise": scheme(rules, side, keeps=False),
    }
