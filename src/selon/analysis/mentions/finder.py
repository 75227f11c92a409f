"""Every mention of a possible speaker: names first, then the nouns, in one pass over the tokens each."""

from __future__ import annotations

from selon.analysis.document import Document
from selon.analysis.known import known_names
from selon.analysis.mentions.by_name import Cluster
from selon.analysis.mentions.by_noun import commas_after, described_mentions
from selon.analysis.mentions.companies import mark_companies
from selon.analysis.mentions.depths import Depths
from selon.analysis.mentions.entities import Mentions
from selon.analysis.names import find_names
from selon.analysis.nouns import Nouns


def find_mentions(document: Document, nouns: Nouns) -> Mentions:
    """Every mention of a possible speaker in the document."""
    names = find_names(document, nouns, known_names(document.text, document.language.code))
    depths = Depths(document)
    out = Cluster(document, nouns, depths).mentions(names)
    mark_companies(document, out, nouns)
    taken = {i for name in names for i in range(name.begin, name.last)}
    beside = {name.beside: m.entity for name, m in zip(names, out, strict=True) if name.beside >= 0}
    named = {m.start: m.entity for m in out}
    out.extend(described_mentions(document, depths, nouns, taken, named, beside, commas_after(document, out)))
    return Mentions(out, names, depths)
