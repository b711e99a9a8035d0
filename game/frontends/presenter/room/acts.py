"""The acts of a side by rung, and why a closed one is closed."""

from game.frontends.presenter.models import ActCard, OnRecord, Rung
from game.frontends.presenter.reasons import unmet
from game.frontends.presenter.words import day_date, plain_date, short_date
from game.rules.listing import implied
from game.rules.moves import legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import ACTOR, DAY, DONE, MOVE, NODE, State
from game.rules.transition import apply
from game.scenario import schema

SEEN = {
    "public": "seen by all",
    "secret": "secret",
    "discoverable": "secret until found out",
}


def rungs(rules: Ruleset, view: State, side: int) -> tuple[Rung, ...]:
    """Returns every act of a side by rung, the calming ones first."""
    legal = legal_moves(rules, view).listed if view[ACTOR] == side and view[NODE] == MOVE else ()
    cards = [_card(rules, view, side, n, n in legal) for n, act in enumerate(rules.acts) if act.side == side]
    return tuple(
        Rung(rung, tuple(card for card in cards if card.rung == rung)) for rung in sorted({card.rung for card in cards})
    )


def _card(rules: Ruleset, view: State, side: int, number: int, is_open: bool) -> ActCard:
    info = rules.acts[number]
    acts = rules.scenario.acts[rules.scenario.side_names[side]]
    act = acts[info.id]
    return ActCard(
        id=info.id,
        number=number,
        move=f"act {info.id}" if is_open else "",
        name=act.name,
        text=act.text,
        rung=act.rung,
        open=is_open,
        reason="" if is_open else closed(rules, view, number),
        gauge=_gauge(rules, view, number) if is_open else 0,
        visibility=SEEN[act.visibility],
        undone_by=acts[act.undone_by].name if act.undone_by else "",
        record=on_record(rules, act.on_record, view[DAY]),
    )


def _gauge(rules: Ruleset, view: State, number: int) -> int:
    slot = rules.slots.index[rules.scenario.roles.gauge]
    return apply(rules, view, number)[slot] - view[slot]


def closed(rules: Ruleset, view: State, number: int) -> str:
    """Returns why an act is closed: the first guard that fails, in words."""
    info = rules.acts[number]
    side = rules.scenario.side_names[info.side]
    act = rules.scenario.acts[side][info.id]
    if act.once and view[DONE + info.side] >> info.bit & 1:
        return "done already"
    if view[ACTOR] != info.side:
        return "not your turn"
    written = rules.resolved.conditions[("acts", side, info.id, "when")]
    phase, *arrows = implied(
        rules.scenario, info.side, info.id, rules.resolved.changes[("acts", side, info.id, "changes")]
    )
    return unmet(rules, view, (phase, *written)) or unmet(rules, view, arrows) or "answer what is in question first"


def on_record(rules: Ruleset, record: schema.OnRecord | None, day: int) -> OnRecord | None:
    """Returns what the record says of a move, in words."""
    if record is None:
        return None
    did = "weighed" if record.weighed else "done"
    today = record.date == day_date(rules, day)
    words = f"{record.date.year}: {did} {'this day' if today else short_date(record.date)}"
    return OnRecord(plain_date(record.date), record.weighed, today, words, record.source or "", record.disputed or "")
