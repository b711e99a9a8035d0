"""One crisis being played: the state, how it came about, the dice, and who sits where."""

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from game.errors import IllegalMove, KnotError, NotationError, RecordError, Refusal
from game.match.dice import cast, die, draws
from game.match.level import rules_at, seats_at
from game.match.record import LINK_LETTERS, Move, Parent, Record, first_link, linker
from game.players.player import Choice, Player
from game.players.roster import HUMAN, check
from game.rules.compile import compile_ruleset
from game.rules.moves import legal_moves
from game.rules.notation import ANSWERS, COMPLY, format_move, parse_move
from game.rules.outcome import Outcome, outcome
from game.rules.play import play
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, OVER, State
from game.rules.view import view
from game.scenario.loader import Loaded, digest
from game.scenario.vocabulary import near


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: its number (from 0), who did it (a side's id or `chance`), what, when and why."""

    ply: int
    by: str
    move: str
    day: int
    because: str = ""


class LegalTexts(Collection[str]):
    """The legal moves in notation, as a set in a fixed order; nothing is spelled out before somebody looks."""

    def __init__(self, rules: Ruleset, state: State) -> None:
        self._rules, self._state, self._moves = rules, state, legal_moves(rules, state)

    def __iter__(self) -> Iterator[str]:
        return (format_move(self._rules, self._state, move) for move in self._moves)

    def __len__(self) -> int:
        return len(self._moves)

    def __contains__(self, text: object) -> bool:
        try:
            return isinstance(text, str) and parse_move(self._rules, self._state, text) in self._moves
        except NotationError:
            return False

    def __repr__(self) -> str:
        return f"<{len(self)} legal moves>"


class Match:
    """A match of one scenario; `players` and `mandates` name, by side, who plays and the mandate chosen, if any.

    A `level` fills the seats that `players` leave open.  Every die is cast at once, so a side is to move or the match
    is over.  `plain` are the rules without a level.  With `record` the match goes on where that stops; `notes` says
    whether the scenario has changed.  Raises KnotError for an unknown name, RecordError for a record that does not fit.
    """

    def __init__(
        self,
        source: Loaded | Ruleset,
        *,
        seed: int = 0,
        mandates: Mapping[str, str] | None = None,
        players: Mapping[str, str] | None = None,
        level: str | None = None,
        record: Record | None = None,
    ) -> None:
        self.plain = rules_of(source)
        if record is not None:
            if record.scenario != self.plain.scenario.id:
                raise RecordError(f"the record is of scenario {record.scenario}, not of {self.plain.scenario.id}")
            seed, mandates, players = record.seed, record.mandates, {**record.players, **(players or {})}
            level = record.level
        if seed < 0:
            raise KnotError("a seed is a whole number, at least 0")
        self.seed, self.mandates = seed, dict(mandates or {})
        self._dealt = mandate_numbers(self.plain, self.mandates)
        self._sit(players or {}, level)
        self.parent: Parent | None = None
        self.undone, self.notes = 0, tuple[str, ...]()
        self._states: list[State] = [self.rules.start]
        self._links: list[str] = [first_link(self.rules)]
        self._entries: list[Entry] = []
        self._link = linker(self.rules)
        if record is not None:
            self._retrace(record)
        self._cast()

    @property
    def state(self) -> State:
        """Returns the state as it is, with every secret; players are shown `view`."""
        return self._states[-1]

    @property
    def states(self) -> tuple[State, ...]:
        """Returns every state so far; `states[n]` is the one before move number n."""
        return tuple(self._states)

    @property
    def history(self) -> tuple[Entry, ...]:
        """Returns everything that happened, dice included."""
        return tuple(self._entries)

    @property
    def moves(self) -> tuple[str, ...]:
        """Returns every move and die in notation."""
        return tuple(entry.move for entry in self._entries)

    @property
    def ply(self) -> int:
        """Returns the number of moves and dice so far."""
        return len(self._entries)

    @property
    def day(self) -> int:
        """Returns the day of the crisis, from 1."""
        return self.state[DAY]

    @property
    def actor(self) -> int | None:
        """Returns the side to move, 0 or 1, or None when the match is over."""
        actor = self.state[ACTOR]
        return actor if actor < CHANCE else None

    @property
    def side(self) -> str | None:
        """Returns the id of the side to move, or None when the match is over."""
        return None if self.actor is None else self.rules.scenario.side_names[self.actor]

    @property
    def outcome(self) -> Outcome | None:
        """Returns how the match ended, or None while it lasts."""
        return outcome(self.rules, self.state)

    @property
    def chain(self) -> str:
        """Returns the digest that vouches for the whole match, in 64 letters."""
        return self._links[-1]

    @property
    def chains(self) -> tuple[str, ...]:
        """Returns the digest that vouched for the match after each of its moves, before the first one included."""
        return tuple(self._links)

    @property
    def legal_moves(self) -> LegalTexts:
        """Returns what the side to move may do, as a set of moves in notation; none when the match is over."""
        return LegalTexts(self.rules, self.state)

    def view(self, side: int | str) -> State:
        """Returns the state as a side (number or id) believes it."""
        return view(self.rules, self.state, self.rules.side(side) if isinstance(side, str) else side)

    def play(self, move: str | int, because: str = "") -> None:
        """Plays a move of the side to move, then casts every die; raises IllegalMove or NotationError."""
        self.push(move, because)
        self._cast()

    def ask(self, player: Player) -> Choice:
        """Returns what a program decides for the side to move, from its view; raises IllegalMove if none is."""
        side = self.actor
        if side is None:
            raise IllegalMove(Refusal.OVER, "no move", "none", self.day)
        return player(self.rules, self.view(side), draws(self.seed, self.ply, side))

    @property
    def undoable(self) -> int:
        """Returns how many moves and dice `undo` would take back now; 0 if none may be.

        Against a program this leads to the last own decision.  Between two humans it stays within one's own turn
        and never passes a die.  Where a match was taken up from another, it begins there.
        """
        floor = self.parent.ply if self.parent else 0
        humans = [side for side in self.players if self.players[side] == HUMAN]
        if len(humans) == len(self.players):
            last = self._entries[-1]
            return int(self.ply > floor and last.by == self.side and last.day == self.day)
        for back, entry in enumerate(reversed(self._entries[floor:]), 1):
            if entry.by in humans:
                return back
        return 0

    def undo(self, plies: int | None = None) -> None:
        """Takes moves and dice back, `undoable` of them if no number is given; raises KnotError if there are none."""
        plies = self.undoable if plies is None else plies
        if not 0 < plies <= self.ply:
            raise KnotError("there is nothing that could be taken back")
        del self._states[-plies:], self._links[-plies:], self._entries[-plies:]
        self.undone += 1
        self._cast()

    def record(self) -> Record:
        """Returns the match as it can be saved."""
        moves = [
            Move(m=entry.move, by=entry.by, because=entry.because, link=link[:LINK_LETTERS])
            for entry, link in zip(self._entries, self._links[1:], strict=True)
        ]
        return Record(
            scenario=self.rules.scenario.id,
            digest=self.digest,
            seed=self.seed,
            players=self.players,
            level=self.level,
            mandates=self.mandates,
            moves=moves,
            chain=self.chain,
            parent=self.parent,
            undone=self.undone,
        )

    @cached_property
    def digest(self) -> str:
        """Returns the digest of the scenario, in 64 letters."""
        return digest(self.rules.scenario)

    def push(self, move: str | int, because: str = "") -> None:
        """Plays one move, or lets a die fall on a face, and casts nothing after it; raises as `play` does."""
        number = self._number(move)
        before = self.state
        after = play(self.rules, before, number)
        text = format_move(self.rules, before, number)
        self._entries.append(Entry(self.ply, self.side or "chance", text, before[DAY], because))
        self._states.append(after)
        self._links.append(self._link(self._links[-1], text, after))

    def branch(
        self,
        ply: int,
        *,
        seed: int = 0,
        players: Mapping[str, str] | None = None,
        level: str | None = None,
        origin: str | None = None,
    ) -> "Match":
        """Returns another match that shares the first `ply` moves and dice, and goes on with its own seed and level.

        `origin` says what it is taken up from, if not from a record.  Raises KnotError for a number out of range.
        """
        if not 0 <= ply <= self.ply:
            raise KnotError(f"there are {self.ply} moves, not {ply}")
        twin = copy(self)
        twin._sit(players or {}, level)
        twin.seed, twin.undone, twin.notes = seed, 0, ()
        twin.parent = Parent(chain=origin or self.chain, ply=ply)
        twin._states, twin._links = self._states[: ply + 1], self._links[: ply + 1]
        twin._entries = self._entries[:ply]
        twin._cast()
        return twin

    def _sit(self, players: Mapping[str, str], level: str | None) -> None:
        """Seats the players, and takes the rules as they are at a level."""
        self.level = level
        self.players = seated(self.plain, players if level is None else seats_at(self.plain, level, players))
        self.rules: Ruleset = rules_at(self.plain, level, self.players)

    def _number(self, move: str | int) -> int:
        if isinstance(move, int):
            return move
        try:
            return parse_move(self.rules, self.state, move)
        except NotationError:
            refusal = self._refusal(" ".join(move.split()))
            if refusal is None:
                raise
            raise IllegalMove(refusal, " ".join(move.split()), self.side or "none", self.day) from None

    def _refusal(self, text: str) -> Refusal | None:
        """Returns why a move that is no move here is refused, or None if it is none anywhere."""
        if self.state[ACTOR] == OVER:
            return Refusal.OVER
        mine = {f"act {act.id}" for act in self.rules.acts if act.side == self.actor}
        theirs = {f"act {act.id}" for act in self.rules.acts if act.side != self.actor}
        duties = {f"{how} {clause}" for how in COMPLY for clause in self.rules.scenario.clauses}
        answers = {f"{how} {number}" for how in ANSWERS for number in (1, 2)}
        options = {f"answer {name}" for name in self.rules.option_names}
        if text in mine | duties | answers | options:
            return Refusal.NOT_OPEN
        return Refusal.NOT_YOUR_TURN if text in theirs else None

    def _cast(self) -> None:
        while self.state[ACTOR] == CHANCE:
            self.push(cast(self.rules, self.state, die(self.seed, self.ply), self._dealt))

    def _retrace(self, record: Record) -> None:
        """Plays what a record holds; raises RecordError at the first move that is refused or was tampered with."""
        changed = record.digest != self.digest
        strayed = ""
        for number, move in enumerate(record.moves, 1):
            where = f"move {number} (day {self.day}, {move.by}: {move.m})"
            self._follow(move, where, changed)
            if not strayed and move.link != self.chain[:LINK_LETTERS]:
                strayed = where
                if not changed:
                    raise RecordError(f"{where}: the record was altered: this move leads to another state")
        if not changed and record.chain != self.chain:
            raise RecordError("the record was altered: its chain does not belong to its moves")
        self.parent, self.undone = record.parent, record.undone
        if changed:
            rest = f"the first state that differs follows {strayed}" if strayed else "every state is the same"
            self.notes = (f"the scenario has changed since this record was written; {rest}",)

    def _follow(self, move: Move, where: str, changed: bool) -> None:
        try:
            if move.by != (self.side or "chance"):
                raise RecordError(f"it is not the turn of {move.by} but of {self.side or 'chance'}")
            self.push(move.m, move.because)
        except KnotError as error:
            cause = " (the scenario has changed since this record was written)" if changed else ""
            raise RecordError(f"{where} cannot be replayed: {error}{cause}") from None


def rules_of(source: Loaded | Ruleset) -> Ruleset:
    """Returns the compiled rules of a scenario, made now unless they are given."""
    return source if isinstance(source, Ruleset) else compile_ruleset(source.scenario, source.resolved)


def mandate_numbers(rules: Ruleset, mandates: Mapping[str, str]) -> dict[int, int]:
    """Returns chosen mandates by number; raises KnotError for an unknown side or mandate."""
    numbers = {}
    for side, name in mandates.items():
        number = side_number(rules, side)
        known = rules.mandates[number]
        if name not in known:
            raise KnotError(f"'{name}' is no mandate of {side}{near(name, known)} (there are: {', '.join(known)})")
        numbers[number] = known.index(name)
    return numbers


def seated(rules: Ruleset, players: Mapping[str, str]) -> dict[str, str]:
    """Returns who plays each side, a human where nobody is named; raises KnotError for an unknown side or player."""
    for side, who in players.items():
        check(rules, who, side_number(rules, side))
    return {side: players.get(side, HUMAN) for side in rules.scenario.side_names}


def side_number(rules: Ruleset, side: str) -> int:
    """Returns the number (0 or 1) of a side by its id; raises KnotError for another word."""
    names = rules.scenario.side_names
    if side not in names:
        raise KnotError(f"'{side}' is no side{near(side, names)} (there are: {', '.join(names)})")
    return names.index(side)
