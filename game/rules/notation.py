"""Moves to text and back: the one spelling used in records, goldens, the terminal and bug reports."""

from game.errors import NotationError
from game.rules.moves import chance_outcomes, legal_moves
from game.rules.ruleset import Ruleset
from game.rules.slots import (
    ACTOR,
    CHANCE,
    CLOSE,
    DEAL_MANDATE,
    FATE,
    FOUND_OUT,
    HAND,
    LEAK,
    NIGHT,
    NODE,
    STUDY,
    SUBJECT,
    TURNS,
    WAR,
    State,
)
from game.scenario.vocabulary import near

COMPLY = ("keep", "feign", "lapse")
ANSWERS = ("accept", "refuse")
YES_NO = {LEAK: "leak", WAR: "war", CLOSE: "close", HAND: "out_of_hand", FOUND_OUT: "found_out", TURNS: "turns"}


def format_move(rules: Ruleset, state: State, move: int) -> str:
    """Returns the text of a move; dice and letters are spelled as they stand in `state`."""
    ids = rules.ids
    if move < ids.answer:
        return f"act {rules.acts[move].id}"
    if move >= ids.offer:
        return format_offer(rules, move)
    if move >= ids.die:
        return f"chance {_die(rules, state, move - ids.die)}"
    if move >= ids.option:
        return f"answer {rules.option_names[move - ids.option]}"
    if move >= ids.comply:
        clause, how = divmod(move - ids.comply, 3)
        return f"{COMPLY[how]} {list(rules.bundles.clause_masks)[clause]}"
    number, refuse = divmod(move - ids.answer, 2)
    return f"{ANSWERS[refuse]} {number + 1}"


def format_offer(rules: Ruleset, move: int) -> str:
    """Returns the text of an offer; the side that gives first is the one that writes."""
    channel, bundle = divmod(move - rules.ids.offer, len(rules.bundles.masks))
    return f"offer {rules.channels[channel]} {format_bundle(rules, rules.bundles.masks[bundle])}"


def format_bundle(rules: Ruleset, mask: int) -> str:
    """Returns the text of a bundle: what the first side gives, `for` what the second gives."""
    halves: tuple[list[str], list[str]] = ([], [])
    for i, form in enumerate(rules.bundles.forms):
        if mask >> i & 1:
            several = len(rules.scenario.clauses[form.clause].forms) > 1
            halves[form.giver].append(f"{form.clause} {form.form}" if several else form.clause)
    return " for ".join(" + ".join(half) or "nothing" for half in halves)


def _die(rules: Ruleset, state: State, face: int) -> str:
    node, subject = state[NODE], state[SUBJECT]
    if node == NIGHT:
        return (*rules.incidents, "quiet")[face]
    if node == DEAL_MANDATE:
        return rules.mandates[subject][face]
    if node == STUDY:
        study = rules.studies[subject]
        faces = study.errors if study.slot else rules.mandates[1 - study.side]
        return f"reading {faces[face]}"
    if node == FATE:
        dice = [name for name, night in rules.scenario.each_night.items() if night.odds is not None]
        return f"{dice[subject]} {('yes', 'no')[face]}"
    return f"{YES_NO[node]} {('yes', 'no')[face]}"


def parse_move(rules: Ruleset, state: State, text: str) -> int:
    """Returns the legal move that a text spells; raises NotationError with the word it fails at."""
    words = " ".join(text.split())
    if words.startswith("offer "):
        return parse_offer(rules, words)
    listed = _listed(rules, state)
    known = {format_move(rules, state, move): move for move in listed}
    if words in known:
        return known[words]
    verb = words.partition(" ")[0]
    hint = near(words, [name for name in known if name.startswith(verb)] or known)
    raise NotationError(f"'{words}' is no move here{hint}")


def _listed(rules: Ruleset, state: State) -> tuple[int, ...]:
    if state[ACTOR] == CHANCE:
        return tuple(move for move, _ in chance_outcomes(rules, state))
    return legal_moves(rules, state).listed


def parse_offer(rules: Ruleset, text: str) -> int:
    """Returns the offer that a text spells, legal or not; raises NotationError with the word it fails at.

    The halves may come in either order, each with the clauses that one side gives.
    """
    _, _, rest = text.partition(" ")
    channel, _, halves = rest.partition(" ")
    if channel not in rules.channels:
        raise NotationError(f"'{channel}' is no channel{near(channel, rules.channels)}")
    if " for " not in halves:
        raise NotationError("an offer reads: offer CHANNEL what one gives for what the other gives")
    mask = 0
    for part in halves.replace(" for ", " + ").split(" + "):
        if part.strip() != "nothing":
            mask |= 1 << parse_form(rules, part.strip())
    if mask not in rules.bundles.index:
        raise NotationError("these clauses exclude each other: only one of an issue can stand in an offer")
    if not mask:
        raise NotationError("an offer needs at least one clause")
    number = rules.channels.index(channel)
    return rules.ids.offer + number * len(rules.bundles.masks) + rules.bundles.index[mask]


def parse_form(rules: Ruleset, text: str) -> int:
    """Returns the number of the clause form that a text spells; raises NotationError if it could mean two."""
    clause, _, form = text.partition(" ")
    if clause not in rules.bundles.clause_masks:
        raise NotationError(f"'{clause}' is no clause{near(clause, rules.bundles.clause_masks)}")
    found = [i for i, f in enumerate(rules.bundles.forms) if f.clause == clause and form in ("", f.form)]
    if len(found) == 1:
        return found[0]
    forms = ", ".join(rules.scenario.clauses[clause].forms)
    raise NotationError(f"'{text}' is not clear: {clause} can be {forms}")
