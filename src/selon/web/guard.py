"""What stands before every page: who may ask, from where, how much; and the headers that every answer carries.

- Host: only the names that this server was started for (against DNS rebinding).
- Origin: a request that changes something must come from these pages (against cross-site posts).
- Token: asked for when the server listens beyond loopback.
- Size: bodies and query strings are limited.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from selon.web.reader import message as _
from selon.web.reader import reader

MOST_BODY = 64 * 1024
MOST_QUERY = 4 * 1024
COOKIE = "selon_token"
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """ASGI middleware. ``hosts`` are names without ports; ``token``, where given, is demanded of every request."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOOPBACK, token: str | None = None) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", NOTHING)
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_with_headers)
            return
        await self.app(scope, _limited(receive), send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self.hosts:
            return _refused(scope, 421, _("This server does not answer to that name."))
        if len(scope.get("query_string", b"")) > MOST_QUERY:
            return _refused(scope, 414, _("The address is too long."))
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MOST_BODY:
            return _refused(scope, 413, _("That is more than this server takes."))
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers, scope.get("scheme", "http")):
            return _refused(scope, 403, _("A change must be asked for from these pages themselves."))
        return self._unknown(scope, headers) if self.token else None

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """None for a request with the token; a redirect that keeps it in a cookie; or a refusal."""
        assert self.token is not None
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        offered = query.pop("token", [""])[0]
        if offered and _same(offered, self.token) and scope["method"] in ("GET", "HEAD"):
            rest = urlencode(query, doseq=True)
            path = "/" + scope["path"].lstrip("/")  # "//elsewhere" would lead to another server
            response = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            response.set_cookie(COOKIE, offered, httponly=True, samesite="strict", path="/")
            return response
        bearer = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if any(_same(given, self.token) for given in (_cookie(headers), bearer) if given):
            return None
        return _refused(
            scope, 401, _("This server wants the token that it printed when it was started: add ?token=… once.")
        )


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _name(host: str) -> str:
    """A Host header's name, without the port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _from_here(headers: Headers, scheme: str) -> bool:
    """Whether a request comes from these pages: by its Origin, or, where the browser sends none, by Sec-Fetch-Site."""
    origin = headers.get("origin")
    if origin is not None:
        return origin.lower() == f"{scheme}://{headers.get('host', '')}".lower()
    return headers.get("sec-fetch-site") == "same-origin"


def _refused(scope: Scope, status: int, why: str) -> Response:
    return PlainTextResponse(f"{reader(HTTPConnection(scope)).text(why)}\n", status)


def _limited(receive: Receive) -> Receive:
    """A body without a length (or with a false one) is cut off at the limit, as if the sender had gone."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > MOST_BODY else message

    return limited
