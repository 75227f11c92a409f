"""Pieces of HTML or NITF inside feeds and agency items: their text, a line a block."""

from __future__ import annotations

import re

from selon.reading.block_lines import lines_of
from selon.reading.blockquotes import name_speakers
from selon.reading.cleaning import clean

_TAG = re.compile(r"<[a-zA-Z!/][^<>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)


def text_of(markup: str) -> str:
    """The cleaned text of a piece of markup; plain text stays what it is. Broken markup is read as browsers do.

    A blockquote that is signed has its speaker in words, as on a page.
    """
    if not _TAG.search(markup):
        return clean(markup)
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    name_speakers(root)
    return clean("\n".join(lines_of(root)))
