"""Once a deal is signed the dial of threats says that it shows what was last reported, until all is carried out."""

import random
from collections.abc import Iterator

import pytest
from looks import WINDOWS, Looks

from game.frontends import presenter
from game.match.match import Match
from game.rules.moves import legal_moves
from game.rules.play import pick
from game.rules.ruleset import Ruleset
from game.rules.slots import DEAL, MOVE, NO_DEAL, NODE, OWED, STRUCK

NOTE = "as last reported"


def played(rules: Ruleset, seed: int) -> Iterator[Match]:
    """Yields a match before every decision of random play."""
    match, chance = Match(rules, seed=seed), random.Random(seed).random
    while match.actor is not None:
        yield match
        match.play(pick(rules, legal_moves(rules, match.state), chance))


@pytest.fixture(scope="module")
def signed(shipped: Ruleset) -> Match:
    """Returns a match on a turn after a deal has been signed."""
    for seed in range(1, 100):
        for match in played(shipped, seed):
            if match.state[DEAL] == STRUCK and match.state[OWED] and match.state[NODE] == MOVE:
                return match
    raise AssertionError("nobody signs")


def told(match: Match) -> set[str]:
    """Returns what the dials of both sides say."""
    return {presenter.gauge(match.rules, match.view(side), side).balance.reported for side in (0, 1)}


def test_it_is_said_from_the_signing_until_everything_is_carried_out(shipped: Ruleset) -> None:
    seen = set()
    for seed in range(1, 12):
        for match in played(shipped, seed):
            deal = match.state[DEAL]
            if deal == NO_DEAL:
                assert told(match) == {""}
            elif deal == STRUCK:
                assert told(match) == ({NOTE} if match.state[OWED] else {""})
            seen.add(deal)
    assert seen >= {NO_DEAL, STRUCK}


@pytest.mark.parametrize(("size", "text"), WINDOWS)
def test_the_note_fits_beside_the_dial(
    lay, signed: Match, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text: int
) -> None:
    looks = Looks(monkeypatch)
    window = lay(signed, size, text, seat=signed.actor)
    screen = looks.draw_whole(window)
    drawn = {one.text for one in looks.drawn}
    looks.check(screen)
    if "Forced withdrawal" in drawn or window.app.desk.grid.effective_width >= 1150:
        assert NOTE in drawn
