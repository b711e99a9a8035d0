"""Small scenarios for tests: a still one that a few lines of YAML change, and a game played on it by notation."""

import json
from functools import cache
from typing import Any

from game.rules.compile import compile_ruleset
from game.rules.moves import chance_outcomes, legal_moves
from game.rules.notation import format_move, parse_move
from game.rules.play import play
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, OVER, State, beliefs
from game.rules.view import view
from game.scenario.loader import Loaded, load_text, read

STILL = """
format: 1
id: toy
title: Toy
summary: Two sides and nothing that moves by itself.
setting: Nowhere.
sides:
  red: {name: Red, short: Red, capital: Rot, leader: the First, home: home, briefing: [Win.], sees_other: Blue.}
  blue: {name: Blue, short: Blue, capital: Blau, leader: the Second, home: home, briefing: [Win.], sees_other: Red.}
roles: {gauge: heat, phase: phase, alert: alert, home: home, standing: standing, trust: trust, world: world,
        balance: balance, fear: fear, no_deal: no_deal, yielding: yielding}
calendar: {first_day: 1901-01-01, days: 20}
meters:
  heat: {starts: 30}
  world: {from: -50, to: 50}
  home: {each: true, starts: 50, seen_by: own}
  standing: {each: true, starts: 50}
  trust: {each: true, starts: 50}
regions:
  phase: {states: [calm, tense, hot]}
  alert: {states: [low, high, top], arrows: [low <-> high <-> top], moved_by: red}
reckonings: {balance: 50, fear: 0, no_deal: {each: 10}, yielding: {each: 0}}
acts: {red: {wait: {}}, blue: {wait: {}}}
clauses:
  give: {given_by: red}
  take: {given_by: blue}
channels: {post: {}}
mandates: {red: {plain: {wants: {take: 30, give: -10}}}, blue: {plain: {wants: {give: 30, take: -10}}}}
scores: {red: {per our terms: 1}, blue: {per our terms: 1}}
endings:
  war: {war: nuclear, scores: {red: 0, blue: 0}}
  peace: {when: deal is done, settled: true}
  drift: {when: time is up}
"""
NAMED = ("meters", "regions", "clauses", "channels", "incidents", "endings")
TEXTS = {"name": "A name", "text": "A text."}
RED_LINE = {"text": "None.", "costs": 0}


def plain(text: str) -> Any:
    """Returns the data of a YAML text as the loader reads it."""
    root, faults = read(text, "toy")
    assert root and not faults, faults
    return root.plain


def merged(under: Any, over: Any) -> Any:
    """Returns data with other data laid over it; nothing removes what lies under it."""
    if not isinstance(under, dict) or not isinstance(over, dict):
        return over
    both = {**under, **{key: merged(under.get(key), value) for key, value in over.items()}}
    return {key: value for key, value in both.items() if value is not None}


def completed(data: Any) -> Any:
    """Returns scenario data with names and texts where the rules do not care for them."""
    entries = [entry for section in NAMED for entry in data.get(section, {}).values()]
    entries += [act for acts in data["acts"].values() for act in acts.values()]
    entries += [option for incident in data.get("incidents", {}).values() for option in incident["options"].values()]
    for mandates in data["mandates"].values():
        for mandate in mandates.values():
            mandate["red_line"] = {**RED_LINE, **mandate.get("red_line", {})}
            entries.append(mandate)
    for entry in entries:
        entry.update({key: entry.get(key, text) for key, text in TEXTS.items()})
    for region in data["regions"].values():
        if isinstance(region["states"], list):
            region["states"] = {state: state for state in region["states"]}
    return data


def load_toy(changes: str = "") -> Loaded:
    """Returns the still scenario with changes written in YAML."""
    over = plain(changes) if changes.strip() else {}
    return load_text(json.dumps(completed(merged(plain(STILL), over))), "toy")


@cache
def toy(changes: str = "") -> Ruleset:
    """Returns the ruleset of the still scenario with changes written in YAML."""
    loaded = load_toy(changes)
    return compile_ruleset(loaded.scenario, loaded.resolved)


class Game:
    """A match on a ruleset, or on the still scenario with changes; the mandates dealt are the first ones."""

    def __init__(self, rules: Ruleset | str = "", mandates: tuple[str, ...] = ()) -> None:
        self.rules = toy(rules) if isinstance(rules, str) else rules
        self.state: State = self.rules.start
        for side in (0, 1):
            self.play(f"chance {mandates[side] if mandates else self.rules.mandates[side][0]}")

    def play(self, *moves: str) -> "Game":
        """Plays moves written in notation, each checked."""
        for text in moves:
            self.state = play(self.rules, self.state, parse_move(self.rules, self.state, text))
        return self

    def pass_days(self, count: int = 1) -> "Game":
        """Lets days pass: both sides wait and every die falls on its last face, the harmless one."""
        last = self.state[DAY] + count
        while self.state[DAY] < last and self.state[ACTOR] != OVER:
            self.play(list(self.outcomes)[-1] if self.state[ACTOR] == CHANCE else "act wait")
        return self

    def __getitem__(self, name: str) -> Any:
        """Returns the value of a meter or the state of a region."""
        return self.read(self.state, name)

    def read(self, state: State, name: str) -> Any:
        """Returns a value by its name from a state or a view."""
        kind, _, hidden = name.partition(".")
        if kind in ("believed", "reported"):
            at = self.rules.slots.belief[self.rules.slots.index[hidden]]
            return beliefs(state)[at + (kind == "reported")]
        what, _, hidden = name.partition(".")
        if what in ("believed", "reported"):
            at = self.rules.slots.belief[self.rules.slots.index[hidden]]
            return beliefs(state)[at + (what == "reported")]
        value = self.rules.read(state, name)
        regions = self.rules.resolved.names.regions
        return regions[name][value] if name in regions else value

    def seen(self, side: str, name: str) -> Any:
        """Returns a value by its name as a side sees it."""
        return self.read(view(self.rules, self.state, self.rules.side(side)), name)

    @property
    def legal(self) -> list[str]:
        """Returns the legal moves in notation."""
        return [format_move(self.rules, self.state, move) for move in legal_moves(self.rules, self.state)]

    @property
    def acts(self) -> set[str]:
        """Returns the ids of the acts that are open."""
        return {text.removeprefix("act ") for text in self.legal if text.startswith("act ")}

    @property
    def offers(self) -> set[str]:
        """Returns the offers that are open."""
        return {text for text in self.legal if text.startswith("offer ")}

    @property
    def outcomes(self) -> dict[str, int]:
        """Returns the faces of the die on the table with their weights."""
        return {
            format_move(self.rules, self.state, move): odds for move, odds in chance_outcomes(self.rules, self.state)
        }

    @property
    def to_move(self) -> str:
        """Returns whose move it is: a side's id, `chance` or `over`."""
        return (*self.rules.scenario.side_names, "chance", "over")[self.state[ACTOR]]

    @property
    def ending(self) -> str:
        """Returns the ending that has been reached, or `none`."""
        return self["ending"]
