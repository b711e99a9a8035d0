"""A window is opened only where somebody can see it."""

import os
import subprocess
import sys

from game.frontends.desktop.display import icon
from game.frontends.desktop.theme import ROOM, SIDE_COLOURS

ASK = "from game.frontends.desktop.display import available; print(available())"


def ask(**variables: str) -> str:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    done = subprocess.run([sys.executable, "-c", ASK], env=kept | variables, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_without_a_display_it_says_why() -> None:
    assert ask() not in ("None", "")


def test_a_driver_that_was_asked_for_is_taken() -> None:
    assert ask(SDL_VIDEODRIVER="dummy") == "None"


def test_an_unknown_driver_is_a_reason() -> None:
    assert ask(SDL_VIDEODRIVER="nonesuch") != "None"


def test_the_title_needs_neither_scenario_nor_parser() -> None:
    """The first frame is drawn before anything heavy is imported."""
    show = (
        "import sys, pathlib\n"
        "from game.frontends.desktop.app import App\n"
        "from game.frontends.desktop.settings import Settings\n"
        "app = App(Settings(), pathlib.Path('nowhere'))\n"
        "app.open((1024, 640))\n"
        "print(sorted({'pydantic', 'yaml', 'numpy', 'pygame_gui', 'game.scenario.model'} & set(sys.modules)))\n"
    )
    kept = os.environ | {"SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run([sys.executable, "-c", show], env=kept, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_windows_picture_has_the_colours_of_both_sides() -> None:
    picture = icon()
    colours = {tuple(picture.get_at((x, y)))[:3] for x in range(32) for y in range(32)}
    assert colours == {ROOM, *SIDE_COLOURS}
