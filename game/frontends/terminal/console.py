"""The two ends of a terminal or a pipe: lines in, wrapped lines out, colour and pages only where they belong."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Timer
from typing import TextIO

WIDTH = 79
PATIENCE = 0.5
"""Seconds after which it is told that something takes longer."""
STYLES = {"head": "1", "worse": "31", "better": "36", "faint": "2"}
CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Console:
    """Reads commands and writes text; `interactive` says whether both ends are a terminal."""

    def __init__(self, source: TextIO | None = None, output: TextIO | None = None) -> None:
        self.source, self.output = source or sys.stdin, output or sys.stdout
        if output is None and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        self.paged = self.output.isatty()
        self.interactive = self.paged and self.source.isatty()
        self.coloured = self.paged and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.ahead = ""
        if self.interactive and self.source is sys.stdin:
            self._edit_lines()

    def _edit_lines(self) -> None:
        """Lets the arrow keys edit what is typed, where the system has the means."""
        try:
            import readline  # noqa: F401
        except ImportError:
            return

    def style(self, text: str, style: str) -> str:
        """Returns a text in a style, or as it is without colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.coloured and text else text

    def say(self, *lines: str, style: str = "") -> None:
        """Writes lines, each wrapped under its own indentation."""
        for line in wrapped(lines):
            print(self.style(line, style) if style else line, file=self.output)

    def exact(self, line: str) -> None:
        """Writes a line as it is, however long: what is to be copied must not be broken."""
        print(line, file=self.output)

    def head(self, text: str) -> None:
        """Writes a heading after an empty line."""
        self.say("")
        self.say(text, style="head")

    def page(self, title: str, lines: Iterable[str]) -> None:
        """Writes a titled page; on a terminal a long one stops where the screen is full."""
        body = [*wrapped(lines)]
        room = shutil.get_terminal_size((WIDTH + 1, 24)).lines - 3
        if not self.interactive or len(body) + 2 <= room:
            self.head(title)
            print(*body, sep="\n", file=self.output)
            return
        self.head(title)
        for start in range(0, len(body), room):
            print(*body[start : start + room], sep="\n", file=self.output)
            if start + room < len(body) and self._enough():
                return

    def _enough(self) -> bool:
        """Asks whether to go on with a page; what else is typed there is kept as the next command."""
        answer = self.ask("-- Enter: more, q: enough -- ")
        self.ahead = "" if answer is None or answer.lower() == "q" else answer or ""
        return answer != ""

    def clear(self, title: str) -> None:
        """Wipes the screen and what was scrolled off it; in a pipe draws a line across instead."""
        if self.paged:
            print(CLEAR, end="", file=self.output)
        else:
            self.say("", "=" * WIDTH)
        self.say(title, style="head")

    @contextmanager
    def waiting(self, sentence: str) -> Iterator[None]:
        """Says a sentence while something takes more than a moment, and wipes it afterwards; in a pipe says nothing."""
        if not self.paged:
            yield
            return
        told = Event()

        def tell() -> None:
            told.set()
            print(f"\r{sentence}", end="", file=self.output, flush=True)

        timer = Timer(PATIENCE, tell)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            if told.is_set():
                print(f"\r{' ' * len(sentence)}\r", end="", file=self.output, flush=True)

    def ask(self, prompt: str) -> str | None:
        """Returns the next line without its blanks, or None at the end of input; a pipe's lines are written out."""
        if self.ahead:
            ahead, self.ahead = self.ahead, ""
            return ahead
        try:
            if self.interactive and self.source is sys.stdin and self.output is sys.stdout:
                return input(prompt).strip()
            print(prompt, end="", file=self.output, flush=True)
            line = self.source.readline()
        except (EOFError, KeyboardInterrupt):
            line = ""
        if not line:
            print(file=self.output)
            return None
        if not self.interactive:
            print(line.strip(), file=self.output)
        return line.strip()


def at_its_end(stream: TextIO | None) -> bool:
    """Returns whether nothing can come from a stream any more; waits for a pipe's first letter."""
    if stream is None or stream.closed:
        return True
    return not stream.isatty() and not stream.buffer.peek(1)  # type: ignore[attr-defined]


def wrapped(lines: Iterable[str]) -> Iterable[str]:
    """Yields lines no wider than the page; what is carried over is indented two more."""
    for line in lines:
        inner = len(line) - len(line.lstrip(" "))
        if len(line) <= WIDTH:
            yield line
        else:
            yield from textwrap.wrap(line, WIDTH, subsequent_indent=" " * (inner + 2), break_on_hyphens=False)
