"""Quotations that a page sets apart, with who said them beneath: put into the form that running text has.

    <blockquote><p>We have never seen such a storm.</p><cite>Jane Doe, mayor</cite></blockquote>

becomes the paragraph "Jane Doe, mayor: “We have never seen such a storm.”": what markup told, words and marks tell.
Read so are ``<cite>`` and ``<footer>`` at the end of a blockquote, a last line there that begins with a dash (as
embedded posts have it), and the ``<figcaption>`` of a figure that holds nothing else. A blockquote without a name stays
what it is.
"""

from __future__ import annotations

import re
from typing import Any

from selon.reading.block_lines import lines_of

LONGEST_NAME = 120  # characters: more is a note, and no signature
LONGEST = 2_000  # of what is quoted: more is a document that the page reprints

Told = tuple[Any, str, str]  # the element, who, what is said

_DASH = re.compile(r"[-–—―]{1,2}\s*")
_DASH_BEHIND = re.compile(r"\s*[-–—―]{1,2}$")
_NO_NAME = re.compile(r"https?:|www\.|[:!?“”«»]|[.…]$")
_SAID_WHOLE = re.compile(r"[.!?…][”»\"'’)\]]*$|[”»\"]$")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # lxml reads it and takes it from no one
_IN_MARKS = re.compile(r"[“«\"„].*[”»\"]$", re.DOTALL)


def name_speakers(tree: Any) -> bool:
    """Put the blockquotes of a page (lxml's tree, changed in place) whose speakers are named into words.

    Returns whether there were any.
    """
    found = False
    figures: set[Any] = set()
    for quote in tree.xpath("//blockquote[not(ancestor::blockquote)]"):
        lines = lines_of(quote)
        told = _signed(quote, lines) or _dashed(quote, lines)
        figure = next(iter(quote.xpath("ancestor::figure[1]")), None)
        if told is None and figure is not None and figure not in figures:
            figures.add(figure)
            told = _captioned(figure, lines)
        if told is not None:
            whole, name, said = told
            _replace(whole, f"{name}: {said if _IN_MARKS.match(said) else f'“{said}”'}")
            found = True
    return found


def _signed(quote: Any, lines: list[str]) -> Told | None:
    """A footer or citation with which the blockquote ends."""
    for signature in quote.xpath(".//footer | .//cite[not(ancestor::footer)]"):
        own = lines_of(signature)
        if own and own == lines[-len(own) :]:
            return _told(quote, " ".join(own), " ".join(lines[: -len(own)]))
        signed = " ".join(own)
        if signed and lines[-1].endswith(signed):
            before = " ".join((*lines[:-1], lines[-1].removesuffix(signed))).rstrip()
            said = _DASH_BEHIND.sub("", before)
            # "as he wrote in <cite>Le Monde</cite>" is what is said, and signs nothing.
            if said != before or _DASH.match(signed) or _SAID_WHOLE.search(said):
                return _told(quote, signed, said)
    return None


def _dashed(quote: Any, lines: list[str]) -> Told | None:
    """A last line that begins with a dash."""
    return _told(quote, lines[-1], " ".join(lines[:-1])) if lines and _DASH.match(lines[-1]) else None


def _captioned(figure: Any, said: list[str]) -> Told | None:
    """The caption of a figure that holds the blockquote alone."""
    captions = [line for caption in figure.xpath(".//figcaption") for line in lines_of(caption)]
    if captions and lines_of(figure) in ([*said, *captions], [*captions, *said]):
        return _told(figure, " ".join(captions), " ".join(said))
    return None


def _told(whole: Any, signed: str, said: str) -> Told | None:
    """The element, the name and what is said, where these can be a name and something said."""
    name = _DASH.sub("", signed, count=1) if _DASH.match(signed) else signed
    fits = 2 <= len(name) <= LONGEST_NAME and name[0].isalpha() and not _NO_NAME.search(name)
    return (whole, name, said) if fits and 0 < len(said) <= LONGEST else None


def _replace(element: Any, words: str) -> None:
    """Put one paragraph of ``words`` into the place of an element."""
    from lxml import html

    paragraph = html.Element("p")
    paragraph.text, paragraph.tail = _NO_XML.sub("", words), _NO_XML.sub("", element.tail or "")
    element.getparent().replace(element, paragraph)
