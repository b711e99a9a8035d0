"""One human's turn: what is shown, what can be typed, what it does."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from game.errors import KnotError
from game.frontends import presenter
from game.frontends.presenter.duties import duty_screen, incident_screen
from game.frontends.presenter.models import Voice, WarRoom
from game.frontends.presenter.stories import OptionCard
from game.frontends.terminal import pages, papers
from game.frontends.terminal.console import Console
from game.frontends.terminal.dialogue import YES, compose, sheet_lines
from game.frontends.terminal.help import HELP
from game.match.match import Match
from game.rules.notation import parse_move, parse_offer
from game.rules.slots import State
from game.scenario.vocabulary import near

MOVES = ("act", "offer", "accept", "refuse", "answer", "keep", "feign", "lapse")
SHOWS = ("acts", "letters", "map", "news", "mandate", "advice", "preview", "briefing", "table")


class Turn:
    """Asks one side for moves until it is no longer to act; `ended` says that input has ended or `quit` was typed."""

    def __init__(self, match: Match, side: int, console: Console, save: Callable[[Path | None], bool]) -> None:
        self.match, self.side, self.console, self.save = match, side, console, save
        self.ended = False
        self.chosen = ""
        self.verbs: dict[str, Callable[[str], None]] = {
            "show": self.show,
            "preview": self.preview,
            "undo": self.undo,
            "save": self.keep,
            "help": lambda rest: console.page("Help", HELP),
            "look": lambda rest: self.screen(),
            "yes": lambda rest: self.confirm(),
            "y": lambda rest: self.confirm(),
            "quit": lambda rest: self.stop(),
            "exit": lambda rest: self.stop(),
        }

    @property
    def view(self) -> State:
        """Returns what the side may know now."""
        return self.match.view(self.side)

    @property
    def facts(self) -> presenter.Facts:
        """Returns what the side could know of the match so far."""
        return presenter.facts_of(self.match, self.side)

    @property
    def room(self) -> WarRoom:
        """Returns the war room of this moment."""
        return presenter.war_room(self.match.rules, self.view, self.facts)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Returns the number of each act of the side, by its id."""
        acts = self.match.rules.scenario.acts[self.match.rules.scenario.side_names[self.side]]
        return {name: number for number, name in enumerate(acts, 1)}

    def run(self) -> bool:
        """Plays the turn; returns False if the player has left."""
        self.screen()
        day = self.match.day
        while self.match.actor == self.side and self.match.day == day and not self.ended:
            line = self.console.ask(f"{self._name()}, day {day}> ")
            if line is None:
                self.stop()
            else:
                self.obey(line)
        return not self.ended

    def _name(self) -> str:
        scenario = self.match.rules.scenario
        return scenario.sides[scenario.side_names[self.side]].short

    def screen(self) -> None:
        """Shows what is to be decided, and what can be typed."""
        rules, view, facts = self.match.rules, self.view, self.facts
        if screen := incident_screen(rules, view, facts):
            self._strip()
            self.console.page(screen.name, papers.incident(screen))
            self._hint("the number of an answer, twice or with yes", "preview 1", "show map", "help", "quit")
        elif duty := duty_screen(rules, view, facts):
            self._strip()
            self.console.page("The months after", papers.duty(duty))
            self._hint("the number of a way, twice or with yes", "preview 1", "show table", "help", "quit")
        else:
            room = self.room
            self.console.page(room.header.turn, pages.situation(room))
            letters = ["accept 1", "refuse 1"] if room.inbox else []
            offer = ["offer"] if room.can_offer else []
            self._hint("show acts", "NUMBER", *letters, *offer, "show letters", "show map", "help", "quit")

    def _strip(self) -> None:
        rules, view = self.match.rules, self.view
        head = presenter.header(rules, view, self.facts)
        self.console.say("", head.date, *pages.strip(presenter.gauge(rules, view, self.side)), *head.notices)

    def _hint(self, *words: str) -> None:
        self.console.say("", f"Type: {' | '.join(words)}", style="faint")

    def obey(self, line: str) -> None:
        """Does what a line says."""
        words = line.split()
        if not words or line == self.chosen:
            self.confirm()
            return
        verb, rest = words[0].lower(), " ".join(words[1:])
        if verb not in YES:
            chosen, self.chosen = self.chosen, ""
        if verb in self.verbs:
            self.verbs[verb](rest)
        elif verb == "offer" and not rest:
            self.write()
        elif verb in MOVES:
            self.play(" ".join([verb, *words[1:]]))
        else:
            self.choose(line, chosen if verb not in YES else "")

    def choose(self, word: str, before: str = "") -> None:
        """Shows what an act or answer named by number or id would do, and waits for a second word."""
        move = self.named(word)
        if move is None:
            known = [*self.verbs, *MOVES, *self.numbers]
            self.console.say(f"'{word}' is not understood{near(word, known) or '.'} Type help.")
            return
        if not self.closed(move):
            self.chosen = word
        self.preview(move)
        if self.chosen:
            self.console.say("Enter or yes does it; anything else does not.")

    def named(self, word: str) -> str | None:
        """Returns the move that a number or id names now, or None."""
        options = self.options()
        if word.isdigit():
            number = int(word)
            if options:
                return options[number - 1].move or None if 0 < number <= len(options) else None
            return next((f"act {name}" for name, n in self.numbers.items() if n == number), None)
        if options:
            return next((option.move for option in options if option.id == word), None)
        return f"act {word}" if word in self.numbers else None

    def options(self) -> tuple[OptionCard, ...]:
        """Returns the answers asked for now: to an incident, or to a clause that falls due."""
        rules, view, facts = self.match.rules, self.view, self.facts
        screen = incident_screen(rules, view, facts) or duty_screen(rules, view, facts)
        return screen.options if screen else ()

    def closed(self, move: str) -> str:
        """Returns why an act is closed, or `` for anything else."""
        cards = (card for rung in self.room.rungs for card in rung.acts)
        return next((card.reason for card in cards if f"act {card.id}" == move and not card.open), "")

    def confirm(self) -> None:
        """Plays what was chosen, or says again what can be typed."""
        if not self.chosen:
            self.console.say("Nothing is chosen. Type show acts, or help.")
            return
        move, self.chosen = self.named(self.chosen), ""
        if move:
            self.play(move)

    def play(self, move: str) -> None:
        """Plays a move in notation; says why if it may not be played."""
        if move.startswith("act "):
            move = self.named(move[4:]) or move
        try:
            number = parse_move(self.match.rules, self.view, move)
            words = presenter.describe(self.match.rules, self.view, number)
            self.match.play(number)
        except KnotError as error:
            self._refuse(move, error)
            return
        self.save(None)
        self.console.say(f"Done: {words}.")
        if self.match.actor == self.side and not move.startswith(("act", "offer")):
            self.screen()

    def write(self) -> None:
        """Writes an offer in a dialogue."""
        offer = compose(self.console, self.match.rules, self.view, self.side)
        if offer is None:
            self.stop()
        elif offer:
            self.play(offer)
        else:
            self.console.say("Nothing was sent.")

    def preview(self, rest: str) -> None:
        """Shows what a move would do, and what the advisers say of it."""
        rules, view = self.match.rules, self.view
        move = self.named(rest) or rest
        try:
            if move.startswith("offer "):
                self.console.page("Preview", self._offer(move))
                return
            figures = presenter.preview_figures(rules, view, move)
            words = presenter.outlook(rules, view, move)
        except KnotError as error:
            self._refuse(move, error)
            return
        letters = [letter for letter in self.room.inbox if letter.accept == move]
        body = [line for letter in letters for line in pages.worth_lines(letter)]
        body += [*pages.preview(words, figures), *pages.voices(self._advice(move))]
        self.console.page(presenter.describe(rules, view, move), body)

    def _refuse(self, move: str, error: KnotError) -> None:
        """Says why a move may not be played, in words where it is an act that is closed."""
        if reason := self.closed(move):
            self.console.say(f"{presenter.describe(self.match.rules, self.view, move)}. Closed: {reason}.")
        else:
            self.console.say(f"{str(error)[:1].upper()}{str(error)[1:]}")

    def _advice(self, move: str) -> Iterable[Voice]:
        verb, _, rest = move.partition(" ")
        return presenter.advice(self.match.rules, self.view, self.side, rest) if verb == "act" else ()

    def _offer(self, move: str) -> Iterable[str]:
        rules = self.match.rules
        number = parse_offer(rules, move)
        mask = rules.bundles.masks[(number - rules.ids.offer) % len(rules.bundles.masks)]
        return sheet_lines(presenter.offer_sheet(rules, self.view, self.side, move.split()[1], mask))

    def show(self, rest: str) -> None:
        """Shows one page."""
        what, _, of = rest.partition(" ")
        if what == "acts":
            self.console.page("Acts: one ends the turn", pages.acts(self.room, self.numbers))
            self._hint("a number for its preview, again or yes to do it", "act ID", "show advice ID")
        elif what in ("letters", "table"):
            self.console.page("Letters", self._letters())
        elif what == "map":
            charted = self.room.chart
            self.console.page("The map", pages.chart(charted) if charted else ["There is no map."])
        elif what == "news":
            self.console.page("News", [*pages.news(self.room.news)] or ["Nothing new this morning."])
        elif what == "mandate":
            room = self.room
            self.console.page(room.mandate.name, [*pages.mandate(room.mandate), "", *pages.mandates(room.others)])
        elif what == "briefing":
            paper = presenter.briefing(self.match.rules, self.view, self.side)
            self.console.page(paper.capital, papers.briefing(paper))
        elif what == "advice":
            said = presenter.advice(self.match.rules, self.view, self.side, of or ())
            self.console.page("Advisers (imagined)", [*pages.voices(said)] or ["Nobody says anything."])
        elif what == "preview":
            self.preview(of)
        else:
            self.console.say(f"There is no page '{what}'{near(what, SHOWS) or '.'} There are: {', '.join(SHOWS)}.")

    def _letters(self) -> Iterable[str]:
        room = self.room
        for title, letters in (("To answer:", room.inbox), ("Yours:", room.sent)):
            if letters:
                yield title
            for letter in letters:
                yield from pages.letter_words(letter)
        if room.deal:
            yield from pages.told(f"The deal of {room.deal.signed}", map(pages.clause_words, room.deal.clauses))
        if not (room.inbox or room.sent or room.deal):
            yield "Nothing lies on the table."
        yield f"No offer now: {room.no_offer}." if room.no_offer else "Type offer to write one."

    def undo(self, rest: str) -> None:
        """Takes back the last own decision, if that may be done."""
        count = self.match.undoable
        if not count:
            self.console.say("There is nothing you may take back.")
            return
        words = taken_back(self.match, count)
        self.match.undo()
        self.save(None)
        self.console.say(f"Taken back: {words}; marked in the record.")
        if self.match.actor == self.side:
            self.screen()

    def keep(self, rest: str) -> None:
        """Saves the match, to a file if one is named."""
        file = Path(rest).expanduser() if rest else None
        if self.save(file):
            self.console.say("Saved.")
        elif not rest:
            self.console.say("No file was named: save FILE.")

    def stop(self) -> None:
        """Leaves the table."""
        self.ended = True


def taken_back(match: Match, count: int) -> str:
    """Returns what taking the last `count` moves and dice of a match back undoes, in words."""
    entries = match.history[match.ply - count :]
    moves = sum(entry.by != "chance" for entry in entries)
    days = range(entries[0].day, match.day)
    dates = [presenter.plain_date(presenter.day_date(match.rules, day)) for day in days]
    nights = f"the night{'s' if len(dates) > 1 else ''} of {' and '.join(dates)}" if dates else ""
    played = "" if not moves else "1 move" if moves == 1 else f"{moves} moves"
    return " and ".join(part for part in (nights, played) if part)
