"""Small turns of phrase: dates, odds, signs, names out of the scenario."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from math import prod

from game.frontends.presenter.basics import Odds
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY, FOUND_OUT, NODE, OVER, State
from game.rules.slots import MONTHS as MONTHS_NODE
from game.scenario.story import Term

WHOLE = 10_000
AS_SEEN, IN_TRUTH = "as you see it", "in truth"
"""What no deal is worth in the game, where it rests on what a side knows of the other, and in a debrief."""
MONTHS_AFTER = "The months after"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
FORMS = {
    "at_once": "at once",
    "within_weeks": "within weeks",
    "within_months": "within months",
    "within_months secret": "within months, in secret",
}


def odds(of_ten_thousand: int) -> Odds:
    """Returns a chance in 10,000 with its two spellings."""
    n = of_ten_thousand
    if n <= 0:
        return Odds(0, "0 %", "none")
    if n >= WHOLE:
        return Odds(WHOLE, "100 %", "certain")
    tenths = (n + 5) // 10
    percent = f"{tenths // 10}.{tenths % 10} %" if n < 1_000 else f"{(n + 50) // 100} %"
    if n > WHOLE // 2:
        return Odds(n, percent, f"{(n + 500) // 1_000} in 10")
    return Odds(n, "under 0.1 %" if tenths == 0 else percent, f"1 in {(WHOLE + n // 2) // n:,}")


def odds_of_any(chances: Iterable[int]) -> Odds:
    """Returns the chance that at least one of some chances in 10,000 comes true."""
    return odds(round(WHOLE * (1 - prod(1 - chance / WHOLE for chance in chances))))


def day_date(rules: Ruleset, day: int) -> date:
    """Returns the date of a day of the match."""
    return rules.scenario.calendar.first_day + timedelta(days=day - 1)


def full_date(when: date) -> str:
    """Returns a date as in `Monday 3 April 1901`."""
    return f"{WEEKDAYS[when.weekday()]} {plain_date(when)}"


def plain_date(when: date) -> str:
    """Returns a date as in `3 April 1901`."""
    return f"{month_day(when)} {when.year}"


def month_day(when: date) -> str:
    """Returns a date as in `3 April`."""
    return f"{when.day} {MONTHS[when.month - 1]}"


def in_months(state: State) -> bool:
    """Returns whether a deal is signed and settled, and only its promises for later are asked for."""
    return state[ACTOR] != OVER and state[NODE] in (MONTHS_NODE, FOUND_OUT)


def date_of(rules: Ruleset, state: State) -> str:
    """Returns the date of a state or view; the months after a deal have none."""
    return MONTHS_AFTER if in_months(state) else full_date(day_date(rules, state[DAY]))


def clock(at: datetime) -> str:
    """Returns a moment as in `3 Apr 12:45`, with GMT where it bears a zone."""
    return f"{at.day:d} {at:%b %H:%M} {'GMT' if at.tzinfo else ''}".rstrip()


def short_date(when: date) -> str:
    """Returns a date as in `3 Apr`."""
    return f"{when.day} {MONTHS[when.month - 1][:3]}"


def signed(number: int) -> str:
    """Returns a number with its sign, the minus as a minus."""
    return f"+{number}" if number > 0 else minus(number)


def minus(number: int) -> str:
    """Returns a number with a true minus sign."""
    return f"−{-number}" if number < 0 else str(number)


def halves(number: int) -> str:
    """Returns a number counted in halves, as in `1½`."""
    whole, half = divmod(number, 2)
    return f"{whole or ''}½" if half else str(whole)


def listed(parts: Iterable[str], word: str = "and") -> str:
    """Returns texts as a list in a sentence: `a, b and c`."""
    *most, last = [*parts] or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def capital(text: str) -> str:
    """Returns a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Returns a text with the full stop it lacks, and no second one."""
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."


def state_word(rules: Ruleset, region: str, state: int) -> str:
    """Returns the scenario's words for a state of a region."""
    return [*rules.scenario.regions[region].states.values()][state]


def band_word(rules: Ruleset, meter: str, value: int) -> str:
    """Returns the word of the band in which a meter stands, or `` if it has none."""
    return next((band.text for band in rules.scenario.meters[meter].bands if value <= band.to), "")


def by_name(terms: Iterable[Term]) -> list[Term]:
    """Returns entries of a glossary from A to Z."""
    return sorted(terms, key=lambda term: term.name.casefold())


def act_names(rules: Ruleset) -> dict[str, str]:
    """Returns the names of all acts by id."""
    return {name: act.name for acts in rules.scenario.acts.values() for name, act in acts.items()}
