"""Where the files that are not code lie: in the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data(kind: str) -> Path:
    """Returns the folder named `kind` (`scenarios`, `assets`), of the wheel or else of the checkout.

    Raises FileNotFoundError if neither holds it.
    """
    for folder in (_PACKAGE / "_data" / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no folder {kind!r} beside the package or inside it")
