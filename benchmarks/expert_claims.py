"""What is claimed of cuba1962 where a player searches."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import fmean

from benchmarks.claims import LEADERS, PERSONAS, SIDES, Plan, nuclear, of_war, seated, settled
from benchmarks.findings import Finding, exact, mean, paired, proportion, share
from benchmarks.rows import Record, states
from game.rules.moves import bundle_list
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, BUSY, LETTER, State
from game.rules.worth import worth

ABLATIONS = Path(__file__).parent / "ablations"
CONSTANT = ABLATIONS / "balance_of_threats.yaml"
BEST = 100


def against_leaders(plan: Plan) -> Iterator[Finding]:
    """Yields by how much the search scores above the leader of its side against the same, and how often war comes."""
    gains, wars = [], []
    for side in (0, 1):
        for theirs in PERSONAS[1 - side]:
            name = f"{SIDES[side]} search against {theirs}"
            gains.append(differences(plan, side, theirs, war=False))
            wars.append(differences(plan, side, theirs, war=True))
            yield mean(gains[-1]).within(f"{name} above {LEADERS[side]}", 0, whole=False)
            more = mean(wars[-1])
            yield exact(more.low).within("… at least so many points more of nuclear war", at_most=0)
    yield mean([fmean(each) for each in zip(*gains, strict=True)]).within(
        "mean over rows (10 is the aim)", 5, whole=False
    )
    yield mean([fmean(each) for each in zip(*wars, strict=True)]).within(
        "… more nuclear war, points", at_most=0, whole=False
    )


def differences(plan: Plan, side: int, theirs: str, *, war: bool) -> list[float]:
    """Returns, game by game, what a search on a side has above its leader in score, or in percent of nuclear war."""
    rows = [plan.played(*seated(side, mine, theirs)) for mine in (plan.expert, LEADERS[side])]
    found = [[100 * (of_war(plan, g) == "nuclear") if war else g.scores[side] for g in games] for games in rows]
    return [a - b for a, b in zip(*found, strict=False)]


def pair(plan: Plan) -> Iterator[Finding]:
    """Yields what becomes of a crisis between two searches."""
    games = plan.played(plan.expert, plan.expert)
    deals = [game.deal.day for game in games if game.settled and game.deal]
    yield settled(plan, games).within("settled, %", 60, 95, whole=False)
    yield nuclear(plan, games).within("nuclear war, %", 3, 30, whole=False)
    yield mean([game.peak[0] for game in games]).within("mean peak tension", 45, whole=False)
    yield mean(deals).within("mean day of the deal", 9, 12, whole=False)
    yield share(sum(day < 8 for day in deals), len(games)).within("settled before day 8, %", 5, whole=False)
    gap = paired([game.scores[0] for game in games], [game.scores[1] for game in games])
    yield gap.within("score of us above ussr", -5, 5, whole=False)
    flat = plan.played(plan.expert, plan.expert, CONSTANT)
    yield mean([game.peak[0] for game in flat]).within(
        "mean peak tension, balance of threats constant", at_most=32, whole=False
    )
    yield exact(len(dated(plan.table.rules()))).within(
        "channels shut after exposure, or dates in them", at_most=0, note=", ".join(dated(plan.table.rules()))
    )
    yield efficiency(plan, plan.table.records(plan.row(plan.expert, plan.expert)))


def dated(rules: Ruleset) -> list[str]:
    """Returns the channels that ask for more than that the secret is out, and the clauses that ask for a date."""
    scenario = rules.scenario
    first = next(iter(scenario.regions[scenario.roles.phase or ""].states))
    free = [f"{scenario.roles.phase} is not {first}"]
    return [
        *(name for name, channel in scenario.channels.items() if texts(channel.when) != free),
        *(name for name, clause in scenario.clauses.items() if "day" in " ".join(texts(clause.when)).split()),
    ]


def texts(when: object) -> list[str]:
    """Returns the conditions of a thing as they are written."""
    return [str(text) for text in when] if isinstance(when, list | tuple) else [str(when)]


def efficiency(plan: Plan, records: Sequence[Record]) -> Finding:
    """Returns how near deals come to the best of all that could have been written that day.

    Of each settlement that stands, as it lay ready to be signed: the sum of both sides' worth of the bundle that was
    signed, to the highest such sum over all bundles that either side might then have offered in any channel, had none
    been busy.  Worth is what signing now would bring a side as its final score, kept within 0 to 100, at the mandates
    drawn and with the trust and tension of that moment.
    """
    rules, signed, best = plan.table.rules(), list[float](), list[float]()
    for record in records:
        deal = record.game.deal
        if record.game.settled and deal:
            *_, before = (s for s, m in states(rules, record) if rules.ids.answer <= m < rules.ids.comply)
            signed.append(joint(rules, before, deal.deal))
            best.append(max(joint(rules, before, mask) for mask in {deal.deal, *possible(rules, before)}))
    return proportion(signed, best).within("joint worth of deals, % of the best", 90, whole=False)


def joint(rules: Ruleset, state: State, mask: int) -> int:
    """Returns what signing a bundle now would bring both sides together."""
    return sum(max(0, min(BEST, worth(rules, state, side, mask))) for side in (0, 1))


def possible(rules: Ruleset, state: State) -> Iterator[int]:
    """Yields the bundles that the side to move could offer in one channel or another, had it none under way."""
    draft = list(state)
    side = draft[ACTOR]
    draft[LETTER + 2 * side] = draft[LETTER + 2 * side + 1] = draft[BUSY + side] = 0
    lists = (bundle_list(rules, forms) for _, forms in rules.offers[side](draft))
    yield from (rules.bundles.masks[number] for number in dict.fromkeys(chain.from_iterable(lists)))
