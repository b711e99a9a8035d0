"""What a player sees, with no toolkit in it: screen models made from a view and the scenario's words.

The war room and what belongs to it (`side` is 0 or 1; `view` is `game.rules.view.view(rules, state, side)`):

    facts_of(match, side) -> Facts               what the side could know of the match so far; make it once a screen
    war_room(rules, view, facts) -> WarRoom      the whole main screen
    preview_figures(rules, view, move) -> tuple[Figure, ...]          before -> after of any move in notation
    advice(rules, view, side, about) -> tuple[Voice, ...]             about an act's id or clause ids, () for the state of things
    composer(rules, view, side) -> Composer      clauses in two columns, channels
    offer_sheet(rules, view, side, channel, mask) -> OfferSheet       what a draft (clause forms as bits) is worth and does
    incident_screen(rules, view, facts) -> IncidentScreen | None      where an incident is to be answered
    duty_screen(rules, view, facts) -> DutyScreen | None              where a deferred clause falls due
    briefing(rules, view, side) -> Briefing
    curtain(rules, side, day) -> Curtain
    prologue(rules) -> tuple[Card, ...];  closing(rules) -> tuple[Card, ...]
    ending_screen(match) -> EndingScreen         both sides' secrets are told: only when the match is over
    replay_steps(rules, states, moves, historical) -> tuple[ReplayStep, ...]
    describe(rules, state, move) -> str          a move in notation as a sentence
"""
