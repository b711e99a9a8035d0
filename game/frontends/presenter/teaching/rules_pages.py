"""The rules in five short pages, told with the scenario's own names."""

from __future__ import annotations

from game.frontends.presenter.forecasts import LED
from game.frontends.presenter.teaching.starts import how_long
from game.frontends.presenter.words import capital, listed, plain_date
from game.scenario.model import Scenario

Section = tuple[str, str]
Page = tuple[str, tuple[Section, ...]]


def rules_pages(scenario: Scenario) -> tuple[Page, ...]:
    """Returns the pages of the rules, each a name and its headed paragraphs."""
    return (*_pages(scenario, f"{scenario.summary} {scenario.setting}"), ("Secrets", _secrets(scenario)))


def rules_for_both(scenario: Scenario) -> tuple[Page, ...]:
    """Returns the pages for a sheet that both sides read: without the setting, which one of them may not know."""
    return _pages(scenario, scenario.summary)


def _pages(scenario: Scenario, about: str) -> tuple[Page, ...]:
    return (
        ("The rope", ((scenario.title, about), *_rope(scenario))),
        ("A day", _day(scenario)),
        ("Danger", _danger(scenario)),
        ("Deals", _deals(scenario)),
    )


def _rope(scenario: Scenario) -> tuple[Section, ...]:
    first, second = scenario.sides.values()
    gauge = _gauge(scenario)
    return (
        (
            "What you do",
            f"{first.name} and {second.name} take turns, day by day. Climbing "
            "makes the other "
            f"side give more, and it tightens the knot: {gauge} rises. Offers, answered, untie it.",
        ),
        (
            "What you want",
            "Each side has a mandate: points for what it gets and gives, and one red line. At the end each scores "
            "0 to 100 against its own mandate, so both can do well, and both can lose. Nuclear war is 0 for both.",
        ),
        (
            "How it ends",
            f"By a deal and what becomes of it; by a step that cannot be called back; by an accident; or by time: "
            f"{_timetable(scenario)}",
        ),
    )


def _day(scenario: Scenario) -> tuple[Section, ...]:
    first, second = scenario.sides.values()
    return (
        (
            "Morning, two turns, night",
            f"In the morning come news and whatever was answered. Then {first.capital} has its turn, then "
            f"{second.capital}. At night the dice decide whether something happens that nobody ordered.",
        ),
        ("1. Answer", "Accept or refuse the letters before you. What you do not answer lies there until it lapses."),
        ("2. Offer", "Write at most one letter through each channel; at most two of yours lie open at once."),
        ("3. Act", "Do exactly one thing. It ends your turn, so it comes last. Waiting is an act, too."),
        (
            "Nothing is played before you confirm",
            "Choose a card to see what it would change: the knot, the odds, both ladders, and what your "
            "advisers think. "
            "Only Confirm plays it.",
        ),
    )


def _danger(scenario: Scenario) -> tuple[Section, ...]:
    roles, meters = scenario.roles, scenario.meters
    gauge, fear = meters[roles.gauge], meters[roles.gauge].bands
    bands = listed(f"{band.text} up to {band.to}" for band in fear)
    return (
        (gauge.name, f"{gauge.text} {capital(bands)}." if bands else gauge.text),
        (
            "Three figures, never one word",
            "The hazard is tonight's chance that an incident happens. The war odds are tonight's chance that "
            "the war begins, as it stands at nightfall. "
            "Both rise faster the tighter the knot is, and with what was done in haste today. Once an incident has "
            "happened, a die of its own decides on war; you read its chance, a third figure, on the morning after.",
        ),
        (
            "The ladders",
            "Each act has a rung. What you have climbed stands on your ladder for all to see; going down "
            "again costs face, "
            f"and every night {gauge.name.lower()} is drawn towards where the two ladders stand.",
        ),
        (
            "The balance of threats",
            "What no deal would be worth to each side is not fixed: forces, alerts and the world's opinion "
            "move it, and "
            "every offer is judged against it. It is the dial under the knot.",
        ),
        (
            "The forecast",
            "War if nobody moves is exact: tonight's dice, and then the most careful to the most reckless answers. "
            "War by the end, and the chance of a yes to an offer, are counted over games that the historical leaders "
            "play on from what you know; in brackets stands what holds the true figure in 95 of 100 cases. "
            f"War by the end starts from a day that is left to your own leader ({LED}), and every act, letter and "
            "answer is compared with that. It can be switched off in the settings, for a harder game.",
        ),
        ("Incidents", "Some can start the war by themselves. The side that learns of one answers it in the morning."),
    )


def _deals(scenario: Scenario) -> tuple[Section, ...]:
    first, second = scenario.sides.values()
    channels = tuple((channel.name, channel.text) for channel in scenario.channels.values())
    return (
        (
            "Clauses",
            "A deal says what each side gives, when, and whether it may be known. Only what is done later can "
            "be secret; "
            "and a promise is worth as much as the other side's "
            f"{scenario.meters[scenario.roles.trust].name.lower()}.",
        ),
        *channels,
        (
            "Answering",
            "A counter-offer is an answer. A refusal makes the next letter dearer, and silence counts as half "
            "a refusal. "
            "Accepting one letter voids the others.",
        ),
        (
            "Afterwards",
            f"A signed deal is carried out over {scenario.deals.settling_nights} nights and the months after. "
            "What falls due "
            f"later {first.short} and {second.short} may keep, feign or let lapse.",
        ),
    )


def _secrets(scenario: Scenario) -> tuple[Section, ...]:
    return (
        (
            "You see what your side knows",
            "What the other side hides is shown as a report with its date, and a report can be old or wrong. "
            "Filled signs are "
            "known; outlined or dashed ones are reported, guessed or secret.",
        ),
        (
            "Two players at one window",
            "A curtain falls between the turns and shows nothing of the game. What you could know of the "
            "other's turn is told "
            "when you open it; all is told at the end.",
        ),
        (
            "Taking back",
            "Against a program you may take back to your last decision; repeating it gives the same night. "
            "Between two players "
            "only within your own turn, and never past a die. Every match is saved after every move.",
        ),
        (
            "What is history",
            "Facts carry their source, and where the record is disputed it says so. The lines of the advisers "
            "are imagined. "
            f"The path of {scenario.calendar.first_day.year} can be watched as a replay, and taken over on any day.",
        ),
    )


def _gauge(scenario: Scenario) -> str:
    return scenario.meters[scenario.roles.gauge].name.lower()


def _timetable(scenario: Scenario) -> str:
    timetable = {day: odds for day, odds in scenario.calendar.timetable.items() if odds}
    if not timetable:
        return f"after day {scenario.calendar.days} it is over."
    odds = listed(f"{odds // 100} % after day {day}" for day, odds in sorted(timetable.items()))
    begins = f"It all begins on {plain_date(scenario.calendar.first_day)}."
    return f"the soldiers' timetable ends it, {odds}. {how_long(scenario)} {begins}"
