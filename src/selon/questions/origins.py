"""Where answers come from: articles → outlets → tellers → first sources, and which of these are one.

Counted as independent are only first sources that differ by name, body and government; what can't be shown either way
(two bodies of one government, an agency that names no source) is "unknown", the unnamed are apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.languages import load
from selon.languages.registry import bodies, people
from selon.model import Article, Claim
from selon.questions.mentions import find_mentions
from selon.questions.names import bare_name, fullest
from selon.questions.record import Facet, Origins, Statement, key_of
from selon.questions.words import language_of, lowered, plain, tokens

LONGEST_NAME = 6  # words of a speaker's name looked for in another's
NO_SOURCE = "unknown"  # the name, in a tree of origins, of what no one is named for


@dataclass(frozen=True, slots=True)
class Source:
    """A first source: ``key`` names it or the body that it speaks for; ``state`` the government that it belongs to."""

    key: str
    label: str
    state: str | None = None
    anonymous: bool = False
    media: bool = False


@lru_cache(maxsize=4096)
def _acronym(name: str) -> str:
    """ "General Confederation of Labour (CGT)" → "CGT"."""
    inner = name.rpartition("(")[2].rstrip(")") if name.endswith(")") else ""
    return inner if inner.isupper() and len(inner) > 1 else ""


@lru_cache(maxsize=4096)
def _registered(name: str) -> tuple[str, str | None, str] | None:
    """Kind, country and name of a registry entry called ``name``."""
    entries = _entries()
    return entries.get(name) or (entries.get(f"({_acronym(name)})") if _acronym(name) else None)


@cache
def _entries() -> dict[str, tuple[str, str | None, str]]:
    """The registry's bodies and people by name, bodies by acronym in brackets too."""
    out: dict[str, tuple[str, str | None, str]] = {p.name: ("person", p.country, p.name) for p in people()}
    for body in reversed(bodies()):
        entry = (body.kind, body.country, body.name)
        out |= {body.name: entry} | {f"({acronym})": entry for acronym in body.acronyms}
    return out


@lru_cache(maxsize=20_000)
def _country_in(words: str, language: str) -> str | None:
    found = find_mentions(tokens(words, language), language)
    return next((m.country for m in found if m.country), None)


def _lists(article: Article) -> Mapping[str, tuple[str, ...]]:
    return _lists_of(language_of(article.language))


@cache
def _lists_of(language: str) -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in load(language).table("questions")["offices"].items()}


def _any(words: Iterable[str], text: str) -> bool:
    return _holds(tuple(words), text)


@lru_cache(maxsize=50_000)
def _holds(words: tuple[str, ...], text: str) -> bool:
    """Whether one of the words stands in a text: the same titles and offices come again and again."""
    padded = f" {text} "
    return any(f" {w} " in padded for w in words)


def phrase_of(claim: Claim, article: Article) -> str:
    """The words by which the article names a claim's source, apart from its own content."""
    return " ".join(article.text[s.start : s.end] for s in claim.source)


class Registrar:
    """Knows, from all the statements of a question's neighbourhood, who speaks for which body."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.speaks_for: dict[str, str] = {}
        self.functions: dict[tuple[str, str], str] = {}
        self.states: dict[str, str] = {}
        self.last: dict[str, str] = {}  # by article: the country whose government spoke last
        ordered = sorted(statements, key=lambda s: (s.home, min((x.start for x in s.claim.spans()), default=0), s.id))
        names = sorted({s.claim.speaker for s in ordered} | {r.speaker for s in ordered for r in s.claim.relay})
        self.labels = fullest(names)
        self.by_words = {plain(n): n for n in reversed(names) if n}
        self.by_acronym = {_acronym(n): n for n in reversed(names) if _acronym(n)}
        for statement in ordered:
            self._functions(statement)
        for statement in ordered:
            self._body(statement.claim.speaker, phrase_of(statement.claim, statement.article), statement)
            for relay in statement.claim.relay:
                words = " ".join(statement.article.text[s.start : s.end] for s in relay.source)
                body = self._body(relay.speaker, words, statement)
                spokes = _any(_lists(statement.article)["spokes"], plain(words))
                if body is None and spokes and relay.speaker != statement.claim.speaker:
                    self.speaks_for.setdefault(relay.speaker, statement.claim.speaker)

    def _named_in(self, words: str, lower: str) -> list[str]:
        """Other speakers whose acronym or whole name stands in a source's words."""
        found = [self.by_acronym[w] for w in re.findall(r"[A-Z][A-Z-]+", words) if w in self.by_acronym]
        pieces = lower.split()
        for length in range(min(LONGEST_NAME, len(pieces)), 0, -1):
            runs = (" ".join(pieces[i : i + length]) for i in range(len(pieces) - length + 1))
            found += [self.by_words[run] for run in runs if run in self.by_words]
        return found

    def _country(self, words: str, article: Article) -> str | None:
        return _country_in(words, language_of(article.language))

    def _functions(self, statement: Statement) -> None:
        """Bodies by what they do: "National Intelligence Service (South Korea)" is KR's intelligence."""
        name = statement.claim.speaker
        offices = load("en").table("questions")["offices"]
        country = self._country(name, Article(text=name, language="en"))
        country = country or self._country(phrase_of(statement.claim, statement.article), statement.article)
        if _any(offices["bodies"], plain(name)):
            for function, words in offices["functions"].items():
                if _any(words, plain(name)) and country:
                    self.functions.setdefault((country, function), name)

    def _body(self, name: str, words: str, statement: Statement) -> str | None:
        """The body that ``name`` speaks for or heads, by the words that introduce it."""
        article, key = statement.article, statement.home
        lists = _lists(article)
        lower = plain(lowered(words)).replace("'s", " ").replace("'", " ").replace(",", " ")
        country = self._country(words, article) or _country_in(name, "en")
        of_state = _any(lists["state"], lower)
        if of_state and country is None:
            country = self.last.get(key)  # "Defence Minister Rustem Umerov", after "Ukrainian President …"
        if of_state and country:
            self.last[key] = country
            self.states.setdefault(name, country)
        if not _any((*lists["spokes"], *lists["heads"]), lower):
            return None
        for other in self._named_in(words, lower):
            if other != name:
                return self.speaks_for.setdefault(name, other)
        functions = load(language_of(article.language)).table("questions")["offices"]["functions"]
        for function, terms in functions.items():
            body = self.functions.get((country or "", function))
            if body and body != name and _any(terms, lower):
                return self.speaks_for.setdefault(name, body)
        return None

    def source(self, statement: Statement, speaker: str = "") -> Source | None:
        """The first source of a statement (``speaker``: of this one of its speakers); None where nobody is named."""
        claim = statement.claim
        if claim.anonymous:
            outlet = outlet_of(statement.article)
            return Source(f"anonymous:{outlet}", claim.speaker, anonymous=True)
        name = speaker or claim.speaker
        if not name:
            return None
        for _ in range(4):
            if name not in self.speaks_for:
                break
            name = self.speaks_for[name]
        known = _registered(name)
        state = self.states.get(name) or self.states.get(speaker or claim.speaker)
        if known is None and state is None:
            state = self._state_by_name(name)
        elif known and known[0] in ("country",):
            state = known[1]
        elif known and known[0] in ("institution", "person") and state is None:
            state = self._state_by_name(name)
        label = self.labels.get(name, name)
        return Source(f"actor:{bare_name(label)}", label, state=state, media=bool(known and known[0] == "media"))

    @lru_cache(maxsize=4096)  # noqa: B019 — a registrar lives as long as one grouping
    def _state_by_name(self, name: str) -> str | None:
        """The government that a name belongs to: a country's own name, or a ministry, an army, a service."""
        offices = load("en").table("questions")["offices"]
        found = find_mentions(tokens(name, "en"), "en")
        country = next((m.country for m in found if m.country), None)
        whole = bool(found) and found[0].kind == "country" and found[0].end - found[0].start >= len(name) - 4
        return (
            country
            if country and (whole or _any(offices["state"], plain(name).replace("(", " ").replace(")", " ")))
            else None
        )


def outlet_of(article: Article) -> str:
    """Who printed it: the publisher, or else the article by itself."""
    return article.publisher or key_of(article)


def origins_of(facets: Sequence[Facet], registrar: Registrar, copies: Mapping[str, str] | None = None) -> Origins:
    """Articles, outlets and first sources of a question. ``copies`` maps an article to its oldest near-copy."""
    statements = [f.statement for f in facets]
    articles = {s.home for s in statements}
    outlets = {outlet_of(s.article) for s in statements}
    tree: dict[str, dict[str, set[str]]] = {}
    named: dict[str, Source] = {}
    anonymous: set[str] = set()
    unknown: set[str] = set()
    for facet in sorted(facets, key=lambda f: f.id):
        s = facet.statement
        if s.claim.place is not None:
            continue
        source = registrar.source(s, facet.speaker)
        first = (copies or {}).get(s.home, s.home)
        teller = " → ".join(r.speaker for r in reversed(s.claim.relay) if r.speaker) or outlet_of(s.article)
        label = source.label if source else NO_SOURCE
        tree.setdefault(label, {}).setdefault(teller, set()).add(s.article_key)
        if source is None:
            unknown.add(f"article:{first}")
        elif source.anonymous:
            anonymous.add(f"{plain(source.label)}:{s.claim.relay[-1].speaker if s.claim.relay else first}")
        elif source.media:
            unknown.add(source.key)
        else:
            named.setdefault(source.key, source)
    by_state: dict[str, int] = {}
    for source in named.values():
        group = f"state:{source.state}" if source.state else source.key
        by_state[group] = by_state.get(group, 0) + 1
    independent = len(by_state)
    return Origins(
        articles=len(articles),
        outlets=len(outlets),
        independent=independent,
        anonymous=len(anonymous),
        unknown=len(unknown) + sum(n - 1 for n in by_state.values()),
        tree={k: {t: tuple(sorted(a)) for t, a in sorted(v.items())} for k, v in sorted(tree.items())},
    )
