"""The guard: names, origins, token, sizes and headers, asked of the app itself."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import anyio
import httpx
import pytest

from selon.web.app import create_app
from selon.web.guard import MOST_BODY, MOST_QUERY, Guard
from selon.web.serve import is_loopback
from tests.views.newsroom import dossier

HERE = {"origin": "http://localhost"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    with dossier(tmp_path_factory.mktemp("guard") / "selon.db") as ledger:
        yield create_app(ledger)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    with dossier(tmp_path_factory.mktemp("token") / "selon.db") as ledger:
        yield create_app(ledger, hosts=("desk.example",), token="opensesame")


def ask(app: Guard, method: str, path: str, base: str = "http://localhost", **more: object) -> httpx.Response:
    async def once() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=base) as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]

    # In a thread of its own: the browser's tests, when they came before, left a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, once).result()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8420", "[::1]:8420", "LOCALHOST:1"])
def test_it_answers_to_loopback_s_names(app: Guard, host: str) -> None:
    assert ask(app, "GET", "/speakers", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::2]", "@localhost"]
)
def test_another_name_is_refused(app: Guard, host: str) -> None:
    assert ask(app, "GET", "/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "https://localhost"},
        {"origin": "http://localhost:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_a_change_asked_for_from_elsewhere_is_refused(app: Guard, headers: dict[str, str]) -> None:
    assert ask(app, "POST", "/judgements", headers=headers, data={"kind": "same"}).status_code == 403


@pytest.mark.parametrize("headers", [HERE, {"sec-fetch-site": "same-origin"}])
def test_a_change_from_these_pages_reaches_them(app: Guard, headers: dict[str, str]) -> None:
    assert ask(app, "POST", "/judgements", headers=headers, data={"kind": "nonsense"}).status_code in (400, 404)


@pytest.mark.parametrize(
    "path", ["/", "/nope", "/questions.json", "/static/selon.css", "/static/../app.py", "/speakers"]
)
def test_every_answer_carries_the_headers(app: Guard, path: str) -> None:
    answer = ask(app, "GET", path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "set-cookie" not in answer.headers


def test_refusals_carry_the_headers_too(app: Guard) -> None:
    answer = ask(app, "GET", "/", headers={"host": "evil.example"})
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fviews/report.py", "/static//etc/passwd"]
)
def test_no_path_leads_out_of_the_static_folder(app: Guard, path: str) -> None:
    assert ask(app, "GET", path).status_code == 404


def test_bodies_and_queries_are_limited(app: Guard) -> None:
    large = {"kind": "same", "why": "x" * MOST_BODY}
    assert ask(app, "POST", "/judgements", headers=HERE, data=large).status_code == 413
    assert ask(app, "GET", "/search?q=" + "x" * MOST_QUERY).status_code == 414


def test_a_body_without_a_length_is_cut_off(app: Guard) -> None:
    async def endless() -> object:
        for _ in range(40):
            yield b"why=" + b"x" * 4096

    headers = {**HERE, "content-type": "application/x-www-form-urlencoded"}
    assert ask(app, "POST", "/judgements", headers=headers, content=endless()).status_code == 413


def test_refusals_are_in_the_reader_s_language(app: Guard, locked: Guard) -> None:
    french = {"accept-language": "fr"}
    assert "ne répond pas à ce nom" in ask(app, "GET", "/", headers={"host": "evil.example", **french}).text
    assert "depuis ces pages" in ask(app, "POST", "/judgements", headers=french).text
    assert "jeton" in ask(locked, "GET", "/", "http://desk.example", headers={"cookie": "lang=fr"}).text
    assert "token" in ask(locked, "GET", "/", "http://desk.example").text


class TestToken:
    BASE = "http://desk.example"

    @pytest.mark.parametrize("path", ["/", "/questions.json", "/static/selon.css", "/?token=wrong", "/?token="])
    def test_without_it_nothing_is_shown(self, locked: Guard, path: str) -> None:
        answer = ask(locked, "GET", path, self.BASE)
        assert answer.status_code == 401 and "soldiers" not in answer.text

    def test_in_the_address_it_becomes_a_cookie(self, locked: Guard) -> None:
        answer = ask(locked, "GET", "/speakers?token=opensesame&page=2", self.BASE)
        assert answer.status_code == 303 and answer.headers["location"] == "/speakers?page=2"
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie
        kept = {"cookie": "selon_token=opensesame"}
        assert ask(locked, "GET", "/speakers", self.BASE, headers=kept).status_code == 200

    def test_in_a_header_it_serves_programs(self, locked: Guard) -> None:
        given = {"authorization": "Bearer opensesame"}
        assert ask(locked, "GET", "/questions.json", self.BASE, headers=given).status_code == 200

    def test_the_redirect_stays_on_this_server(self, locked: Guard) -> None:
        answer = ask(locked, "GET", "//evil.example/?token=opensesame", self.BASE)
        assert not answer.headers.get("location", "").startswith("//")

    @pytest.mark.parametrize("cookie", ["selon_token=\u00e9", "selon_token", "=;;;", "selon_token=" + "x" * 3000])
    def test_odd_cookies_are_no_token(self, locked: Guard, cookie: str) -> None:
        headers = {"cookie": cookie.encode("latin-1")}
        assert ask(locked, "GET", "/", self.BASE, headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("host", "is_so"),
    [
        ("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.8.0.1", True),
        ("0.0.0.0", False), ("10.0.0.1", False), ("desk", False),
    ],
)  # fmt: skip
def test_only_loopback_goes_without_a_token(host: str, is_so: bool) -> None:
    assert is_loopback(host) is is_so
