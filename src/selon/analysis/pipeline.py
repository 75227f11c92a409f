"""Article → claims: the list of layers, in order.

``extract`` parses an article and runs every layer over its document. Each layer reads what the layers before it wrote:

    parse         tokens, sentences, quotations, lines
    attribution   drafts: source, cue, content
    furniture     the claims that stand in a headline or a teaser are marked
    labels        kind, stance, certainty, anonymous
    speakers      the one name and the actor of each source and relay
    values        figures, times and places of each content

A layer that raises costs the sentences that it fails on (``recovery``): they are logged and counted. A claim that
misses a layer without which it would say more than is known (NEEDED) is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from selon import collector
from selon.analysis import recovery
from selon.analysis.attribution.attribute import attribute
from selon.analysis.document import Document, Draft
from selon.analysis.labels import label_drafts
from selon.analysis.model_files import ModelError
from selon.analysis.parse import parse_many
from selon.analysis.recovery import Layer, log
from selon.analysis.speakers import resolve
from selon.analysis.values import add_values
from selon.languages import LanguageError
from selon.model import Article, Claim

EXTRACTOR_VERSION = "0.13"
BATCH = 16  # articles drawn from the input at once, at most


def find_drafts(document: Document) -> None:
    """Attribution: the drafts of the document."""
    document.drafts = attribute(document)


def mark_furniture(document: Document) -> None:
    """Claims in a headline or a teaser line say so: they never count as corroboration."""
    starts = [line.span.start for line in document.lines]
    for draft in document.drafts:
        spans = draft.content or draft.cue or draft.source
        at = bisect_right(starts, spans[0].start) - 1
        if at >= 0 and document.lines[at].role in ("headline", "teaser"):
            draft.place = document.lines[at].role


def words_as_speakers(document: Document) -> None:
    """A source that no registry knows is called by its own words."""
    for draft in document.drafts:
        if not draft.speaker:
            draft.speaker = document.words(draft.source)


LAYERS: list[tuple[str, Layer]] = [
    ("attribution", find_drafts),
    ("furniture", mark_furniture),
    ("labels", label_drafts),
    ("speakers", resolve),
    ("names", words_as_speakers),
    ("values", add_values),
]


# Without its labels a denial would be an assertion; without its place a teaser would corroborate.
NEEDED = frozenset(("furniture", "labels"))


def extract(article: Article) -> list[Claim]:
    """The claims of one article, by position. Its ``language`` must be set.

    Raises LanguageError for a language that selon does not read, ModelError where its tagger isn't the pinned one. A
    layer that fails on a sentence is logged with the article's id and the sentence's offsets, and costs the claims of
    that sentence, never the article.
    """
    return next(extract_many([article]))


def extract_many(articles: Iterable[Article]) -> Iterator[list[Claim]]:
    """The claims of each article, in order; articles are tagged in batches."""
    for document in _documents(iter(articles)):
        without: set[int] = set()
        with collector.paused():  # hundreds of thousands of short-lived objects, none in a circle
            for name, layer in LAYERS:
                missed = recovery.run(name, layer, document)
                if name in NEEDED:
                    without.update(id(draft) for draft in missed)
        yield list(_claims(document, without))


def _documents(articles: Iterator[Article]) -> Iterator[Document]:
    """The articles parsed; where a batch fails, the rest of it one by one, without the sentences that fail."""
    while batch := list(islice(articles, BATCH)):
        done = 0
        try:
            for document in parse_many(batch):
                done += 1
                yield document
        except (LanguageError, ModelError):
            raise
        except Exception:
            for article in batch[done:]:
                yield recovery.parsed(parse_many, article)


def _claims(document: Document, without: Collection[int]) -> Iterator[Claim]:
    for draft in document.drafts:
        if id(draft) in without:
            continue
        try:
            claim = claim_of(draft)
            claim.check_against(document.text)
        except Exception:
            at = min((span.start for span in (*draft.source, *draft.cue, *draft.content)), default=0)
            log.exception("a claim of article %s at %d can't be made", recovery.label(document.article), at)
            continue
        yield claim


def claim_of(draft: Draft) -> Claim:
    """The finished claim; raises InvariantError where a label is not one of the model's."""
    return Claim(
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        speaker=draft.speaker,
        kind=draft.kind or "indirect",  # type: ignore[arg-type]
        stance=draft.stance or "asserts",  # type: ignore[arg-type]
        certainty=draft.certainty or "certain",  # type: ignore[arg-type]
        relay=draft.relay,
        quantities=draft.quantities,
        times=draft.times,
        places=draft.places,
        anonymous=draft.anonymous,
        inferred=draft.inferred,
        place=draft.place,  # type: ignore[arg-type]
        actor=draft.actor,
        rule=draft.rule or None,
    )
