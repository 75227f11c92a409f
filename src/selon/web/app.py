"""The server: the pages of ``selon.views`` under stable addresses, their data beside them, and a person's judgements.

``create_app(ledger)`` is an ASGI app; ``selon serve`` runs it on loopback with uvicorn.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import quote

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from selon.ledger import Ledger, LedgerError, NotInLedger, ReadOnly, StoredClaim
from selon.ledger.judging import KINDS
from selon.questions import Question, question_form
from selon.views import lists_view, question_view, reading_view
from selon.views.archive import Archive
from selon.views.data import (
    Row,
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
from selon.views.export import FORMATS, ExportError, parts
from selon.views.i18n import LOCALES
from selon.views.links import Served
from selon.views.render import Page, render
from selon.views.style import STATIC
from selon.web.guard import LOOPBACK, Guard
from selon.web.openapi import FIELDS, LONGEST_FIELD, document
from selon.web.reader import message as _
from selon.web.reader import reader
from selon.web.shelf import Shelf

log = logging.getLogger(__name__)

LINKS = Served()
MOST_FOUND = 300
# Pages that are made at once, each in a thread. They take turns at one interpreter anyway, and forty threads (the
# default) leave the allocator with forty half-empty heaps: 25 MB more after a minute of many readers.
THREADS = 8


@asynccontextmanager
async def _few_threads(_: Starlette) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = THREADS
    yield


def create_app(ledger: Ledger, *, hosts: Iterable[str] = LOOPBACK, token: str | None = None) -> Site:
    """The app for one ledger. ``hosts`` are the names that it answers to; with a ``token`` every visitor must bring it.

    Grouping the claims takes its time here, before the first page is asked for.
    """
    shelf = Shelf(ledger)
    doors = Doors(shelf)
    app = Starlette(
        routes=[
            Route("/", doors.home),
            Route("/questions", doors.to_home),
            *_as_data("/questions", doors.questions_data),
            *_as_data("/questions/{identity}", doors.question_data),
            Route("/questions/{identity}", doors.question),
            Route("/articles", doors.articles),
            *_as_data("/articles", doors.articles_data),
            *_as_data("/articles/{identity}", doors.article_data),
            Route("/articles/{identity}", doors.article),
            Route("/speakers", doors.speakers),
            *_as_data("/speakers", doors.speakers_data),
            *_as_data("/speakers/{key}", doors.speaker_data),
            Route("/speakers/{key}", doors.speaker),
            Route("/search", doors.search),
            *_as_data("/search", doors.search_data),
            Route("/export/{format}", doors.export),
            Route("/openapi.json", doors.described),
            Route("/judgements", doors.judge, methods=["POST"]),
            Route("/judgements/{identity}/take-back", doors.take_back, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        lifespan=_few_threads,
        exception_handlers={
            HTTPException: _problem,  # type: ignore[dict-item]
            NotInLedger: _missing,
            ReadOnly: _unwritable,
            LedgerError: _unreadable,
        },
    )
    return Site(app, shelf, hosts, token)


class Site(Guard):
    """The app behind its guard (outermost, so that its headers are on errors too), with the shelf that it shows."""

    def __init__(self, app: Starlette, shelf: Shelf, hosts: Iterable[str], token: str | None) -> None:
        super().__init__(app, hosts, token)
        self.shelf = shelf


class Doors:
    """One method an address. All but the judgements only read."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    @property
    def archive(self) -> Archive:
        return self.shelf.archive

    def home(self, request: Request) -> Response:
        asked = request.query_params
        filters = lists_view.Filters(
            speaker=asked.get("speaker", ""),
            place=asked.get("place", ""),
            since=asked.get("since", ""),
            until=asked.get("until", ""),
            conflict=bool(asked.get("conflict")),
            language=asked.get("language", ""),
        )
        return _page(request, lists_view.home_page(reader(request), LINKS, self.archive, filters, _number(request)))

    def to_home(self, request: Request) -> Response:
        return RedirectResponse("/", 308)

    def question(self, request: Request) -> Response:
        question = self._question(request)
        related = _related(self.archive, question)
        speech = reader(request)
        return _page(
            request, question_view.question_page(speech, LINKS, self.archive, question, _number(request), related)
        )

    def article(self, request: Request) -> Response:
        speech = reader(request)
        stored, claims = self.archive.article(request.path_params["identity"])
        asked = {}
        for claim in claims:
            for identity in self.archive.of_claim.get(claim.id, ())[:1]:
                asked[claim.id] = (identity, question_view.question_text(self.archive.questions[identity], speech))
        page = reading_view.reading(stored.article, [c.claim for c in claims], speech, asked, stored.id)
        page = replace(page, changed=self.archive.changes(stored, claims))
        return _page(request, reading_view.article_page(speech, LINKS, page))

    def articles(self, request: Request) -> Response:
        return _page(request, lists_view.articles_page(reader(request), LINKS, self.archive, _number(request)))

    def speakers(self, request: Request) -> Response:
        return _page(request, lists_view.speakers_page(reader(request), LINKS, self.archive, _number(request)))

    def speaker(self, request: Request) -> Response:
        key = self._speaker(request)
        return _page(request, lists_view.speaker_page(reader(request), LINKS, self.archive, key, _number(request)))

    def search(self, request: Request) -> Response:
        query, found = self._found(request)
        page = lists_view.search_page(reader(request), LINKS, self.archive, query, found, _number(request))
        return _page(request, page)

    # ---- data

    def questions_data(self, request: Request) -> Response:
        language = reader(request).language
        return _data(request, lambda: [question_summary(q, language) for q in self.archive.asked])

    def question_data(self, request: Request) -> Response:
        question = self._question(request)
        return _data(request, lambda: answers_rows(question), lambda: question_form(question, reader(request).language))

    def articles_data(self, request: Request) -> Response:
        return _data(request, lambda: article_rows(self.archive))

    def article_data(self, request: Request) -> Response:
        stored, claims = self.archive.article(request.path_params["identity"])
        plain = [c.claim for c in claims]
        return _data(request, lambda: reading_rows(stored.article, plain), lambda: reading_form(stored.article, plain))

    def speakers_data(self, request: Request) -> Response:
        return _data(request, lambda: speaker_rows(self.archive))

    def speaker_data(self, request: Request) -> Response:
        ids = self.archive.by_speaker[self.archive.names[self._speaker(request)]]
        return _data(request, lambda: claims_rows(self.archive, self.archive.claims(ids)))

    def search_data(self, request: Request) -> Response:
        _query, found = self._found(request)
        return _data(request, lambda: claims_rows(self.archive, found))

    def _found(self, request: Request) -> tuple[str, list[StoredClaim]]:
        query = request.query_params.get("q", "").strip()[:200]
        return query, lists_view.claims_found(query, self.archive, reader(request), MOST_FOUND)

    def export(self, request: Request) -> Response:
        """All current claims in one of the formats of ``selon export`` that are one file."""
        name = request.path_params["format"]
        if name not in FORMATS or FORMATS[name].folder:
            raise HTTPException(404)
        try:
            pieces = parts(self.archive.ledger, name)
        except ExportError as error:
            raise HTTPException(501, str(error)) from None
        ending, kind = FORMATS[name].ending, FORMATS[name].media_type
        headers = {"Content-Disposition": f'attachment; filename="claims{ending}"'}
        return StreamingResponse(pieces, media_type=kind, headers=headers)

    def described(self, request: Request) -> Response:
        return Response(as_json(document()), media_type="application/json")

    # ---- a person's word
    # The form comes in the event loop, what it changes is changed in a thread: nobody else waits for the ledger.

    async def judge(self, request: Request) -> Response:
        return await run_in_threadpool(self._judged, await _fields(request))

    async def take_back(self, request: Request) -> Response:
        return await run_in_threadpool(self._taken_back, request.path_params["identity"], await _fields(request))

    def _judged(self, form: dict[str, str]) -> Response:
        if form["kind"] not in KINDS:
            raise HTTPException(400, _("Say whether the two claims answer the same question or different ones."))
        if form["a"] == form["b"]:
            raise HTTPException(400, _("A claim can’t be judged against itself: pick two."))
        self.shelf.ledger.judge(form["kind"], form["a"], form["b"], form["who"], form["why"])
        return self._back(form)

    def _taken_back(self, identity: str, form: dict[str, str]) -> Response:
        self.shelf.ledger.take_back(identity, form["who"], form["why"])
        return self._back(form)

    def _back(self, form: dict[str, str]) -> Response:
        """To the question that the judgement was made on or, where it is gone, to the one that has its claim now."""
        archive = self.shelf.refresh()
        found = [form["question"]] if form["question"] in archive.questions else archive.of_claim.get(form["a"], [])
        return RedirectResponse(f"{LINKS.question(found[0])}#judge" if found else "/", 303)

    def _question(self, request: Request) -> Question:
        found = self.archive.questions.get(request.path_params["identity"])
        if found is None:
            raise HTTPException(404)
        return found

    def _speaker(self, request: Request) -> str:
        key = str(request.path_params["key"])
        if key not in self.archive.names:
            raise HTTPException(404)
        return key


def _related(archive: Archive, question: Question) -> list[Question]:
    """Questions near this one (speakers and countries in common), to judge claims of both."""
    countries, speakers = archive.countries[question.id], {a.speaker for a in question.answers}
    near = {
        other.id: other
        for speaker in sorted(speakers)
        for other in archive.questions_of_speaker.get(speaker, [])[:12]
        if other.id != question.id and other.kind == question.kind
    }
    return sorted(near.values(), key=lambda o: (-len(countries & archive.countries[o.id]), o.id))[:5]


async def _fields(request: Request) -> dict[str, str]:
    """A form's plain fields, cut to a length that a person types; missing ones are empty, strange ones refused."""
    try:
        async with request.form(max_files=0, max_fields=12) as form:
            given = {name: value for name, value in form.items() if isinstance(value, str)}
    except ClientDisconnect as error:  # gone, or cut off by the guard because it sent too much
        raise HTTPException(413) from error
    if given.keys() - set(FIELDS):
        raise HTTPException(400, _("The form has fields that are not for this address."))
    return {name: given.get(name, "").strip()[:LONGEST_FIELD] for name in FIELDS}


def _number(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def _page(request: Request, page: Page, status: int = 200) -> Response:
    headers = {"content-security-policy": f"{page.policy}; frame-ancestors 'none'", "vary": "Cookie, Accept-Language"}
    response = HTMLResponse(page.encode("utf-8", "backslashreplace"), status, headers)
    chosen = request.query_params.get("lang", "")
    if chosen in LOCALES:
        response.set_cookie("lang", chosen, samesite="lax", httponly=True, max_age=31_536_000)
    return response


def _as_data(path: str, endpoint: Callable[[Request], Response]) -> list[Route]:
    """A route for each form of data: any other ending belongs to the id, which may have a dot in it."""
    return [Route(f"{path}.{form}", endpoint) for form in ("json", "csv")]


def _data(request: Request, rows: Callable[[], list[Row]], whole: Callable[[], object] | None = None) -> Response:
    name = quote(request.url.path.strip("/").replace("/", "-"))
    headers = {"content-disposition": f"inline; filename*=UTF-8''{name}"}
    if request.url.path.endswith(".csv"):
        return Response(as_csv(rows()), media_type="text/csv; charset=utf-8; header=present", headers=headers)
    return Response(as_json((whole or rows)()), media_type="application/json", headers=headers)


TITLES = {404: _("There is no such page"), 405: _("That can’t be done here")}
TOLD = {
    404: _("The address may be mistyped, or the page gone."),
    405: _("The address takes no such request."),
    413: _("That is more than this server takes."),
    501: _("This server lacks a package that this format needs."),
}


def _problem(request: Request, error: HTTPException) -> Response:
    what = error.detail if error.status_code == 400 else TOLD.get(error.status_code, "")
    return _error(request, error.status_code, TITLES.get(error.status_code, _("That didn’t work")), what)


def _missing(request: Request, error: Exception) -> Response:
    return _problem(request, HTTPException(404))


def _unwritable(request: Request, error: Exception) -> Response:
    what = _("This ledger may only be read here: judgements can’t be kept.")
    return _error(request, 403, _("That didn’t work"), what)


def _unreadable(request: Request, error: Exception) -> Response:
    log.error("the ledger can't be read: %s", error)  # it names files, which are none of a visitor's business
    return _error(request, 503, _("The ledger can’t be read"), _("Who runs this server finds the reason in its log."))


def _error(request: Request, status: int, title: str, what: str) -> Response:
    """A page that says in the reader's language what went wrong; ``title`` and ``what`` are messages."""
    speech = reader(request)
    told = speech.text(what) if what else ""
    return _page(request, render("error.html", speech, LINKS, title=speech.text(title), what=told), status)
