"""Verbs that the tagger takes for something else."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# Third persons that the tagger takes for nouns, adverbs, adjectives; participles after « avoir »; forms in -é.
VERBS_IN_DISGUISE: Table = [
    ("fr", "{s1|La fédération cycliste} {c1|juge} {k1|« indigne » le sort fait aux coureurs}."),
    ("fr", "{s1|Le collectif lyonnais} {c1|revendique} {k1|« plus de 3 000 adhérents »}."),
    ("fr", "{s1|L'institut} {c1|table} sur {k1|un hiver doux}."),
    ("fr", "{s1|Le maire de Brest} {c1|compte} {k1|saisir le juge administratif}."),
    ("fr", "{s1|La directrice du musée} {c1|a nuancé} {k1|ces chiffres}."),
    ("fr", "{s1|La défense} {c1|fait valoir} {k1|que le témoin s'est rétracté}."),
    ("fr", "{s1|L'armée ukrainienne} {c1|a dit} {k1|avoir abattu douze drones}."),
    ("fr", "Sur X, {s1|le milliardaire} {c1|a assuré} {k1|ne pas être candidat}."),
]

# A verb that opens its clause behind « mais », and finite forms that the tagger takes for participles.
FINITE_IN_DISGUISE: Table = [
    ("fr", "{s1|{s2|La banque}} {c1|dit} {k1|étudier l'offre}, mais {c2|juge} {k2|« prématuré » de se prononcer}."),
    ("fr", "{s1|L'armateur} {c1|conteste} {k1|ce décompte}."),
    ("fr", "{s1|{s2|La mairie}} {c1|salue} {k1|« une belle fête »} et {c2|juge} {k2|ces reproches « déplacés »}."),
    ("fr", "{s1|La CGT} {c1|parle} d'{k1|« accès régulé »}."),
    ("fr", "{s1|Un ancien ministre, cité par l'AFP,} {c1|ironise} sur {k1|« un petit miracle »}."),
]

# Settled by construction: a denial, who tells after a clause; an act is no word.
BY_CONSTRUCTION: Table = [
    ("fr", "{s1|Le préfet} {c1|nia} {k1|toute faute}."),
    ("en", "{k1|The dam has held through the night}, {s1|the engineer John Reed} {c1|told} parliament."),
    ("fr", "La chaîne lui offrait une émission à minuit et elle l'a refusée."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
