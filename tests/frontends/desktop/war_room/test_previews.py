"""Nothing is played before Confirm; what is previewed shows everywhere; a frame of it is cheap."""

import time

import pygame
import pytest
from moments import cut_short, dawn

from game.frontends.desktop.desk import Desk
from game.frontends.desktop.war_room.cards import Card
from game.frontends.desktop.war_room.wording import sent
from game.match.match import Match
from game.rules.slots import ACTOR, INCIDENT, MOVE, NODE

DEAREST = 5.0


@pytest.fixture
def room(lay, history: Match):
    window = lay(cut_short(history, dawn(history, 9, 0, MOVE)), seat=0)
    assert window.name == "WarRoom"
    return window


@pytest.fixture
def quiet(lay, history: Match):
    """Returns the room on a day without a letter, when a calm act has the focus at first."""
    window = lay(cut_short(history, dawn(history, 10, 1, MOVE)), seat=1)
    assert window.name == "WarRoom"
    assert not window.top.model.inbox
    return window


def cards(window) -> list[Card]:
    return [widget for widget in window.top.widgets if isinstance(widget, Card)]


def test_looking_at_acts_plays_nothing(room) -> None:
    before = room.top.match.ply
    for card in cards(room):
        room.top.focus_on(card.key)
        room.settle()
        assert room.top.subject.title == card.act.name
    assert room.top.match.ply == before


def test_a_click_on_a_card_half_in_sight_is_taken_by_that_card(room) -> None:
    pane = cards(room)[0].pane
    pane.scroll_by(cards(room)[0].rect.h // 2)
    half = next(card for card in cards(room) if card.act.open and 12 < card.target.h < card.box.h)
    offset = pane.offset
    place = half.target.centerx, half.target.bottom - 2 if half.target.top == half.box.top else half.target.top + 2
    room.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
    assert pane.offset == offset > 0
    room.app.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
    room.settle()
    assert room.top.subject.key == half.key
    assert room.top.focused.key == "confirm"


def test_a_closed_act_says_why_and_cannot_be_confirmed(room) -> None:
    screen = room.top
    rungs = [(n, act) for n, rung in enumerate(screen.model.rungs) for act in rung.acts if not act.open]
    number, act = rungs[0]
    screen.rung = number
    screen.rebuild()
    screen.focus_on(f"act.{act.id}")
    room.settle()
    assert screen.confirm_button.why
    before = screen.match.ply
    screen.focus_on("confirm")
    room.key(pygame.K_RETURN)
    assert screen.match.ply == before


def test_enter_on_an_act_goes_to_confirm_and_escape_back(room) -> None:
    card = next(card for card in cards(room) if card.act.open)
    room.top.focus_on(card.key)
    room.key(pygame.K_RETURN)
    assert room.top.focused.key == "confirm"
    room.key(pygame.K_ESCAPE)
    assert room.top.focused.key == card.key


def test_a_frame_in_which_the_previewed_act_changes_is_cheap(room) -> None:
    screen, surface = room.top, pygame.display.get_surface()
    costs = []
    for _ in range(3):
        for card in cards(room):
            start = time.process_time()
            screen.focus_on(card.key)
            for rect in screen.take_dirty():
                surface.set_clip(rect)
                screen.draw(surface)
            costs.append((time.process_time() - start) * 1000)
            surface.set_clip(None)
    assert sorted(costs)[len(costs) // 2] <= DEAREST


def test_the_map_and_its_list_are_reached_by_keys(room) -> None:
    first = room.top.frame
    room.key(pygame.K_n)
    assert room.top.frame != first
    room.key(pygame.K_l)
    assert room.name == "MapScreen"
    room.key(pygame.K_ESCAPE)
    assert room.name == "WarRoom"


def chosen_late(window) -> str:
    screen = window.top
    act = next(act for rung in reversed(screen.model.rungs) for act in reversed(rung.acts) if act.open)
    screen.rung = next(n for n, rung in enumerate(screen.model.rungs) if act in rung.acts)
    screen.rebuild()
    screen.focus_on(f"act.{act.id}")
    window.key(pygame.K_RETURN)
    assert screen.focused.key == "confirm"
    return act.move


@pytest.mark.parametrize("key", [pygame.K_p, pygame.K_F1, pygame.K_l, pygame.K_d])
def test_a_choice_outlives_every_other_screen(quiet, key: int) -> None:
    move = chosen_late(quiet)
    quiet.key(key)
    assert quiet.name != "WarRoom"
    quiet.key(pygame.K_ESCAPE)
    assert quiet.top.subject.move == move
    assert quiet.top.focused.key == "confirm"


def test_a_choice_outlives_a_larger_text(quiet) -> None:
    move = chosen_late(quiet)
    for _ in range(3):
        quiet.key(pygame.K_PLUS, mod=pygame.KMOD_CTRL)
        assert quiet.top.subject.move == move
        assert quiet.top.focused.key == "confirm"


def test_tab_passes_over_cards_without_choosing(quiet) -> None:
    move = chosen_late(quiet)
    quiet.key(pygame.K_TAB)
    quiet.tab_to("confirm")
    assert quiet.top.subject.move == move


def test_an_own_letter_under_way_is_on_the_table(lay, history: Match) -> None:
    after = dawn(history, 10, 1, MOVE) + 1
    states = enumerate(history.states)
    again = next(ply for ply, s in states if ply >= after and s[ACTOR] == 1 and s[NODE] == MOVE)
    quiet = lay(cut_short(history, again), seat=1)
    letter = quiet.top.model.sent[0]
    assert f"arrives {letter.arrives}, lapses {letter.lapses}. Until then no other can go" in sent(letter)
    drawn = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "block", lambda self, surface, text, *rest: drawn.append(text) or pygame.Rect(0, 0, 1, 1))
        quiet.top.rebuild()
    assert sent(letter) in drawn
    assert "No letter is open." not in drawn


def test_the_whole_mandate_is_one_key_away_and_says_so(lay, history: Match) -> None:
    match = cut_short(history, dawn(history, 10, 1, MOVE))
    window = lay(match, (1920, 1080), seat=1)
    assert window.widget("mandate.D").label == f"All {len(window.top.model.mandate.wants)}"
    window.press("mandate.D")
    assert window.name == "Reading"


def test_the_title_offers_to_continue_the_match_that_was_left(quiet) -> None:
    quiet.top.table.save()
    quiet.key(pygame.K_ESCAPE)
    assert quiet.name == "TitleScreen"
    assert quiet.top.focused.key == "continue"


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_a_letter_of_the_inbox_opens_in_full_and_is_answered_afterwards(lay, history: Match, how: str) -> None:
    room = lay(cut_short(history, dawn(history, 12, 0, MOVE)), seat=0)
    letter = room.top.model.inbox[0]
    if how == "mouse":
        room.press("letter.0")
    else:
        room.tab_to("letter.0")
        room.key(pygame.K_RETURN)
    assert room.name == "Reading"
    assert room.top.name == letter.channel_name
    room.key(pygame.K_ESCAPE)
    assert room.top.open_letter == letter
    assert room.top.focused.key in ("accept", "refuse", "letter.0")


def test_another_rung_shows_the_act_that_has_the_focus_whole(lay, history: Match) -> None:
    window = lay(cut_short(history, dawn(history, 12, 1, MOVE)), (1024, 640), 150, seat=1)
    for _ in window.top.model.rungs:
        window.key(pygame.K_RIGHT)
        focused = window.top.focused
        assert isinstance(focused, Card)
        assert focused.target.h == focused.box.h


@pytest.mark.parametrize("tab", ["inbox", "deal", "mandate"])
def test_a_tab_gives_the_focus_to_what_it_shows_not_to_the_date(lay, history: Match, tab: str) -> None:
    from game.frontends.desktop.war_room.layout import TABS

    window = lay(cut_short(history, dawn(history, 12, 0, MOVE)), (1024, 640), 150, seat=0)
    window.app.obey(window.top.turn_tab(TABS.index(tab)))
    assert window.top.focused.rect.y >= window.top.plan["strip"].bottom


def test_another_rung_taken_from_the_bar_previews_an_act_of_its_own(lay, history: Match) -> None:
    window = lay(cut_short(history, dawn(history, 12, 1, MOVE)), (1024, 640), 150, seat=1)
    window.top.focus_on("rungs")
    for step in (pygame.K_RIGHT, pygame.K_LEFT):
        window.key(step)
        room = window.top
        assert room.focused.key == "rungs"
        acts = room.model.rungs[room.rung].acts
        chosen = next((act for act in acts if act.open), acts[0])
        assert (room.subject.key, room.subject.move) == (f"act.{chosen.id}", chosen.move)


def test_the_answer_with_the_focus_bears_the_key_that_plays_it(lay, history: Match, monkeypatch) -> None:
    from game.frontends.desktop.war_room import options

    ply = max(p for p, s in enumerate(history.states) if s[NODE] == INCIDENT and s[ACTOR] < 2)
    window = lay(cut_short(history, ply), seat=history.states[ply][ACTOR])
    window.key(pygame.K_2)
    caps: list[tuple[str, int]] = []
    monkeypatch.setattr(options.still, "keycap", lambda desk, surface, text, left, *rest: caps.append((text, left)))
    surface = pygame.Surface(window.top.area.size)
    for widget in window.top.widgets:
        if isinstance(widget, options.Answer):
            widget.draw(surface)
    box = window.widget("answer.1").box
    assert window.top.focused.key == "answer.1"
    assert [text for text, _ in caps] == ["Enter"]
    assert box.left < caps[0][1] < box.right


def test_a_letter_to_be_answered_lies_whole_on_the_table_and_opens_by_its_key(lay, history: Match) -> None:
    room = lay(cut_short(history, dawn(history, 12, 0, MOVE)), (1280, 720), seat=0)
    pane = room.widget("table.pane")
    assert pane.height <= pane.rect.h
    room.press("table.F")
    assert room.top.name == (letter := "Private letter")
    room.key(pygame.K_ESCAPE)
    assert room.top.open_letter.channel_name == letter
    room.key(pygame.K_f)
    assert (room.name, room.top.name) == ("Reading", letter)


@pytest.mark.parametrize("key", [pygame.K_p, pygame.K_d])
def test_a_page_to_read_has_two_columns_before_it_scrolls(quiet, key: int) -> None:
    quiet.key(key)
    assert quiet.name == "Reading"
    pane = quiet.widget("reading")
    right = pane.content.subsurface((pane.rect.w // 2 + 40, 0, pane.rect.w // 2 - 60, pane.rect.h))
    assert (
        pane.height <= pane.rect.h or len({right.get_at((x, y))[:3] for x in range(0, 300, 2) for y in range(60)}) > 1
    )
