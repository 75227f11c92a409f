"""Clauses that suppose: with what comes of them they are said; alone they say nothing."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

SAID_WITH: Table = [
    ("fr", "{k1|Si les combats durent}, {c1|a-t-}{s1|il} {c1|prévenu}, {k1|« la famine tuera plus que les balles »}."),
    ("en", '{k1|If the fighting goes on}, {s1|he} {c1|warned}, {k1|"famine will kill more than bullets"}.'),
    ("fr", "{k1|Si rien ne change}, {c1|prévient} {s1|le syndicat}, {k1|la grève durera}."),
]

# In a condition nobody says what comes of it.
SUPPOSED: Table = [
    ("fr", "{k1|« Si on me l'avait dit, j'aurais fermé le pont »}, {c1|a-t-}{s1|il} {c1|lancé}."),
    ("en", '{k1|"If they had told me, I would have closed the bridge,"} {s1|he} {c1|said}.'),
]

# What is asked for is not in what those who ask cite.
ASKED: Table = [
    ("en", "Citing the letter, {s1|two senators} {c1|called on} the agency {k1|to halt the review}."),
    ("en", "{s1|The ministry}, citing police, {c1|urged} residents {k1|to stay indoors}."),
    ("en", "The Guardian, {c1|citing} {s1|two officials}, said {k1|the base had been hit}."),
]

# A figure before « selon », and a noun behind a comma that takes it up.
TOLD_BEFORE: Table = [
    (
        "fr",
        "{k1|La crue a fait 34 morts} {c1|selon} {s1|la protection civile}, {k2|un bilan} que {s2|le gouverneur} "
        "{c2|juge} {k2|provisoire}.",
    ),
    (
        "en",
        "{k1|Some 3,000 marched}, {c1|according to} {s1|police}, {k2|a figure} {s2|the organisers} {c2|called} "
        "{k2|laughable}.",
    ),
]


# What another had said is what is denied.
DENIED: Table = [
    (
        "fr",
        "{s1|La direction} {c1|a démenti} {k1|{k2|vouloir fermer l'usine}}, comme l'{c2|affirmait} {s2|la CGT}.",
    ),
    ("fr", "{k1|L'usine va fermer}, comme l'{c1|affirmait} {s1|la CGT}."),
]

# A second relative clause goes back to what the first one does.
JOINED: Table = [
    (
        "fr",
        "Le syndicat s'appuie sur {s1|un document interne}, que Les Échos ont pu lire et qui {c1|évoque} {k1|une cible "
        "de 1 950 postes}.",
    ),
]

# What goes on meanwhile, and what is asked of whoever answers, are the article's.
MEANWHILE: Table = [
    ("en", "{k1|At least 14 people died}, {s1|officials} {c1|said} Tuesday, as rescuers searched for survivors."),
    ("fr", "{k1|Trois soldats sont morts}, {c1|a annoncé} {s1|l'armée} mardi, alors que les combats se poursuivent."),
    ("en", '{s1|Her spokesman}, asked if she would meet them, {c1|replied} {k1|that "her door is open"}.'),
]


@marked_in(globals())
def test_conditions(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
