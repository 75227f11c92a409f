"""Passives whose agent confirms, denies, praises or criticises their subject, asks it something or tells it something."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# The subject is all that is said, and the agent says it.
JUDGED: Table = [
    ("fr", "{k1|L'accord} {c1|a été salué} par {s1|le ministre des Finances}."),
    ("fr", "{k1|Les accusations de fraude} {c1|ont été rejetées} par {s1|la commission électorale}."),
    ("fr", "{k1|L'information} {c1|a été démentie} mardi par {s1|le palais}."),
    ("fr", "{k1|La nouvelle taxe} {c1|est contestée} par {s1|les agriculteurs}."),
    ("fr", "{k1|L'information}, {c1|confirmée} par {s1|le parquet}, a surpris le village."),
    ("fr", "{k1|La nouvelle}, parue sur son compte, {c1|a été confirmée} par {s1|sa fille}."),
    ("fr", "{k1|Sa mort} {c1|a été confirmée} par {s1|l'avocat de la famille, Paul Morin}."),
    (
        "fr",
        "{k1|La décision} {c1|a été dénoncée} par {s1|la conférence des évêques} {k1|comme une atteinte à la liberté religieuse}.",
    ),
    (
        "fr",
        "{k1|L'accord} {c1|a été salué} par {s1|le collectif des riverains} {k1|comme une victoire}.",
    ),
    ("en", "{k1|The vote} {c1|was condemned} by {s1|the conference of bishops} {k1|as a farce}."),
    ("en", "{k1|The deal} {c1|has been welcomed} by {s1|the finance minister}."),
    ("en", "{k1|Reports that the factory would close} {c1|were dismissed} by {s1|the union}."),
    ("en", "{k1|Claims that the vote was rigged} {c1|were rejected} by {s1|the electoral commission}."),
    ("en", "{k1|Her death} {c1|was confirmed} by {s1|her nephew}."),
    ("en", "{k1|The report} {c1|was denied} by {s1|the palace} on Tuesday."),
    ("en", "{k1|The new tax} {c1|is opposed} by {s1|farmers}."),
]

# Two agents say different things of one subject.
JUDGED_TWICE: Table = [
    (
        "fr",
        "{k1|{k2|L'interdiction}}, {c1|saluée} par {s1|les médecins} et {c2|dénoncée} par {s2|les restaurateurs}, entrera en vigueur lundi.",
    ),
    ("en", "{k1|{k2|The ban}} {c1|was praised} by {s1|doctors} and {c2|condemned} by {s2|bar owners}."),
]

# Who is asked or told something by an agent.
ASKED: Table = [
    ("fr", "{k1|Les habitants} {c1|ont été invités} par {s1|le maire} {k1|à rester chez eux}."),
    ("en", "Residents {c1|were urged} by {s1|the mayor} {k1|to stay indoors}."),
]

# What is decided, what is yet to be done, which ones are meant: nobody says it.
ACTS: Table = [
    ("fr", "L'élu a été condamné par la cour d'appel à deux ans de prison."),
    ("fr", "Le texte a été rejeté lundi par le Sénat."),
    ("fr", "La nomination doit être confirmée par les députés."),
    ("fr", "Le rôle a été repris par le frère de l'acteur comme un hommage."),
    ("en", "The part was taken by the brother of the actor as a favour."),
    ("fr", "Les malades confirmés par le laboratoire ont été isolés."),
    ("fr", "Le pays, dont les malades confirmés par le laboratoire ont été isolés, a fermé ses routes."),
    ("fr", "L'accord a été approuvé par les actionnaires."),
    ("en", "The senator was condemned by a federal court to ten years in prison."),
    ("en", "The plan was rejected by parliament on Monday."),
    ("en", "The measure must be confirmed by the Senate."),
    ("en", "An operation supported by Russia began on Friday."),
]


@marked_in(globals())
def test_claims_in_sentence(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
