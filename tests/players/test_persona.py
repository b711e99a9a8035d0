"""Leaders: they sign what reaches their reservation, counter, bluff and bear a grudge, and look at their view alone."""

from collections import Counter

import pytest
from views import views

from game.match.dice import draws
from game.players.bargaining import Ledger, Table
from game.players.persona import BAD, SLACK, Stance, Talk, comply, persona
from game.players.player import Draw
from game.players.script import Script, make_script
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset, bundle_of, channel_of
from game.rules.slots import BREACHES, DEAL, MONTHS, MOVE, NO_DEAL, NODE, State
from game.rules.worth import worth
from game.scenario.story import Temper

Met = list[tuple[State, State, int]]
LEADERS = ("kennedy", "khrushchev")
ALL = (1 << 16) - 1


@pytest.fixture(scope="module")
def met(cuba: Ruleset) -> Met:
    """Returns the decisions of some games between the two leaders."""
    return list(views(cuba, *LEADERS, 40))


@pytest.fixture(scope="module")
def talks(met: Met) -> Met:
    """Returns those of them in which there is still something to talk about."""
    return [each for each in met if each[1][NODE] == MOVE and each[1][DEAL] == NO_DEAL]


def talk(rules: Ruleset, seen: State, side: int, draw: Draw, **temper: int) -> Talk:
    """Returns what a leader has to say to a view, with some of its temper changed."""
    script = make_script(rules, LEADERS[side])
    changed = script.temper.model_copy(update=temper)
    fields = {name: getattr(script, name) for name in Script.__slots__}
    return Talk(rules, Script(**{**fields, "temper": changed}), Ledger(rules), seen, draw)


def fixed(value: int) -> Draw:
    """Returns a draw that always gives the same number, kept below what is asked for."""
    return lambda below: min(value, below - 1)


@pytest.mark.parametrize("first", ["kennedy", "us_hawk", "us_dove"])
@pytest.mark.parametrize("second", ["khrushchev", "ussr_hawk", "ussr_dove"])
def test_every_choice_is_legal_and_explained_and_follows_from_the_view(cuba: Ruleset, first: str, second: str) -> None:
    players = persona(cuba, first), persona(cuba, second)
    for number, (state, seen, side) in enumerate(views(cuba, first, second, 6)):
        choice = players[side](cuba, seen, draws(1, number, side))
        assert choice.move in legal_moves(cuba, state) and choice.because
        assert choice == persona(cuba, (first, second)[side])(cuba, seen, draws(1, number, side))


def test_a_letter_is_signed_when_it_reaches_the_reservation(cuba: Ruleset, talks: Met) -> None:
    signed = Counter[bool]()
    for _, seen, side in talks:
        said = talk(cuba, seen, side, fixed(SLACK))
        if not said.letters:
            continue
        values = {number: worth(cuba, seen, side, bundle_of(cuba, letter)) for number, letter in said.letters}
        for reservation in (max(values.values()), max(values.values()) + 1):
            reply = said.reply(Stance(reservation, 0))
            accepted = reply is not None and (reply.move - cuba.ids.answer) % 2 == 0
            assert accepted == (reservation == max(values.values()))
            assert not accepted or values[(reply.move - cuba.ids.answer) // 2] == reservation
            signed[accepted] += 1
    assert signed[True] > 20 and signed[False] > 20


def test_of_two_letters_the_better_is_answered_and_only_a_very_bad_one_refused(cuba: Ruleset, talks: Met) -> None:
    refused = 0
    for _, seen, side in talks:
        said = talk(cuba, seen, side, fixed(0))
        if len(said.letters) < 2:
            continue
        values = [worth(cuba, seen, side, bundle_of(cuba, letter)) for _, letter in said.letters]
        reply = said.reply(Stance(min(values) + BAD + 1 + max(0, max(values) - min(values)), 0))
        assert reply is not None and values[(reply.move - cuba.ids.answer) // 2] == min(values)
        assert (reply.move - cuba.ids.answer) % 2 == 1
        assert said.reply(Stance(max(values) + SLACK + 1, 0)) is None or max(values) - min(values) >= BAD - SLACK
        refused += 1
    assert refused


def test_a_letter_is_countered_through_its_own_channel_where_that_can_carry_it(cuba: Ruleset, talks: Met) -> None:
    countered, size = 0, len(cuba.bundles.masks)
    for _, seen, side in talks:
        said = talk(cuba, seen, side, fixed(0))
        offers = cuba.offers[side](seen)
        if not said.letters or not offers:
            continue
        channels = {channel_of(cuba, letter) for _, letter in said.letters}
        table = Table(said.ledger, seen, side, offers[0][1])
        move = said.through(offers, table.prospects[0])
        carried = {(base - cuba.ids.offer) // size for base, forms in offers if not table.masks[0] & ~forms}
        assert move is not None
        if channels & carried:
            assert (move - cuba.ids.offer) // size in channels
            countered += 1
    assert countered


def test_a_broken_promise_raises_what_a_leader_holds_out_for(cuba: Ruleset, talks: Met) -> None:
    harder = 0
    for _, seen, side in talks[::4]:
        betrayed = [*seen]
        betrayed[BREACHES + 1 - side] += 2
        table = Table(Ledger(cuba), seen, side, ALL)
        before, after = (
            talk(cuba, view, side, fixed(0)).take_stance(table).reservation for view in (seen, tuple(betrayed))
        )
        assert after >= before
        harder += after > before
    assert harder


def test_who_bluffs_asks_for_what_suits_another_mandate_and_never_less_than_it_would_sign(
    cuba: Ruleset, talks: Met
) -> None:
    different = 0
    for _, seen, side in talks:
        offers = cuba.offers[side](seen)
        letters = [talk(cuba, seen, side, fixed(0), bluffs_below=below) for below in (0, 100)]
        if not offers:
            continue
        table = Table(letters[0].ledger, seen, side, offers[0][1])
        plain, bluff = (each.write(offers, table, Stance(table.mine + 5, table.theirs + 5)) for each in letters)
        different += plain != bluff
        for choice in (plain, bluff):
            if choice:
                mask = cuba.bundles.masks[(choice.move - cuba.ids.offer) % len(cuba.bundles.masks)]
                assert worth(cuba, seen, side, mask) > table.mine
    assert different


def test_nothing_is_written_before_its_time(cuba: Ruleset, talks: Met) -> None:
    for _, seen, side in talks:
        early = talk(cuba, seen, side, fixed(0), opens_at=100, opens_after=30)
        assert early.letters or not early.would_write()


@pytest.mark.parametrize(("honest", "kept"), [(100, True), (0, False)])
def test_promises_are_kept_as_often_as_a_leader_is_honest(cuba: Ruleset, met: Met, honest: int, kept: bool) -> None:
    due = [(seen, side) for _, seen, side in met if seen[NODE] == MONTHS]
    assert due
    for seen, side in due:
        script = make_script(cuba, LEADERS[side])
        fields = {name: getattr(script, name) for name in Script.__slots__}
        temper: Temper = script.temper.model_copy(update={"honest": honest})
        ways = legal_moves(cuba, seen).listed
        choice = comply(Script(**{**fields, "temper": temper}), ways, draws(1, 2, side))
        assert (choice.move == ways[0]) == kept
