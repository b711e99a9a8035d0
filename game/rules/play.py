"""Playing by the rules: a move checked before it is made, and whole games at random."""

from collections.abc import Callable
from operator import itemgetter

from game.errors import IllegalMove, Refusal
from game.rules.dice import FALLS, chance_outcomes, yes_odds
from game.rules.moves import LegalMoves, bundle_list, duties, legal_moves
from game.rules.night import fall_of_night
from game.rules.notation import format_move
from game.rules.ruleset import Draft, Parts, Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, DEAL_MANDATE, MOVE, NIGHT, NODE, OVER, STUDY, SUBJECT, State
from game.rules.transition import advance, apply, offer

Random = Callable[[], float]
WHOLE = 10_000
WEIGHT = itemgetter(1)
OFFER_SHARE = 0.25
"""How often random play makes an offer where one is open; all moves alike would make 98 % of them offers."""


def play(rules: Ruleset, state: State, move: int) -> State:
    """Returns the state after a move; raises IllegalMove if it may not be played."""
    legal = legal_moves(rules, state)
    if move in legal:
        return apply(rules, state, move)
    actor = state[ACTOR]
    side = rules.scenario.side_names[actor] if actor < CHANCE else "chance"
    if actor == OVER:
        refusal = Refusal.OVER
    elif not 0 <= move < rules.ids.end:
        refusal = Refusal.NO_SUCH_MOVE
    elif rules.ids.die <= move < rules.ids.offer or (move < rules.ids.answer and rules.acts[move].side != actor):
        refusal = Refusal.NOT_YOUR_TURN
    else:
        refusal = Refusal.NOT_OPEN
    dice = rules.ids.die <= move < rules.ids.offer
    text = f"die {move - rules.ids.die}" if dice or not 0 <= move < rules.ids.end else format_move(rules, state, move)
    raise IllegalMove(refusal, text, side, state[DAY])


def pick_offer(rules: Ruleset, parts: Parts, random: Random) -> int:
    """Draws a channel, then one of the bundles it may carry, each as likely."""
    base, allowed = parts[int(random() * len(parts))]
    bundles = bundle_list(rules, allowed)
    return base + bundles[int(random() * len(bundles))]


def pick(rules: Ruleset, legal: LegalMoves, random: Random) -> int:
    """Draws a random move: an offer in a quarter of the cases where one is open, else any other move alike."""
    if legal.offers and random() < OFFER_SHARE:
        return pick_offer(rules, legal.offers, random)
    return legal.listed[int(random() * len(legal.listed))]


def roll(rules: Ruleset, state: State | Draft, random: Random) -> int:
    """Draws a face of the die on the table from all faces listed."""
    outcomes = chance_outcomes(rules, state)
    whole = WHOLE if state[NODE] == NIGHT else sum(map(WEIGHT, outcomes))
    last, weight = outcomes[-1]
    left = random() * whole - weight
    if left < 0:  # the quiet face, by far the likeliest, stands last
        return last
    for move, weight in outcomes:
        left -= weight
        if left < 0:
            return move
    return last


def draw(rules: Ruleset, state: State | Draft, random: Random) -> int:
    """Draws a face of the die on the table without listing them; as likely as `chance_outcomes` says."""
    node = state[NODE]
    if node == NIGHT:
        return rules.ids.die + rules.draw_night(state, random() * WHOLE)
    if node == DEAL_MANDATE:
        return rules.ids.die + int(random() * len(rules.mandates[state[SUBJECT]]))
    if node == STUDY:
        return roll(rules, state, random)
    return rules.ids.die + (random() * WHOLE >= yes_odds(rules, state))


def playout(rules: Ruleset, random: Random, state: State | None = None) -> tuple[State, int]:
    """Plays a random game to its end without listing what is not looked at; returns the end and the steps taken."""
    n, steps = list(state or rules.start), 0
    acts, offers, night, dawn = rules.at_random, rules.offers, rules.draw_night, rules.dawn
    die, first, quiet = rules.ids.die, rules.ids.offer, len(rules.incidents)
    while (actor := n[ACTOR]) != OVER:
        steps += 1
        node = n[NODE]
        if node == MOVE:
            if random() < OFFER_SHARE and (parts := offers[actor](n)):
                offer(rules, n, pick_offer(rules, parts, random) - first)
            elif answer := acts[actor](n, random):
                advance(rules, n, answer)
        elif node == NIGHT:
            if (face := night(n, random() * WHOLE)) == quiet:
                dawn(rules, n)
            else:
                fall_of_night(rules, n, face)
        elif actor == CHANCE:
            FALLS[node](rules, n, draw(rules, n, random) - die)
        else:
            open_ = duties(rules, n)
            advance(rules, n, open_[int(random() * len(open_))])
    return tuple(n), steps


def playout_listed(rules: Ruleset, random: Random) -> tuple[State, int]:
    """Plays a random game, listing at each step every act, answer and face of a die, and the offers open by channel."""
    n, steps = list(rules.start), 0
    lists, offers, acts, answer, die = rules.listed, rules.offers, rules.act, rules.ids.answer, rules.ids.die
    while (actor := n[ACTOR]) != OVER:
        steps += 1
        if actor == CHANCE:
            FALLS[n[NODE]](rules, n, roll(rules, n, random) - die)
            continue
        listed, parts = (lists[actor](n), offers[actor](n)) if n[NODE] == MOVE else (duties(rules, n), ())
        if parts and random() < OFFER_SHARE:
            advance(rules, n, pick_offer(rules, parts, random))
            continue
        move = listed[int(random() * len(listed))]
        if move < answer:
            acts[move](n)
        else:
            advance(rules, n, move)
    return tuple(n), steps
