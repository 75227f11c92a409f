"""Web addresses: one request, with limits of size, time and redirects, and only to public addresses.

Every name is resolved here, every address that comes of it is judged, and the connection goes to the address that was
judged: a redirect, or a name that resolves otherwise the second time (DNS rebinding), leads nowhere else. Nothing of
the environment (proxies, netrc) is used, since a proxy would resolve names out of sight. Compressed bodies are unpacked
piece by piece, so that a bomb costs no more memory than the limit.
"""

from __future__ import annotations

import io
import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit

from selon.reading.errors import ReadingError
from selon.reading.unit import MAX_BYTES

if TYPE_CHECKING:
    import httpx

Resolve = Callable[[str, int], Iterable[str]]
_GZIP = b"\x1f"  # the first byte of a member
_REDIRECTS = (301, 302, 303, 307, 308)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# A network's own NAT64 (RFC 8215), and IPv4 written as IPv6 of old: they lead inside, or nowhere.
_INSIDE = (ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("::/96"))


class FetchError(ReadingError):
    """An address that can't be fetched. ``status`` is the server's answer where it gave one."""

    def __init__(self, place: str, what: str, advice: str = "", status: int | None = None) -> None:
        super().__init__(place, what, advice)
        self.args = (place, what, advice, status)
        self.status = status


def addresses_of(host: str, port: int) -> list[str]:
    """What the system's resolver says of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a request may do. ``seconds`` is for all of it, redirects included; ``resolve`` gives a name's addresses."""

    allow_private: bool = False
    seconds: float = 30.0
    redirects: int = 5
    max_bytes: int = MAX_BYTES
    resolve: Resolve = field(default=addresses_of, repr=False)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A server's answer: ``url`` is where it came from in the end; ``status`` is 200, or 304 where nothing changed."""

    url: str
    status: int
    body: bytes
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def fetch(
    url: str, rules: Rules | None = None, *, etag: str | None = None, last_modified: str | None = None
) -> Fetched:
    """The answer to a GET of ``url``. With ``etag`` or ``last_modified`` (of an earlier answer) it may be a 304.

    Raises FetchError, which says what was in the way: an address that isn't public, a limit, or the server's refusal.
    """
    import httpcore
    import httpx

    rules = rules or Rules()
    headers = {"User-Agent": f"selon/{version('selon')}", "Accept-Encoding": "gzip", "Accept": "text/html, */*;q=0.8"}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": last_modified} if last_modified else {}
    until = time.monotonic() + rules.seconds
    try:
        with httpx.Client(
            transport=_transport(url, rules, until), timeout=rules.seconds, trust_env=False, follow_redirects=False
        ) as client:
            return _follow(client, url, rules, until, headers)
    except FetchError:
        raise
    except (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError):
        raise _too_slow(url, rules) from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        raise FetchError(url, f"is no address that can be fetched: {error}") from None
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise FetchError(url, f"can't be fetched: {error}") from None


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet's: not loopback, private, link-local, reserved or multicast."""
    try:
        ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):  # an address within an address reaches the inner one
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if inner := ip.ipv4_mapped or ip.sixtofour:
            return is_public(str(inner))
        if ip.teredo or ip.is_site_local or any(ip in net for net in _INSIDE):
            return False
    return ip.is_global and not ip.is_multicast


# ---- one request after the other


def _follow(client: httpx.Client, url: str, rules: Rules, until: float, headers: Mapping[str, str]) -> Fetched:
    seen: list[str] = []
    here = url
    while True:
        if urlsplit(here).scheme not in ("http", "https"):
            raise FetchError(url, f"is sent on to {here[:80]!r}, which is no web address")
        if urldefrag(here).url in seen:
            raise FetchError(url, f"is sent on in a circle ({' → '.join([*seen, here])[:200]})")
        if len(seen) > rules.redirects:
            raise FetchError(url, f"is sent on more than {rules.redirects} times")
        seen.append(urldefrag(here).url)
        with client.stream("GET", here, headers=dict(headers)) as answer:
            if answer.status_code in _REDIRECTS and answer.next_request is not None:
                here = str(answer.next_request.url)
                continue
            if answer.status_code != 304 and not answer.is_success:
                raise FetchError(
                    url, f"the server answers {answer.status_code} {answer.reason_phrase}", status=answer.status_code
                )
            return Fetched(
                url=here,
                status=answer.status_code,
                body=b"" if answer.status_code == 304 else _body(answer, url, rules, until),
                charset=answer.charset_encoding,
                etag=answer.headers.get("etag"),
                last_modified=answer.headers.get("last-modified"),
            )


def _body(answer: httpx.Response, url: str, rules: Rules, until: float) -> bytes:
    out = io.BytesIO()
    for piece in unpacked(answer.iter_raw(65536), answer.headers.get("content-encoding", ""), url):
        out.write(piece)
        if out.tell() > rules.max_bytes:
            raise FetchError(
                url,
                f"holds more than the limit of {rules.max_bytes / 1e6:,.0f} MB",
                "Raise the limit in the variable SELON_MAX_MB",
            )
        if time.monotonic() > until:
            raise _too_slow(url, rules)
    return out.getvalue()


def unpacked(pieces: Iterable[bytes], encoding: str, place: str) -> Iterator[bytes]:
    """The bytes behind a Content-Encoding, in pieces of 64 KB at most, whatever they unpack to.

    Members of gzip may follow each other, with zeros between them; at other data after a member it ends, as gzip does,
    and reads no further. Raises FetchError for an encoding that nobody asked for, and for data that isn't in it or ends
    in the middle.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(place, f"is encoded as {encoding[:40]!r}, which nobody asked for")
    unpacker = zlib.decompressobj(wbits=47)  # gzip or zlib, by its first bytes
    try:
        for piece in pieces:
            while piece:
                if unpacker.eof:
                    piece = piece.lstrip(b"\x00")
                    if not piece:
                        break
                    if not piece.startswith(_GZIP):
                        return
                    unpacker = zlib.decompressobj(wbits=31)
                yield unpacker.decompress(piece, 65536)
                piece = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise FetchError(place, f"is not {encoding}, as it says ({error})") from None
    if not unpacker.eof:
        raise FetchError(place, "ends in the middle")


def _too_slow(url: str, rules: Rules) -> FetchError:
    return FetchError(url, f"took more than {rules.seconds:g} s; given up", "Try again later")


# ---- the connection


def _transport(url: str, rules: Rules, until: float) -> httpx.BaseTransport:
    import httpcore
    import httpx

    class Timed(httpcore.NetworkStream):
        """A connection of which each step may take what is left of the time for all."""

        def __init__(self, inner: httpcore.NetworkStream) -> None:
            self._inner = inner

        def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
            return self._inner.read(max_bytes, _left(until))

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            self._inner.write(buffer, _left(until))

        def close(self) -> None:
            self._inner.close()

        def start_tls(
            self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore.NetworkStream:
            return Timed(self._inner.start_tls(ssl_context, server_hostname, _left(until)))

        def get_extra_info(self, info: str) -> Any:
            return self._inner.get_extra_info(info)

    class Guarded(httpcore.NetworkBackend):
        """Connects to an address that was judged, never to a name."""

        def __init__(self) -> None:
            self._inner = httpcore.SyncBackend()

        def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,
            local_address: str | None = None,
            socket_options: Any = None,
        ) -> httpcore.NetworkStream:
            last: Exception | None = None
            for address in _judged(url, host, port, rules):
                try:
                    return Timed(self._inner.connect_tcp(address, port, _left(until), local_address, socket_options))
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                    last = error
            raise last or httpcore.ConnectError(f"{host} has no address")

    class Transport(httpx.HTTPTransport):
        def __init__(self) -> None:
            super().__init__(trust_env=False)
            self._pool = httpcore.ConnectionPool(
                ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=Guarded()
            )

    return Transport()


def _judged(url: str, host: str, port: int, rules: Rules) -> list[str]:
    """The addresses of ``host``, all of them ones that may be called."""
    try:
        found = list(dict.fromkeys(rules.resolve(host, port)))
    except OSError as error:
        raise FetchError(url, f"no address is known for {host} ({error.strerror or error})") from None
    private = [address for address in found if not is_public(address)]
    if private and not rules.allow_private:
        of = "" if private[0] == host else f"{host} is at "
        raise FetchError(
            url, f"{of}{private[0]}, which is not a public address", "--allow-private lets it through, if you mean it"
        )
    return found


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
