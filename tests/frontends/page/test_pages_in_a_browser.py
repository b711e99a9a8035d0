"""Pages in a real browser, where Chromium is installed: no error, no request, printed as they are meant to be."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from game.classrooms import handouts
from game.frontends.page.debrief import debrief_page
from game.frontends.presenter.debrief.debriefing import DebriefScreen
from game.match.match import rules_of
from game.scenario.loader import load_scenario

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
OWN = "not an origin"
"""What the browser's log has for requests that the browser makes for itself."""


class Seen(NamedTuple):
    """What a browser made of a page: errors, requests to anywhere, and on how many sheets it prints."""

    errors: list[str]
    requests: list[str]
    sheets: int


def opened(folder: Path, text: str) -> Seen:
    """Opens a page in a browser that reaches nobody, and prints it."""
    page, log, printed = folder / "page.html", folder / "net.json", folder / "page.pdf"
    page.write_text(text, "utf-8")
    done = subprocess.run(
        [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", f"--user-data-dir={folder}/profile",
            f"--log-net-log={log}", f"--print-to-pdf={printed}", page.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    events = [event.get("params", {}) for event in json.loads(log.read_text("utf-8"))["events"]]
    requests = [said["url"] for said in events if "url" in said and said.get("initiator", OWN) != OWN]
    errors = [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
    return Seen(errors, requests, len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())))


@pytest.fixture(scope="module")
def pages(history: DebriefScreen) -> dict[str, str]:
    rules = rules_of(load_scenario("cuba1962"))
    return {"debrief.html": debrief_page(history)} | {
        name: text for name, (_, text) in handouts(rules, "cuba1962").items()
    }


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("debrief.html", 20),
        ("plan.html", 12),
        ("rules.html", 1),
        ("dossier-us-16-october.html", 5),
        ("dossier-ussr-26-october.html", 6),
        ("mandate-us-monroe.html", 1),
        ("mandate-ussr-face.html", 1),
    ],
)
def test_a_page_opens_without_a_fault_and_prints_on_few_sheets(
    tmp_path: Path, pages: dict[str, str], name: str, most: int
) -> None:
    seen = opened(tmp_path, pages[name])
    assert not seen.errors and not seen.requests and 1 <= seen.sheets <= most


def test_a_fault_of_a_page_would_be_seen(tmp_path: Path) -> None:
    seen = opened(tmp_path, "<script>nothing()</script><img src='http://knot.example/x.png'>" + "<p>line</p>" * 99)
    assert "nothing is not defined" in seen.errors[0] and "http://knot.example/x.png" in seen.requests
    assert seen.sheets > 1
