"""One human's turn: what is shown, what can be typed, what it does."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path

from game.errors import KnotError
from game.frontends import presenter
from game.frontends.presenter.forecasts import Foretell
from game.frontends.presenter.models import Voice, WarRoom
from game.frontends.presenter.scenes.duties import duty_screen, incident_screen
from game.frontends.presenter.stories import OptionCard
from game.frontends.presenter.words import MONTHS_AFTER, capital
from game.frontends.terminal import foretelling, pages, papers
from game.frontends.terminal.console import Console
from game.frontends.terminal.dialogue import NO, YES, Draft, compose, offer_lines
from game.frontends.terminal.help import FORECAST, HELP
from game.frontends.terminal.lessons import Lessons
from game.frontends.terminal.shown import LONGEST, SHOWS, page, shortened, taken_back
from game.match.match import Match
from game.rules.notation import parse_move
from game.rules.play import play
from game.rules.slots import State
from game.scenario.vocabulary import near

MOVES = ("act", "offer", "accept", "refuse", "answer", "keep", "feign", "lapse")
SHORT = tuple(word for word in SHOWS if word not in ("preview", "table"))
CONFIRMED = ("accept", "refuse", "offer")


class Turn:
    """Asks one side for moves until it is no longer to act; `ended` says that input has ended or `quit` was typed."""

    def __init__(
        self,
        match: Match,
        side: int,
        console: Console,
        save: Callable[[Path | None], bool],
        foretell: Foretell | None = None,
        lessons: Lessons | None = None,
    ) -> None:
        self.match, self.side, self.console, self.save, self.foretell = match, side, console, save, foretell
        self.lessons = lessons or Lessons(match, side, console)
        self.ended, self.chosen, self.draft = False, "", Draft()
        self.verbs: dict[str, Callable[[str], None]] = {
            "show": self.show,
            "preview": self.preview,
            "undo": self.undo,
            "save": self.keep,
            "help": lambda rest: console.page("Help", (*FORECAST, *HELP) if foretell else HELP),
            **({"forecast": self.forecast, "f": self.forecast} if foretell else {}),
            "look": lambda rest: self.screen(),
            "yes": lambda rest: self.confirm(),
            "y": lambda rest: self.confirm(),
            **{word: lambda rest: self.console.say("Nothing was done.") for word in NO},
            "quit": lambda rest: self.stop(),
            "q": lambda rest: self.stop(),
            "counter": self.counter,
            "skip": lambda rest: self.lessons.skip(),
            **{word: partial(self._page, word) for word in SHORT},
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
            self.console.page(MONTHS_AFTER, papers.duty(duty))
            self._hint("the number of a way, twice or with yes", "preview 1", "show table", "help", "quit")
        else:
            room = self.room
            self.console.page(room.header.turn, pages.situation(room))
            letters = [move for letter in room.inbox for move in (letter.accept, letter.refuse) if move]
            offer = ["offer"] if room.can_offer else []
            self._hint("show acts", "NUMBER", *letters, *offer, "show letters", "show map", "help", "quit")

    def _strip(self) -> None:
        rules, view = self.match.rules, self.view
        head = presenter.header(rules, view, self.facts)
        self.console.say("", head.date, *pages.strip(presenter.gauge(rules, view, self.side)), *head.notices)

    def _hint(self, *words: str) -> None:
        self.lessons.tell()
        self.console.say("", f"Type: {' | '.join(words)}", style="faint")

    def _page(self, word: str, rest: str) -> None:
        self.show(f"{word} {rest}".strip())

    def obey(self, line: str) -> None:
        """Does what a line says."""
        line = line.lower() if not line.lower().startswith("save") else line
        words = line.split()
        if not words and not self.chosen and self.lessons.next():
            return
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
            self.order(self._numbered(" ".join([verb, *words[1:]])))
        else:
            self.choose(line, chosen if verb not in YES else "")

    def _numbered(self, move: str) -> str:
        """Returns an answer to a letter with its number, which may be left out where one letter alone lies open."""
        letters = self.room.inbox if move in ("accept", "refuse") else ()
        return f"{move} {letters[0].number}" if len(letters) == 1 else move

    def order(self, move: str) -> None:
        """Plays a move; on a terminal, one that cannot be unsaid is shown first and waits for Enter."""
        if not self.console.interactive or not move.startswith(CONFIRMED) or move not in self.match.legal_moves:
            self.play(move)
            return
        self.preview(move)
        if self.console.ask("Enter does it, anything else does not: ") == "":
            self.play(move)
        else:
            self.console.say("Nothing was done.")

    def counter(self, rest: str) -> None:
        """Writes an offer that begins with the clauses of a letter."""
        letters = [letter for letter in self.room.inbox if rest in (str(letter.number), "")]
        if len(letters) != 1:
            self.console.say("Name the letter: counter 1." if self.room.inbox else "There is no letter to counter.")
            return
        self.draft = Draft(letters[0].mask)
        self.write()

    def choose(self, word: str, before: str = "") -> None:
        """Shows what an act or answer named by number or id would do, and waits for a second word."""
        move = self.named(word)
        if move is None:
            known = [*self.verbs, *MOVES, *self.numbers]
            self.console.say(f"'{shortened(word)}' is not understood{near(word[:LONGEST], known) or '.'} Type help.")
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
            asked = "the number of an answer" if self.options() else "show acts"
            self.console.say(f"Nothing is chosen. Type {asked}, or help.")
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
        elif self.match.actor == self.side and move.startswith("offer"):
            self.lessons.tell_new()

    def write(self) -> None:
        """Writes an offer in a dialogue, which goes on from what was written before."""
        past = self.facts.past_letters
        offer = compose(self.console, self.match.rules, self.view, self.side, self.draft, self.foretell, past)
        if offer is None:
            self.stop()
        elif offer:
            self.play(offer)
        else:
            self.console.say(f"Nothing was sent.{' Type offer to go on with the draft.' if self.draft.mask else ''}")

    def preview(self, rest: str) -> None:
        """Shows what a move would do, and what the advisers say of it."""
        rules, view = self.match.rules, self.view
        move = self.named(rest) or rest
        try:
            if move.startswith("offer "):
                self.console.page("Preview", offer_lines(rules, view, self.side, move))
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

    def forecast(self, rest: str) -> None:
        """Shows how it may go on, or what a move makes of that."""
        assert self.foretell
        rules, view, move = self.match.rules, self.view, rest and (self.named(rest) or rest)
        try:
            number = parse_move(rules, view, move) if move else None
            if number is not None:
                play(rules, view, number)
        except KnotError as error:
            self._refuse(move, error)
            return
        title = "Forecast" if number is None else f"Forecast: {presenter.describe(rules, view, number)}"
        past = self.facts.past_letters
        self.console.page(title, foretelling.page(self.foretell, rules, view, self.side, number, past))

    def _refuse(self, move: str, error: KnotError) -> None:
        """Says why a move may not be played, in words where it is an act that is closed."""
        if reason := self.closed(move):
            self.console.say(f"{presenter.describe(self.match.rules, self.view, move)}. Closed: {reason}.")
        elif reason := presenter.refusal(self.match.rules, self.view, self.facts, move):
            self.console.say(f"{capital(shortened(move))}: {reason}.")
        else:
            said = str(error).replace(move, shortened(move))
            self.console.say(f"{said[:1].upper()}{said[1:]}")
            if self.options():
                self.console.say("Type the number of an answer above, or help.")

    def _advice(self, move: str) -> Iterable[Voice]:
        verb, _, rest = move.partition(" ")
        return presenter.advice(self.match.rules, self.view, self.side, rest) if verb == "act" else ()

    def show(self, rest: str) -> None:
        """Shows one page."""
        what, _, of = rest.partition(" ")
        if what == "preview":
            self.preview(of)
        elif what == "advice":
            self._advise(of)
        elif shown := page(self.match.rules, self.view, self.room, self.numbers, what):
            self.console.page(*shown)
            if what == "acts":
                self._hint("a number for its preview, again or yes to do it", "act ID", "show advice ID")
        else:
            known = f"{near(what[:LONGEST], SHOWS) or '.'} There are: {', '.join(SHOWS)}."
            self.console.say(f"There is no page '{shortened(what)}'{known}")

    def _advise(self, of: str) -> None:
        """Shows what the advisers say of an act, by number or id, or a clause; of nothing, what they say in general."""
        about = (self.named(of) or of).removeprefix("act ")
        known = [*self.numbers, *self.match.rules.scenario.clauses]
        if about and about not in known:
            self.console.say(f"'{shortened(of)}' is no act of yours and no clause{near(about[:LONGEST], known) or '.'}")
            return
        said = presenter.advice(self.match.rules, self.view, self.side, about or ())
        self.console.page("Advisers (imagined)", [*pages.voices(said)] or ["Nobody says anything."])

    def undo(self, rest: str) -> None:
        """Takes back the last own decision, if that may be done."""
        count = self.match.undoable
        if not count:
            self.console.say("There is nothing you may take back.")
            return
        words, day = taken_back(self.match, count), self.match.day
        self.match.undo()
        self.save(None)
        self.console.say(f"Taken back: {words}; marked in the record.")
        if self.match.actor == self.side and self.match.day == day:
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
