"""How sure a content is put, through the whole pipeline: plain sentences in, one claim with its certainty out."""

from __future__ import annotations

import pytest

from selon.analysis.pipeline import extract
from selon.model import Article

CASES = [
    # conditions
    ("fr", "Le ministre a déclaré que le pont rouvrirait s'il ne pleuvait pas.", "conditional"),
    ("fr", "La maire a déclaré que, si le pont cède, la ville sera coupée en deux.", "conditional"),
    ("en", "The mayor said that if the bridge fails, the town will be cut in two.", "conditional"),
    ("en", "The mayor said the town would be cut in two if the bridge failed.", "conditional"),
    # « s'en sont approchés »: no condition
    ("fr", "La maire a déclaré que les secours s'en sont approchés à pied.", "certain"),
    # hedges that govern the clause
    ("fr", "La maire a déclaré que le pont pourrait céder.", "possible"),
    ("en", "The mayor said that the bridge could fail.", "possible"),
    ("en", "The mayor said that the bridge may fail.", "possible"),
    ("fr", "La maire a déclaré que le pont devrait rouvrir lundi.", "probable"),
    ("fr", "La maire a déclaré que le pont va probablement rouvrir lundi.", "probable"),
    ("en", "The mayor said that the bridge will probably reopen on Monday.", "probable"),
    ("en", "The mayor said that it is possible that the bridge will close.", "possible"),
    ("fr", "La maire a déclaré qu'il est possible que le pont ferme.", "possible"),
    # hedges of a part, of a relative clause, of a contrast
    ("fr", "La maire a déclaré que le plan, qui pourrait échouer, sera voté lundi.", "certain"),
    ("en", "The mayor said that the plan, which could fail, will be put to a vote.", "certain"),
    ("fr", "La maire a annoncé un plan de 556 départs, tandis que Sofar pourrait en supprimer 1 000.", "certain"),
    # "could not": past ability
    ("en", "The mayor said that divers could not find the boat.", "certain"),
    # the French conditional: journalistic, of a past, hypothetical
    ("fr", "Selon la maire, le navire aurait coulé dans la nuit.", "reported"),
    ("fr", "La maire a annoncé que le pont rouvrirait lundi.", "certain"),
    ("fr", "« Ce serait une erreur », a déclaré la maire.", "conditional"),
    # plain
    ("fr", "La maire a déclaré que le pont est fermé.", "certain"),
    ("en", "The mayor said that the bridge is closed.", "certain"),
]


@pytest.mark.parametrize(("language", "text", "certainty"), CASES)
def test_certainty(language: str, text: str, certainty: str) -> None:
    claims = extract(Article(text=text, language=language, published="2024-10-24"))
    assert [claim.certainty for claim in claims] == [certainty]
