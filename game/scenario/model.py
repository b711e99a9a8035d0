"""The scenario as a whole: one model with every section of the file."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from game.scenario.schema import (
    Act,
    Aftermath,
    Calendar,
    Channel,
    Clause,
    Deals,
    Ending,
    Hazard,
    Incident,
    Mandate,
    Meter,
    Name,
    Nightly,
    Party,
    Region,
    Strict,
    Sum,
    Text,
    Trigger,
)
from game.scenario.story import Adviser, Card, Lesson, Level, Map, News, Path, Persona, Quotation, Term


class Roles(Strict):
    """Which of the scenario's names play the parts that front ends and players know."""

    gauge: Name
    phase: Name
    alert: Name
    home: Name
    standing: Name
    trust: Name
    world: Name
    balance: Name
    fear: Name
    no_deal: Name
    yielding: Name
    deadline: Name | None = None


class Scenario(Strict):
    """A crisis as data; the order of every section is the order of play and of the screen."""

    format: Literal[1]
    id: Name
    title: Text
    summary: Text
    setting: Text
    sides: dict[Name, Party] = Field(min_length=2, max_length=2)
    roles: Roles
    calendar: Calendar
    meters: dict[Name, Meter] = Field(min_length=1)
    regions: dict[Name, Region] = Field(min_length=1)
    reckonings: dict[Name, Sum | dict[Name, Sum]] = {}
    acts: dict[Name, dict[Name, Act]]
    triggers: dict[Name, Trigger] = {}
    each_night: dict[Name, Nightly] = {}
    clauses: dict[Name, Clause] = Field(min_length=2)
    deals: Deals = Deals()
    channels: dict[Name, Channel] = Field(min_length=1)
    mandates: dict[Name, dict[Name, Mandate]]
    hazard: Hazard = Hazard()
    incidents: dict[Name, Incident] = {}
    scores: dict[Name, Sum]
    endings: dict[Name, Ending] = Field(min_length=1)
    aftermath: dict[Name, Aftermath] = {}
    personas: dict[Name, Persona] = {}
    levels: dict[Name, Level] = {}
    advisers: dict[Name, dict[Name, Adviser]] = {}
    prologue: list[Card] = []
    news: dict[Name, News] = {}
    history: Path | None = None
    map: Map | None = None
    people: dict[Name, Term] = {}
    glossary: dict[Name, Term] = {}
    sources: dict[str, Text] = {}
    quotations: list[Quotation] = []
    lessons: list[Lesson] = []

    @cached_property
    def side_names(self) -> tuple[str, str]:
        """Returns the ids of the two sides in the order of their turns."""
        first, second = self.sides
        return first, second
