"""What belongs to a source, and what beside it does not."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

NAME_AND_APPOSITION: Table = [
    (
        "fr",
        "{s1|Paul Mercadier, le candidat du Parti vert à la mairie}, {c1|a promis} {k1|de rouvrir la piscine}.",
    ),
    ("en", "{s1|Paul Mercer, the Green candidate for mayor}, {c1|promised} {k1|to reopen the pool}."),
    (
        "fr",
        "Citée par l'agence RIA Novosti, {s1|la porte-parole, Maria Petrova,} {c1|a jugé} {k1|ces propos « irresponsables »}.",
    ),
]

# The day that something was said is no part of who said it; what is asked for is not who asks.
NOT_THE_SOURCE: Table = [
    ("en", "{s1|The safety committee of the port} on Monday {c1|announced} {k1|the recorder had been found}."),
    ("en", "{c1|According to} {s1|county attorney John Reed} on Saturday, {k1|the driver has been identified}."),
    ("en", "{s1|The court} {c1|said} {k1|not allowing the march amounted to unequal treatment}."),
    ("en", "{s1|The director} {c1|said} {k1|the name must not cite any person, animal or place}."),
]

# A place between the verb and its subject is no part of who speaks.
AFTER_PLACE: Table = [
    ("fr", "{k1|« La digue tiendra »}, {c1|a répété} mardi à Nantes {s1|la ministre Claire Morin}."),
    ("fr", "{k1|« Personne ne partira »}, {c1|a assuré} jeudi à Bruxelles {s1|le maire}."),
]

# Nor is whom the words are meant for, or how somebody was reached.
FACING: Table = [
    ("fr", "{k1|« Vous avez menti »}, {c1|a lancé} {s1|la procureure} à l'adresse du prévenu."),
    ("fr", "{k1|« C'est un échec »}, {c1|a dénoncé} {s1|le député} en direction du gouvernement."),
    ("fr", "{s1|Le maire}, joint par téléphone, {c1|assure} {k1|que le pont est sûr}."),
    ("fr", "{k1|« On ne sait rien »}, {c1|répondent} {s1|les deux élus}, joints par téléphone."),
    ("fr", "{s1|Le parquet de Lille}, contacté par l'AFP, {c1|dit} {k1|enquêter}."),
]

# Whom a source tells is no part of it.
TO_THE_PRESS: Table = [
    ("fr", "{k1|« On a tout perdu »}, {c1|confie} {s1|un éleveur} à l'AFP."),
    ("fr", "{k1|« On a tout perdu »}, {c1|raconte} {s1|une institutrice} à Radio Belvaux."),
    ("en", '{k1|"We lost everything,"} {c1|said} {s1|a farmer from Kent} to reporters.'),
]

# Who a participle's agent is, and whom the article cites in the midst of a verb group, says nothing else.
AGENTS: Table = [
    (
        "fr",
        "{k1|Les rebelles ont quitté la ville}, {c1|a annoncé} {s1|l'armée} dans un communiqué, {k2|une information} aussitôt {c2|démentie} par {s2|leur porte-parole}, qui ne s'est pas étendu.",
    ),
    ("fr", "{s1|Le ministre} aurait, d'après deux témoins, {c1|évoqué} {k1|sa démission}."),
    ("en", "{c1|Asked} by {s1|a reporter} {k1|whether he would resign}, the governor walked away."),
    ("en", "{c1|Told} by {s1|the police} {k1|that the road was closed}, two drivers turned back."),
]

# The subject of a passive says nothing, whoever stands before the verb; its agent does.
UNDERGONE: Table = [
    ("fr", "{k1|L'information}, révélée par Mediapart, {c1|a été démentie} par {s1|l'Élysée}."),
    ("en", "He was credited with saving the dam."),
    ("en", "The suspects were identified as brothers."),
]

# Who was cited for something says nothing; an expression may be heard at its last word.
WHOSE: Table = [
    ("en", "{c1|According to} {s1|investigators}, {k1|he was not cited for the incident}."),
    ("fr", "{s1|La profession} {c1|pointe du doigt} {k1|les choix fiscaux du gouvernement}."),
    ("fr", "{s1|Les dirigeants européens} {c1|se sont félicités} du {k1|résultat}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
