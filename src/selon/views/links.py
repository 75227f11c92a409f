"""Where things are: the same pages under a server's addresses, in a folder of files, or alone in one file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import quote, urlencode


class Links(Protocol):
    """Addresses of pages and data. An empty string means that there is no such page here."""

    alone: bool  # one page that stands for itself: its style is in it, nothing leads elsewhere
    served: bool  # a server answers: forms, search and judgements work

    def home(self) -> str: ...
    def question(self, identity: str) -> str: ...
    def article(self, identity: str, anchor: str = "") -> str: ...
    def articles(self) -> str: ...
    def speaker(self, key: str) -> str: ...
    def speakers(self) -> str: ...
    def search(self) -> str: ...
    def asset(self, name: str) -> str: ...
    def data(self, page: str, identity: str, form: str) -> str: ...
    def page(self, address: str, number: int, query: Mapping[str, str]) -> str: ...


class Alone:
    """One self-contained page."""

    alone = True
    served = False

    def home(self) -> str:
        return ""

    def question(self, identity: str) -> str:
        return ""

    def article(self, identity: str, anchor: str = "") -> str:
        return f"#c-{anchor}" if anchor else ""

    def articles(self) -> str:
        return ""

    def speaker(self, key: str) -> str:
        return ""

    def speakers(self) -> str:
        return ""

    def search(self) -> str:
        return ""

    def asset(self, name: str) -> str:
        return ""

    def data(self, page: str, identity: str, form: str) -> str:
        return ""

    def page(self, address: str, number: int, query: Mapping[str, str]) -> str:
        return ""


class Served:
    """A server's addresses, from its root."""

    alone = False
    served = True

    def home(self) -> str:
        return "/"

    def question(self, identity: str) -> str:
        return f"/questions/{quote(identity, safe='')}"

    def article(self, identity: str, anchor: str = "") -> str:
        return f"/articles/{quote(identity, safe='')}" + (f"#c-{anchor}" if anchor else "")

    def articles(self) -> str:
        return "/articles"

    def speaker(self, key: str) -> str:
        return f"/speakers/{quote(key, safe='')}"

    def speakers(self) -> str:
        return "/speakers"

    def search(self) -> str:
        return "/search"

    def asset(self, name: str) -> str:
        return f"/static/{name}"

    def data(self, page: str, identity: str, form: str) -> str:
        return f"/{page}/{quote(identity, safe='')}.{form}" if identity else f"/{page}.{form}"

    def page(self, address: str, number: int, query: Mapping[str, str]) -> str:
        return f"{address}?{urlencode({**query, 'page': str(number)} if number > 1 else query)}".rstrip("?")


class Filed:
    """Files in a folder, by relative addresses, so that the folder can be opened and moved as it is.

    ``depth`` is how many folders below the top the page stands (0 or 1).
    """

    alone = False
    served = False

    def __init__(self, depth: int = 0) -> None:
        self._up = "../" * depth

    @staticmethod
    def name(identity: str) -> str:
        """A file's name for an id: itself where it is plain, else with its odd characters spelt out."""
        return re.sub(r"[^A-Za-z0-9_-]", lambda found: f"~{ord(found[0]):x}", identity)[:120]

    def home(self) -> str:
        return f"{self._up}index.html"

    def question(self, identity: str) -> str:
        return f"{self._up}questions/{self.name(identity)}.html"

    def article(self, identity: str, anchor: str = "") -> str:
        return f"{self._up}articles/{self.name(identity)}.html" + (f"#c-{anchor}" if anchor else "")

    def articles(self) -> str:
        return f"{self._up}articles.html"

    def speaker(self, key: str) -> str:
        return f"{self._up}speakers/{self.name(key)}.html"

    def speakers(self) -> str:
        return f"{self._up}speakers.html"

    def search(self) -> str:
        return ""

    def asset(self, name: str) -> str:
        return f"{self._up}{name}"

    def data(self, page: str, identity: str, form: str) -> str:
        return f"{self._up}{page}/{self.name(identity)}.{form}" if identity else f"{self._up}{page}.{form}"

    def page(self, address: str, number: int, query: Mapping[str, str]) -> str:
        return address if number == 1 else address.removesuffix(".html") + f"-{number}.html"
