"""Playing by the rules: a move checked before it is made, and whole games at random."""

from collections.abc import Callable

from game.errors import IllegalMove, Refusal
from game.rules.dice import chance_outcomes, yes_odds
from game.rules.moves import LegalMoves, bundle_list, duties, legal_moves
from game.rules.notation import format_move
from game.rules.ruleset import Parts, Ruleset
from game.rules.slots import ACTOR, CHANCE, DAY, DEAL_MANDATE, MOVE, NIGHT, NODE, OVER, STUDY, SUBJECT, State
from game.rules.transition import apply

Random = Callable[[], float]
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


def roll(rules: Ruleset, state: State, random: Random) -> int:
    """Draws a face of the die on the table from all faces listed."""
    outcomes = chance_outcomes(rules, state)
    left = random() * sum(weight for _, weight in outcomes)
    for move, weight in outcomes:
        left -= weight
        if left < 0:
            return move
    return outcomes[-1][0]


def draw(rules: Ruleset, state: State, random: Random) -> int:
    """Draws a face of the die on the table without listing them; as likely as `chance_outcomes` says."""
    node = state[NODE]
    if node == NIGHT:
        return rules.ids.die + rules.draw_night(state, random() * 10_000)
    if node == DEAL_MANDATE:
        return rules.ids.die + int(random() * len(rules.mandates[state[SUBJECT]]))
    if node == STUDY:
        return roll(rules, state, random)
    return rules.ids.die + (random() * 10_000 >= yes_odds(rules, state))


def playout(rules: Ruleset, random: Random, state: State | None = None) -> tuple[State, int]:
    """Plays a random game to its end without listing what is not looked at; returns the end and the steps taken."""
    s, steps = state or rules.start, 0
    lists, offers = rules.listed, rules.offers
    while (actor := s[ACTOR]) != OVER:
        if actor == CHANCE:
            move = draw(rules, s, random)
        elif s[NODE] != MOVE:
            open_ = duties(rules, s)
            move = open_[int(random() * len(open_))]
        elif random() < OFFER_SHARE and (parts := offers[actor](s)):
            move = pick_offer(rules, parts, random)
        else:
            listed = lists[actor](s)
            move = listed[int(random() * len(listed))]
        s = apply(rules, s, move)
        steps += 1
    return s, steps


def playout_listed(rules: Ruleset, random: Random) -> tuple[State, int]:
    """Plays a random game, listing at each step every act, answer and face of a die, and the offers open by channel."""
    s, steps = rules.start, 0
    lists, offers = rules.listed, rules.offers
    while (actor := s[ACTOR]) != OVER:
        if actor == CHANCE:
            move = roll(rules, s, random)
        else:
            listed, parts = (lists[actor](s), offers[actor](s)) if s[NODE] == MOVE else (duties(rules, s), ())
            if parts and random() < OFFER_SHARE:
                move = pick_offer(rules, parts, random)
            else:
                move = listed[int(random() * len(listed))]
        s = apply(rules, s, move)
        steps += 1
    return s, steps
