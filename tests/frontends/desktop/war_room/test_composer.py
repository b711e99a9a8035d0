"""The composer says what it changes by itself, opens on the way a letter came, and takes a click on half a row."""

import pygame
import pytest
from moments import cut_short, dawn

from game.frontends.desktop.theme import Role
from game.frontends.desktop.war_room.clauses import ClauseCard
from game.frontends.desktop.war_room.wording import typed
from game.frontends.desktop.widgets.pane import Pane
from game.frontends.presenter.models import ClauseLine
from game.frontends.presenter.words import AS_SEEN
from game.match.match import Match
from game.rules.slots import MOVE


def write(lay, match: Match, size: tuple[int, int] = (1280, 720)):
    """Returns a window with the composer of the side to move."""
    window = lay(match, size, seat=match.actor)
    window.key(pygame.K_o)
    assert window.name == "ComposerScreen"
    return window


@pytest.fixture
def fresh(history: Match) -> Match:
    """Returns the historical match on the first side's turn of the tenth day."""
    return cut_short(history, dawn(history, 10, 0, MOVE))


def pick_secret(composer) -> None:
    """Puts in the first clause that can be given in secret, in that form."""
    secret = composer.room.rules.bundles.secret
    choice, form = next(
        (choice, number)
        for choice in composer.choices.values()
        for number, form in enumerate(choice.forms)
        if choice.open and secret >> form.number & 1
    )
    composer._choose(choice, form)


def test_a_secret_form_changes_to_a_channel_that_carries_it_and_says_so(lay, fresh: Match) -> None:
    composer = write(lay, fresh).top
    composer.carry(next(n for n, c in enumerate(composer.composer.channels) if c.open and not c.secret))
    pick_secret(composer)
    assert composer.channel.secret
    assert composer.channel.name in composer.notice
    assert composer.sheet.move


def test_a_counter_offer_opens_on_the_channel_of_the_letter(lay, fresh: Match) -> None:
    composer = write(lay, fresh).top
    secret = next(n for n, c in enumerate(composer.composer.channels) if c.open and c.secret)
    composer.carry(secret)
    pick_secret(composer)
    sender = fresh.actor
    fresh.play(composer.sheet.move)
    for _ in range(200):
        again = lay(fresh, seat=fresh.actor) if fresh.actor == 1 - sender else None
        if again and again.name == "WarRoom" and again.top.model.inbox and again.top.model.can_offer:
            break
        fresh.play(next(m for m in fresh.legal_moves if not m.startswith(("accept", "refuse", "offer"))))
    again.key(pygame.K_o)
    assert again.top.channel.id == again.top.room.open_letter.channel


def test_a_clause_that_takes_the_place_of_another_says_so(lay, fresh: Match) -> None:
    composer = write(lay, fresh).top
    first, second = next(
        (a, b)
        for a in composer.choices.values()
        for b in composer.choices.values()
        if a.id != b.id and a.issue == b.issue and a.giver == b.giver and a.open and b.open
    )
    composer._choose(first, 0)
    assert composer.notice == ""
    composer._choose(second, 0)
    assert composer.notice.startswith(f"{second.name} replaces {first.name}.")


def test_a_click_on_a_row_half_in_sight_is_taken(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    for pane in [w for w in window.top.widgets if isinstance(w, Pane) and w.most]:
        rows = [w for w in window.top.widgets if isinstance(w, ClauseCard) and w.pane is pane and w.clause.open]
        row = next((w for w in rows if 4 < w.target.h < w.box.h), None)
        if row:
            window.click((row.target.right - 30, row.target.bottom - 2))
            assert row.clause.id in window.top.draft
            return
    pytest.skip("every row is whole in sight")


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_every_open_row_tells_what_it_may_be_worth_to_them(lay, fresh: Match, size: tuple[int, int]) -> None:
    for card in write(lay, fresh, size).top.widgets:
        if isinstance(card, ClauseCard) and card.parts():
            guess = max(card.desk.width(card.guess(form), Role.TEXT, 14) for form in card.clause.forms)
            assert card.parts()[-1].right + guess < card.box.right - 8, card.key


def chosen(window) -> dict[str, int]:
    """Returns the clauses of the draft with their forms."""
    return dict(window.top.draft)


def begin(window) -> dict[str, int]:
    """Puts the first open clause that is not in the draft into it by key; returns the draft."""
    key = next(w.key for w in window.top.widgets if isinstance(w, ClauseCard) and w.clause.open and w.form is None)
    window.tab_to(key)
    window.key(pygame.K_RETURN)
    assert chosen(window)
    return chosen(window)


def test_a_draft_that_was_left_is_there_again(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    draft, channel = begin(window), window.top.channel.id
    window.key(pygame.K_ESCAPE)
    assert window.name == "WarRoom"
    window.key(pygame.K_o)
    assert chosen(window) == draft
    assert window.top.channel.id == channel
    assert window.top.notice == "Your draft, as you left it."


def test_clearing_drops_the_draft_and_can_be_taken_back(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    start = chosen(window)
    draft = begin(window)
    window.key(pygame.K_x)
    assert chosen(window) == start
    window.key(pygame.K_ESCAPE, pygame.K_o)
    assert chosen(window) == start
    begin(window)
    window.key(pygame.K_x, pygame.K_z)
    assert chosen(window) == draft
    window.key(pygame.K_z)
    assert chosen(window) == start


def test_a_draft_outlives_a_move_that_is_taken_back(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    draft = begin(window)
    window.key(pygame.K_ESCAPE)
    table = window.top.table
    table.match.play("act watch")
    table.match.undo(table.match.ply - fresh.ply or 1)
    window.app.obey(table.go_on())
    window.settle()
    if window.name == "CurtainScreen":
        window.app.obey(table.sit(0))
        window.settle()
    assert window.name == "WarRoom"
    window.key(pygame.K_o)
    assert chosen(window) == draft


def test_what_was_sent_is_gone_and_comes_back_when_that_is_undone(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    while not window.top.sheet.move:
        draft = begin(window)
    window.key(pygame.K_c, pygame.K_RETURN)
    assert window.name == "WarRoom"
    table = window.top.table
    assert table.drafts.find((0, None)) is None
    assert table.match.undoable
    window.key(pygame.K_z)
    window.key(pygame.K_o)
    assert chosen(window) == draft


def test_each_side_and_each_letter_has_a_draft_of_its_own(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    begin(window)
    drafts, key = window.top.drafts, window.top.key
    assert drafts.find(key)
    assert drafts.find((1, None)) is None
    assert drafts.find((0, ("another", "letter", 0))) is None


def test_a_counter_offer_marks_what_it_adds_changes_and_leaves_out(lay, history: Match) -> None:
    window = write(lay, cut_short(history, dawn(history, 12, 0, MOVE)))
    composer = window.top
    assert composer.first.forms and composer.draft == composer.first.forms

    def marks() -> dict[str, str]:
        return {w.clause.id: w.mark for w in window.top.widgets if isinstance(w, ClauseCard) and w.mark}

    assert marks() == {}
    asked, *others = composer.first.forms
    free = [
        c for c in composer.choices.values() if c.issue not in {composer.choices[n].issue for n in (asked, *others)}
    ]
    composer._choose(composer.choices[asked], 1 - composer.first.forms[asked])
    composer._choose(composer.choices[others[0]], None)
    composer._choose(free[0], 0)
    assert marks() == {asked: "changed", others[0]: "left out", free[0].id: "added"}


def test_an_offer_that_answers_nothing_marks_nothing(lay, fresh: Match) -> None:
    window = write(lay, fresh)
    composer = window.top
    composer._choose(next(c for c in composer.choices.values() if c.open), 0)
    assert all(not w.mark for w in window.top.widgets if isinstance(w, ClauseCard))


def said(composer) -> str:
    """Returns the words over the button that sends."""
    from game.frontends.desktop.war_room import sending

    return sending.words(composer)


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_why_an_offer_cannot_go_out_stands_whole_over_the_button(lay, fresh: Match, size) -> None:
    window = write(lay, fresh, size)
    assert said(window.top).startswith("An offer needs at least one clause.")
    words, button = window.widget("sending").box, window.widget("send").box
    assert words.h >= window.app.desk.block_height(said(window.top), Role.TEXT, 15, words.w)
    assert words.bottom <= button.top
    pick_secret(window.top)
    assert said(window.top) == ""


def test_a_channel_that_an_own_letter_closes_is_told_of_at_the_beginning(lay, fresh: Match) -> None:
    composer = write(lay, fresh).top
    pick_secret(composer)
    name = composer.channel.name
    fresh.play(composer.sheet.move)
    again = write(lay, fresh).top
    assert f"{name} is closed: your last letter by it is still open." in said(again)
    again._choose(next(choice for choice in again.choices.values() if choice.open), 0)
    assert "is closed" not in said(again)


def test_an_offer_that_answers_their_letter_says_so_over_the_button(lay, history: Match) -> None:
    match = cut_short(history, dawn(history, 12, 0, MOVE))
    composer = write(lay, match).top
    answered = [channel.id for channel in composer.composer.channels if channel.answers]
    assert composer.room.open_letter.channel in answered
    for number, channel in enumerate(composer.composer.channels):
        if channel.open:
            composer.carry(number)
            answers = bool(composer.sheet.move) and channel.id in answered
            assert ("This answers their letter" in said(composer)) is answers


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("They leave in the months to come.", "within months", "They leave in the months to come."),
        (
            "They leave in the months to come.",
            "within months, in secret",
            "They leave in the months to come, in secret.",
        ),
        ("They go home.", "within weeks", "They go home, within weeks."),
        ("They go home.", "", "They go home."),
    ],
)
def test_a_letter_adds_of_a_form_only_what_the_clause_does_not_say(text: str, form: str, said: str) -> None:
    assert typed([ClauseLine("go", 0, "Go", text, form, 0, 0)], []).endswith(f"– {said}")


@pytest.mark.parametrize("size", [(1280, 720), (2560, 1440)])
def test_what_a_channel_is_can_be_read_whole(lay, fresh: Match, texts, size: tuple[int, int]) -> None:
    window = write(lay, fresh, size)
    for channel in window.top.composer.channels:
        texts.clear()
        window.top.focus_on(f"channel.{channel.id}")
        window.top.invalidate()
        window.settle()
        assert channel.text in " ".join(texts)
        assert not [text for text in texts if text.endswith("…")]


def test_what_no_deal_is_worth_is_never_called_exact(lay, history: Match, texts: list[str]) -> None:
    """It rests on what a side knows of the other, so the debrief may tell another figure."""
    match = cut_short(history, dawn(history, 12, 0, MOVE))
    lay(match, (1920, 1080), seat=0)
    assert "No deal, as you see it" in texts
    texts.clear()
    write(lay, match, (1920, 1080))
    assert "No deal, as you see it" in texts and "No deal, to you, as you see it" in texts
    assert any(f"no deal is {AS_SEEN}" in text for text in texts)
    assert not [text for text in texts if "exact figures" in text]
