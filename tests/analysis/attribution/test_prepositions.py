"""Sources behind a preposition or a conjunction of reporting."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

ACCORDING: Table = [
    ("fr", "{c1|Selon} {s1|la préfecture}, {k1|douze personnes ont été blessées}."),
    ("en", "{c1|According to} {s1|the police}, {k1|twelve people were injured}."),
    ("fr", "{k1|Le feu a pris dans la cuisine}, {c1|selon} {s1|les pompiers}."),
    ("en", "{k1|The fire started in the kitchen}, {c1|according to} {s1|the fire brigade}."),
    ("fr", "{c1|Pour} {s1|l'opposition}, {k1|cette réforme ne changera rien}."),
    ("en", "{c1|In the view of} {s1|the opposition}, {k1|this reform will change nothing}."),
    ("fr", "{k1|La récolte sera}, {c1|selon} {s1|le ministère}, {k1|inférieure de moitié à celle de l'an dernier}."),
]

# Who says it ends a line without a verb, or a clause whose verb stands before a quotation.
LAST: Table = [
    ("fr", "{k1|Des fermes isolées, “coupées du monde” depuis lundi}, {c1|selon} {s1|la préfecture}"),
    ("en", '{k1|Remote farms "cut off from the world" since Monday}, {c1|according to} {s1|the prefecture}'),
    ("fr", "{k1|Le pont fermé est “le plus vieux de la ville”}, {c1|d'après} {s1|le maire}."),
    ("en", '{k1|The closed bridge is "the oldest in the city"}, {c1|according to} {s1|the mayor}.'),
]

# One figure against another; an adjunct before who says it.
SIDE_BY_SIDE: Table = [
    (
        "fr",
        "{k1|Quelque 3 000 personnes}, {c1|selon} {s1|la police}, {k2|8 000} {c2|selon} {s2|les organisateurs}, ont défilé samedi.",
    ),
    (
        "en",
        "{k1|About 3,000 people marched}, {c1|according to} {s1|police}, {k2|8,000} {c2|according to} {s2|the organisers}.",
    ),
    (
        "fr",
        "{k1|« Nous n'avons jamais vu ça »}, {c1|raconte}, encore sous le choc, {s1|Ahmed, 45 ans, boulanger à Derna}.",
    ),
    ("fr", "{s1|Le groupe} {c1|se réserve le droit} {k1|de faire appel}."),
]

# « De source policière », and where "one" is who says so.
OF_SOURCE: Table = [
    ("fr", "{c1|De} {s1|source pénitentiaire}, {k1|deux surveillants ont été blessés mercredi}."),
    ("fr", "{k1|Le feu couvait depuis la veille}, {c1|a-t-on appris} mercredi de {s1|source judiciaire}."),
    ("fr", "{k1|Le ministre va partir}, {c1|dit-on} à {s1|Nairobi}."),
    ("fr", "{k1|« Le ministre va partir »}, {c1|indique-t-on} dans {s1|l'entourage de M. Zajec}."),
]

# Whose view it is stands in the preposition.
OWN_VIEWS: Table = [
    ("fr", "Le maire a tranché. {c1|À {s1|ses} yeux}, {k1|la procédure a été respectée}."),
    ("fr", "Le maire a tranché. {k1|La réforme est}, {c1|à {s1|son} avis}, {k1|indispensable}."),
    ("en", "The mayor has decided. {c1|In {s1|her} view}, {k1|the plan is sound}."),
    ("en", '{c1|By {s1|his} own admission}, {k1|the coach was "out of his depth"}.'),
    ("en", "She looked in her words for meaning."),
]

BRACKETS: Table = [
    ("fr", "{k1|Le navire transportait 200 conteneurs} ({c1|selon} {s1|l'armateur})."),
    ("fr", "{s1|Le député (sans étiquette) Jean Morel} {c1|estime} {k1|que le texte sera rejeté}."),
    ("en", "{s1|The mayor (an independent)} {c1|said} {k1|that the vote would be close}."),
    ("fr", "{s1|Le maire (centriste) de Valence} {c1|a rappelé} {k1|que la ville était endettée}."),
]

AS_SAID: Table = [
    ("fr", "{k1|Le tunnel restera fermé}, comme {c1|l'a annoncé} {s1|l'exploitant}."),
    ("en", "{s1|The minister} was quoted by state television {c1|as saying} {k1|that the border would stay closed}."),
    ("en", "{k1|The tunnel will stay closed}, as {s1|the operator} {c1|announced}."),
    ("en", "{s1|The committee}, which {c1|says} {k1|that the bill is too vague}, will report on Thursday."),
    ("en", "{s1|The general} {c1|was quoted as saying} {k1|that the border would stay closed}."),
]


# What stands beside a source of « selon » is neither what is said nor its subject; a list of nouns is.
BESIDE: Table = [
    (
        "fr",
        "{c1|Selon} {s1|l'Institut pour l'étude de la guerre, un centre de réflexion}, {k1|les forces russes avancent}.",
    ),
    ("fr", "{c1|Selon} {s1|l'AFP}, {k1|un soldat, blessé à la jambe, a été évacué}."),
    ("fr", "{c1|Selon} {s1|la police}, {k1|un homme, une femme et deux enfants sont morts}."),
    ("en", "{c1|According to} {s1|Reuters}, {k1|a soldier, wounded in the leg, was evacuated}."),
]

# A closing « selon » tells of the reported clause alone where its sentence is another's.
CLOSING: Table = [
    (
        "fr",
        "{s1|L'armée} {c1|a annoncé} {k1|avoir repris la ville, au terme de {k2|combats qui auraient fait 200 morts}}, {c2|selon} {s2|un comité de médecins}.",
    ),
    (
        "en",
        "{s1|Moscow} {c1|says} {k1|it intercepted nine missiles over {k2|Belgorod, where a woman was reportedly wounded}}, {c2|according to} {s2|the governor}.",
    ),
]


# Whose view it is stands between the preposition and its noun.
WHOSE_VIEW: Table = [
    ("en", "In {s1|the minister}'s {c1|opinion}, {k1|the law goes too far}."),
    ("en", "{k1|The offer is an insult}, in {s1|the union}'s {c1|words}."),
    ("fr", "{c1|De l'avis des} {s1|syndicats}, {k1|la loi va trop loin}."),
]


# Whom one believes or hears stands inside the preposition; in English it stands behind one ("to hear him tell it").
BELIEVED: Table = [
    ("fr", "Le maire est serein. {c1|À {s1|l'}en croire}, {k1|tout va bien}."),
    ("fr", "Les syndicats sont furieux. {c1|À {s1|les} entendre}, {k1|la direction ment}."),
    ("fr", "Il apprend à les entendre venir."),
    ("fr", "{c1|À en croire} {s1|le maire}, {k1|tout va bien}."),
    ("en", "{c1|According to} {s1|the mayor}, {k1|all is well}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
