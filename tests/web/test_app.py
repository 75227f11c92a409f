"""The pages as the server gives them: each address, its data, filters, languages, a judgement and its undoing."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Callable, Iterator
from html import unescape
from itertools import islice
from pathlib import Path

import pytest
from anyio.to_thread import current_default_thread_limiter
from starlette.testclient import TestClient

from selon.ledger import Ledger, LedgerError, rights
from selon.ledger.dialects import CONNECTIONS
from selon.model import Article
from selon.views.archive import Archive
from selon.views.export import export
from selon.views.page_models import speaker_key
from selon.web.app import THREADS, create_app
from tests.views.newsroom import HOSTILE, dossier, hostile

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with dossier(tmp_path_factory.mktemp("app") / "selon.db") as ledger:
        yield TestClient(create_app(ledger), base_url="http://localhost", headers={"origin": "http://localhost"})


def archive(client: TestClient) -> Archive:
    return client.app.shelf.archive  # type: ignore[no-any-return, attr-defined, union-attr]


def inner_links(html: str) -> set[str]:
    return {unescape(link) for link in re.findall(r'(?:href|src|action)="(/[^"]*)"', html)}


def test_every_link_leads_somewhere_and_every_fragment_is_there(client: TestClient) -> None:
    seen: dict[str, str] = {}
    queue = ["/"]
    fragments: set[tuple[str, str]] = set()
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        seen[address] = answer.text if "html" in answer.headers["content-type"] else ""
        for link in inner_links(seen[address]):
            target, _, fragment = link.partition("#")
            if fragment:
                fragments.add((target, fragment))
            if "/judgements" not in target and len(seen) < 400:
                queue.append(target)
    assert len(seen) > 100
    for target, fragment in fragments:
        assert f'id="{fragment}"' in seen[target], (target, fragment)


def test_the_answer_s_words_are_the_ones_marked_in_the_article(client: TestClient) -> None:
    question = max(archive(client).questions.values(), key=lambda q: len(q.answers))
    page = client.get(f"/questions/{question.id}").text
    links = re.findall(r'<a class="words" href="([^"]+)"><q lang="..">(.*?)</q>', page)
    assert len(links) == len(question.answers)
    for link, words in links:
        address, _, anchor = link.partition("#")
        article = client.get(address).text
        marked = re.search(rf'<mark class="m [^"]*" id="{anchor}">(.*?)</mark>', article, re.S)
        assert marked, link
        inside = unescape(re.sub(r'<a class="n[ "].*?</a>|<[^>]+>', "", marked[1]))
        assert unescape(words).startswith(inside[:40])


@pytest.mark.parametrize(
    "path",
    [
        "/questions.json",
        "/articles.json",
        "/speakers.json",
        "/search.json?q=soldats",
        "/questions.csv",
        "/speakers.csv",
    ],
)
def test_lists_come_as_data(client: TestClient, path: str) -> None:
    answer = client.get(path)
    rows = answer.json() if ".json" in path else list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) >= 5


def test_a_question_comes_in_its_public_form(client: TestClient) -> None:
    question = archive(client).asked[0]
    form = client.get(f"/questions/{question.id}.json").json()
    assert form["id"] == question.id and len(form["claims"]) == len(question.answers)
    rows = list(csv.DictReader(io.StringIO(client.get(f"/questions/{question.id}.csv").text)))
    assert {row["claim"] for row in rows} == {claim["claim"] for claim in form["claims"]}


def test_the_list_is_narrowed_by_speaker_conflict_language_and_date(client: TestClient) -> None:
    everything = archive(client)

    def listed(query: str) -> set[str]:
        return set(re.findall(r'href="/questions/(\w+)"', client.get(f"/?{query}").text))

    whole = listed("")
    key = speaker_key("Dmitry Peskov")
    by_speaker = listed(f"speaker={key}")
    assert by_speaker and all(
        any(a.speaker == "Dmitry Peskov" for a in everything.questions[q].answers) for q in by_speaker
    )
    in_conflict = listed("conflict=1")
    assert in_conflict and all(everything.questions[q].conflicts for q in in_conflict)
    late = listed("since=2024-11-05")
    assert late and late < whole
    assert listed("since=2024-11-05&until=2024-01-01") == set()
    assert listed("language=fr") and listed("place=FR") < whole
    assert "No question is like that." in client.get("/?speaker=nobody").text
    assert re.search(r"\d+ questions? of \d+ (is|are) like that", client.get("/?language=fr").text)


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "2", "\u0661"])
def test_odd_page_numbers_show_a_page(client: TestClient, page: str) -> None:
    assert client.get("/", params={"page": page}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/questions/none", "/articles/none", "/speakers/none", "/questions/none.json", "/speakers.xml", "/x"]
)
def test_what_is_not_there_is_said_kindly(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "There is no such page" in answer.text


def test_an_article_is_found_by_an_id_with_a_dot_in_it(client: TestClient) -> None:
    text = "Paris dément la nouvelle de ce matin."
    archive(client).ledger.add(Article(text, id="doc.1", language="fr"), [], extractor="gold")
    assert text[:5] in client.get("/articles/doc.1").text
    assert client.get("/articles/doc.1.json").json()["text"] == text
    assert client.get("/articles/doc.1.csv").headers["content-type"].startswith("text/csv")
    assert client.get("/articles/doc.2").status_code == 404


def test_a_speaker_whom_no_claim_names_is_shown_and_nothing_is_added(client: TestClient) -> None:
    known = archive(client)
    known.names[speaker_key("Nobody")] = "Nobody"  # names are those of answers too
    before = dict(known.by_speaker)
    key = speaker_key("Nobody")
    assert client.get(f"/speakers/{key}").status_code == 200
    assert client.get(f"/speakers/{key}.json").json() == []
    assert known.by_speaker == before and "Nobody" not in known.by_speaker


@pytest.mark.parametrize("query", ["", "soldats", '"', "a* OR b", "NEAR(", "\x00", "x" * 3000, "😀", HOSTILE])
def test_search_takes_any_words(client: TestClient, query: str) -> None:
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert "<script>document" not in answer.text


def test_search_finds_words_without_their_accents_and_speakers(client: TestClient) -> None:
    assert "déjà" in client.get("/search", params={"q": "deja"}).text
    assert "/speakers/" + speaker_key("Dmitry Peskov") in client.get("/search", params={"q": "peskov"}).text


def test_search_finds_the_claims_of_a_speaker_by_the_name_that_the_reader_knows(client: TestClient) -> None:
    asked = {"q": "Service national du renseignement Corée du Sud", "lang": "fr"}
    canonical = client.get("/search.json", params={"q": "National Intelligence Service", "lang": "fr"}).json()
    found = client.get("/search.json", params=asked).json()
    assert {row["claim"] for row in canonical} <= {row["claim"] for row in found} and len(canonical) > 3


def test_the_interface_speaks_what_was_asked_then_chosen_then_the_browser_s(client: TestClient) -> None:
    assert '<html lang="en">' in client.get("/").text
    assert '<html lang="fr">' in client.get("/", headers={"accept-language": "de, fr-CH;q=0.9"}).text
    answer = client.get("/?lang=fr")
    assert '<html lang="fr">' in answer.text and "lang=fr" in answer.headers["set-cookie"]
    assert '<html lang="fr">' in client.get("/speakers").text  # by the cookie
    client.cookies.clear()
    assert '<html lang="en">' in client.get("/speakers?lang=de").text


def test_a_judgement_parts_two_claims_and_undoing_it_brings_them_back(client: TestClient) -> None:
    before = {q.id: {a.claim for a in q.answers} for q in archive(client).questions.values()}
    question = next(q for q in archive(client).asked if len({a.claim for a in q.answers}) == 2)
    a, b = sorted({answer.claim for answer in question.answers})
    form = {"kind": "different", "a": a, "b": b, "who": "Ann", "why": "two <b>days</b>", "question": question.id}
    answer = client.post("/judgements", data=form, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"].startswith("/questions/")
    assert not any({a, b} <= {x.claim for x in q.answers} for q in archive(client).questions.values())
    page = client.get(answer.headers["location"]).text
    assert "two &lt;b&gt;days&lt;/b&gt;" in page
    undo = re.search(r'action="(/judgements/\w+/take-back)"', page)
    assert undo
    back = client.post(undo[1], data={"question": question.id}, follow_redirects=False)
    assert back.status_code == 303
    assert {q.id: {x.claim for x in q.answers} for q in archive(client).questions.values()} == before


def test_a_ledger_that_may_only_be_read_is_shown_and_keeps_no_judgement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "selon.db"
    with dossier(path) as ledger:
        a, b = (claim.id for claim in islice(ledger.claims(), 2))
        ledger.judge("same", a, b, "Ann", "one march")
    monkeypatch.setattr(rights, "is_closed", lambda _: True)
    with Ledger(path, create=False) as closed:
        visitor = TestClient(create_app(closed), base_url="http://localhost", headers={"origin": "http://localhost"})
        page = visitor.get(f"/questions/{archive(visitor).of_claim[a][0]}")
        assert "judgements can’t be kept" in page.text and "one march" in page.text
        assert '<form method="post"' not in page.text and 'class="judge"' not in page.text
        answer = visitor.post("/judgements", data={"kind": "same", "a": a, "b": b, "who": "Ben", "why": ""})
        assert answer.status_code == 403 and "judgements can’t be kept" in answer.text
        assert str(path) not in answer.text, "a visitor is told no path"
        assert [judged.who for judged in closed.judgements()] == ["Ann"]


def test_a_judgement_keeps_nobody_waiting(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = client.app.shelf  # type: ignore[attr-defined, union-attr]
    a, b = list(archive(client).pointers)[:2]
    inside: list[int] = []

    def noting(whole: Callable[..., object]) -> Callable[..., object]:
        def noted(*args: object) -> object:
            inside.append(threading.get_ident())
            return whole(*args)

        return noted

    for of, name in ((shelf.ledger, "judge"), (shelf.ledger, "take_back"), (shelf, "refresh")):
        monkeypatch.setattr(of, name, noting(getattr(of, name)))
    with client:  # one event loop for all
        assert client.portal is not None
        loop = client.portal.call(threading.get_ident)
        form = {"kind": "same", "a": a, "b": b, "who": "Ann", "why": ""}
        assert client.post("/judgements", data=form, follow_redirects=False).status_code == 303
        (judged,) = archive(client).judgements()
        assert client.post(f"/judgements/{judged.id}/take-back", data={}, follow_redirects=False).status_code == 303
    assert len(inside) == 4 and loop not in inside


def test_a_judgement_on_unknown_claims_or_of_another_kind_is_refused(client: TestClient) -> None:
    known = next(iter(archive(client).pointers))
    for form, status in (
        ({"kind": "same", "a": "x", "b": known, "who": "A", "why": "b"}, 404),
        ({"kind": "equal", "a": known, "b": known, "who": "A", "why": "b"}, 400),
        ({"kind": "same", "a": known, "b": known, "who": "A", "why": "b"}, 400),
        ({}, 400),
        ({"kind": "same", "a": known, "b": known, "who": "A", "why": "b", "admin": "1"}, 400),
    ):
        assert client.post("/judgements", data=form).status_code == status
    assert client.post("/judgements/none/take-back", data={}).status_code == 404
    assert archive(client).judgements(taken_back=True) == []


@pytest.mark.parametrize(
    ("method", "path", "form", "status", "told"),
    [
        ("GET", "/speakers/nobody", {}, 404, "L’adresse est peut-être mal saisie"),
        ("GET", "/export/nothing", {}, 404, "L’adresse est peut-être mal saisie"),
        ("GET", "/judgements", {}, 405, "Cette adresse n’accepte pas ce genre de requête."),
        ("POST", "/judgements", {"kind": "equal", "a": "x", "b": "y"}, 400, "Dites si les deux propos"),
        ("POST", "/judgements", {"kind": "same", "a": "x", "b": "x"}, 400, "Un propos ne se compare pas à lui-même"),
        ("POST", "/judgements", {"admin": "1"}, 400, "Le formulaire a des champs que cette adresse n’attend pas."),
    ],
)
def test_what_went_wrong_is_said_in_the_reader_s_language(
    client: TestClient, method: str, path: str, form: dict[str, str], status: int, told: str
) -> None:
    answer = client.request(method, path, data=form or None, headers={"accept-language": "fr-FR,fr;q=0.9"})
    assert answer.status_code == status and told in answer.text


def test_a_ledger_that_fails_is_told_without_its_path(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise LedgerError("/secret/selon.db: disk I/O error")

    monkeypatch.setattr(client.app.shelf.ledger, "search", failing)  # type: ignore[attr-defined, union-attr]
    answer = client.get("/search", params={"q": "soldats", "lang": "fr"})
    assert answer.status_code == 503 and "en trouve la raison dans son journal" in answer.text
    assert "/secret" not in answer.text


def test_only_posts_change_anything(client: TestClient) -> None:
    assert client.get("/judgements").status_code == 405
    assert client.put("/").status_code == 405


def test_a_ledger_that_grows_is_shown_as_it_is(client: TestClient) -> None:
    shelf = client.app.shelf  # type: ignore[attr-defined, union-attr]
    article, claims = hostile()
    shelf.ledger.add(article, claims, extractor="gold")
    assert "10 000" not in client.get("/articles").text and "&lt;script&gt;document" not in client.get("/articles").text
    shelf.refresh()
    page = client.get("/articles").text
    assert "&lt;script&gt;document" in page and "<script>document" not in page
    for address in sorted(inner_links(page)):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("jsonl", "application/jsonl"),
        ("csv", "text/csv"),
        ("web-annotation", "application/ld+json"),
        ("schema-org", "application/ld+json"),
        ("followthemoney", "application/json+ftm"),
        ("geojson", "application/geo+json"),
    ],
)
def test_all_claims_in_the_formats_of_others(client: TestClient, name: str, kind: str) -> None:
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"].startswith('attachment; filename="claims.')
    out = io.StringIO()
    export(archive(client).ledger, name, out)
    assert answer.content.decode() == out.getvalue() != ""


@pytest.mark.parametrize("name", ["parquet", "docx", "..%2f..%2fetc%2fpasswd"])
def test_an_export_that_is_none(client: TestClient, name: str) -> None:
    assert client.get(f"/export/{name}").status_code == 404


def test_few_threads_make_pages_and_each_finds_a_connection_open(client: TestClient) -> None:
    with client:  # its lifespan runs, as under uvicorn
        assert client.portal is not None
        limiter = client.portal.call(current_default_thread_limiter)
        assert limiter.total_tokens == THREADS
        assert THREADS < CONNECTIONS  # one more for the thread that looks for changes
        assert client.get("/").status_code == 200


def test_a_ledger_keeps_as_many_connections_as_were_in_use_at_once(client: TestClient) -> None:
    pool = archive(client).ledger._engine.pool
    for connection in [pool.connect() for _ in range(THREADS + 1)]:
        connection.close()
    assert pool.checkedin() == THREADS + 1  # type: ignore[attr-defined]


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with Ledger(tmp_path / "selon.db") as ledger:
        client = TestClient(create_app(ledger), base_url="http://localhost")
        for address in ("/", "/articles"):
            assert "selon add" in client.get(address).text
