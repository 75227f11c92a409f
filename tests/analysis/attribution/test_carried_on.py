"""Sentences that go on from the one before: with a pronoun, without a source, as an echo."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

PRONOUNS: Table = [
    (
        "fr",
        "{s1|La directrice} {c1|a reconnu} {k1|une erreur}. {k2|« Nous aurions dû agir plus tôt »}, {c2|a-t-{s2|elle} ajouté}.",
    ),
    ("en", '{s1|The director} {c1|admitted} {k1|a mistake}. {k2|"We should have acted earlier,"} {s2|she} {c2|added}.'),
    ("fr", "{s1|Il} {c1|a dit} {k1|que le procès serait reporté}."),
    ("en", "{s1|They} {c1|said} {k1|the trial would be postponed}."),
]

RESUMED: Table = [
    (
        "fr",
        "{k1|« Le village est coupé du monde »}, {c1|raconte} {s1|le maire, Paul Ferrand}. {k2|« Les secours n'arrivent que par hélicoptère. »}",
    ),
    ("en", '{k1|"The village is cut off,"} {c1|said} {s1|Mayor Paul Farrow}. {k1|"Help comes only by helicopter."}'),
    (
        "fr",
        "{c1|Selon} {s1|le quotidien}, {k1|le ministre a rencontré l'industriel à Genève}. {k2|Il aurait reçu deux millions d'euros}.",
    ),
    (
        "fr",
        "{c1|D'après} {s1|les services de renseignement}, {k1|un convoi a passé la frontière}. {k2|Trois cents hommes seraient déjà sur place}.",
    ),
    (
        "en",
        "{c1|According to} {s1|the newspaper}, {k1|the minister met the banker in Geneva}. {k2|He reportedly received two million euros}.",
    ),
    # The clause that the adverb of hearsay goes with, and no lesser part.
    (
        "en",
        "{s1|Police} {c1|said} {k1|two men were arrested}. {k2|They had reportedly been followed for weeks}; no weapon has been found.",
    ),
    ("en", "{s1|Police} {c1|said} {k1|the town was quiet}. A man was charged for allegedly providing the weapon."),
]

# A quotation by itself goes on from the speaker before, in the first person or not.
GOING_ON: Table = [
    (
        "fr",
        "{s1|La directrice du refuge} {c1|a nuancé} {k1|les chiffres de la mairie}. {k2|« On a constaté, depuis le début de l'année, douze cas de « vraie » détresse. »}",
    ),
]

# « Et d'ajouter que P »: whoever spoke before.
TOLD_ON: Table = [
    (
        "fr",
        "{k1|« Nous avons perdu »}, {c1|reconnaît} {s1|Anne Vial}. Et d'{c2|ajouter} {k2|que la suite lui appartient}.",
    ),
    ("fr", "{k1|« Nous avons perdu »}, {c1|reconnaît} {s1|Anne Vial}. Et de {c2|lancer} : {k2|« Nous reviendrons. »}"),
]

ECHO: Table = [
    (
        "fr",
        "{s1|Le ministre} {c1|a jugé} {k1|que l'accord était mort}. {c2|Même écho} chez {s2|la présidente de la commission}.",
    ),
    ("fr", "{s1|Rome} {c1|estime} {k1|que le traité est caduc}. {c2|Même son de cloche} à {s2|Madrid}."),
    (
        "en",
        "{s1|The minister} {c1|called} {k1|the deal dead}. {s2|The chair of the committee} {c2|echoed} {k2|that view}.",
    ),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
