"""The spaCy component ``nlp.add_pipe("selon")`` (declared by entry point): claims in ``doc._.claims``.

The claims are kept in ``doc.user_data`` in their JSON form (docs/schema/claim.schema.json), so that they go wherever a
Doc goes: ``DocBin(store_user_data=True)``, ``doc.to_bytes()``, ``nlp.pipe(texts, n_process=2)``. A program that only
reads such Docs, without the component, calls ``claims_of(doc)``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from spacy.language import Language

if TYPE_CHECKING:
    from selon.model import Claim

KEY = "selon.claims"  # in doc.user_data


@Language.factory("selon")
def make(nlp: Any, name: str) -> Any:
    """The component; the claims of a Doc are found on its text, in the pipeline's language."""
    from spacy.tokens import Doc

    from selon.analysis.pipeline import extract
    from selon.model import Article

    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=claims_of, setter=keep_claims)

    def component(doc: Any) -> Any:
        keep_claims(doc, extract(Article(text=doc.text, language=nlp.lang)))
        return doc

    return component


def claims_of(doc: Any) -> tuple[Claim, ...]:
    """The claims that the component found in a Doc, in the order of the text; none where it didn't run.

    Their spans are code points of ``doc.text``: ``doc.char_span(*span, alignment_mode="expand")`` gives the tokens.
    Raises InvariantError where the Doc's user data was written by something else.
    """
    from selon.model import claim_from

    return tuple(claim_from(form) for form in doc.user_data.get(KEY, ()))


def keep_claims(doc: Any, claims: Iterable[Claim]) -> None:
    """Keep claims with a Doc, in place of those that it had."""
    from selon.model import claim_form

    # Plain lists and dicts alone: a Doc's user data is packed by msgpack, which knows no classes.
    doc.user_data[KEY] = [claim_form(claim) for claim in claims]
