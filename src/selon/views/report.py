"""The pages as a folder of files: opened from the disk it works whole, with no server and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from selon.ledger import Ledger
from selon.questions import question_form
from selon.views.archive import Archive, archive_of
from selon.views.data import (
    answers_rows,
    article_rows,
    as_csv,
    as_json,
    claims_rows,
    question_summary,
    reading_form,
    reading_rows,
    speaker_rows,
)
from selon.views.i18n import Interface, interface
from selon.views.links import Filed
from selon.views.lists_view import (
    ARTICLES_A_PAGE,
    SPEAKERS_A_PAGE,
    articles_page,
    home_page,
    speaker_page,
    speakers_page,
)
from selon.views.page_models import speaker_key
from selon.views.question_view import question_page, question_text
from selon.views.reading_view import article_page, reading
from selon.views.style import STATIC

QUESTIONS_A_FILE = 200


def write_report(
    ledger: Ledger, out: Path, language: str = "en", *, progress: Callable[[int], None] | None = None
) -> int:
    """Write all pages of ``ledger`` into the folder ``out``; ``out/index.html`` is where to begin. Returns how many."""
    return write_site(archive_of(ledger), out, language, progress=progress)


def write_site(
    archive: Archive, out: Path, language: str = "en", *, progress: Callable[[int], None] | None = None
) -> int:
    """Write the site into the folder ``out`` (made where it isn't there); returns how many pages it has.

    Files of the same names are replaced; others are left alone. ``progress`` is called with the number of pages so far.
    """
    for folder in (out, out / "questions", out / "articles", out / "speakers"):
        folder.mkdir(parents=True, exist_ok=True)
    for asset in ("selon.css", "selon.js", "icon.svg"):
        (out / asset).write_bytes((STATIC / asset).read_bytes())
    count = 0
    for name, text in site(archive, interface(language)):
        (out / name).write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
        if name.endswith(".html"):
            count += 1
            if progress:
                progress(count)
    return count


def site(archive: Archive, speech: Interface) -> Iterator[tuple[str, str]]:
    """Each file of the site: its name within the folder and its text."""
    yield from _lists(archive, speech)
    links = Filed(1)
    texts = {q.id: question_text(q, speech) for q in archive.questions.values()}
    for question in archive.questions.values():
        name = f"questions/{links.name(question.id)}"
        yield f"{name}.html", question_page(speech, links, archive, question, size=0)
        yield f"{name}.json", as_json(question_form(question, speech.language))
        yield f"{name}.csv", as_csv(answers_rows(question))
    for note in archive.notes.values():
        name = f"articles/{links.name(note.id)}"
        stored, claims = archive.article(note.id)
        plain = [each.claim for each in claims]
        asked = {c.id: (found[0], texts[found[0]]) for c in claims if (found := archive.of_claim.get(c.id))}
        page = reading(stored.article, plain, speech, asked, note.id)
        page = replace(page, changed=archive.changes(stored, claims))
        yield f"{name}.html", article_page(speech, links, page)
        yield f"{name}.json", as_json(reading_form(stored.article, plain))
        yield f"{name}.csv", as_csv(reading_rows(stored.article, plain))
    for speaker, ids in archive.by_speaker.items():
        key = speaker_key(speaker)
        rows = claims_rows(archive, archive.claims(ids))
        yield f"speakers/{links.name(key)}.html", speaker_page(speech, links, archive, key, size=0)
        yield f"speakers/{links.name(key)}.json", as_json(rows)
        yield f"speakers/{links.name(key)}.csv", as_csv(rows)


def _lists(archive: Archive, speech: Interface) -> Iterator[tuple[str, str]]:
    links = Filed(0)
    kinds: tuple[tuple[str, int, int, Callable[[int], str]], ...] = (
        ("index", len(archive.questions), QUESTIONS_A_FILE,
         lambda n: home_page(speech, links, archive, page=n, size=QUESTIONS_A_FILE)),
        ("articles", len(archive.notes), ARTICLES_A_PAGE, lambda n: articles_page(speech, links, archive, n)),
        ("speakers", len(archive.speakers), SPEAKERS_A_PAGE, lambda n: speakers_page(speech, links, archive, n)),
    )  # fmt: skip
    for name, total, size, page in kinds:
        for number in range(1, max(1, -(-total // size)) + 1):
            yield f"{name}{f'-{number}' if number > 1 else ''}.html", page(number)
    summaries = [question_summary(q, speech.language) for q in archive.asked]
    for name, rows in (
        ("questions", summaries),
        ("articles", article_rows(archive)),
        ("speakers", speaker_rows(archive)),
    ):
        yield f"{name}.json", as_json(rows)
        yield f"{name}.csv", as_csv(rows)
