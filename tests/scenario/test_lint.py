"""What is doubtful about a scenario that can be played: each rule finds its fault and nothing else."""

from pathlib import Path

import pytest

from game.scenario.loader import check_scenario

MINIMAL = Path(__file__).parent / "minimal.yaml"
CASES = {
    "an act that climbs and cannot be taken back": (
        "acts: {north: {shout: {name: Shout, text: Shout., rung: 1, changes: {heat: +2}}}}",
        ["acts.north.shout: climbs, but nothing takes it back"],
    ),
    "an act that ends the game needs no way back": (
        "acts: {north: {storm: {name: Storm, text: Storm it., rung: 6, ends_in: war}}}",
        [],
    ),
    "an act whose region a clause moves back needs no other": (
        "acts: {north: {man: {name: Man, text: Man it., rung: 1, when: watch is normal, changes: {watch: raised}}}}",
        [],
    ),
    "a state that nobody reaches": (
        "regions: {watch: {states: {drill: drill}}}",
        ["regions.watch.states.drill: is never reached"],
    ),
    "a state that an arrow leaves and nobody does": (
        "acts: {south: {hide: {changes: {guns: ~, heat: -1}}, mount: {undone_by: ~}}}\n"
        "clauses: {remove_guns: {carried_out: ~}}\nregions: {guns: {arrows: [hidden <-> ready]}}",
        [
            "regions.guns.states.ready: is never left",
            "regions.guns.states.gone: is never reached",
        ],
    ),
    "a state without arrows out of it is meant to be the last": (
        "regions: {stage: {arrows: [calm -> tense -> over, calm -> over]}}",
        [],
    ),
    "a trigger that moves a region against its arrows": (
        "regions: {stage: {arrows: [calm -> tense -> over]}}",
        ["triggers.it_is_over.changes.stage: no arrow leads from calm to over"],
    ),
    "an ending that nothing names": (
        "endings: {truce: {name: Truce, text: A truce.}}",
        ["endings.truce: cannot be reached"],
    ),
    "a trigger that does not put out its own guard": (
        "triggers: {again: {when: stage is tense, changes: {heat: +1}}}",
        ["triggers.again: could fire for ever"],
    ),
    "a trigger that leaves one state of either": (
        "triggers: {again: {when: stage is tense or watch is raised, changes: {watch: normal}}}",
        ["triggers.again: could fire for ever"],
    ),
    "a trigger that leaves the state it waits in": (
        "triggers: {later: {when: [stage is tense for 2 days, heat < 40], changes: {stage: calm}}}",
        [],
    ),
    "more bundles than can be weighed": (
        "clauses: {"
        + ", ".join(f"c{n}: {{given_by: north, name: C, text: C., forms: [at_once, within_weeks]}}" for n in range(7))
        + "}",
        ["clauses: make 13,122 bundles"],
    ),
    "clauses of one issue are not put together": (
        "clauses: {" + ", ".join(f"c{n}: {{given_by: north, issue: one, name: C, text: C.}}" for n in range(20)) + "}",
        [],
    ),
    "a secret act that everybody sees": (
        "acts: {north: {listen: {rung: 1, changes: {watch: raised, our home: +1}}}}",
        [
            "acts.north.listen.changes.watch: 'watch' is seen by the other side",
            "acts.north.listen.rung: a secret act has rung 0",
        ],
    ),
    "one name for two things": (
        "reckonings: {north: 3}\nregions: {fog: {name: Fog, states: {world: world, thin: thin}}}",
        [
            "sides.north: 'north' is also the name of a reckoning",
            "regions.fog.states.thin: is never reached",
            "regions.fog.states.world: a state cannot be called as a meter is",
            "regions.fog.states.world: is never left",
        ],
    ),
    "a name that the rules need": (
        "reckonings: {ladder: 3}",
        ["reckonings.ladder: 'ladder' is also the name of a word of the rules"],
    ),
    "sources that are not listed": (
        "prologue: [{date: 1901-03-30, title: T, text: T., source: 'chronicle; letters, GK: the usual'}]",
        ["prologue[1].source: 'letters' is no key of sources", "prologue[1].source: 'GK: the usual' is no key"],
    ),
    "general knowledge beside a listed source": (
        "prologue: [{date: 1901-03-30, title: T, text: T., source: 'chronicle; GK: Smith, History'}]",
        [],
    ),
    "what is on record without a source": (
        "acts: {north: {wait: {on_record: {date: 1901-04-03}}}}",
        ["acts.north.wait.on_record: is on record, but names no source"],
    ),
    "a side without its historical leader": (
        "personas: {clerk: {historical: false}}",
        ["personas.clerk: one leader of north has to be the historical one"],
    ),
    "a side with two historical leaders": (
        "personas: {twin: {side: north, name: T, text: T., historical: true, temper: {aspires_from: 80, "
        "aspires_to: 40, ladder: [4, 8]}, sayings: {climb: U., calm: D., hold: S., offer: T., counter: C., accept: A., "
        "refuse: N., answer: S., comply: D.}}}",
        ["personas.twin: one leader of north has to be the historical one"],
    ),
}


def test_the_smallest_scenario_is_beyond_doubt() -> None:
    assert check_scenario(MINIMAL) == []


@pytest.mark.parametrize(("change", "doubts"), CASES.values(), ids=CASES)
def test_doubts(change: str, doubts: list[str], tmp_path: Path) -> None:
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(change, "utf-8")
    found = sorted(fault.text for fault in check_scenario(MINIMAL, [overlay]))
    assert len(found) == len(doubts)
    assert all(text.startswith(doubt) for text, doubt in zip(found, sorted(doubts), strict=True)), found
