"""Writing an offer as a short dialogue: what we give, what we want, by which channel."""

from collections.abc import Callable, Iterator

from game.frontends.presenter import composer, offer_sheet
from game.frontends.presenter.offers import ClauseChoice, Composer, OfferSheet
from game.frontends.presenter.words import minus, signed
from game.frontends.terminal.console import Console
from game.frontends.terminal.pages import clause_words, figure_table, worth_lines
from game.rules.ruleset import Ruleset
from game.rules.slots import State

YES = ("yes", "y", "send")


def compose(console: Console, rules: Ruleset, view: State, side: int) -> str | None:
    """Returns the offer written, in notation, `` if it was dropped, or None at the end of input."""
    desk = composer(rules, view, side)
    if not desk.open:
        console.say(f"No offer now: {desk.reason}.")
        return ""
    mask = 0
    for title, choices in (("You give", desk.ours), ("They give", desk.theirs)):
        chosen = _clauses(console, title, choices)
        if chosen is None:
            return None
        mask |= chosen
    channel = _channel(console, desk)
    if not channel:
        return channel
    return _sent(console, offer_sheet(rules, view, side, channel, mask))


def _clauses(console: Console, title: str, choices: tuple[ClauseChoice, ...]) -> int | None:
    """Asks for numbers of clause forms until they can be read; returns them as bits."""
    forms = [(choice, form) for choice in choices for form in choice.forms]
    console.page(title, _form_lines(choices))
    while True:
        line = console.ask("Numbers, with blanks between, or Enter for nothing: ")
        if line is None:
            return None
        words = line.replace(",", " ").split()
        wrong = [word for word in words if not (word.isdigit() and 0 < int(word) <= len(forms))]
        if wrong:
            console.say(f"'{wrong[0]}' is none of the numbers 1 to {len(forms)}.")
            continue
        picked = [forms[int(word) - 1] for word in words]
        shut = [choice for choice, form in picked if not form.open]
        if shut:
            console.say(f"{shut[0].name} is closed: {shut[0].reason}.")
            continue
        issues = [choice.issue for choice, _ in picked]
        if len(set(issues)) < len(issues):
            console.say("Only one form of an issue can stand in an offer.")
            continue
        return sum(1 << form.number for _, form in picked)


def _form_lines(choices: tuple[ClauseChoice, ...]) -> Iterator[str]:
    number = 0
    for choice in choices:
        for form in choice.forms:
            number += 1
            note = "" if form.open else f"  closed: {choice.reason}"
            read = "" if form.them_read is None else f"{signed(form.them_read)} as we read them, "
            points = f"{signed(form.points)} to you, {read}{span(*form.them, signed)} to them"
            yield f"{number:3}  {choice.name}, {form.words} ({points}){note}"


def span(low: int, high: int, spell: Callable[[int], str]) -> str:
    """Returns a range in words, one number where both ends are the same."""
    return f"{spell(low)} to {spell(high)}" if low < high else spell(low)


def _channel(console: Console, desk: Composer) -> str | None:
    lines = []
    for number, channel in enumerate(desk.channels, 1):
        carried = f"secret, leaks {channel.leak.percent}" if channel.secret else "no secret clauses"
        note = f"arrives {channel.arrives}, {carried}" if channel.open else f"closed: {channel.reason}"
        lines.append(f"{number:3}  {channel.name}: {note}{'; ' + channel.answers if channel.answers else ''}")
    console.page("Channel", lines)
    while True:
        line = console.ask("Number of the channel, or Enter to drop the offer: ")
        if not line:
            return line
        if line.isdigit() and 0 < int(line) <= len(desk.channels):
            return desk.channels[int(line) - 1].id
        named = [channel.id for channel in desk.channels if line in (channel.id, channel.name)]
        if named:
            return named[0]
        console.say(f"'{line}' is none of the channels.")


def _sent(console: Console, sheet: OfferSheet) -> str | None:
    console.page("Your offer", sheet_lines(sheet))
    if not sheet.move:
        return ""
    answer = console.ask("Send it? yes or no: ")
    if answer is None:
        return None
    return sheet.move if answer.lower() in YES else ""


def sheet_lines(sheet: OfferSheet) -> Iterator[str]:
    """Yields what an offer is worth to both sides and does."""
    yield f"You give: {'; '.join(map(clause_words, sheet.gives)) or 'nothing'}"
    yield f"They give: {'; '.join(map(clause_words, sheet.wants)) or 'nothing'}"
    yield f"Worth {sheet.worth} to you; no deal is worth {sheet.no_deal} ({signed(sheet.worth - sheet.no_deal)})"
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
    yield from figure_table(sheet.figures)
    yield f"  [{sheet.move}]"
