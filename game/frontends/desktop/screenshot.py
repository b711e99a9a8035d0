"""Saves what the window shows as a picture."""

import time
from pathlib import Path

import pygame


def save_screenshot(folder: Path) -> str:
    """Saves the window as a picture in a folder, named after the moment; returns in words where, or why not."""
    surface = pygame.display.get_surface()
    path = folder / f"{time.strftime('%Y-%m-%d-%H%M%S')}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if surface:
            pygame.image.save(surface, str(path))
        return f"saved {path}"
    except (OSError, pygame.error) as error:
        return f"no screenshot: {error}"
