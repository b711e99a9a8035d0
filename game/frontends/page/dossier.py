"""The dossier of a side and its mandates as pages to hand out, each file for one pair of eyes."""

from collections.abc import Iterator

from game.frontends.page.markup import Markup, fixed, table, tag
from game.frontends.page.sheet import sheet
from game.frontends.presenter.classroom.dossier import Dossier, PastDay, Term
from game.frontends.presenter.models import ActCard, MandateCard, NewsItem, Reading
from game.frontends.presenter.room.acts import SEEN
from game.frontends.presenter.words import capital, sentence, signed

NOTES = 5
"""How many lines a sheet leaves for notes."""


def dossier_page(of: Dossier) -> str:
    """Returns the dossier of a side as a page; nothing in it is secret to the side, and its mandate is not in it."""
    body = (section for part in PARTS for section in part(of))
    return sheet(f"{of.title}: dossier {of.short}, {of.date}", body)


def mandate_page(title: str, side: str, capital: str, of: MandateCard) -> str:
    """Returns one mandate of a side as a page of its own."""
    rows = [(want.name, signed(want.points)) for want in of.wants]
    body = (
        tag("p", f"Secret · for {capital} only", class_="stamp"),
        tag("h1", f"Your mandate: {of.name}"),
        tag("p", f"{title} · {side}", class_="small"),
        tag("p", tag("b", of.text)),
        tag("p", tag("b", "Red line. "), f"{of.red_line} A deal that crosses it costs you {of.costs} points."),
        tag("h2", "What each clause is worth to you"),
        tag("p", "Points if it is in the deal and is kept. What you give costs you; what you get is worth something."),
        table(("Clause", "Points"), rows),
        tag("h2", "How you are judged"),
        tag(
            "p",
            "At the end you score 0 to 100 against this sheet and no other. The other side has a sheet of its own, so "
            "both can do well and both can lose; nuclear war is 0 for both. Do not show this sheet before the end. You "
            "may say what you like of it: nobody has to believe you.",
        ),
        tag("h2", "Notes"),
        *(tag("div", class_="lines") for _ in range(NOTES)),
    )
    return sheet(f"{title}: mandate {of.name}", body)


def opening(of: Dossier) -> Iterator[Markup]:
    """Yields who the reader is, and how it came to this."""
    yield tag("p", f"Secret · for {of.capital} only", class_="stamp")
    yield tag("h1", of.name)
    yield tag("p", f"{of.title} · the morning of {of.date}", class_="small")
    yield tag("p", f"You sit in {of.capital}. Your leader: {of.leader}. At home he answers to: {of.home}.")
    yield tag("h2", "How it began for you")
    yield from (tag("p", paragraph) for paragraph in of.briefing)
    yield tag("p", tag("b", "How you see them. "), of.sees_other)
    yield tag("p", "What you want exactly stands on a sheet of its own: your mandate. Do not show it.")
    if of.seats:
        yield tag("h3", "Seats in your room")
        yield tag("p", "Each of you takes a seat and argues as its holder would. One of you decides in the end.")
        yield table(("Who", "Post", "Leans"), ((seat.name, seat.post, capital(seat.stance)) for seat in of.seats))


def before(of: Dossier) -> Iterator[Markup]:
    """Yields what has happened so far, as far as the side knows."""
    if of.before:
        yield tag("h2", "What has happened so far, as you know it")
        yield table(("Day", "What you did and were told"), map(_day, of.before))
    if of.today or of.letters:
        yield tag("h2", "This morning")
        yield tag("ul", *map(_item, of.today), *(tag("li", letter) for letter in of.letters))


def _day(day: PastDay) -> tuple[Markup, Markup]:
    told = " ".join(map(sentence, day.told))
    news = [tag("ul", *map(_item, day.news))] if day.news else []
    return fixed(day.date), tag("div", told, *news)


def _item(of: NewsItem) -> Markup:
    disputed = f" Disputed: {of.disputed}" if of.disputed else ""
    source = [tag("span", f" [{of.source}]{disputed}", class_="source")] if of.source else []
    return tag("li", of.text, *source)


def standing(of: Dossier) -> Iterator[Markup]:
    """Yields how things stand, and how old what the side knows of them is."""
    gauge, alert = of.gauge, of.gauge.alert
    yield tag("h2", f"How things stand on {of.date}")
    yield tag(
        "p",
        f"{gauge.name} stands at {gauge.value} of {gauge.high}{_in_words(gauge.word)}. {alert.name}: {alert.word}. ",
        " ".join(f"{ladder.name} has climbed {ladder.value} on its ladder." for ladder in of.ladders),
    )
    rows = [(fixed(reading.name), _value(reading), reading.text, reading.reported or "seen") for reading in of.meters]
    yield table(("What you watch", "Now", "What it is", "How"), rows)
    half = -(-len(of.regions) // 2)
    yield tag("div", *(_states(part) for part in (of.regions[:half], of.regions[half:]) if part), class_="pair")


def _states(regions: tuple[Reading, ...]) -> Markup:
    rows = ((reading.name, reading.word, reading.reported or "seen") for reading in regions)
    return tag("div", table(("What there is", "As you know it", "How"), rows))


def _in_words(word: str) -> str:
    return f" ({word})" if word else ""


def _value(reading: Reading) -> str:
    return f"{reading.value}{_in_words(reading.word)}"


def acts(of: Dossier) -> Iterator[Markup]:
    """Yields the ladder of the side's acts, the steepest on top."""
    yield tag("h2", "What you can do: your ladder")
    yield tag(
        "p",
        "Each turn ends with one act. Its rung is what it adds to your ladder: high rungs press, and tighten the knot; "
        "those below 0 calm. All the world sees it unless something else is said. ● is open this morning; ○ is not, "
        "and why.",
    )
    rows = [_act(card) for rung in reversed(of.rungs) for card in rung.acts]
    yield table(("Rung", "", "Act", "What it is"), rows)


def _act(card: ActCard) -> tuple[str, str, Markup, Markup]:
    why = [] if card.open else [tag("span", f" Now closed: {card.reason}.", class_="source")]
    hidden = [] if card.visibility == SEEN["public"] else [tag("span", f" ({card.visibility})", class_="source")]
    name = tag("b", card.name)
    return signed(card.rung), "●" if card.open else "○", name, tag("span", card.text, *hidden, *why)


def talks(of: Dossier) -> Iterator[Markup]:
    """Yields what can be put into a letter, and the ways it can go."""
    yield tag("h2", "What can be put into a letter")
    yield table(("You could give", "What it is", "When"), map(_term, of.ours))
    yield table(("They could give", "What it is", "When"), map(_term, of.theirs))
    yield tag("h2", "How a letter can go")
    yield tag("dl", *(part for name, text in of.channels for part in (tag("dt", name), tag("dd", text))))


def _term(term: Term) -> tuple[Markup, str, str]:
    return tag("b", term.name), term.text, term.forms


PARTS = (opening, before, standing, acts, talks)
"""The parts of a dossier, in order."""
