"""The spaCy component ``nlp.add_pipe("selon")`` (declared by entry point): claims in ``doc._.claims``."""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("selon")
def make(nlp: Any, name: str) -> Any:
    """The component; the claims of a Doc are found on its text, in the pipeline's language."""
    from spacy.tokens import Doc

    from selon.analysis.pipeline import extract
    from selon.model import Article

    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())

    def component(doc: Any) -> Any:
        doc._.claims = tuple(extract(Article(text=doc.text, language=nlp.lang)))
        return doc

    return component
