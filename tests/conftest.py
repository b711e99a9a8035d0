"""What all tests share: the option that writes golden files anew, and their place on the path."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
sys.path.insert(0, str(Path(__file__).parent))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--update-goldens`, which writes golden files instead of comparing with them."""
    parser.addoption("--update-goldens", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Leaves slow tests out unless they are asked for with `-m`."""
    if not config.option.markexpr:
        config.option.markexpr = "not slow"


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Returns a check that a text equals a golden file, which `--update-goldens` writes anew."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--update-goldens"):
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text, f"{path.name} differs; if that is meant: pytest --update-goldens"

    return check
