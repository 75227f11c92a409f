"""What stands before or beside a saying and is or isn't of it: clitics, asides, whom the press was told by."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

CLITICS: Table = [
    ("fr", "{k1|Le cinéma fermera le 30 juin}. {s1|Sa propriétaire} l'{c1|a annoncé} dimanche aux spectateurs."),
    ("fr", "{k1|La chaîne disparaît}. {s1|Son directeur} l'{c1|a confirmé} lundi dans un communiqué."),
    ("fr", "{s1|Le maire} {c1|affirme} {k1|{k2|que le pont est sûr}}. {s2|Le préfet} l'{c2|a confirmé}."),
    ("fr", "Un locataire sur cinq est parti. {s1|Les auteurs} l'{c1|expliquent} par {k1|la hausse des loyers}."),
    ("fr", "Le pont est sûr. {s1|Le maire} l'{c1|a dit} : {k1|« Il tiendra cent ans »}."),
]

ASIDES: Table = [
    ("fr", "{s1|L'association} {c1|évoque} pour sa part {k1|58 morts}."),
    ("fr", "{s1|L'ONU} {c1|avance} quant à elle {k1|70 morts}."),
    ("en", "{s1|The union} {c1|reported} for its part {k1|70 deaths}."),
]

PRESS: Table = [
    ("fr", "{k1|« Ils portaient des treillis »}, {c1|a dit} {s1|l'un d'eux} à Reuters."),
]

# Where sources and contents begin and end.
ENDS: Table = [
    ("fr", "À l'hôpital préfectoral, {s1|un infirmier} {c1|a avancé} {k1|le chiffre de 26 morts}."),
    ("fr", "{k1|Vingt morts dans l'effondrement d'une mine d'or}, {c1|selon} {s1|des témoins}"),
    (
        "en",
        "{s1|{s3|{s2|President Trump}, who {c2|has long demanded} {k2|lower rates}}}, {c1|called} {k1|Mr. Powell "
        '"incompetent"} and {c3|said} {k3|he would "love to fire him."}',
    ),
]

# A verb of denial that says it whole; a figure per year before the agent.
WHOLE: Table = [
    ("fr", "{s1|Le préfet, Alain Thirion,} {c1|s'inscrit en faux}."),
    ("fr", "{k1|Le contrat, estimé} {k1|à 2 millions d'euros par an} par {s1|La Gazzetta}, a été suspendu."),
]

# Of a phrase, a colon and a whole quotation before who says it, the quotation is said.
QUOTED: Table = [
    ("fr", "Un argument que tous balaient : {k1|« La question n'est pas la dose »}, {c1|a rétorqué} {s1|Paul Niggli}."),
    ("en", 'The mayor was clear: {k1|"We will leave,"} {s1|she} {c1|said}.'),
]


@marked_in(globals())
def test_taken_up(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
