"""The rope that crosses every screen: a reef knot that tightens, comes undone or is cut."""

from game.frontends.desktop.knot.picture import cut, picture, undone

__all__ = ["cut", "picture", "undone"]
