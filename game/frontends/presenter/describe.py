"""Moves in notation as sentences."""

from game.frontends.presenter.words import FORMS, capital, listed
from game.rules.notation import format_move, parse_form
from game.rules.ruleset import Ruleset, bundle_of, channel_of
from game.rules.sides import bits, other
from game.rules.slots import ACTOR, CHANCE, NIGHT, NODE, SUBJECT, TURN, WAR, State

CLAUSE_WAYS = {"keep": "Keep", "feign": "Feign", "lapse": "Let lapse"}
DICE = {
    "war": ("It becomes war", "It does not become war"),
    "leak": ("The letter leaks", "The letter does not leak"),
    "close": ("Time is up", "The crisis goes on"),
    "out_of_hand": ("It gets out of hand", "It stays in hand"),
    "found_out": ("It is found out", "It is not found out"),
    "turns": ("It goes on from there", "It ends there"),
}


def describe(rules: Ruleset, state: State, move: str | int) -> str:
    """Returns what a move (notation, or number) in a state or view is, as a sentence without who does it."""
    text = format_move(rules, state, move) if isinstance(move, int) else move
    verb, _, rest = text.partition(" ")
    side = state[ACTOR] if state[ACTOR] < CHANCE else state[TURN]
    scenario = rules.scenario
    if verb == "act":
        return scenario.acts[scenario.side_names[side]][rest].name
    if verb in ("accept", "refuse"):
        letter = rules.letter(state, other(side), int(rest) - 1)
        channel = scenario.channels[rules.channels[channel_of(rules, letter)]].name
        return f"{capital(verb)} the letter ({channel}): {terms_words(rules, bundle_of(rules, letter), side)}"
    if verb == "offer":
        return _offer(rules, side, rest)
    if verb == "answer":
        incident = scenario.incidents[rules.incidents[state[SUBJECT]]]
        return f"{incident.name}: {incident.options[rest].name}"
    if verb in CLAUSE_WAYS:
        return f"{CLAUSE_WAYS[verb]}: {scenario.clauses[rest].name}"
    return _die(rules, state, rest)


def _offer(rules: Ruleset, side: int, rest: str) -> str:
    channel, _, halves = rest.partition(" ")
    parts = halves.replace(" for ", " + ").split(" + ")
    mask = sum(1 << parse_form(rules, part) for part in parts if part != "nothing")
    return f"Write ({rules.scenario.channels[channel].name}): {terms_words(rules, mask, side)}"


def terms_words(rules: Ruleset, mask: int, first: int = 0) -> str:
    """Returns a bundle in words, as one who takes neither side would put it; side `first` is named first."""
    said = []
    for side in (first, other(first)):
        half = [form_words(rules, i) for i in bits(mask & rules.bundles.given[side])]
        capital_of = rules.scenario.sides[rules.scenario.side_names[side]].capital
        said.append(f"{capital_of} gives {listed(half) if half else 'nothing'}")
    return "; ".join(said)


def bundle_words(rules: Ruleset, mask: int, side: int) -> str:
    """Returns a bundle in words, as a side would put it."""
    halves = [[form_words(rules, i) for i in bits(mask & rules.bundles.given[k])] for k in (side, other(side))]
    ours, theirs = (listed(half) if half else "nothing" for half in halves)
    return f"we give {ours}; they give {theirs}"


def form_words(rules: Ruleset, number: int) -> str:
    """Returns a clause form in words."""
    form = rules.bundles.forms[number]
    clause = rules.scenario.clauses[form.clause]
    plain = len(clause.forms) == 1 and form.form == "at_once"
    return clause.name if plain else f"{clause.name} ({FORMS[form.form]})"


def _die(rules: Ruleset, state: State, rest: str) -> str:
    word, _, fall = rest.rpartition(" ")
    scenario = rules.scenario
    if state[NODE] == NIGHT:
        return "The rest of the night is quiet" if rest == "quiet" else scenario.incidents[rest].name
    if word in scenario.each_night:
        text = scenario.each_night[word].text or capital(word.replace("_", " "))
        return text if fall == "yes" else f"Not tonight: {text}"
    if word in DICE:
        return DICE[word][fall == "no"] + (f": {_subject(rules, state)}" if state[NODE] == WAR else "")
    if word == "reading":
        found = {name: m.name for mandates in scenario.mandates.values() for name, m in mandates.items()}
        return f"The reading says {found.get(fall, fall)}"
    side = scenario.side_names[state[SUBJECT]]
    return f"{scenario.sides[side].short} is dealt: {scenario.mandates[side][rest].name}"


def _subject(rules: Ruleset, state: State) -> str:
    return rules.scenario.incidents[rules.incidents[state[SUBJECT] & 255]].name
