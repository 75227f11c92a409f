"""Who is spoken of, and where: the records of one article's entities and mentions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from selon.analysis.mentions.depths import Depths
from selon.analysis.nouns import Noun
from selon.analysis.proper import Name

WINDOW = 60  # mentions that we look back over for whom a description stands for


@dataclass(slots=True, eq=False)
class Entity:
    """Someone or something that can speak. ``name`` is what a reader would look up, in English where we know it."""

    name: str
    kind: str = ""
    gender: str = ""
    number: str = "s"  # "p", or "" for either: « les FSR … elles … le groupe »
    named: bool = False
    actor: str | None = None
    country: str | None = None
    roles: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    words: tuple[str, ...] = ()
    mentions: int = 0
    first: int = 0
    noun: Noun | None = None  # what describes it, where it has no name
    stands: bool = False  # somewhere by its name, not only before another noun ("AI chips")

    @property
    def person(self) -> bool:
        return self.kind == "person"


@dataclass(slots=True)
class Mention:
    """A place where an entity is spoken of: characters ``start`` to ``end``, in sentence ``sentence``."""

    start: int
    end: int
    entity: Entity
    sentence: int
    subject: bool
    oblique: bool
    possessor: bool
    depth: int  # how many quotations stand around it
    noun: Noun | None = None
    modifier: bool = False  # before the noun that it belongs to: "AI chips"
    proper: bool = False  # by its name, not by a noun
    capital: str | None = None  # the capital that stands for a country here


@dataclass(slots=True)
class Mentions:
    """The mentions of an article in order of their place; ``before`` and ``inside`` ask for them by offset."""

    all: list[Mention]
    names: list[Name]
    depths: Depths
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all.sort(key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.all]

    def before(self, offset: int, limit: int = WINDOW) -> list[Mention]:
        """The last ``limit`` mentions that begin before ``offset``, nearest first."""
        i = bisect_left(self.starts, offset)
        return self.all[max(i - limit, 0) : i][::-1]

    def after(self, offset: int, limit: int = WINDOW) -> list[Mention]:
        i = bisect_left(self.starts, offset)
        return self.all[i : i + limit]

    def inside(self, start: int, end: int) -> list[Mention]:
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
