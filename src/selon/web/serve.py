"""Runs the app with uvicorn: on loopback as it is, elsewhere only with a token."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress

import uvicorn

from selon.ledger import Ledger
from selon.web.app import create_app
from selon.web.guard import LOOPBACK


class ServeError(OSError):
    """The server can't listen where it was told to."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens at ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve(
    ledger: Ledger,
    host: str = "127.0.0.1",
    port: int = 8420,
    *,
    token: str | None = None,
    names: Sequence[str] = (),
    say: Callable[[str], None] = print,
) -> None:
    """Serve the ledger's pages until interrupted; port 0 takes any that is free.

    Beyond loopback every visitor must bring ``token`` (one is made where none is given). ``names`` are further names
    that the server answers to, besides ``host`` and loopback's. Raises ServeError where it can't listen.
    """
    if not is_loopback(host):
        token = token or secrets.token_urlsafe(24)
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    bare = f"[{host}]" if ":" in host else host
    hosts = {*LOOPBACK, bare, *names}
    if host in ("0.0.0.0", "::"):
        hosts.add(socket.gethostname())
    say(f"Grouping {ledger.counts()['claims']:,} claims …")
    app = create_app(ledger, hosts=hosts, token=token)
    shown = "localhost" if host in ("0.0.0.0", "::") else bare
    say(f"http://{shown}:{port}/{f'?token={token}' if token else ''}   (Ctrl-C stops)")
    app.shelf.watch()
    config = uvicorn.Config(
        app,
        log_config=None,  # its records go where ours go, as discreetly
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=5,
        limit_concurrency=200,
        h11_max_incomplete_event_size=16 * 1024,
    )
    try:
        with suppress(KeyboardInterrupt):  # how a person stops it is no error
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        app.shelf.close()
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ServeError(f"can't listen at {host}, port {port}: {error.strerror}. Try another: --port 0") from error
