"""The arrows of a region: which of its states may follow which."""

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.schema import Region
from game.scenario.vocabulary import near
from game.scenario.words import Complaint


def steps(chain: str) -> list[list[str]]:
    """Returns the steps `state, arrow, state` of a chain; the last one is shorter if the chain is cut off."""
    words = chain.split()
    return [words[k - 1 : k + 2] for k in range(1, max(len(words), 2), 2)]


def followers(region: Region) -> dict[str, set[str]]:
    """Returns the states that arrows lead to from each state; without arrows every state leads to every other."""
    states = list(region.states)
    follow: dict[str, set[str]] = {state: set() if region.arrows else {*states} - {state} for state in states}
    for left, arrow, right in (step for chain in region.arrows for step in steps(chain)):
        for one, two in [(left, right), (right, left)] if arrow == "<->" else [(left, right)]:
            for source in states if one == "any" else [one]:
                follow.setdefault(source, set()).add(two)
    return {state: follow[state] - {state} for state in states}


def arrows_complaints(scenario: Scenario) -> Iterator[Complaint]:
    """Yields every chain of arrows that cannot be read or that names no state of its region."""
    for name, region in scenario.regions.items():
        for number, chain in enumerate(region.arrows):
            for step in steps(chain):
                yield from (
                    Complaint(("regions", name, "arrows", number), text, max(chain.find(word), 0))
                    for word, text in _misread(step, region)
                )


def _misread(step: list[str], region: Region) -> Iterator[tuple[str, str]]:
    if len(step) != 3 or step[1] not in ("->", "<->"):
        yield "", "arrows read: state -> state, or state <-> state"
        return
    for place, word in enumerate(step[::2]):
        if word not in region.states and not (word == "any" and place == 0 and step[1] == "->"):
            yield word, f"'{word}' is no state of this region{near(word, region.states)}"
