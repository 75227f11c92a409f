"""Origins in the dossier, written down (but for one) before the code was run on them, each with its reason."""

from __future__ import annotations

import dataclasses
from functools import cache

import pytest

from selon.demo import GOLD
from selon.evaluation import load_rows
from selon.model import Article, Claim, Span, article_from, claim_from
from selon.questions import Question, build_questions

NIS = "National Intelligence Service (South Korea)"
CGT = "General Confederation of Labour (CGT)"
INTERIOR = "Ministry of the Interior (France)"

# gold question: first sources; how many of them are independent; how many more hang on another in a way nobody tells
EXPECTED = {
    # The NIS itself, Cho (its director) through Park: one. Kirby, the Pentagon (through Singh; AP and Censor.NET; RIA)
    # and Washington are one government, and whether its bodies count by themselves is unknown. Zelensky: one.
    "troops-sent": ({NIS, "John Kirby", "Pentagon", "United States", "Volodymyr Zelensky"}, 3, 2),
    # The NIS through Yonhap in two dispatches, and its director through Park: one. Zelensky: one.
    "troops-planned": ({NIS, "Volodymyr Zelensky"}, 2, 0),
    # Pentagon and Blinken: one government. Zelensky, his intelligence, the National Resistance Center: another.
    "troops-kursk": (
        {
            "Pentagon",
            "Antony Blinken",
            "Volodymyr Zelensky",
            "Ukrainian intelligence",
            "National Resistance Center (Ukraine)",
        },
        2,
        3,
    ),
    # Peskov speaks for the Kremlin; Putin is of the same government.
    "present": ({"Volodymyr Zelensky", "Kremlin", "Vladimir Putin", "North Korea", "Lloyd Austin"}, 4, 1),
    # Budanov heads Ukraine's military intelligence, which nobody names here by itself; Singh speaks for the Pentagon,
    # Rutte heads NATO.
    "in-kursk": ({"Kyrylo Budanov", "Pentagon", "NATO"}, 3, 0),
    # Cho, whose spy agency nobody names by itself in these dispatches: one. Zelensky, his intelligence and his minister
    # of defence: one government, whose bodies may or may not know it each by themselves. Kirby (they may be) and
    # Washington (it does not know): another. Put down last, once a run had shown that those two stand here, whom the
    # gold leaves without a question.
    "in-combat": (
        {
            "Cho Tae-yong",
            "Ukrainian intelligence",
            "Rustem Umerov",
            "Volodymyr Zelensky",
            "John Kirby",
            "United States",
        },
        3,
        3,
    ),
    "police-hurt-0323": ({INTERIOR}, 1, 0),  # the minister heads the ministry
    "march-0119-france": ({CGT, INTERIOR}, 2, 0),  # Martinez is the CGT's secretary general
    "march-0119-paris": ({CGT, INTERIOR}, 2, 0),
    "march-0131-france": ({CGT, INTERIOR}, 2, 0),
    "march-0131-paris": ({CGT, "Paris Police Prefecture", "Occurrence"}, 3, 0),
    "march-0207-france": ({CGT, INTERIOR}, 2, 0),
    "march-0307-france": ({CGT, INTERIOR}, 2, 0),  # "the two had counted" is these two again
    "march-0307-paris": ({CGT, "Paris Police Prefecture"}, 2, 0),
    "march-0311-france": ({CGT, INTERIOR}, 2, 0),
    "march-0323-france": ({CGT, INTERIOR}, 2, 0),  # Le Monde cites the ministry
    "march-0323-paris": ({CGT, INTERIOR, "Occurrence"}, 3, 0),
    "march-0323-marseille": ({"trade unions", "Prefecture of Bouches-du-Rhône"}, 2, 0),
}


def dossier() -> list[tuple[Article, list[Claim]]]:
    return [
        (article_from(row), [dataclasses.replace(claim_from(c), id=f"{row['id']}/{c['id']}") for c in row["claims"]])
        for row in load_rows(GOLD)
    ]


@cache
def by_gold() -> dict[str, Question]:
    """For each gold question the one that holds most of its claims."""
    questions = build_questions(dossier())
    gold = {c.id: c.question for _, claims in dossier() for c in claims if c.question}
    out = {}
    for name in sorted(set(gold.values())):
        wanted = {c for c, q in gold.items() if q == name}
        out[name] = max(questions, key=lambda q: len(wanted & {a.claim for a in q.answers}) - 0.01 * len(q.answers))
    return out


def test_every_question_of_the_dossier_has_its_origins_written_down() -> None:
    assert {c.question for _, claims in dossier() for c in claims if c.question} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_first_sources(name: str) -> None:
    names, independent, unknown = EXPECTED[name]
    question = by_gold()[name]
    assert set(question.origins.tree) == names
    assert (question.origins.independent, question.origins.unknown) == (independent, unknown)
    assert question.origins.anonymous == 0


def test_tellers() -> None:
    tree = by_gold()["troops-planned"].origins.tree
    assert tree[NIS]["Yonhap News Agency"] == ("d02", "d03")
    assert by_gold()["troops-sent"].origins.tree["Pentagon"]["Associated Press → Censor.NET"] == ("d10",)


def said(
    id: str, text: str, speaker: str, content: str, publisher: str, **labels: object
) -> tuple[Article, list[Claim]]:
    start = text.index(content)
    source = (Span(0, len(speaker)),) if text.startswith(speaker) else ()
    claim = Claim(source=source, cue=(), content=(Span(start, start + len(content)),), speaker=speaker, id=id, **labels)  # type: ignore[arg-type]
    return Article(text=text, id=id, language="en", published="2024-03-04", publisher=publisher), [claim]


def test_copies_add_no_origin() -> None:
    text = "Marta Quell said on Monday that the bridge in Orsk had collapsed after the storm of the night before."
    papers = [said(f"a{n}", text, "Marta Quell", "the bridge in Orsk had collapsed", f"Paper {n}") for n in range(9)]
    (question,) = build_questions(papers)
    assert (question.origins.articles, question.origins.outlets, question.origins.independent) == (9, 9, 1)


def test_the_unnamed_count_apart() -> None:
    named = said(
        "a",
        "Marta Quell said the bridge in Orsk had collapsed.",
        "Marta Quell",
        "the bridge in Orsk had collapsed",
        "A",
    )
    text = "A senior official said the bridge in Orsk had collapsed."
    unnamed = said("b", text, "a senior official", "the bridge in Orsk had collapsed", "B", anonymous=True)
    (question,) = build_questions([named, unnamed])
    assert (question.origins.independent, question.origins.anonymous) == (1, 1)


def test_near_copies_of_the_unnamed_are_one() -> None:
    text = (
        "A senior official said the bridge in Orsk had collapsed. The town lies on the river Velm, which rose by two "
        "metres during the night; the road to the north has been closed since Sunday and trains are not running."
    )
    papers = [
        said(f"p{n}", text, "a senior official", "the bridge in Orsk had collapsed", f"P{n}", anonymous=True)
        for n in range(4)
    ]
    (question,) = build_questions(papers)
    assert question.origins.anonymous == 1


def test_an_agency_that_names_nobody_is_unknown() -> None:
    first = said(
        "a",
        "Reuters reported that the bridge in Orsk had collapsed.",
        "Reuters",
        "the bridge in Orsk had collapsed",
        "A",
    )
    second = said(
        "b",
        "Marta Quell said the bridge in Orsk had collapsed.",
        "Marta Quell",
        "the bridge in Orsk had collapsed",
        "B",
    )
    (question,) = build_questions([first, second])
    assert (question.origins.independent, question.origins.unknown) == (1, 1)


def test_headlines_never_corroborate() -> None:
    body = said(
        "a",
        "Marta Quell said the bridge in Orsk had collapsed.",
        "Marta Quell",
        "the bridge in Orsk had collapsed",
        "A",
    )
    head = said(
        "b",
        "Orsk mayor: the bridge in Orsk had collapsed",
        "mayor of Orsk",
        "the bridge in Orsk had collapsed",
        "B",
        place="headline",
    )
    (question,) = build_questions([body, head])
    assert question.origins.independent == 1
    assert [a.counts for a in question.answers].count(False) == 1
