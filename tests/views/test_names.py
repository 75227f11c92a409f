"""Speakers under the names that the reader knows: on every kind of page and in the terminal, never in data or links."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from rich.console import Console, RenderableType

from selon.model import Article, Claim, Relay, Span
from selon.views.archive import Archive, archive_of
from selon.views.data import as_json, speaker_rows
from selon.views.i18n import interface
from selon.views.links import Served
from selon.views.lists_view import home_page, search_page, speaker_page, speakers_called, speakers_page
from selon.views.page_models import speaker_key
from selon.views.question_tables import question_whole
from selon.views.question_view import question_page
from selon.views.reading_view import reading_page
from selon.views.terminal import claims_table
from tests.views.newsroom import dossier

FR, EN = interface("fr"), interface("en")
NIS = "National Intelligence Service (South Korea)"
SERVICE = "Service national du renseignement (Corée du Sud)"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with dossier(tmp_path_factory.mktemp("names") / "selon.db") as ledger:
        yield archive_of(ledger)


def printed(what: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=200, color_system=None).print(what)
    return out.getvalue()


def test_lists_and_filters_name_speakers_in_french_under_the_same_addresses(archive: Archive) -> None:
    address = f"/speakers/{speaker_key(NIS)}"
    for page in (speakers_page(FR, Served(), archive), speaker_page(FR, Served(), archive, speaker_key(NIS))):
        assert SERVICE in page and NIS not in page
    assert address in speakers_page(FR, Served(), archive)
    home = home_page(FR, Served(), archive)
    assert f'<option value="{speaker_key(NIS)}">{SERVICE}</option>' in home and NIS not in home
    assert NIS in speakers_page(EN, Served(), archive)


def test_a_question_names_speakers_tellers_and_origins_in_french(archive: Archive) -> None:
    question = max(archive.questions.values(), key=lambda q: sum(a.speaker == NIS for a in q.answers))
    page = question_page(FR, Served(), archive, question)
    assert SERVICE in page and NIS not in page
    told = printed(question_whole(question, archive, FR))
    assert NIS not in told and "Service national du" in told


def test_an_article_names_its_speakers_in_french_on_its_page_and_in_the_terminal() -> None:
    article = Article("On compte 3000 soldats, a dit Kiev.", language="fr")
    claims = [
        Claim((Span(30, 34),), (Span(24, 29),), (Span(0, 22),), NIS, relay=(Relay("Vladimir Putin", (Span(30, 34),)),))
    ]
    page = reading_page(article, claims, "fr")
    assert SERVICE in page and "Vladimir Poutine" in page and NIS not in page and "Vladimir Putin" not in page
    assert "Vladimir Poutine" in printed(claims_table(article, claims, "fr"))


@pytest.mark.parametrize("query", [NIS, SERVICE, "service RENSEIGNEMENT coree"])
def test_a_search_finds_a_speaker_by_either_name(query: str, archive: Archive) -> None:
    assert list(speakers_called(query, archive, FR)) == [NIS]
    assert SERVICE in search_page(FR, Served(), archive, query, [])


def test_data_keep_the_canonical_name(archive: Archive) -> None:
    rows = json.loads(as_json(speaker_rows(archive)))
    assert {"key": speaker_key(NIS), "speaker": NIS}.items() <= next(r for r in rows if r["speaker"] == NIS).items()
