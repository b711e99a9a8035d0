"""The window's speed against its limits: first frame, a changed preview, input to picture, waiting, memory.

    python benchmarks/window.py            (with a display; else on SDL's dummy driver)

The first frame is compared with a bare pygame-ce window with one text, started in turns in the same run, both from
compiled modules as an installed game has them. Everything is measured in a process of its own; frames are those of the
war room on day 9 of the path, forecasts in their process.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
COMPILED = tempfile.TemporaryDirectory()
if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

BARE = """
import os; os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
import pygame, time
pygame.init()
window = pygame.display.set_mode((1280, 720))
window.blit(pygame.font.Font(None, 24).render("start", True, "white"), (9, 9))
pygame.display.flip()
print(time.perf_counter())
"""
OURS = """
import sys, time
from pathlib import Path
from game.frontends.desktop.app import App
from game.frontends.desktop.settings import Settings
App(Settings(), Path(sys.argv[1])).open((1280, 720))
print(time.perf_counter())
"""
WAITING = """
import sys, threading, time
from pathlib import Path
from game.frontends.desktop.app import App
from game.frontends.desktop.settings import Settings
app = App(Settings(), Path(sys.argv[1]))
app.open((1280, 720))
app.load()
def watch():
    time.sleep(5)
    start, cpu = time.perf_counter(), time.process_time()
    time.sleep(8)
    print((time.process_time() - cpu) / (time.perf_counter() - start))
    app.stack.clear()
threading.Thread(target=watch, daemon=True).start()
app.loop()
"""
ROOM = """
import sys, time
from pathlib import Path
import pygame
from game.analysis.worker import Worker
from game.frontends.desktop.app import App
from game.frontends.desktop.screen import Show
from game.frontends.desktop.settings import Settings
from game.frontends.desktop.table import Table
from game.frontends.desktop.war_room.cards import Card
from game.match.replay import dawn_of
def room(size):
    app = App(Settings(), Path(sys.argv[1]), forecaster=Worker)
    app.open(size)
    app.load()
    while not app.desk.crisis:
        turn(app)
        time.sleep(0.01)
    history = app.desk.crisis.past.match
    table = Table(app.desk, history.branch(dawn_of(history, 9)))
    table.seat, table.briefed = 0, {0, 1}
    app.obey(Show(table.screen()))
    end = time.monotonic() + 6
    while time.monotonic() < end:
        turn(app)
        time.sleep(0.01)
    return app
def turn(app):
    for event in pygame.event.get():
        app.dispatch(event)
    app.redraw()
def cards(app):
    return [widget for widget in app.top.widgets if isinstance(widget, Card)]
"""
FRAMES = (
    ROOM
    + """
app, costs = room((int(sys.argv[2]), int(sys.argv[3]))), []
for _ in range(5):
    for card in cards(app):
        start = time.process_time()
        app.top.focus_on(card.key)
        app.redraw()
        costs.append(time.process_time() - start)
        turn(app)
print(*costs)
app.close()
"""
)
INPUT = (
    ROOM
    + """
import random, threading
app, lags, chance, taken = room((1280, 720)), [], random.Random(1), []
redraw, plain = app.redraw, app.dispatch
def drawn():
    redraw()
    lags.extend(time.perf_counter() - stamp for stamp in taken)
    taken.clear()
def dispatch(event):
    plain(event)
    if event.type == pygame.KEYDOWN:
        taken.append(event.stamp)
app.redraw, app.dispatch = drawn, dispatch
def type_():
    keys = pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN
    for number in range(400):
        time.sleep(chance.uniform(0.02, 0.06) if number % 20 else 1.5)
        key = chance.choice(keys)
        stamp = time.perf_counter()
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode="", stamp=stamp))
    time.sleep(0.2)
    app.stack.clear()
threading.Thread(target=type_, daemon=True).start()
app.loop()
print(*lags)
app.close()
"""
)
MEMORY = (
    ROOM
    + """
import resource
app = room((int(sys.argv[2]), int(sys.argv[3])))
for card in cards(app) * 3:
    app.top.focus_on(card.key)
    turn(app)
def press(*keys):
    for key in keys:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode=""))
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            turn(app)
            time.sleep(0.01)
press(pygame.K_n, pygame.K_n, pygame.K_n, pygame.K_p, pygame.K_ESCAPE, pygame.K_d, pygame.K_ESCAPE)
press(pygame.K_F1, *[pygame.K_RIGHT] * 9, pygame.K_ESCAPE)
press(pygame.K_o, pygame.K_DOWN, pygame.K_SPACE, pygame.K_ESCAPE)
press(pygame.K_l, *[pygame.K_n] * 5, *[pygame.K_DOWN] * 9, pygame.K_ESCAPE)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
now = Path("/proc/self/statm")
print(int(now.read_text().split()[1]) * resource.getpagesize() / 2**20 if now.exists() else most, most)
app.close()
"""
)


def child(code: str, *arguments: object) -> list[float]:
    """Returns the numbers that a program prints in its last line."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": COMPILED.name}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as saves:
        line = [sys.executable, "-c", code, saves, *map(str, arguments)]
        done = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.splitlines()[-1].split()]


def first_frame(code: str) -> float:
    """Returns the seconds from starting a program to its first frame; the clock is the same in every process."""
    start = time.perf_counter()
    return child(code)[0] - start


def tell(what: str, figure: float, limit: float, unit: str) -> bool:
    """Prints a figure with its limit and returns whether it is kept."""
    kept = figure <= limit
    print(f"{what:<58} {figure:8.2f} {unit:<12} at most {limit:g} {'' if kept else '  MISSED'}", flush=True)
    return kept


def starts() -> bool:
    """Measures the first frame."""
    child(OURS), child(BARE)
    rows = [(first_frame(OURS), first_frame(BARE)) for _ in range(45)]
    ours, bare = (1e3 * median(column) for column in zip(*rows, strict=True))
    print(f"first frame {ours:.0f} ms, bare window with one text {bare:.0f} ms")
    return tell("first frame, times a bare window", median(a / b for a, b in rows), 1.25, "times")


def previews() -> bool:
    """Measures frames in which the previewed act changes."""
    kept = True
    for size, middle, worst in (((1280, 720), 5, 12), ((2560, 1440), 10, None)):
        costs = sorted(1e3 * cost for cost in child(FRAMES, *size))
        name = f"preview changes at {size[0]} x {size[1]}"
        kept &= tell(f"{name}, median", median(costs), middle, "ms CPU")
        if worst:
            kept &= tell(f"{name}, worst", costs[-1], worst, "ms CPU")
        else:
            print(f"{name}, worst {costs[-1]:.1f} ms CPU")
    return kept


def main() -> int:
    """Measures and prints; returns 1 if a limit is missed."""
    kept = [starts(), previews()]
    lags = sorted(1e3 * lag for lag in child(INPUT))
    print(f"input to picture, median of {len(lags)}: {median(lags):.1f} ms, worst {lags[-1]:.1f} ms")
    kept.append(tell("input to picture, 99th percentile", lags[len(lags) * 99 // 100], 50, "ms"))
    kept.append(tell("waiting at the title", 100 * child(WAITING)[0], 0.5, "% of a core"))
    for size in ((1280, 720), (2560, 1440)):
        now, most = child(MEMORY, *size)
        kept.append(tell(f"memory after a walk through play at {size[0]} x {size[1]}", now, 200, "MB"))
        print(f"memory while something large was drawn: {most:.0f} MB")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    raise SystemExit(main())
