"""What is claimed of cuba1962 where scripted leaders, chance and simple schemes play."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median
from time import perf_counter

from benchmarks.findings import Estimate, Finding, apart, exact, mean, middle_of, paired, share
from benchmarks.rows import SCHEME, Row, Table, seat, states
from benchmarks.schemes import schemes
from game.match.dice import draws
from game.players.roster import EXPERT
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, CHANCE, DEAL, NO_DEAL
from game.rules.view import view
from game.simulation.game import Game
from game.simulation.tally import Tally

LEADERS = ("kennedy", "khrushchev")
DOVES, HAWKS = ("us_dove", "ussr_dove"), ("us_hawk", "ussr_hawk")
PERSONAS = (("kennedy", "us_hawk", "us_dove"), ("khrushchev", "ussr_hawk", "ussr_dove"))
SIDES = ("us", "ussr")


@dataclass(frozen=True)
class Plan:
    """How much is played: games and first seed of a row; games of a row with a search and its rollouts a decision."""

    table: Table
    games: int = 2_000
    seed: int = 1
    rollouts: int = 400
    expert_games: int = 100

    @property
    def expert(self) -> str:
        """Returns the name of the search."""
        return f"{EXPERT}:{self.rollouts}"

    def row(self, first: str, second: str, *overlays: Path) -> Row:
        """Returns the row of two players."""
        games = self.expert_games if self.expert in (first, second) else self.games
        return Row(first, second, self.seed, games, overlays)

    def played(self, first: str, second: str, *overlays: Path) -> list[Game]:
        """Returns the games of two players."""
        return self.table.games(self.row(first, second, *overlays))

    def scores(self, side: int, mine: str, theirs: str) -> list[int]:
        """Returns what a player scores on a side (0 or 1) against another, game by game."""
        return [game.scores[side] for game in self.played(*seated(side, mine, theirs))]

    def tally(self, first: str, second: str) -> Tally:
        """Returns what is counted over the games of two players."""
        return self.table.tally(self.row(first, second))


Claim = Callable[[Plan], Iterator[Finding]]


def seated(side: int, mine: str, theirs: str) -> tuple[str, str]:
    """Returns two players in the order of the sides, the first of them on `side`."""
    return (theirs, mine) if side else (mine, theirs)


def of_war(plan: Plan, game: Game) -> str | None:
    """Returns the kind of war that a game ended in."""
    rules = plan.table.rules()
    return rules.scenario.endings[rules.endings[game.ending]].war


def settled(plan: Plan, games: Sequence[Game]) -> Estimate:
    """Returns the share of games that were settled, in percent."""
    return share(sum(game.settled for game in games), len(games))


def nuclear(plan: Plan, games: Sequence[Game]) -> Estimate:
    """Returns the share of games that ended in nuclear war, in percent."""
    return share(sum(of_war(plan, game) == "nuclear" for game in games), len(games))


def any_war(plan: Plan, games: Sequence[Game]) -> Estimate:
    """Returns the share of games that ended in a war, in percent."""
    return share(sum(of_war(plan, game) is not None for game in games), len(games))


def leaders(plan: Plan) -> Iterator[Finding]:
    """Yields how crises between the leaders of 1962 end, and when."""
    games = plan.played(*LEADERS)
    yield settled(plan, games).within("settled, %", 50, 80)
    yield nuclear(plan, games).within("nuclear war, %", 15, 33)
    yield middle_of([game.day for game in games]).within("median day of the end", 10, 14)
    names, deals = plan.table.rules().endings, [game for game in games if game.settled]
    endings = Counter(names[game.ending] for game in deals)
    trade = endings.pop("secret_trade", 0)
    yield share(trade, len(deals)).within("secret trades, % of settlements", at_most=50)
    name, most = max(endings.items(), key=lambda pair: pair[1], default=("none", 0))
    lead = [(names[g.ending] == "secret_trade") - (names[g.ending] == name) for g in deals]
    yield mean([100 * x for x in lead]).within("… above the next, points", 0, note=f"next is {name}, {most} times")


def course(plan: Plan) -> Iterator[Finding]:
    """Yields how crises between the leaders of 1962 run."""
    games, rules = plan.played(*LEADERS), plan.table.rules()
    days = {day: [g.gauge[day] for g in games if day in g.gauge] for day in range(1, rules.scenario.calendar.days + 1)}
    line = {day: fmean(found) for day, found in days.items() if len(found) >= len(games) / 10}
    top = max(line, key=lambda day: line[day])
    told = ", ".join(f"{value:.0f}" for value in line.values())
    yield exact(top).within("day of the highest mean tension", 9, 12, note=f"by day while a tenth still plays: {told}")
    before, after = (days.get(day, []) for day in (top - 3, min(top + 2, max(line))))
    yield higher(days[top], before).within("… above three days before", 0)
    yield higher(days[top], after).within("… above two days after", 0)
    yield share(sum(4 <= g.exposed <= 9 for g in games), len(games)).within("secret out on day 4 to 9, %", 50)
    yield share(sum(g.deadline > 0 for g in games), len(games)).within("ultimatum delivered, %", 20, 60)
    signed = [signing for game in games for signing in game.signings if signing.by == 0]
    yield share(sum(s.letters == 2 for s in signed), len(signed)).within(
        "two letters open as the US accepts, %", 10, 30
    )


def higher(some: Sequence[int], others: Sequence[int]) -> Estimate:
    """Returns by how much the mean of some values exceeds that of others."""
    one, two = mean(some), mean(others)
    half = ((one.high - one.figure) ** 2 + (two.high - two.figure) ** 2) ** 0.5
    return Estimate(one.figure - two.figure, one.figure - two.figure - half, one.figure - two.figure + half)


def doves(plan: Plan) -> Iterator[Finding]:
    """Yields how doves fare among themselves."""
    games, others = plan.played(*DOVES), plan.played(*LEADERS)
    yield settled(plan, games).within("settled, %", 85)
    yield nuclear(plan, games).within("nuclear war, %", at_most=5)
    for side, name in enumerate(SIDES):
        gain = paired([game.scores[side] for game in games], [game.scores[side] for game in others])
        yield gain.within(f"score of {name} above the leaders'", at_most=8)


def hawks(plan: Plan) -> Iterator[Finding]:
    """Yields how hawks fare among themselves."""
    games = plan.played(*HAWKS)
    yield any_war(plan, games).within("war of any kind, %", 50)
    yield settled(plan, games).within("settled, %", at_most=25)


def mixed(plan: Plan) -> Iterator[Finding]:
    """Yields by how much rows differ from their neighbours, from the leaders by the mixed ones to the hawks."""
    between = sorted(
        ((LEADERS[0], HAWKS[1]), (HAWKS[0], LEADERS[1])), key=lambda row: -settled(plan, plan.played(*row)).figure
    )
    for one, two in pairwise([LEADERS, *between, HAWKS]):
        some, others = plan.played(*one), plan.played(*two)
        deals = apart(sum(g.settled for g in some), len(some), sum(g.settled for g in others), len(others))
        wars = [sum(of_war(plan, game) is not None for game in games) for games in (others, some)]
        war = apart(wars[0], len(others), wars[1], len(some))
        clearer, what = max((deals, "settled"), (war, "war"), key=lambda pair: pair[0].low)
        yield clearer.within(f"{' – '.join(two)}, {what}, points", 0, note=f"apart from {' – '.join(one)}")


def chance(plan: Plan) -> Iterator[Finding]:
    """Yields by how much every leader scores above random play on its side, against each leader of the other."""
    for side in (0, 1):
        for theirs in PERSONAS[1 - side]:
            lost = plan.scores(side, "random", theirs)
            gains = {mine: paired(plan.scores(side, mine, theirs), lost) for mine in PERSONAS[side]}
            least = min(gains, key=lambda name: gains[name].low)
            yield gains[least].within(f"{SIDES[side]} against {theirs}: {least} above random", 0, note="least of three")


def sides(plan: Plan) -> Iterator[Finding]:
    """Yields how far apart the leaders score."""
    yield mean([g.scores[0] - g.scores[1] for g in plan.played(*LEADERS)]).within("score of us above ussr", -5, 5)


def simple(plan: Plan) -> Iterator[Finding]:
    """Yields by how much each simple scheme scores above the leader in whose place it plays."""
    for side in (0, 1):
        mine, theirs = LEADERS[side], LEADERS[1 - side]
        for name in schemes(plan.table.rules(), side):
            if name != "leader":
                gain = paired(plan.scores(side, SCHEME + name, theirs), plan.scores(side, mine, theirs))
                yield gain.within(f"{SIDES[side]}: {name}", at_most=3, whole=False)
                yield gain.within("… with its whole interval", at_most=5)


def threats(plan: Plan) -> Iterator[Finding]:
    """Yields how far terms follow threats, and what a leader gains who meets a dove."""
    found = plan.table.statistics(plan.row(*LEADERS))["terms"]
    if found["low"] is not None:
        estimate = Estimate(found["correlation"], found["low"], found["high"])
        yield estimate.within("correlation of terms with threats", 0.25, note=f"{found['n']} settlements")
    for side in (0, 1):
        mine, theirs = LEADERS[side], LEADERS[1 - side]
        gain = paired(plan.scores(side, mine, DOVES[1 - side]), plan.scores(side, mine, theirs))
        yield gain.within(f"{mine} against a dove above against {theirs}", 8)


def waiting(rules: Ruleset) -> frozenset[int]:
    """Returns the acts that climb nowhere, change nothing and tell nothing."""
    plain = set()
    for move, info in enumerate(rules.acts):
        act = rules.scenario.acts[rules.scenario.side_names[info.side]][info.id]
        idle = not (act.changes or act.reveals or act.studies or act.uncovers or act.ends_in or act.repudiates)
        if not info.rung and idle:
            plain.add(move)
    return frozenset(plain)


def commonest(plan: Plan, side: int, rows: Iterable[Row]) -> tuple[Estimate, str]:
    """Returns the share of a side's commonest act over rows, without waiting and the days after a deal, and its id."""
    rules, done = plan.table.rules(), Counter[int]()
    idle = waiting(rules)
    for row in rows:
        for record in plan.table.records(row):
            for state, move in states(rules, record):
                if state[ACTOR] == side and state[DEAL] == NO_DEAL and move < rules.ids.answer and move not in idle:
                    done[move] += 1
    move, count = done.most_common(1)[0]
    return share(count, done.total()), rules.acts[move].id


def acts(plan: Plan) -> Iterator[Finding]:
    """Yields how common the commonest act is of the leaders among themselves, and of the search in all its rows."""
    for side, name in enumerate(SIDES):
        most, act = commonest(plan, side, [plan.row(*LEADERS)])
        yield most.within(f"{LEADERS[side]}: commonest act, %", at_most=25, note=act)
        others = (plan.expert, *PERSONAS[1 - side])
        most, act = commonest(plan, side, [plan.row(*seated(side, plan.expert, theirs)) for theirs in others])
        yield most.within(f"{name} search: commonest act, %", at_most=25, whole=False, note=act)


def everything(plan: Plan) -> Iterator[Finding]:
    """Yields how many acts, clauses, channels, incidents and endings never occur over all rows."""
    rules, total = plan.table.rules(), Tally()
    pairs = {(one, two) for one in ("random", *PERSONAS[0]) for two in ("random", *PERSONAS[1])}
    pairs |= {seated(side, SCHEME + name, LEADERS[1 - side]) for side in (0, 1) for name in schemes(rules, side)}
    pairs |= {seated(side, plan.expert, theirs) for side in (0, 1) for theirs in PERSONAS[1 - side]}
    for first, second in sorted(pairs | {(plan.expert, plan.expert)}):
        total += plan.tally(first, second)
    clauses = Counter(name for mask in total.deals for name in named_in(rules, mask))
    seen: dict[str, list[str]] = {
        "acts": [f"{SIDES[act.side]} {act.id}" for move, act in enumerate(rules.acts) if not total.acts[move]],
        "clauses": [name for name in rules.scenario.clauses if not clauses[name]],
        "channels": [name for k, name in enumerate(rules.channels) if not total.channels[k]],
        "incidents": [name for k, name in enumerate(rules.incidents) if not total.incidents[k]],
        "endings": [name for k, name in enumerate(rules.endings) if not total.endings[k]],
    }
    for kind, never in seen.items():
        yield exact(len(never)).within(f"{kind} that never occur", at_most=0, note=", ".join(never))


def named_in(rules: Ruleset, mask: int) -> list[str]:
    """Returns the clauses of a bundle."""
    return [form.clause for k, form in enumerate(rules.bundles.forms) if mask >> k & 1]


def speed(plan: Plan) -> Iterator[Finding]:
    """Yields how long the leaders take to decide, in milliseconds."""
    rules = plan.table.rules()
    players, spent = [seat(rules, who, side) for side, who in enumerate(LEADERS)], list[float]()
    for record in plan.table.records(plan.row(*LEADERS))[:40]:
        for ply, (state, _) in enumerate(states(rules, record)):
            if (side := state[ACTOR]) < CHANCE:
                seen, draw, start = view(rules, state, side), draws(record.game.seed, ply, side), perf_counter()
                players[side](rules, seen, draw)
                spent.append(1e3 * (perf_counter() - start))
    yield exact(median(spent)).within(
        "median of a decision, ms", at_most=0.2, note=f"{len(spent)} decisions, mean {fmean(spent):.2f}"
    )
