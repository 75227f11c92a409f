"""What the ledger keeps, what adding twice does, what is current."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from selon.ledger import Ledger, LedgerError, NotInLedger, dialects
from selon.model import Article, Claim, Furniture, InvariantError, Span
from tests.ledger.samples import article, claims


def add(ledger: Ledger, one: Article, extractor: str = "1"):  # type: ignore[no-untyped-def]
    return ledger.add(one, claims(one), extractor=extractor, source="news/day.jsonl")


def test_what_is_added_comes_back(ledger: Ledger) -> None:
    one = Article(
        **{name: getattr(article(), name) for name in ("text", "id", "language", "published")},
        title="Des soldats",
        publisher="Le Jour",
        furniture=(Furniture(Span(0, 5), "headline"),),
    )
    done = add(ledger, one)
    assert (done.new, done.new_article, done.version, done.claims) == (True, True, 1, 2)
    (stored,) = ledger.articles()
    assert stored.article == one
    assert (stored.id, stored.name, stored.source) == (done.article_id, "d01", "news/day.jsonl")
    found = list(ledger.claims())
    assert [c.words for c in found] == ["1 000 soldats sont partis", ""]
    assert [c.claim for c in found] == [
        Claim(**{**_fields(c), "id": stored.id}) for c, stored in zip(claims(one), found, strict=True)
    ]
    assert list(ledger.claims(done.article_id)) == found
    assert ledger.claim(found[0].id) == found[0]
    assert ledger.article("d01") == ledger.article(done.article_id) == stored


def _fields(claim: Claim) -> dict[str, object]:
    return {name: getattr(claim, name) for name in Claim.__dataclass_fields__}


def test_adding_twice_changes_nothing(ledger: Ledger, path: Path) -> None:
    add(ledger, article())
    before = dump(path)
    assert ledger.knows(article(), extractor="1")
    assert not ledger.knows(article(), extractor="2")
    again = add(ledger, article())
    assert (again.new, again.claims) == (False, 0)
    assert dump(path) == before


def test_one_text_at_two_addresses_is_two_articles_and_without_address_one(ledger: Ledger) -> None:
    add(ledger, article(url="https://a.example/1"))
    add(ledger, article(url="https://b.example/1"))
    add(ledger, article(url="https://b.example/1#top"))
    assert ledger.counts() == {"articles": 2, "claims": 4, "versions": 2}
    add(ledger, article(id=None))
    add(ledger, article(id=None))
    assert ledger.counts()["articles"] == 3


def test_other_words_at_a_url_are_a_new_version(ledger: Ledger) -> None:
    url = "https://a.example/1"
    first = add(ledger, article(1, url=url))
    second = add(ledger, article(2, "sont là", url=url))
    assert (first.version, second.version, second.new_article) == (1, 2, True)
    assert [a.version for a in ledger.articles()] == [2]
    assert [a.version for a in ledger.versions(first.article_id)] == [1, 2]
    assert {c.article_id for c in ledger.claims()} == {second.article_id}
    assert len(list(ledger.claims(first.article_id))) == 2, "what the first version said is still there"
    assert not add(ledger, article(1, url=url)).new, "a known version adds nothing, and the latest stays"
    assert [a.version for a in ledger.articles()] == [2]


def test_an_id_alone_makes_versions_only_of_texts_that_share_words(ledger: Ledger) -> None:
    longer = "Le ministère ajoute que les troupes s'entraînent dans l'Extrême-Orient russe depuis le début du mois."
    one = Article(text=f"Séoul compte 1 500 soldats. {longer}", id="1")
    edited = Article(text=f"Séoul compte 3 000 soldats. {longer}", id="1")
    stranger = Article(text="Rain is expected over most of Wales on Sunday, forecasters said.", id="1")
    versions = [ledger.add(a, [], extractor="1").version for a in (one, stranger, edited)]
    assert versions == [1, 1, 2]
    assert [a.article.text for a in ledger.articles()] == [stranger.text, edited.text]
    assert [ledger.add(a, [], extractor="1").new for a in (one, stranger, edited)] == [False] * 3


@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_an_id_that_looks_like_the_second_article_of_another(ledger: Ledger, order: tuple[int, ...]) -> None:
    three = [
        Article(text="Séoul compte 1 500 soldats en Russie depuis le début du mois.", id="x"),
        Article(text="Rain is expected over most of Wales on Sunday, forecasters said.", id="x"),
        Article(text="Le Kremlin dément toute présence de troupes étrangères sur son sol.", id="x#2"),
    ]
    done = [ledger.add(three[n], [], extractor="1") for n in order]
    assert [(each.new, each.version) for each in done] == [(True, 1)] * 3
    edited = Article(text=f"{three[2].text} Paris attend.", id="x#2")
    assert ledger.add(edited, [], extractor="1").version == 2
    assert {a.article.text for a in ledger.articles()} == {three[0].text, three[1].text, edited.text}


def test_a_series_that_an_earlier_version_named_is_no_other_s(ledger: Ledger) -> None:
    add(ledger, article(1, id="x"))
    with ledger._writing() as connection:
        connection.execute(text("UPDATE articles SET series = 'id:x#2'"))  # as it named the second article of an id
    assert add(ledger, article(2, id="x#2")).version == 1
    assert add(ledger, article(3, id="x#2")).version == 2
    assert ledger.counts() == {"articles": 2, "claims": 4, "versions": 3}


def test_a_source_whose_name_is_not_utf_8_is_kept_with_its_bytes_spelt_out(ledger: Ledger) -> None:
    ledger.add(article(), claims(article()), extractor="1", source=os.fsdecode(b"news/caf\xe9.txt"))
    assert [stored.source for stored in ledger.articles()] == ["news/caf\\udce9.txt"]
    ledger.add(article(2), claims(article(2)), extractor="1", source="news/café.txt")
    assert [stored.source for stored in ledger.articles()][1:] == ["news/café.txt"]
    assert ledger.check() == []


def test_a_newer_extractor_adds_its_claims_and_they_are_the_current_ones(ledger: Ledger) -> None:
    add(ledger, article(), "1")
    old = [c.id for c in ledger.claims()]
    done = add(ledger, article(), "2")
    assert (done.new, done.new_article, done.claims) == (True, False, 2)
    assert ledger.counts() == {"articles": 1, "claims": 2, "versions": 1}
    assert not set(old) & {c.id for c in ledger.claims()}
    assert ledger.claim(old[0]).words == "1 000 soldats sont partis", "the old ones are kept"


def test_claims_with_the_same_spans_have_ids_of_their_own(ledger: Ledger) -> None:
    one = article()
    ledger.add(one, [claims(one)[0]] * 3, extractor="1")
    assert len({c.id for c in ledger.claims()}) == 3
    assert ledger.check() == []


def test_a_span_outside_the_text_is_refused_and_nothing_is_written(ledger: Ledger) -> None:
    one = article()
    beyond = Claim(source=(), cue=(), content=(Span(0, len(one.text) + 1),), speaker="X")
    with pytest.raises(InvariantError):
        ledger.add(one, [beyond], extractor="1")
    assert ledger.counts()["articles"] == 0


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("séoul", 10),
        ("SEOUL", 10),
        ("kremlin", 10),
        ("sold part", 10),
        ("3 000", 1),
        ("South Korea soldats", 10),
        ("martiens", 0),
        ('") OR (', 0),
        ("", 0),
        ("* NEAR \" '", 0),
    ],
)
def test_search_finds_words_speakers_and_sources_without_case_or_accents(ledger: Ledger, words: str, hits: int) -> None:
    for n in range(1, 11):
        add(ledger, article(n))
    assert len(ledger.search(words)) == hits
    assert len(ledger.search(words, limit=4)) == min(hits, 4)


def test_search_finds_only_what_is_current(ledger: Ledger) -> None:
    add(ledger, article(1, url="u"))
    add(ledger, article(1, "reviennent", url="u"))
    assert [c.words for c in ledger.search("soldats")] == ["1 000 soldats reviennent"]


def test_many_pages_come_in_order(ledger: Ledger) -> None:
    of = [article(n) for n in range(1, 1201)]
    done = list(ledger.add_many(((a, claims(a), None) for a in of), extractor="1"))
    assert len(done) == 1200
    assert [a.name for a in ledger.articles()] == [a.id for a in of]
    seqs = [c.seq for c in ledger.claims()]
    assert len(seqs) == 2400
    assert seqs == sorted(set(seqs))


def test_unknown_ids_are_named(ledger: Ledger) -> None:
    for look in (ledger.article, ledger.claim, ledger.take_back):
        with pytest.raises(NotInLedger, match="'nobody'"):
            look("nobody")


def _not_a_database(path: Path) -> None:
    path.write_bytes(b"Selon lui, ceci n'est pas une base. " * 100)


def _of_others(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (id TEXT)")


def _newer(path: Path) -> None:
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (_not_a_database, "is no ledger"),
        (_of_others, r"other tables \(recipes"),
        (_newer, "newer selon"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_what_cannot_be_opened_says_why_and_is_left_alone(
    path: Path, prepare: Callable[[Path], None], message: str
) -> None:
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=message):
        Ledger(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_other_places_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "none.db", create=False)
    with pytest.raises(LedgerError, match="doesn't exist"):
        Ledger(tmp_path / "no" / "folder.db")
    with pytest.raises(LedgerError, match="mysql"):
        Ledger("mysql://localhost/selon")


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("postgresql://localhost/db", "postgresql://localhost/db"),
        ("postgresql://u:secret@localhost:5432/db", "postgresql://localhost:5432/db"),
        ("postgresql://u:sec@ret@localhost/db", "postgresql://localhost/db"),
        ("postgresql://u:sec/ret@localhost/db", "postgresql://localhost/db"),
        ("postgresql://u@localhost/db?password=secret", "postgresql://localhost/db"),
        ("postgresql:///db?host=/run&password=secret", "postgresql:///db"),
        ("postgresql://localhost/db?password=sec@ret", "postgresql://…"),
        ("postgresql://u:sec?ret@localhost/db", "postgresql://…"),
        ("POSTGRESQL://u:secret@localhost/db", "POSTGRESQL://localhost/db"),
        ("sqlite:////home/ana@work/selon.db", "sqlite:////home/ana@work/selon.db"),
        ("news/ana@work.db", "news/ana@work.db"),
    ],
)
def test_a_ledger_s_name_tells_no_user_and_no_password(where: str, named: str) -> None:
    assert dialects.shown(where) == named


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("postgresql+nope://u:secret@h/db", r"^postgresql\+nope:// is no driver that is known: write postgresql://$"),
        ("sqlite+nope:///selon.db", r"^sqlite\+nope:// is no driver that is known: give the file's path$"),
        ("postgresql://u:sec@ret@h/db", r"^postgresql://h/db: no database URL; .* @ is written %40"),
        ("postgresql://u:s@ecret:1/sec@ret:x@h/db", r"^postgresql://h/db: no database URL"),
        ("postgresql://u:secret@h:port/db", r"^postgresql://h:port/db: no database URL"),
        ("POSTGRESQL://u:secret@h/db", "not POSTGRESQL://$"),
    ],
)
def test_a_url_that_is_none_says_what_to_write_and_no_password(url: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message) as raised:
        Ledger(url)
    assert "sec" not in str(raised.value)


def test_a_ledger_in_memory_is_one_for_all_threads() -> None:
    def several(n: int) -> int:
        for m in range(n, n + 10):
            ledger.add(article(m), claims(article(m)), extractor="1")
        return len(list(ledger.claims()))

    with Ledger(":memory:") as ledger:
        with ThreadPoolExecutor(4) as threads:
            seen = list(threads.map(several, (0, 10, 20, 30)))
        assert min(seen) >= 20 and max(seen) == 80
        assert ledger.counts() == {"articles": 40, "claims": 80, "versions": 40}
        assert ledger.check() == []


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_a_full_disk_is_one_clear_error_and_the_ledger_stays_whole(ledger: Ledger) -> None:
    add(ledger, article(1))
    pages = 1

    @event.listens_for(ledger._engine, "checkout")
    def _small(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(LedgerError, match=r"full.*What was added before is safe"):
        list(ledger.add_many(((article(n), claims(article(n)), None) for n in range(2, 500)), extractor="1"))
    pages = 1_000_000
    assert ledger.check() == []
    assert ledger.counts()["articles"] >= 1
    list(ledger.add_many(((article(n), claims(article(n)), None) for n in range(1, 500)), extractor="1"))
    assert ledger.counts()["articles"] == 499


def test_the_stamp_changes_with_what_is_added_and_with_nothing_else(ledger: Ledger) -> None:
    seen = [ledger.stamp()]
    article = Article("Kim a compté trois soldats.", id="stamp", language="fr")
    for extractor in ("one", "one", "two"):
        ledger.add(article, [], extractor=extractor)
        ledger.search("soldats")
        seen.append(ledger.stamp())
    assert seen[1] == seen[2]
    assert len(set(seen)) == 3
