"""``nlp.add_pipe("selon")``: claims of a Doc, by entry point."""

from __future__ import annotations

import spacy

from selon.model import Claim


def test_the_component_is_found_by_its_name_and_gives_claims() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("selon")
    doc = nlp("Selon Séoul, 1 500 soldats sont déjà partis pour la Russie.")
    (claim,) = doc._.claims
    assert isinstance(claim, Claim)
    assert [span.of(doc.text) for span in claim.source] == ["Séoul"]
    assert [span.of(doc.text) for span in claim.content] == ["1 500 soldats sont déjà partis pour la Russie"]
