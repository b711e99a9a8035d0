"""Lessons follow from what a side has seen and done, in every scenario that has them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.frontends import presenter
from game.frontends.presenter.teaching.lessons import LessonCard, lesson_of
from game.match.match import Match
from game.players.player import Choice
from game.players.roster import facing_lessons, seat
from game.rules.ruleset import Ruleset
from game.scenario.loader import Loaded, load_file, load_scenario, shipped, teaching

MINIMAL = Path(__file__).parents[3] / "scenario" / "minimal.yaml"
TAUGHT = """lessons:
  - {side: north, text: Look around., points_to: map}
  - {side: north, text: Man the forts., until: act raise_watch}
  - {side: north, text: "Now wait, or write.", when: watch is raised, until: offer}
  - {side: north, text: The second day., when: day >= 2}
  - {side: south, text: Only wait.}
"""
SEEDS = range(24)
DEEDS = {
    1: "act send_boats",
    2: "act look_closer",
    3: "act call_boats_back",
}
OFFERS = {
    2: "offer herald drop_toll for remove_guns + free_ferry",
    4: "offer pilot drop_toll + lower_tower within_months secret for remove_guns + free_ferry",
}


@pytest.fixture
def taught(tmp_path: Path) -> Loaded:
    """Returns the smallest scenario with lessons laid over it."""
    over = tmp_path / "lessons.yaml"
    over.write_text(TAUGHT, "utf-8")
    return load_file(MINIMAL, [over])


def texts(match: Match, side: int) -> list[str]:
    """Returns the lessons a reader sees who puts away all that ask for nothing."""
    read: set[int] = set()
    found = []
    while card := lesson_of(match, side, read):
        found.append(card.text)
        if card.task:
            break
        read.add(card.number)
    return found


def follow(match: Match, say: Callable[[LessonCard], object]) -> None:
    """Plays the taught side as its lessons ask, signing what beats no deal from the fourth day on."""
    rules, taught = match.rules, 0
    program = seat(rules, match.players[rules.scenario.side_names[1]], 1)
    wrote: set[int] = set()
    while match.actor is not None:
        if match.actor != taught:
            choice: Choice = match.ask(program)  # type: ignore[arg-type]
            match.play(choice.move)
            continue
        read: set[int] = set()
        while (card := lesson_of(match, taught, read)) and not read & {card.number}:
            say(card)
            read.add(card.number)
        match.play(_move(match, wrote))


def _move(match: Match, wrote: set[int]) -> str:
    legal, day = match.legal_moves, match.day
    for word in ("answer help_them", "keep lower_tower"):
        if word in legal:
            return word
    room = presenter.war_room(match.rules, match.view(0), presenter.facts_of(match, 0))
    good = [letter.accept for letter in room.inbox if letter.accept and letter.worth > letter.no_deal]
    if good and day >= 4:
        return good[0]
    offer = OFFERS.get(day)
    if offer in legal and day not in wrote:
        wrote.add(day)
        return offer  # type: ignore[return-value]
    return next(move for move in (DEEDS.get(day), "act look_closer", "act wait") if move in legal)  # type: ignore[misc]


def test_lessons_come_in_order_and_go_when_they_are_done(taught: Loaded) -> None:
    match = Match(taught, seed=1)
    assert texts(match, 0) == ["Look around.", "Man the forts."]
    match.play("act wait")
    assert texts(match, 1) == ["Only wait."] and texts(match, 0) == []
    match.play("act wait")
    assert texts(match, 0) == ["Man the forts."]
    match.play("act raise_watch")
    match.play("act wait")
    assert texts(match, 0) == ["Now wait, or write."]


def test_a_lesson_is_where_its_reader_was_after_saving_and_taking_back(taught: Loaded) -> None:
    match = Match(taught, seed=1)
    for move in ("act wait", "act wait", "act raise_watch", "act wait"):
        match.play(move)
    again = Match(taught, record=match.record())
    assert lesson_of(again, 0) == lesson_of(match, 0) is not None
    again.undo(again.ply - 2)
    assert texts(again, 0) == ["Look around.", "Man the forts."]


def test_what_is_hidden_from_a_side_changes_no_lesson(taught: Loaded) -> None:
    cards = [
        lesson_of(Match(taught, seed=1, mandates={"south": mandate}), 0)
        for mandate in taught.scenario.mandates["south"]
    ]
    assert len(set(cards)) == 1


def test_a_scenario_without_lessons_teaches_nothing(rules: Ruleset) -> None:
    assert lesson_of(Match(rules), 0) is None and not facing_lessons(rules.scenario)


def test_a_scenario_that_teaches_is_shipped_and_is_not_the_one_that_is_meant_when_none_is_named() -> None:
    name = teaching()
    assert name in shipped() and name != shipped()[0]


@pytest.fixture(scope="module")
def followed() -> list[tuple[Match, list[LessonCard]]]:
    """Returns matches of the shipped scenario with lessons in which each lesson was followed."""
    loaded = load_scenario(teaching() or "")
    games = []
    for seed in SEEDS:
        match = Match(loaded, seed=seed, players=facing_lessons(loaded.scenario))
        told: list[LessonCard] = []
        follow(match, told.append)
        games.append((match, told))
    return games


def test_who_follows_each_lesson_plays_the_tutorial_to_a_settlement(followed) -> None:
    for match, _ in followed:
        assert match.outcome and match.rules.scenario.endings[match.outcome.ending].settled


def test_every_lesson_of_the_tutorial_is_told_in_some_game(followed) -> None:
    told = {card.number for _, cards in followed for card in cards}
    assert told == set(range(1, len(followed[0][0].rules.scenario.lessons) + 1))


def test_every_game_of_the_tutorial_teaches_acts_letters_offers_and_the_map(followed) -> None:
    for _, cards in followed:
        assert {card.points_to for card in cards} >= {"acts", "letters", "offer", "map", "knot", "mandate"}
