"""What a participle that opens the sentence says, and of whom."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# Who says it is the subject of the main clause, and what is said ends before that.
OPENING: Table = [
    ("fr", "{c1|Estimant} {k1|que le contrat était illégal}, {s1|la cour} l'a annulé."),
    ("en", "{c1|Arguing} {k1|that the contract was illegal}, {s1|the group} went to court."),
    ("fr", "{c1|Accusant} {k1|Paris d'ingérence}, {s1|la junte} a expulsé l'ambassadeur."),
    ("en", "{c1|Accusing} {k1|Paris of meddling}, {s1|the junta} expelled the ambassador."),
    ("fr", "{c1|Craignant} {k1|une pénurie}, {s1|les automobilistes} se sont rués sur les stations."),
    ("en", "{c1|Fearing} {k1|a shortage}, {s1|drivers} rushed to petrol stations."),
    ("fr", "{c1|Promettant} {k1|de baisser les impôts}, {s1|la sénatrice} a lancé sa campagne."),
    ("en", "{c1|Promising} {k1|to cut taxes}, {s1|the senator} launched her campaign."),
    ("fr", "{c1|Refusant de commenter} {k1|l'affaire}, {s1|le ministre} a quitté la salle."),
    ("en", "{c1|Telling} reporters {k1|that the talks had failed}, {s1|the envoy} left for Geneva."),
]

# Behind a conjunction or a preposition too, and in the past.
LED_IN: Table = [
    ("fr", "Tout {c1|en affirmant} {k1|qu'il ne savait rien}, {s1|le maire} a remis sa démission."),
    ("en", "While {c1|insisting} {k1|that he knew nothing}, {s1|the mayor} resigned."),
    ("fr", "Après {c1|avoir dit} {k1|qu'il démissionnerait}, {s1|le président} est resté un an."),
    ("en", "{c1|Having said} {k1|that he would resign}, {s1|the chairman} stayed on for a year."),
]

# Not what is seen, sought or weighed, nor where somebody speaks.
NOTHING_SAID: Table = [
    ("fr", "Voyant que la pluie arrivait, le maire a annulé la fête."),
    ("en", "Considering the weather, the mayor closed the bridge."),
    ("en", "Seeking to calm markets, the bank raised rates."),
    ("en", "Speaking to reporters, {s1|the mayor} {c1|said} {k1|the bridge was safe}."),
]


@marked_in(globals())
def test_openings(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
