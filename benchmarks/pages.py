"""How fast and how heavy the pages are on a ledger of 2,000 articles and 20,000 claims, made here.

    python benchmarks/pages.py [--articles 2000] [--rounds 15]

Prints a line a page: median milliseconds, kilobytes of HTML, and kilobytes besides the article's own text.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from selon.ledger import Ledger
from selon.model import Article, Claim, Quantity, Relay, Span
from selon.questions import Answer, Conflict, Facet, Origins, Question, Statement

CITIES = ("Paris", "Lyon", "Marseille", "Lille", "Nantes", "Kursk", "Kyiv", "Seoul", "Berlin", "Madrid", "Rome", "Oslo")
EVENTS = (
    ("people have marched in {city}", "person", 20_000),
    ("soldiers have been sent to {city}", "soldier", 3_000),
    ("houses have been destroyed in {city}", "house", 200),
    ("people have been wounded in {city}", "person", 40),
    ("jobs will be cut in {city}", "job", 900),
)
OPINIONS = ("the plan is unfair", "the talks have failed", "the border will stay open", "the report is wrong")
FIRST = ("Anna", "Bela", "Chloe", "Dario", "Elif", "Femke", "Goran", "Hana", "Ivo", "Jana", "Karim", "Lena", "Mira")
LAST = ("Adler", "Berg", "Costa", "Duval", "Eriksen", "Fischer", "Garnier", "Horvat", "Ito", "Jansen", "Kovacs", "Lund")
BODIES = ("Ministry of the Interior", "Police Prefecture", "Union Federation", "Red Cross", "City Council", "Reuters")


def generated(articles: int, seed: int = 1) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles of ten claims each: figures, denials, opinions, some through a teller, over a year."""
    luck = random.Random(seed)
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    start = dt.date(2024, 1, 1)
    for number in range(articles):
        day = start + dt.timedelta(days=luck.randrange(365))
        city = luck.choice(CITIES)
        text, claims = "", []
        for _ in range(10):
            speaker = luck.choice(BODIES) if luck.random() < 0.4 else luck.choice(people)
            text, claim = _sentence(text, speaker, city, luck)
            claims.append(claim)
        article = Article(
            text=text,
            id=f"g{number:05d}",
            language="en",
            published=day.isoformat(),
            title=f"What was said in {city} on {day.isoformat()} ({number})",
            publisher=f"Paper {luck.randrange(40)}",
        )
        yield article, claims


def _sentence(text: str, speaker: str, city: str, luck: random.Random) -> tuple[str, Claim]:
    lead = " " if text and len(text) % 5 else "\n" if text else ""
    at = len(text) + len(lead)
    quantities: tuple[Quantity, ...] = ()
    stance, certainty = "asserts", luck.choice(("certain", "certain", "probable", "reported"))
    if luck.random() < 0.6:
        what, unit, size = luck.choice(EVENTS)
        n = round(size * luck.uniform(0.5, 2), -1)
        told = f"{n:,.0f} {what.format(city=city)}"
        if luck.random() < 0.15:
            stance, certainty = "denies", "denied"
    else:
        n, unit, told = 0.0, "", luck.choice(OPINIONS)
    said = f"{speaker} said that {told}"
    content = Span(at + len(speaker) + 6, at + len(said))
    if n:
        quantities = (Quantity(Span(content.start + 5, content.start + 5 + len(told.split()[0])), n, n, unit),)
    relay = (Relay(luck.choice(("Reuters", "Associated Press"))),) if luck.random() < 0.2 else ()
    claim = Claim(
        source=(Span(at, at + len(speaker)),),
        cue=(Span(at + len(speaker) + 1, at + len(speaker) + 5),),
        content=(content,),
        speaker=speaker,
        stance=stance,  # type: ignore[arg-type]
        certainty=certainty,  # type: ignore[arg-type]
        quantities=quantities,
        relay=relay,
    )
    return f"{text}{lead}{said}.", claim


def grouped(ledger: Ledger) -> list[Question]:
    """The claims under questions by the generator's own key (what, where, which month): only the pages are measured."""
    articles = {stored.id: stored.article for stored in ledger.articles()}
    groups: dict[tuple[str, ...], list[Facet]] = defaultdict(list)
    for stored in ledger.claims():
        article = articles[stored.article_id]
        month = (article.published or "")[:7]
        what = " ".join(word for word in stored.words.split() if word != "that" and not word[0].isdigit())
        statement = Statement(article, stored.claim, stored.id)
        countries = frozenset({luck(stored.words)})
        groups[(what, month)].append(Facet(stored.id, statement, "number", countries=countries))
    return [_question("-".join(key), facets) for key, facets in groups.items()]


def luck(words: str) -> str:
    """Some country, the same for the same words."""
    return ("FR", "DE", "UA", "RU", "KR", "US")[sum(map(ord, words)) % 6]


def _question(text: str, facets: list[Facet]) -> Question:
    answers = tuple(_answer(facet) for facet in facets)
    names = {answer.origin or "" for answer in answers}
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    for answer in answers:
        tellers = tree.setdefault(answer.origin or "", {})
        teller = " → ".join(answer.relay)
        tellers[teller] = (*tellers.get(teller, ()), answer.article)
    figures = [a for a in answers if a.low is not None]
    conflicts = tuple(Conflict(a.claim, b.claim, "apart") for a, b in pairwise(figures[:20]) if a.low != b.low)
    return Question(
        id="q" + hashlib.sha256(text.encode()).hexdigest()[:12],
        kind="number" if figures else "yes-no",
        text={"en": f"How many {text}?", "fr": f"Combien ? {text}"},
        answers=answers,
        origins=Origins(len({a.article for a in answers}), len(names), len(names), tree=tree),
        conflicts=conflicts,
        facets=tuple(facets),
    )


def _answer(facet: Facet) -> Answer:
    claim, article = facet.statement.claim, facet.statement.article
    figure = claim.quantities[0] if claim.quantities else None
    return Answer(
        article=article.id or "",
        claim=facet.id,
        content=tuple((s.start, s.end) for s in claim.content),
        speaker=claim.speaker,
        as_of=article.published,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        answer=None if figure else "yes",
        certainty=claim.certainty,
        stance=claim.stance,
        origin=claim.speaker,
        relay=tuple(r.speaker for r in claim.relay),
        words=claim.content[0].of(article.text),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "selon.db", options.articles, options.rounds)
    return 0


def measure(path: Path, articles: int, rounds: int) -> list[tuple[str, float, float, float]]:
    """Fill a ledger, ask each page ``rounds`` times, print and return (page, median ms, KB, KB besides the text)."""
    from starlette.testclient import TestClient

    from selon.views.archive import Archive
    from selon.web.app import create_app

    with Ledger(path) as ledger:
        started = time.perf_counter()
        for _ in ledger.add_many(((a, c, None) for a, c in generated(articles)), extractor="generated"):
            pass
        added = time.perf_counter()
        app = create_app(ledger, make=lambda kept: Archive(kept, grouped(kept)))
        made = time.perf_counter()
        print(f"{articles} articles added in {added - started:.1f} s, grouped in {made - added:.1f} s")
        client = TestClient(app, base_url="http://localhost")
        archive = app.app.state.shelf.archive  # type: ignore[attr-defined]
        largest = max(archive.questions.values(), key=lambda q: len(q.answers))
        busiest = max(archive.by_speaker, key=lambda n: len(archive.by_speaker[n]))
        from selon.views.page_models import speaker_key

        article = archive.articles[0].id
        pages = {
            "home": "/",
            "home, narrowed": f"/?speaker={speaker_key(busiest)}&conflict=1",
            "question (largest)": f"/questions/{largest.id}",
            "question (usual)": f"/questions/{archive.asked[len(archive.asked) // 3].id}",
            "article": f"/articles/{article}",
            "speaker (busiest)": f"/speakers/{speaker_key(busiest)}",
            "speakers": "/speakers",
            "articles": "/articles",
            "search": "/search?q=soldiers+kursk",
        }
        results = []
        print(f"{'page':<22}{'median ms':>10}{'KB':>8}{'KB besides text':>17}")
        for name, address in pages.items():
            times = []
            for _ in range(rounds):
                began = time.perf_counter()
                answer = client.get(address)
                times.append((time.perf_counter() - began) * 1000)
                assert answer.status_code == 200, (name, answer.status_code)
            size = len(answer.content) / 1024
            own = size - (len(archive.text(article).text.encode()) / 1024 if name == "article" else 0)
            results.append((name, statistics.median(times), size, own))
            print(f"{name:<22}{results[-1][1]:>10.1f}{size:>8.0f}{own:>17.0f}")
    return results


if __name__ == "__main__":
    sys.exit(main())
