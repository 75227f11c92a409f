"""Whom a pronoun stands for: agreement rules mentions out, salience chooses among the rest, in a bounded window.

In the manner of Lappin and Leass (1994), with weights learned from the training articles
(``python -m training.salience``): each mention before the pronoun has a weight by how near it is, whether it is a
subject, whether its entity spoke last …; an entity's weight is the log of the sum over its mentions.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from selon.analysis.document import Document
from selon.analysis.mentions import Entity, Mention, Mentions
from selon.languages.speakers import Agreement, kinds

REACH = 10  # sentences
WINDOW = 80  # mentions
WEIGHTS = Path(__file__).parent / "salience.toml"


@dataclass(slots=True)
class Discourse:
    """What the claims around a pronoun tell of it.

    ``sources`` are the offsets of mentions that head a source, ``spoke`` the ids of their entities; ``last`` is the
    entity that spoke last before the pronoun; ``without`` cannot be meant; ``mode`` the kind of pronoun; ``animate``:
    no document can be meant; ``persons``: nobody else can; ``barred``: nor who is described by one of these nouns.
    """

    sources: set[int] = field(default_factory=set)
    spoke: set[int] = field(default_factory=set)
    last: Entity | None = None
    without: Entity | None = None
    mode: str = "third"
    animate: bool = False
    persons: bool = False
    barred: frozenset[str] = frozenset()


@cache
def weights() -> Mapping[str, float]:
    """The learned weight of each feature."""
    return {name: float(value) for name, value in tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"].items()}


def agrees(entity: Entity, want: Agreement, code: str) -> bool:
    """Whether the entity can be meant by a pronoun of that gender and number."""
    plural = entity.number == "p"
    if entity.kind == "place":
        return False
    if want.number == "s" and plural:
        return False
    if want.number == "p" and entity.number == "s" and (code == "fr" or entity.person):
        return False
    if code == "en" and want.gender in ("m", "f") and entity.kind not in ("person", ""):
        return False
    if code == "en" and want.gender == "n":
        return entity.kind not in ("person", "group")
    return not (want.gender and entity.gender and entity.gender != want.gender)


def antecedent(found: Mentions, document: Document, place: int, want: Agreement, discourse: Discourse) -> Entity | None:
    """The entity that a pronoun at ``place`` stands for, or None where no mention before it agrees."""
    other = _another(found, document, place, want) if discourse.mode == "third" else None
    if other is not None and other is not discourse.without:
        return other
    totals: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    table = weights()
    for entity, features in candidates(found, document, place, want, discourse):
        weight = sum(table.get(name, 0.0) * value for name, value in features.items())
        totals[id(entity)] = totals.get(id(entity), 0.0) + math.exp(weight)
        entities[id(entity)] = entity
    if not totals:
        last = discourse.last
        return last if last is not None and agrees(last, want, document.language.code) else None
    return entities[max(totals, key=lambda key: totals[key])]


def _another(found: Mentions, document: Document, place: int, want: Agreement) -> Entity | None:
    """« Son homologue de Lens est réservé : (il) attend »: the subject of the sentence, brought up by whose it is."""
    here = document.tokens[document.token_at(place)].sentence
    for mention in found.before(place, WINDOW):
        if mention.sentence != here:
            return None
        noun = mention.noun
        if mention.subject and mention.entity.person and agrees(mention.entity, want, document.language.code):
            another = noun is not None and noun.english in kinds().others and not mention.entity.named
            return mention.entity if another else None
    return None


def candidates(
    found: Mentions, document: Document, place: int, want: Agreement, discourse: Discourse
) -> list[tuple[Entity, dict[str, float]]]:
    """The mentions that a pronoun at ``place`` may go back to, each with its features, nearest first."""
    code = document.language.code
    here = document.tokens[document.token_at(place)].sentence
    line = document.sentences[here].line
    depth = found.depths.at(place)
    out: list[tuple[Entity, dict[str, float]]] = []
    for mention in found.before(place, WINDOW):
        away = here - mention.sentence
        if away > REACH:
            break
        entity = mention.entity
        if (discourse.animate and entity.kind == "document") or (discourse.persons and not entity.person):
            continue
        if discourse.mode == "latter" and mention.depth > depth:
            continue  # « “Leur projet est mort”, dit ce dernier »: not in what he says
        if mention.modifier and not entity.stands:
            continue  # "an AI chip it says is new"
        nouns = {mention.noun.english} if mention.noun is not None else entity.roles
        if nouns & discourse.barred:
            continue  # "The judge sentenced the banker. (His) lawyers …"
        if entity.kind == "media" and id(entity) not in discourse.spoke:
            continue  # « a confié à l'AFP … se rappelle-t-il »: who is only told something does not speak
        if entity is discourse.without or mention.end > place or not agrees(entity, want, code):
            continue
        features = _features(mention, entity, away, depth, want, discourse)
        features["paragraph"] = float(document.sentences[mention.sentence].line != line)
        features["order"] = -math.log1p(len(out))
        out.append((entity, features))
    return out


def _features(
    mention: Mention, entity: Entity, away: int, depth: int, want: Agreement, discourse: Discourse
) -> dict[str, float]:
    source = mention.start in discourse.sources
    subject = mention.subject or source
    latter = discourse.mode != "third"
    features = {
        "near": -float(min(away, 6)),
        "same": float(away == 0),
        "subject": float(subject),
        "subject_before": float(subject and away == 1),
        "subject_same": float(subject and away == 0),
        "source": float(source),
        "oblique": float(mention.oblique and not source),
        "possessor": float(mention.possessor),
        "quoted": float(mention.depth > depth),
        "spoke": float(id(entity) in discourse.spoke),
        "last": float(entity is discourse.last),
        "last_same": float(entity is discourse.last and away <= 1),
        "person": float(entity.person),
        "named": float(entity.named),
        "unknown": float(entity.kind == ""),
        "document": float(entity.kind == "document"),
        "country": float(entity.kind == "country"),
        "gender": float(bool(want.gender) and entity.gender == want.gender),
        "number": float(bool(want.number) and entity.number in ("", want.number)),
        "often": math.log1p(min(entity.mentions, 20)),
        "headline": float(mention.sentence == 0),
    }
    if latter:
        features = {f"latter_{name}": value for name, value in features.items() if name in ("near", "same", "quoted")}
        features["latter_person"] = float(entity.person)
    return features
