"""Makes the sounds of the window out of sines and noise: the same bytes at every run, with the standard library alone.

python tools/make_sounds.py [FOLDER]      (default assets/sounds)

Each sound is a function that returns samples of any size; `finish` gives all of them one loudness, rounded ends and
a peak below -3 dB. Chance comes from `Random` with the sound's name as its seed, so that one may be changed alone.
"""

import math
import struct
import sys
import wave
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

RATE = 22_050
LOUDNESS, WINDOW = 0.1, 0.4
"""The root mean square of the loudest stretch of so many seconds, where 1 is full scale (-20 dB)."""
PEAK = 0.66
_FADE_IN, _FADE_OUT = 0.002, 0.06
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"

Samples = list[float]
SOUNDS: dict[str, Callable[[Random], Samples]] = {}


def sound(make: Callable[[Random], Samples]) -> Callable[[Random], Samples]:
    """Puts a function among the sounds, under its own name."""
    SOUNDS[make.__name__] = make
    return make


# -- what sounds are made of --------------------------------------------------------------------------------------


def count(seconds: float) -> int:
    """Returns how many samples a time takes."""
    return round(seconds * RATE)


def silence(seconds: float) -> Samples:
    """Returns nothing, to put sounds into."""
    return [0.0] * count(seconds)


def put(into: Samples, what: Iterable[float], at: float, gain: float = 1.0) -> None:
    """Adds samples from a time on; what goes past the end is lost."""
    start, end = count(at), len(into)
    for n, x in enumerate(what, start):
        if n >= end:
            return
        into[n] += gain * x


def noise(chance: Random, seconds: float) -> Samples:
    """Returns white noise."""
    draw = chance.random
    return [2 * draw() - 1 for _ in range(count(seconds))]


def low(samples: Samples, hertz: float) -> Samples:
    """Returns samples without what is high."""
    share, kept, found = 1 - math.exp(-2 * math.pi * hertz / RATE), 0.0, []
    for x in samples:
        kept += share * (x - kept)
        found.append(kept)
    return found


def high(samples: Samples, hertz: float) -> Samples:
    """Returns samples without what is low."""
    return [x - y for x, y in zip(samples, low(samples, hertz), strict=True)]


def band(samples: Samples, hertz: float, width: float) -> Samples:
    """Returns what of the samples makes a body ring that has one tone; `width` in hertz, wider is drier."""
    radius = math.exp(-math.pi * width / RATE)
    first, second = 2 * radius * math.cos(2 * math.pi * hertz / RATE), -radius * radius
    gain, a, b, found = 1 - radius, 0.0, 0.0, []
    for x in samples:
        a, b = gain * x + first * a + second * b, a
        found.append(a)
    return found


def struck(tones: Iterable[tuple[float, float, float]], seconds: float, attack: float = 0.001) -> Samples:
    """Returns a struck body: tones as (hertz, strength, seconds in which each falls to a third)."""
    found = silence(seconds)
    for hertz, strength, tau in tones:
        turn, fall = 2 * math.pi * hertz / RATE, math.exp(-1 / (tau * RATE))
        size = strength
        for n in range(len(found)):
            found[n] += size * math.sin(turn * n)
            size *= fall
    rise = count(attack)
    for n in range(min(rise, len(found))):
        found[n] *= n / rise
    return found


def swept(hertz: Callable[[float], float], seconds: float, strengths: Iterable[float] = (1.0,)) -> Samples:
    """Returns a tone whose pitch is a function of time, with overtones of these strengths."""
    phase, found, over = 0.0, [], list(enumerate(strengths, 1))
    for n in range(count(seconds)):
        phase += 2 * math.pi * hertz(n / RATE) / RATE
        found.append(sum(strength * math.sin(k * phase) for k, strength in over))
    return found


def shaped(samples: Samples, *points: tuple[float, float]) -> Samples:
    """Returns samples louder and softer along (seconds, gain), with cosines between."""
    found, legs = [], list(zip(points, points[1:], strict=False))
    for n, x in enumerate(samples):
        t = n / RATE
        gain = points[0][1] if t < points[0][0] else points[-1][1]
        for (t1, g1), (t2, g2) in legs:
            if t1 <= t < t2:
                gain = g1 + (g2 - g1) * (0.5 - 0.5 * math.cos(math.pi * (t - t1) / (t2 - t1)))
        found.append(x * gain)
    return found


def room(samples: Samples, share: float, tail: float = 0.5, dark: float = 2_400) -> Samples:
    """Returns samples as heard in a room: `tail` is how strongly each echo comes back, `dark` in hertz."""
    wet = [0.0] * len(samples)
    for delay in (0.0297, 0.0371, 0.0411, 0.0437):
        line, at = [0.0] * count(delay), 0
        for n, x in enumerate(samples):
            echo = line[at]
            wet[n] += echo
            line[at] = x + echo * tail
            at = (at + 1) % len(line)
    for delay in (0.005, 0.0017):
        line, at = [0.0] * count(delay), 0
        for n, x in enumerate(wet):
            echo = line[at]
            wet[n] = echo - 0.7 * x
            line[at] = x + 0.7 * wet[n]
            at = (at + 1) % len(line)
    return [x + share * y for x, y in zip(samples, low(wet, dark), strict=True)]


def rubbed(chance: Random, seconds: float, rate: Callable[[float], float], bodies: Iterable[float]) -> Samples:
    """Returns something that sticks and slips: knocks at a rate that is a function of time, ringing in bodies."""
    knocks, t = silence(seconds), 0.01
    while t < seconds:
        knocks[count(t)] = 0.5 + chance.random()
        t += (0.7 + 0.6 * chance.random()) / rate(t)
    found = [0.0] * len(knocks)
    for number, hertz in enumerate(bodies):
        put(found, band(knocks, hertz, 60 + 40 * number), 0, 0.8**number)
    return found


# -- the sounds ---------------------------------------------------------------------------------------------------


@sound
def teleprinter(chance: Random) -> Samples:
    """A few words struck by a teleprinter, and its carriage at the end."""
    found = silence(1.3)
    motor = low(swept(lambda t: 118.0, 1.3, (1, 0.5, 0.3)), 400)
    put(found, shaped(motor, (0, 0), (0.1, 0.05), (1.1, 0.05), (1.3, 0)), 0)
    for key in (0, 1, 2, 3, 5, 6, 7, 8, 9):
        at, loud = 0.03 + key * 0.098 + 0.012 * chance.random(), 0.75 + 0.4 * chance.random()
        pitch = 1 + 0.12 * chance.random()
        bars = [(1_150 * pitch, 0.5, 0.012), (2_350 * pitch, 0.35, 0.007), (205, 0.7, 0.02)]
        put(found, struck(bars, 0.1), at, loud)
        put(found, struck([(780 * pitch, 0.25, 0.008)], 0.05), at + 0.034, loud)
        put(found, shaped(high(noise(chance, 0.03), 1_800), (0, 0.6), (0.03, 0)), at, loud)
    put(found, struck([(130, 1.2, 0.035), (410, 0.5, 0.02), (1_500, 0.2, 0.01)], 0.2), 1.05)
    return room(found, 0.12)


@sound
def telephone(chance: Random) -> Samples:
    """One ring of a telephone with two gongs."""
    found = silence(1.7)
    for stroke in range(22):
        gong = 1_180 if stroke % 2 else 1_420
        tones = [(gong, 0.6, 0.16), (gong * 2.41, 0.3, 0.07), (gong * 4.13, 0.12, 0.03), (420, 0.1, 0.01)]
        put(found, struck(tones, 0.7), 0.01 + stroke * 0.045, 0.9 + 0.2 * chance.random())
    return room(low(found, 4_200), 0.1)


@sound
def paper(chance: Random) -> Samples:
    """A sheet that is slid across a table."""
    sheet = band(high(noise(chance, 0.6), 900), 2_600, 2_400)
    grain = low(noise(chance, 0.6), 60)
    sheet = [x * (0.35 + 6 * abs(g)) for x, g in zip(sheet, grain, strict=True)]
    found = shaped(sheet, (0, 0), (0.12, 0.7), (0.2, 0.45), (0.33, 1), (0.55, 0))
    put(found, struck([(160, 0.25, 0.02)], 0.1), 0.36)
    return room(found, 0.08)


@sound
def stamp(chance: Random) -> Samples:
    """A stamp brought down, and lifted."""
    found = silence(0.6)
    put(found, struck([(92, 1.2, 0.05), (148, 0.8, 0.035), (330, 0.45, 0.02), (640, 0.25, 0.012)], 0.4), 0.01)
    put(found, shaped(low(noise(chance, 0.08), 1_600), (0, 1.2), (0.08, 0)), 0.01)
    put(found, shaped(band(noise(chance, 0.12), 1_900, 1_500), (0, 0), (0.05, 0.14), (0.12, 0)), 0.26)
    put(found, struck([(520, 0.12, 0.012)], 0.08), 0.33)
    return room(found, 0.16)


@sound
def pen(chance: Random) -> Samples:
    """Two strokes of a pen, through what is refused."""
    found = silence(0.75)
    for at, seconds, loud in ((0.02, 0.26, 1.0), (0.38, 0.3, 0.85)):
        drag = rubbed(chance, seconds, lambda t: 260.0, (2_900, 4_100, 1_700))
        hiss = band(noise(chance, seconds), 3_600, 2_600)
        stroke = [x + 0.25 * y for x, y in zip(drag, hiss, strict=True)]
        put(found, shaped(stroke, (0, 0), (0.03, 1), (seconds * 0.7, 0.8), (seconds, 0)), at, loud)
    return room(low(found, 4_500), 0.1)


@sound
def siren(chance: Random) -> Samples:
    """A siren, far away, up and down once."""

    def pitch(t: float) -> float:
        return 250 + 230 * math.sin(math.pi * min(1.0, t / 2.3)) ** 0.8

    far = low(low(swept(pitch, 2.3, (1, 0.45, 0.3, 0.14)), 900), 1_200)
    wind = low(noise(chance, 2.3), 3)
    far = [x * (1 + 4 * w) for x, w in zip(far, wind, strict=True)]
    far = shaped(far, (0, 0), (0.7, 0.9), (1.3, 1), (2.25, 0))
    return room(far, 0.5, 0.8, 1_200)


@sound
def sonar(chance: Random) -> Samples:
    """A ping, and what comes back of it."""
    ping = struck([(1_046, 1, 0.16), (1_052, 0.5, 0.22), (523, 0.12, 0.1)], 1.2, attack=0.012)
    found = silence(1.7)
    put(found, ping, 0.01)
    put(found, low(ping, 700), 0.62, 0.34)
    put(found, low(noise(chance, 1.7), 200), 0, 0.02)
    return room(found, 0.35, 0.82, 1_500)


@sound
def creak(chance: Random) -> Samples:
    """A rope that is drawn tighter."""
    drawn = rubbed(chance, 0.85, lambda t: 26 + 60 * t * t, (270, 455, 790, 1_260))
    return room(shaped(drawn, (0, 0), (0.1, 0.5), (0.55, 1), (0.82, 0)), 0.14)


@sound
def strain(chance: Random) -> Samples:
    """A rope that is drawn tighter when it is tight already: higher, and fibres give way."""
    found = rubbed(chance, 0.95, lambda t: 52 + 120 * t * t, (430, 760, 1_190, 1_980))
    found = shaped(found, (0, 0), (0.1, 0.6), (0.6, 1), (0.9, 0))
    for at in (0.37, 0.58, 0.66):
        put(found, shaped(high(noise(chance, 0.03), 1_500), (0, 1), (0.03, 0)), at, 0.16)
    return room(found, 0.14)


@sound
def slack(chance: Random) -> Samples:
    """A rope that is given out."""
    found = rubbed(chance, 0.85, lambda t: 60 * math.exp(-2.6 * t) + 6, (190, 320, 540))
    hiss = band(noise(chance, 0.85), 900, 900)
    put(found, shaped(hiss, (0, 0), (0.12, 1), (0.8, 0)), 0, 0.12)
    return room(shaped(found, (0, 0), (0.06, 1), (0.8, 0)), 0.14)


@sound
def drone(chance: Random) -> Samples:
    """A low tone that swells and goes, for the brink."""
    found = silence(2.5)
    for hertz, loud in ((55.0, 1.0), (55.7, 0.8), (82.1, 0.5), (110.9, 0.4), (165.3, 0.16)):
        put(found, swept(lambda t, hertz=hertz: hertz, 2.5, (1, 0.35, 0.2)), 0, loud)
    put(found, low(low(noise(chance, 2.5), 180), 180), 0, 1.2)
    return shaped(room(shaped(low(found, 420), (0, 0), (1, 1), (1.4, 1), (2.4, 0)), 0.3, 0.8, 600), (2, 1), (2.5, 0))


@sound
def clock(chance: Random) -> Samples:
    """A clock on the wall: three strokes of its works."""
    found = silence(1.25)
    for beat, pitch in enumerate((1.0, 0.84, 1.0)):
        tones = [(2_150 * pitch, 0.5, 0.012), (3_300 * pitch, 0.3, 0.007), (690 * pitch, 0.6, 0.025)]
        put(found, struck(tones, 0.2), 0.02 + beat * 0.45)
        put(found, shaped(high(noise(chance, 0.01), 2_500), (0, 0.5), (0.01, 0)), 0.02 + beat * 0.45)
    return room(found, 0.22)


@sound
def folder(chance: Random) -> Samples:
    """A folder of cardboard that is closed and laid down."""
    found = silence(0.6)
    slide = band(noise(chance, 0.25), 1_100, 1_300)
    put(found, shaped(slide, (0, 0), (0.18, 0.5), (0.25, 0)), 0)
    put(found, struck([(118, 0.9, 0.04), (245, 0.45, 0.025)], 0.3), 0.24)
    put(found, shaped(low(noise(chance, 0.09), 900), (0, 1.4), (0.09, 0)), 0.24)
    return room(found, 0.16)


@sound
def thud(chance: Random) -> Samples:
    """A dull blow, far off, and nothing after it."""
    found = silence(1.6)
    put(found, shaped(swept(lambda t: 44 + 40 * math.exp(-9 * t), 1.3, (1, 0.5, 0.25)), (0, 1), (1.3, 0)), 0.01)
    put(found, shaped(low(low(noise(chance, 0.7), 240), 240), (0, 3), (0.7, 0)), 0.01)
    return room(shaped(found, (0, 0), (0.012, 1), (0.5, 0.4), (1.5, 0)), 0.45, 0.84, 500)


@sound
def bell(chance: Random) -> Samples:
    """One stroke of a bell on a desk."""
    tones = [(1_760, 0.7, 0.3), (1_764, 0.35, 0.4), (4_860, 0.22, 0.1), (9_300, 0.08, 0.04), (880, 0.1, 0.12)]
    return room(struck(tones, 1.35, attack=0.0015), 0.12)


@sound
def notes(chance: Random) -> Samples:
    """Four low notes that come to rest."""
    found = silence(3.5)
    for number, hertz in enumerate((110.0, 98.0, 82.41, 73.42)):
        tau = 1.1 if number == 3 else 0.5
        tones = [(hertz * k * (1 + 0.0004 * k * k), 0.8**k, tau / (0.7 + 0.3 * k)) for k in range(1, 9)]
        put(found, struck(tones, 2.2, attack=0.018), 0.01 + number * 0.62, 1.0 if number < 3 else 1.15)
    return shaped(room(low(found, 1_500), 0.3, 0.8, 900), (2.4, 1), (3.5, 0))


# -- finishing ----------------------------------------------------------------------------------------------------


def loudest(samples: Samples) -> float:
    """Returns the root mean square of the loudest stretch of `WINDOW` seconds."""
    width = count(WINDOW)
    powers, total, most = [x * x for x in samples], 0.0, 0.0
    for n, power in enumerate(powers):
        total += power - (powers[n - width] if n >= width else 0)
        most = max(most, total)
    return math.sqrt(most / width)


def finish(samples: Samples) -> bytes:
    """Returns sixteen-bit samples of one loudness, without a step at either end."""
    samples = high(samples, 25)
    fade, out, end = count(_FADE_IN), count(_FADE_OUT), len(samples) - 1
    samples = [x * min(1, n / fade, (end - n) / out) for n, x in enumerate(samples)]
    for _ in range(3):  # rounding the peaks makes it a little softer, so that it is brought up again
        gain = LOUDNESS / loudest(samples)
        samples = [PEAK * math.tanh(x * gain / PEAK) for x in samples]
    return struct.pack(f"<{len(samples)}h", *(round(32_767 * x) for x in samples))


def write(name: str, path: Path) -> None:
    """Makes one sound and writes it as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        file.writeframes(finish(SOUNDS[name](Random(name))))


def main(folder: Path = FOLDER) -> None:
    """Makes every sound."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOUNDS:
        write(name, folder / f"{name}.wav")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
