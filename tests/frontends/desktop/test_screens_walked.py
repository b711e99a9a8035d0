"""No screen of the window is left out of the walks that look at every size and text setting."""

from importlib import import_module
from pkgutil import walk_packages

from looks import DEBRIEF, ROOMS, SCREENS

from game.frontends import desktop
from game.frontends.desktop.screen import Screen

FRAMES = ("Page", "BusyPage", "AnswerRoom")
"""Classes that only others derive from; they are shown as those."""


def derived(kind: type[Screen]) -> set[str]:
    """Returns the names of all classes of the package that are derived from a screen."""
    own = {kind.__name__} if kind.__module__.startswith(desktop.__name__) else set()
    return own.union(*(derived(each) for each in kind.__subclasses__()))


def test_every_screen_is_in_a_walk() -> None:
    for module in walk_packages(desktop.__path__, f"{desktop.__name__}."):
        import_module(module.name)
    screens = derived(Screen) - {Screen.__name__}
    assert screens - {*FRAMES} == {*SCREENS, *ROOMS, *DEBRIEF}
    assert {*FRAMES} <= screens
