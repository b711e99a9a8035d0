"""What is to be heard, and its words at the foot of the window for those who do not hear it.

The mixer is opened in a thread when the first sound is due, never before the first frame. Where there is no device
the game is silent and says so once; nothing here raises.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from game.frontends.desktop.caption import Caption

if TYPE_CHECKING:
    from game.frontends.desktop.desk import Desk
    from game.frontends.presenter.cues import Cue

RATE = 22_050
NO_DEVICE = "No sound device: playing in silence."
_BUFFER = 1_024
_SOFT = frozenset(("clock", "folder"))
"""What is heard every day, at half the volume."""
CUES: dict[Cue, tuple[str, str]] = {
    "war": ("thud", "A dull thud, and silence: war."),
    "settled": ("notes", "Four low notes: it is settled."),
    "over": ("notes", "Four low notes: it is over."),
    "brink": ("drone", "A low drone: on the brink."),
    "signed": ("stamp", "Stamp: a deal is signed."),
    "broken": ("thud", "A dull thud: a promise is broken."),
    "leaked": ("teleprinter", "Rattle: a letter has leaked."),
    "incident": ("siren", "A far wail: something nobody ordered."),
    "secret_letter": ("telephone", "Ringing: word by a secret channel."),
    "letter": ("teleprinter", "Rattle: a letter has come."),
    "refused": ("pen", "Pen: your letter is refused."),
    "declined": ("pen", "Pen: you refuse the letter."),
    "due": ("bell", "Bell: an answer is due."),
    "found": ("sonar", "A ping: something hidden is found."),
    "strain": ("strain", "Rope, high: a step up the ladder."),
    "climb": ("creak", "Rope: a step up the ladder."),
    "climb_down": ("slack", "Rope: a step down the ladder."),
    "sent": ("paper", "Paper: your letter is on its way."),
    "tighten": ("creak", "Rope: the knot tightens."),
    "ease": ("slack", "Rope: the knot eases."),
    "curtain": ("folder", "Folder: the seat changes."),
    "day": ("clock", "Clock: a new day."),
}
"""The sound of each cue, a file among the assets, and what it says in words that fit any scenario's time."""
SAMPLE = "bell"
"""What is heard when the volume is chosen."""


class Sound:
    """Plays sounds in the settings' volume; `missing` once there turned out to be no device."""

    def __init__(self, desk: Desk) -> None:
        """Opens nothing yet."""
        self.desk, self.missing = desk, False
        self.caption = desk.caption = Caption(desk)
        self._sounds: dict[str, pygame.mixer.Sound] | None = None
        self._waiting: list[list[str]] | None = None

    @property
    def volume(self) -> float:
        """Returns how loud sounds are now, 0 to 1."""
        settings = self.desk.settings
        return 0.0 if settings.mute else (settings.volume / 100) ** 2

    def play(self, cues: Sequence[Cue]) -> None:
        """Plays sounds one after another and says their words, unless they are not wanted."""
        heard = [CUES[cue] for cue in cues]
        if "curtain" in cues:  # what was said to the one who leaves is not for the one who comes
            self.caption.say("")
        if heard and self.desk.settings.captions:
            self.caption.say(" ".join(words for _, words in heard))
        self._start([name for name, _ in heard])

    def mute(self) -> None:
        """Turns sound off or on and says which, with captions or without."""
        settings = self.desk.settings
        settings.mute = not settings.mute
        self.caption.say("")
        self.caption.say("Sound off." if settings.mute else f"Sound on, volume {settings.volume}.")
        self.adjust()

    def adjust(self) -> None:
        """Applies changed settings: ends what is heard, and lets the new volume be heard."""
        if self._sounds:
            pygame.mixer.stop()
        self._start([SAMPLE])

    def _start(self, names: list[str]) -> None:
        """Plays files one after another, once the mixer is open."""
        if not names or not self.volume or self.missing:
            return
        if self._waiting is not None:
            self._waiting.append(names)
        elif self._sounds is None:
            self._waiting = [names]
            self.desk.later(self._open, self._opened)
        else:
            self._queue(self._sounds, names)

    def _queue(self, sounds: dict[str, pygame.mixer.Sound], names: list[str]) -> None:
        """Plays files as one sound: `Channel.queue` lets the mixer's own thread go on, which can end the program."""
        known = [name for name in names if name in sounds]
        if not known:
            return
        whole = pygame.mixer.Sound(buffer=b"".join(sounds[name].get_raw() for name in known))
        whole.set_volume(self.volume / 2 if _SOFT.issuperset(known) else self.volume)
        pygame.mixer.find_channel(force=True).play(whole)

    def _open(self) -> dict[str, pygame.mixer.Sound]:
        """Returns every sound, or none where there is no device; runs in a thread."""
        try:
            with _hushed():
                pygame.mixer.init(RATE, -16, 1, _BUFFER)
            return {path.stem: pygame.mixer.Sound(path) for path in (self.desk.assets / "sounds").glob("*.wav")}
        except (pygame.error, NotImplementedError, OSError):
            return {}

    def _opened(self, sounds: dict[str, pygame.mixer.Sound]) -> None:
        waiting, self._waiting = self._waiting or [], None
        self._sounds, self.missing = sounds, not sounds
        if self.missing:
            self.caption.say(NO_DEVICE)
        for names in waiting if sounds and self.volume else ():
            self._queue(sounds, names)


@contextmanager
def _hushed() -> Iterator[None]:
    """Keeps the system's sound libraries from printing that there is no device: the window says it in its own words."""
    try:
        kept = os.dup(2)
    except OSError:  # a process without standard error prints nothing
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
