"""Makes up news: stories told by several outlets in two languages, with their claims, as many as asked for.

The same seed gives the same news. A story has a place, a kind of event, figures that grow from day to day, and sources
that disagree; articles are short dispatches of some four claims, a few of them near-copies.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from selon.model import Article, Claim, Quantity, Span

SYLLABLES = ("bar", "kel", "dor", "min", "tas", "vel", "ron", "gal", "pir", "sol", "mar", "ten", "lus", "cav", "nor")
OUTLETS = [f"Outlet {n}" for n in range(1, 41)]
COUNTRIES = [
    ("France", "France"),
    ("Japan", "Japon"),
    ("Brazil", "Brésil"),
    ("Kenya", "Kenya"),
    ("Chile", "Chili"),
    ("Italy", "Italie"),
    ("India", "Inde"),
    ("Canada", "Canada"),
    ("Mexico", "Mexique"),
    ("Norway", "Norvège"),
]

# figure, unit, English, French; {n} is the figure, {p} the place
FIGURES = [
    ("people", "personnes", "{n} people were killed in {p}", "{n} personnes ont été tuées à {p}"),
    ("people", "blessés", "{n} people were injured in {p}", "{n} blessés sont soignés à {p}"),
    ("homes", "maisons", "{n} homes were destroyed in {p}", "{n} maisons ont été détruites à {p}"),
    ("people", "manifestants", "{n} people marched in {p}", "{n} personnes ont manifesté à {p}"),
    ("workers", "salariés", "{n} workers went on strike in {p}", "{n} salariés ont fait grève à {p}"),
    ("cases", "cas", "{n} cases were confirmed in {p}", "{n} cas ont été confirmés à {p}"),
    ("people", "personnes", "{n} people were arrested in {p}", "{n} personnes ont été arrêtées à {p}"),
    ("soldiers", "soldats", "{n} soldiers were sent to {p}", "{n} soldats ont été envoyés à {p}"),
]
MATTERS = [
    ("the bridge in {p} had collapsed", "le pont de {p} s’est effondré"),
    ("the factory in {p} would close", "l’usine de {p} fermera"),
    ("the mayor of {p} would resign", "le maire de {p} démissionnera"),
    ("the water in {p} was contaminated", "l’eau de {p} est contaminée"),
    ("the talks in {p} had failed", "les négociations de {p} ont échoué"),
]


def name(random_: random.Random, parts: int = 3) -> str:
    return "".join(random_.choice(SYLLABLES) for _ in range(parts)).capitalize()


def news(claims: int, seed: int = 1, claims_a_story: int = 60) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles with their claims until ``claims`` are made."""
    random_ = random.Random(seed)
    made = story = 0
    while made < claims:
        for article, found in _story(random_, story, claims_a_story):
            found = found[: claims - made]
            if found:
                made += len(found)
                yield article, found
        story += 1


def _story(random_: random.Random, number: int, size: int) -> Iterator[tuple[Article, list[Claim]]]:
    place = name(random_)
    country = random_.choice(COUNTRIES)
    start = dt.date(2020, 1, 1) + dt.timedelta(random_.randrange(1500))
    speakers = [f"{name(random_, 2)} {name(random_)}" for _ in range(4)]
    figures = random_.sample(FIGURES, 3)
    base = [random_.randrange(20, 5000) for _ in figures]
    matter = random_.choice(MATTERS)
    made = count = 0
    while made < size:
        french = random_.random() < 0.5
        day = start + dt.timedelta(random_.randrange(6))
        sentences: list[tuple[str, str, str, int | None, int, str]] = []
        for which in random_.sample(range(3), 2):
            figure = int(base[which] * (1 + 0.3 * (day - start).days) * random_.choice((1, 1, 1, 1.5)))
            template = figures[which][3 if french else 2]
            sentences.append((template, random_.choice(speakers), "asserts", figure, which, figures[which][french]))
        for _ in range(2):
            denies = random_.random() < 0.3
            sentences.append((matter[french], random_.choice(speakers), "denies" if denies else "asserts", None, 3, ""))
        yield _article(f"s{number}-{count}", french, day, random_.choice(OUTLETS), place, country[french], sentences)
        count += 1
        made += len(sentences)


def _article(
    identity: str,
    french: bool,
    day: dt.date,
    outlet: str,
    place: str,
    country: str,
    sentences: list[tuple[str, str, str, int | None, int, str]],
) -> tuple[Article, list[Claim]]:
    text = f"{place}, {country}. "
    claims: list[Claim] = []
    for template, speaker, stance, figure, _, unit in sentences:
        content = template.format(n=figure, p=place)
        verb = ("dément que" if stance == "denies" else "affirme que") if french else (
            "denied that" if stance == "denies" else "said that")  # fmt: skip
        source = Span(len(text), len(text) + len(speaker))
        cue = Span(source.end + 1, source.end + 1 + len(verb))
        start = cue.end + 1
        text += f"{speaker} {verb} {content}. "
        quantities = ()
        if figure is not None:
            at = start + content.index(str(figure))
            quantities = (Quantity(Span(at, at + len(str(figure))), float(figure), float(figure), unit),)
        claims.append(
            Claim(
                source=(source,),
                cue=(cue,),
                content=(Span(start, start + len(content)),),
                speaker=speaker,
                stance="denies" if stance == "denies" else "asserts",
                certainty="denied" if stance == "denies" else "certain",
                quantities=quantities,
                id=f"{identity}/{len(claims)}",
            )
        )
    language = "fr" if french else "en"
    article = Article(text=text.strip(), id=identity, language=language, published=day.isoformat(), publisher=outlet)
    return article, claims
