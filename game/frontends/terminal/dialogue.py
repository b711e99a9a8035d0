"""Writing an offer as a short dialogue: what we give, what we want, by which channel."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from game.frontends.presenter import composer, offer_sheet
from game.frontends.presenter.forecasts import Foretell
from game.frontends.presenter.models import PastLetter
from game.frontends.presenter.table.offers import ClauseChoice, Composer, FormChoice, OfferSheet
from game.frontends.presenter.words import AS_SEEN, minus, signed
from game.frontends.terminal.console import Console
from game.frontends.terminal.foretelling import page
from game.frontends.terminal.pages import clause_words, figure_table, worth_lines
from game.rules.notation import parse_offer
from game.rules.ruleset import Ruleset
from game.rules.slots import State

YES = ("yes", "y", "send")
NO = ("no", "n")
LEAVING = ("cancel", "drop", "undo", "quit", "q", "exit")
"""The words that leave the offer; the game itself is left from the table only."""


@dataclass
class Draft:
    """An offer that is not sent yet: its clause forms as bits, and the id of its channel or ``."""

    mask: int = 0
    channel: str = ""


def compose(
    console: Console,
    rules: Ruleset,
    view: State,
    side: int,
    draft: Draft,
    foretell: Foretell | None = None,
    past: Sequence[PastLetter] = (),
) -> str | None:
    """Returns the offer written, in notation, `` if it is not to be sent now, or None at the end of input.

    What is written stays in `draft`, from which it goes on the next time; `past` are the side's letters of the past.
    """
    desk = composer(rules, view, side)
    if not desk.open:
        console.say(f"No offer now: {desk.reason}.")
        return ""
    for title, choices in (("You give", desk.ours), ("They give", desk.theirs)):
        chosen = _clauses(console, title, choices, draft.mask)
        if not isinstance(chosen, int):
            return chosen
        draft.mask = draft.mask & ~sum(1 << form.number for choice in choices for form in choice.forms) | chosen
    channel = _channel(console, desk, draft.channel)
    if not channel:
        return channel
    draft.channel = channel
    sheet = offer_sheet(rules, view, side, channel, draft.mask)
    console.page("Your offer", sheet_lines(sheet))
    if not sheet.move:
        return ""
    number = parse_offer(rules, sheet.move)
    sent = _sent(console, sheet.move, foretell and partial(page, foretell, rules, view, side, number, past))
    if sent:
        draft.mask, draft.channel = 0, ""
    return sent


def _clauses(console: Console, title: str, choices: tuple[ClauseChoice, ...], begun: int) -> int | str | None:
    """Asks for numbers of clause forms until they can be read; returns them as bits, `` to drop the offer, or None."""
    forms = [(choice, form) for choice in choices for form in choice.forms]
    ticked = sum(1 << form.number for _, form in forms if begun >> form.number & 1)
    console.page(title, _form_lines(choices, ticked))
    enter = "those ticked (0: none)" if ticked else "nothing"
    while True:
        line = console.ask(f"Numbers, with blanks between, Enter for {enter}, or cancel: ")
        if line is None:
            return None
        if line.lower() in LEAVING:
            return ""
        if line in ("", "0"):
            return 0 if line else ticked
        fault, mask = _picked(forms, line.replace(",", " ").split())
        if not fault:
            return mask
        console.say(fault)


def _picked(forms: list[tuple[ClauseChoice, FormChoice]], words: list[str]) -> tuple[str, int]:
    """Returns what is wrong with the numbers typed, or `` and the clause forms they stand for, as bits."""
    wrong = [word for word in words if not (word.isdigit() and 0 < int(word[:9]) <= len(forms))]
    if wrong:
        return f"'{wrong[0][:20]}' is none of the numbers 1 to {len(forms)}.", 0
    picked = [forms[int(word) - 1] for word in words]
    for choice, form in picked:
        if not form.open:
            return f"{choice.name} is closed: {choice.reason}.", 0
    by_issue: dict[str, tuple[ClauseChoice, FormChoice]] = {}
    for choice, form in picked:
        first, of_first = by_issue.setdefault(choice.issue, (choice, form))
        if of_first is not form:
            clash = f"{first.name} ({of_first.words}) and {choice.name} ({form.words})"
            return f"{clash} exclude each other: one form of an issue can stand in an offer.", 0
    mask = 0
    for _, form in picked:
        mask |= 1 << form.number
    return "", mask


def _form_lines(choices: tuple[ClauseChoice, ...], ticked: int = 0) -> Iterator[str]:
    number = 0
    for choice in choices:
        for form in choice.forms:
            number += 1
            note = "" if form.open else f"  closed: {choice.reason}"
            read = "" if form.them_read is None else f"{signed(form.them_read)} as we read them, "
            points = f"{signed(form.points)} to you, {read}{span(*form.them, signed)} to them"
            tick = "*" if ticked >> form.number & 1 else " "
            yield f"{number:3} {tick}{choice.name}, {form.words} ({points}){note}"


def span(low: int, high: int, spell: Callable[[int], str]) -> str:
    """Returns a range in words, one number where both ends are the same."""
    return f"{spell(low)} to {spell(high)}" if low < high else spell(low)


def _channel(console: Console, desk: Composer, before: str) -> str | None:
    """Asks for a channel until one is named; Enter takes the one named `before`, or the only one that is open."""
    lines, usable = [], [channel.id for channel in desk.channels if channel.open]
    usual = before if before in usable else usable[0] if len(usable) == 1 else ""
    for number, channel in enumerate(desk.channels, 1):
        carried = f"secret, leaks {channel.leak.percent}" if channel.secret else "no secret clauses"
        note = f"arrives {channel.arrives}, {carried}" if channel.open else f"closed: {channel.reason}"
        tick, answers = "*" if channel.id == usual else " ", "; answers their letter" if channel.answers else ""
        lines.append(f"{number:3} {tick}{channel.name}: {note}{answers}")
    console.page("Channel", lines)
    while True:
        line = console.ask(f"Number of the channel{', Enter for the one ticked' if usual else ''}, or cancel: ")
        if line is None or line.lower() in LEAVING:
            return None if line is None else ""
        if not line and usual:
            return usual
        if line.isdigit() and 0 < int(line) <= len(desk.channels):
            return desk.channels[int(line) - 1].id
        word = line.lower()
        named = [channel.id for channel in desk.channels if word in (channel.id, channel.name.lower())]
        if named:
            return named[0]
        console.say(f"'{line[:20]}' is none of the channels." if line else "Which channel? Type its number, or cancel.")


def _sent(console: Console, move: str, forecast: Callable[[], Iterator[str]] | None) -> str | None:
    """Asks whether to send an offer; shows its forecast first if that is asked for and there is one."""
    send = "Send it? Enter or yes sends it, anything else keeps it as a draft: "
    answer = console.ask(f"{send[:-2]}; or forecast: " if forecast else send)
    while forecast and answer and answer.lower() in ("forecast", "f"):
        console.page("Forecast", forecast())
        answer = console.ask(send)
    if answer is None:
        return None
    return move if answer.lower() in ("", *YES) else ""


def offer_lines(rules: Ruleset, view: State, side: int, move: str) -> Iterator[str]:
    """Yields what an offer in notation is worth and does; raises NotationError for none."""
    number = parse_offer(rules, move)
    mask = rules.bundles.masks[(number - rules.ids.offer) % len(rules.bundles.masks)]
    return sheet_lines(offer_sheet(rules, view, side, move.split()[1], mask))


def sheet_lines(sheet: OfferSheet) -> Iterator[str]:
    """Yields what an offer is worth to both sides and does."""
    yield f"You give: {'; '.join(map(clause_words, sheet.gives)) or 'nothing'}"
    yield f"They give: {'; '.join(map(clause_words, sheet.wants)) or 'nothing'}"
    better = signed(sheet.worth - sheet.no_deal)
    yield f"Worth {sheet.worth} to you; no deal is worth {sheet.no_deal} {AS_SEEN} ({better})"
    yield from worth_lines(sheet)
    whole = f"{span(*sheet.them, minus)} to them"
    if sheet.read:
        name, value, how = sheet.read
        yield f"Worth {minus(value)} to them if their mandate is {name} ({how}); {whole} under any"
    else:
        yield f"Worth {whole}, a guess over all their mandates"
    yield f"No deal is worth about {sheet.them_no_deal} to them"
    if sheet.red_line:
        yield f"It breaks your red line: {sheet.red_line}"
    if not sheet.move:
        yield f"It cannot be sent: {sheet.reason}."
        return
    leak = f"; leaks {sheet.leak.percent} ({sheet.leak.one_in})" if sheet.leak.of_ten_thousand else ""
    yield f"Arrives {sheet.arrives}, lapses after {sheet.lapses}{leak}"
    if sheet.answers:
        yield sheet.answers
    if sheet.figures:
        yield from figure_table(sheet.figures)
    elif not sheet.answers:
        yield "    It changes nothing you can see."
    yield f"  [{written(sheet)}]"


def written(sheet: OfferSheet) -> str:
    """Returns an offer as it can be typed, what the writer gives first."""
    writer = sheet.gives[0].giver if sheet.gives else 1 - sheet.wants[0].giver
    head, _, wanted = sheet.move.partition(" for ")
    start, given = head.split(" ", 2)[:2], head.split(" ", 2)[2]
    first, second = (wanted, given) if writer else (given, wanted)
    return f"{' '.join(start)} {first} for {second}"


def clause_ids(desk: Composer) -> Iterator[str]:
    """Yields the ids of which an offer in one line is made: clauses by who gives them, channels."""
    for title, choices in (("We can give", desk.ours), ("They can give", desk.theirs)):
        yield f"{title}:"
        for choice in choices:
            ids = ", ".join(form.id for form in choice.forms)
            forms = f" ({ids})" if len(choice.forms) > 1 else ""
            shut = "" if choice.open else f"; closed: {choice.reason}"
            yield f"  {choice.id}{forms}: {choice.name}{shut}"
    yield "Channels:"
    for channel in desk.channels:
        yield f"  {channel.id}: {channel.name}{'' if channel.open else f'; closed: {channel.reason}'}"
    yield "Written in one line: offer CHANNEL what we give for what they give; or offer alone, step by step."
