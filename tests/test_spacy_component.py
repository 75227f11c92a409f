"""``nlp.add_pipe("selon")``: claims of a Doc, by entry point, which go wherever the Doc goes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from selon.model import Claim, claim_from
from selon.spacy_component import claims_of, keep_claims

TEXT = "Selon Séoul, 1 500 soldats sont déjà partis pour la Russie."
# All that a claim can hold, whatever the extraction of today finds.
RICH = claim_from(
    {
        "id": "c1", "speaker": "South Korea", "source": [[6, 11]], "cue": [[0, 5]], "content": [[13, 26], [27, 58]],
        "kind": "mixed", "stance": "asserts", "certainty": "reported", "anonymous": True, "inferred": True,
        "place": "headline", "actor": "country:KR", "rule": "preposition: selon", "question": "q", "answer": "yes",
        "also": ["Seoul"], "relay": [{"speaker": "Yonhap", "source": [[0, 5]], "cue": [], "actor": "media:yonhap"}],
        "quantities": [{"span": [13, 26], "low": 1500, "high": None, "unit": "soldier"}],
        "times": [{"span": [32, 36], "start": "2024-10-17", "end": None, "type": "TIME", "value": "2024-10-17T08"}],
        "places": [{"span": [52, 58], "name": "Russia", "country": "RU", "lat": 55.75, "lon": 37.62,
                    "precision": "country"}],
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("fr")
    made.add_pipe("selon")
    return made


def test_the_component_is_found_by_its_name_and_gives_claims(nlp: Language) -> None:
    doc = nlp(TEXT)
    (claim,) = doc._.claims
    assert isinstance(claim, Claim)
    assert [span.of(doc.text) for span in claim.source] == ["Séoul"]
    assert [span.of(doc.text) for span in claim.content] == ["1 500 soldats sont déjà partis pour la Russie"]
    assert doc.char_span(*claim.source[0], alignment_mode="expand").text == "Séoul"


def test_claims_survive_a_doc_bin(nlp: Language, tmp_path: Path) -> None:
    docs = [nlp(TEXT), nlp("Il pleut."), nlp(f"« Non », a dit le Kremlin.\n{TEXT}")]
    docs[1]._.claims = [RICH]
    found = [doc._.claims for doc in docs]
    assert all(found)
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    back = list(DocBin(store_user_data=True).from_bytes(packed).get_docs(nlp.vocab))
    assert [doc._.claims for doc in back] == found
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "a.spacy")
    again = DocBin(store_user_data=True).from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("fr").vocab)
    assert [claims_of(doc) for doc in again] == found


def test_claims_survive_bytes_and_a_copy(nlp: Language) -> None:
    doc = nlp(TEXT)
    doc._.claims = (*doc._.claims, RICH)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.claims == doc._.claims
    assert doc.copy()._.claims == doc._.claims


def test_a_program_without_the_component_reads_them(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    keep_claims(doc, [RICH])
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "a.spacy")
    code = (
        "import sys, spacy; from spacy.tokens import DocBin; from selon.spacy_component import claims_of\n"
        "(doc,) = DocBin(store_user_data=True).from_disk(sys.argv[1]).get_docs(spacy.blank('fr').vocab)\n"
        "print(*claims_of(doc), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.spacy"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(RICH)


def test_a_doc_that_was_never_read_has_none() -> None:
    assert claims_of(spacy.blank("fr")(TEXT)) == ()
