"""What a side takes the other for, by where it stands on the ladder after so many turns."""

from toy import Game, toy

from game.players.player import random_player
from game.players.reading import KEEPS, PRIOR, leaders_of, likeness
from game.rules.slots import LADDER, State
from game.rules.view import view

SAYS = (
    "sayings: {climb: U., calm: D., hold: S., offer: T., counter: C., accept: A., refuse: N., answer: S., comply: D.}"
)


def leader(name: str, side: str, ladder: str, historical: str = "false") -> str:
    temper = f"temper: {{aspires_from: 80, aspires_to: 40, ladder: {ladder}}}"
    return f"  {name}: {{side: {side}, name: N, text: N., historical: {historical}, {temper}, {SAYS}}}\n"


LED = (
    "personas:\n"
    + leader("firm", "blue", "[2, 4, 6]", "true")
    + leader("wild", "blue", "[6, 12, 18]")
    + leader("mild", "blue", "[0, 0, 0]")
)


def read(ladder: int, days: int, side: int = 0) -> tuple[int, ...]:
    """Returns how likely each leader is once the other side stands so high after so many days."""
    rules = toy(LED if side == 0 else LED.replace("side: blue", "side: red"))
    game = Game(rules).pass_days(days)
    if side:
        game.play("act wait")
    state = list(view(rules, game.state, side))
    state[LADDER + 1 - side] = ladder
    seen: State = tuple(state)
    return likeness(seen, side, leaders_of(rules, 1 - side))


def test_before_the_other_has_moved_only_history_speaks() -> None:
    assert read(0, 0) == read(9, 0) == (1_000 * PRIOR, 1_000, 1_000)


def test_a_side_is_taken_for_the_leader_whose_ladder_it_stands_on() -> None:
    firm, wild, mild = read(12, 2)
    assert wild == 1_000 and wild > firm > mild > 0
    firm, wild, mild = read(0, 2)
    assert mild == 1_000 and mild > firm > wild > 0


def test_each_rung_off_the_ladder_makes_a_leader_less_likely() -> None:
    assert [read(4 + off, 2)[0] for off in (0, 1, -1)] == [2_000, 2_000 * KEEPS // 100, 2_000 * KEEPS // 100]
    assert min(read(99, 9)) == 1


def test_the_side_that_moves_first_has_one_turn_more_behind_it() -> None:
    assert read(2, 0, side=1)[0] == 2_000 and read(2, 1, side=0)[0] == 2_000


def test_where_nobody_is_written_chance_leads() -> None:
    (nobody,) = leaders_of(toy(), 0)
    assert nobody.player is random_player and nobody.name == ""
    assert [each.name for each in leaders_of(toy(LED), 1)] == ["firm", "wild", "mild"]
