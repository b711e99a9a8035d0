"""The window's speed: start to first frame, a frame in which the previewed act changes, CPU while waiting.

    python benchmarks/window.py            (with a display; else on SDL's dummy driver)

The first frame is compared with a bare pygame-ce window with one text, started in turns in the same run.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
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
import tempfile, time
from pathlib import Path
from game.frontends.desktop.app import App
from game.frontends.desktop.settings import Settings
App(Settings(), Path(tempfile.mkdtemp())).open((1280, 720))
print(time.perf_counter())
"""
WAITING = """
import tempfile, threading, time
from pathlib import Path
from game.frontends.desktop.app import App
from game.frontends.desktop.settings import Settings
app = App(Settings(), Path(tempfile.mkdtemp()))
app.open((1280, 720))
app.load()
def watch():
    time.sleep(4)
    start, cpu = time.perf_counter(), time.process_time()
    time.sleep(5)
    print((time.process_time() - cpu) / (time.perf_counter() - start))
    app.stack.clear()
threading.Thread(target=watch, daemon=True).start()
app.loop()
"""


def child(code: str) -> float:
    """Returns the number that a program prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def first_frame(code: str) -> float:
    """Returns the seconds from starting a program to its first frame; the clock is the same in every process."""
    start = time.perf_counter()
    return child(code) - start


def preview_frames() -> list[float]:
    """Returns the CPU seconds of frames in which the previewed act changes, at 1280 × 720 on day 9 of the path."""
    sys.path.insert(0, str(ROOT))
    import pygame

    from game.frontends.desktop.war_room.cards import Card
    from game.match.replay import dawn_of, past
    from game.rules.compile import compile_ruleset
    from game.scenario.loader import load_scenario

    sys.path.insert(0, str(ROOT / "tools"))
    import make_screenshots as pictures

    pictures.SIZE = (1280, 720)
    loaded = load_scenario("cuba1962")
    history = past(compile_ruleset(loaded.scenario, loaded.resolved)).match
    costs = []
    with tempfile.TemporaryDirectory() as saves:
        app = pictures.open_at(history.branch(dawn_of(history, 9)), 0, Path(saves))
        cards = [widget for widget in app.top.widgets if isinstance(widget, Card)]
        for _ in range(5):
            for card in cards:
                start = time.process_time()
                app.top.focus_on(card.key)
                app.redraw()
                costs.append(time.process_time() - start)
                pygame.event.pump()
    return costs


def main() -> None:
    """Measures and prints."""
    rows = [(first_frame(OURS), first_frame(BARE)) for _ in range(9)]
    ours, bare = (1e3 * median(column) for column in zip(*rows, strict=True))
    ratio = median(a / b for a, b in rows)
    print(f"first frame {ours:.0f} ms, bare window with one text {bare:.0f} ms: {ratio:.2f} times")
    frames = sorted(preview_frames())
    middle, worst = 1e3 * frames[len(frames) // 2], 1e3 * frames[-1]
    print(f"frame in which the previewed act changes: median {middle:.1f} ms of CPU, worst {worst:.1f} ms")
    print(f"waiting: {100 * child(WAITING):.2f} % of a core")


if __name__ == "__main__":
    main()
