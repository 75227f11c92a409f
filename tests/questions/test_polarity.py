"""Which words deny what they speak of; two negations may affirm."""

from __future__ import annotations

import pytest

from selon.questions.setting import polarity
from selon.questions.words import cues, tokens

SAID = [
    ("en", "the vessel wasn't overloaded", -1),
    ("en", "nothing was overloaded", -1),
    ("fr", "rien n'était surchargé", -1),
    ("en", "the vessel sank without a sound", 1),
    ("fr", "le navire a coulé sans bruit", 1),
    ("en", "an overload could not be excluded", 1),
    ("fr", "une surcharge n'est pas exclue", 1),
    ("en", "the vessel was overloaded, there is no doubt about it", 1),
    ("fr", "le navire était surchargé, cela ne fait aucun doute", 1),
    ("en", "the vessel was not overloaded", -1),
    ("fr", "le navire n'était pas surchargé", -1),
    ("en", "the vessel was not only overloaded but late", 1),
    ("fr", "il n'y a pas de doute : le navire était surchargé", 1),
    ("en", "there is no doubt that the vessel was never overloaded", -1),
    ("fr", "sans aucun doute, le navire n'a jamais été surchargé", -1),
    ("en", "the law registers men but not women", 1),
    ("fr", "la loi recense les hommes, mais pas les femmes", 1),
    ("en", "the vessel sank not far from the port", 1),
    ("fr", "le navire a coulé non loin du port", 1),
    ("fr", "le navire ne manquera pas de couler", 1),
    ("fr", "la loi est nulle et non avenue", 1),
    ("en", "the law is null and void", 1),
    ("fr", "nul navire n'a coulé", -1),
    ("fr", "le navire, non", -1),
    ("fr", "le navire a perdu non seulement son ancre mais sa radio", 1),
]


@pytest.mark.parametrize(("language", "words", "sign"), SAID)
def test_polarity(language: str, words: str, sign: int) -> None:
    assert polarity(tokens(words, language), cues(language)) == sign
