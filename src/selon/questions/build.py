"""From claims to questions, pure and whole: any order of the input gives the same questions."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from selon import collector
from selon.languages.registry import countries
from selon.model import Article, Claim
from selon.questions.actions import classes
from selon.questions.alike import alike, first_of, stand_ins, to_split
from selon.questions.copies import near_copies
from selon.questions.facets import facets_of
from selon.questions.grouping import Pair, contrasts_of, group, pair
from selon.questions.nested import relayed, relays_of
from selon.questions.origins import Registrar, origins_of
from selon.questions.parallel import spread, worthwhile
from selon.questions.record import Answer, Facet, Question, QuestionKind, Statement, key_of
from selon.questions.relations import Told, relations
from selon.questions.wording import worded
from selon.questions.words import known_concepts

OPEN = frozenset({"intends", "asks", "criticises", "approves", "fears"})


class JudgementLike(Protocol):
    """What a judgement must tell: two claim ids, "same" or "different", and whether it was taken back."""

    @property
    def kind(self) -> str: ...
    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def taken_back(self) -> bool: ...


def statements_of(articles: Iterable[tuple[Article, Sequence[Claim]]]) -> list[Statement]:
    """Statements of articles with their claims; a claim without an id gets one from its article and place."""
    return [
        Statement(article, claim, claim.id or f"{key_of(article)}#{number}")
        for article, claims in articles
        for number, claim in enumerate(claims)
    ]


def build_questions(
    articles: Iterable[tuple[Article, Sequence[Claim]]], judgements: Iterable[JudgementLike] = (), *, workers: int = 1
) -> list[Question]:
    """The questions that the claims answer, those with the most answers first; each claim stands under at least one.

    Claim ids must be unique over all articles (those of the ledger are); ids that the input gave within one article
    only are made unique by prefixing the article's.
    """
    with collector.paused():  # a tenth of the time of 100,000 claims
        return questions_of(_unique(statements_of(articles)), judgements, workers=workers)


def questions_of(
    statements: Sequence[Statement], judgements: Iterable[JudgementLike] = (), *, workers: int = 1
) -> list[Question]:
    """As :func:`build_questions`, from statements. ``workers`` processes share the work where there is much of it."""
    workers = worthwhile(workers, len(statements))
    facets = all_facets(statements, workers)
    same, different = judged(facets, judgements)
    copies = alike(facets, to_split(facets, different))
    first = first_of(copies)
    firsts = {i: facets[i] for i in copies}
    same, different = stand_ins(same, first), stand_ins(different, first)
    groups = group(firsts, same, different, workers, told=contrasts_of(facets))
    told = by_article(statements)
    return in_order(question_of([facets[i] for f in members for i in copies[f]], told) for members in groups)


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Questions with the most answers first, ties by id."""
    return sorted(questions, key=lambda q: (-len(q.answers), q.id))


def by_article(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Statements by their article."""
    out: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        out[s.home].append(s)
    return out


def all_facets(statements: Sequence[Statement], workers: int = 1) -> dict[str, Facet]:
    """The facets of all statements, by id, read article by article."""
    told = list(by_article(statements).values())

    def read(part: int) -> list[Facet]:
        found = [f for group_ in told[part::workers] for f in facets_of(group_[0].article, group_)]
        for facet in found if workers > 1 else ():
            object.__setattr__(facet, "statement", None)  # the parent has it: what needn't travel stays here
        return found

    facets = {f.id: f for found in spread(read, workers) for f in found}
    if workers > 1:
        by_id = {s.id: s for s in statements}
        for facet in facets.values():
            object.__setattr__(facet, "statement", by_id[facet.id.rpartition("#")[0]])
    return facets


def judged(facets: Mapping[str, Facet], judgements: Iterable[JudgementLike]) -> tuple[list[Pair], list[Pair]]:
    """Judgements on claims as pairs of facets: the first of each for "same", every one for "different"."""
    of_claim: dict[str, list[str]] = defaultdict(list)
    for i in sorted(facets):
        of_claim[facets[i].statement.id].append(i)
    same: list[Pair] = []
    different: list[Pair] = []
    for j in judgements:
        if j.taken_back or not of_claim.get(j.a) or not of_claim.get(j.b):
            continue
        if j.kind == "same":
            same.append(pair(of_claim[j.a][0], of_claim[j.b][0]))
        else:
            different += [pair(x, y) for x in of_claim[j.a] for y in of_claim[j.b]]
    return same, different


def question_of(members: Sequence[Facet], told: Mapping[str, Sequence[Statement]]) -> Question:
    """One group of facets as a question; ``told`` has all the statements of their articles, for who speaks for whom."""
    facets = sorted(members, key=in_time)
    articles = {f.statement.home: f.statement.article for f in facets}
    registrar = Registrar([s for key in sorted(articles) for s in told[key]])
    folded = relayed(facets)
    relays = relays_of(facets, folded)
    shown = [f for f in facets if f.id not in folded]
    rows = [Told(f, registrar.source(f.statement, f.speaker)) for f in shown if f.statement.claim.place is None]
    conflicts, updates = relations(rows)
    kind = kind_of(facets)
    return Question(
        id=question_id(facets),
        kind=kind,
        text=worded(facets, kind),
        answers=tuple(answer_of(f, registrar, relays[f.id]) for f in shown),
        origins=origins_of(facets, registrar, near_copies(articles) if len(articles) > 1 else {}),
        conflicts=conflicts,
        updates=updates,
        why=why_together(facets),
        facets=tuple(facets),
    )


def in_time(facet: Facet) -> tuple[str, str, str]:
    """Order of answers: the day that they hold for, then publication, then id."""
    return (facet.as_of or "", facet.statement.article.published or "", facet.id)


def question_id(facets: Sequence[Facet]) -> str:
    """Stable while news is added: made of the kind and the oldest claim (by publication) that the question holds."""
    oldest = min(facets, key=lambda f: (f.statement.article.published or "9999", f.id))
    return "q" + hashlib.sha256(f"{oldest.kind}\n{oldest.id}".encode()).hexdigest()[:12]


def kind_of(facets: Sequence[Facet]) -> QuestionKind:
    if facets[0].kind == "number":
        return "number"
    stances = {f.statement.claim.stance for f in facets}
    return "open" if stances <= OPEN or (len(facets) == 1 and facets[0].statement.claim.kind == "direct") else "yes-no"


def answer_of(facet: Facet, registrar: Registrar, relay: tuple[str, ...]) -> Answer:
    statement = facet.statement
    claim, article = statement.claim, statement.article
    source = registrar.source(statement, facet.speaker)
    return Answer(
        article=statement.article_key,
        claim=statement.id,
        content=tuple((s.start, s.end) for s in claim.content),
        speaker=facet.speaker or claim.speaker,
        as_of=facet.as_of,
        low=facet.low,
        high=facet.high,
        answer=facet.answer,
        certainty=claim.certainty,
        stance=claim.stance,
        origin=source.label if source and not source.anonymous else None,
        relay=relay,
        words=" … ".join(article.text[s.start : s.end] for s in claim.content),
        anonymous=claim.anonymous,
        counts=claim.place is None,
    )


def why_together(facets: Sequence[Facet]) -> tuple[str, ...]:
    """What the members have in common, in words."""
    if len(facets) < 2:
        return ()
    out = []
    for label, values in (
        ("action", [f.action for f in facets]),
        ("counted", [_counted(f) for f in facets]),
        ("place", [f.place_name or f.place for f in facets if f.place]),
        ("day", [f.day[0] if f.day and f.action in classes().episodic else None for f in facets]),
        ("of", [", ".join(countries()[n].name for n in sorted(f.nations) if n in countries()) for f in facets]),
        ("modality", [f.modality if f.kind == "number" else None for f in facets]),
    ):
        named = sorted({v for v in values if v})
        if named and len(named) <= 3:
            out.append(f"{label}: {', '.join(named)}")
    shared = set.intersection(*({k for k in f.bag if k in known_concepts()} for f in facets))
    if shared:
        out.append("words: " + ", ".join(sorted(shared)[:6]))
    return tuple(out)


def _counted(facet: Facet) -> str | None:
    """The concept that is counted; the article's own noun where the bilingual table has none."""
    return facet.noun if not facet.noun or facet.noun in known_concepts() else facet.unit


def _unique(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, an id that several have told apart by its article's key, and by its text where that repeats."""

    def told_apart(rows: Sequence[Statement], names: Callable[[Statement], str]) -> list[Statement]:
        seen = Counter(s.id for s in rows)
        return [s if seen[s.id] == 1 else Statement(s.article, s.claim, f"{names(s)}/{s.id}") for s in rows]

    by_key = told_apart(statements, lambda s: s.article_key)
    return told_apart(by_key, lambda s: s.home.replace("\n", "@"))
