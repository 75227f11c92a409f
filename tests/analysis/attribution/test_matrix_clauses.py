"""Where the clause around a content goes on, and the content ends."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# A noun that says something is the subject of a verb.
SUBJECTS: Table = [
    ("fr", "La {c1|volonté} du {s1|maire} {k1|de rénover l'école} est connue."),
    ("fr", "La {c1|demande} de {s1|l'avocat} {k1|de reporter le procès} sera examinée lundi."),
    ("fr", "Le {c1|refus} du {s1|préfet} {k1|de trancher avant l'été} agace les élus."),
    ("en", "{s1|The company}'s {c1|refusal} {k1|to open its books} angered the union."),
    ("en", "{s1|The company} {c1|announced plans} {k1|to close two plants}."),
]

# What the speaker says or does besides.
BESIDES: Table = [
    ("fr", "{s1|La direction} {c1|a reconnu} {k1|des erreurs} avant de présenter ses excuses."),
    ("en", "{s1|{s2|The firm}} {c1|admitted} {k1|mistakes} before {c2|pointing to} {k2|its suppliers}."),
    ("fr", "{s1|Le porte-parole} {c1|a confirmé} {k1|que l'avion s'était écrasé}, sans donner de bilan."),
    ("en", "{s1|The spokesman} {c1|confirmed} {k1|that the plane had crashed}, without giving a toll."),
    ("fr", "{s1|Le porte-parole} {c1|a confirmé} {k1|l'accident} sans donner de bilan."),
    ("en", "{s1|The spokesman} {c1|confirmed} {k1|the accident} without giving a toll."),
    # What is said to happen, or is part of what is blamed, stays.
    ("fr", "{s1|Le préfet} {c1|accuse} {k1|le maire d'avoir signé sans attendre l'avis des experts}."),
    ("en", "{s1|The union} {c1|accuses} {k1|the firm of closing the plant without telling the staff}."),
    ("en", "{s1|The bureau} {c1|predicts} {k1|that the storm will pass, before beginning to weaken}."),
]

# A conjunction opens the sentence, and its clause ends where the main clause begins.
FRONTED: Table = [
    ("fr", "Alors que {s1|le ministre} {c1|assure} {k1|que le pont est sûr}, deux voies ont été fermées."),
    ("en", "While {s1|the minister} {c1|says} {k1|the bridge is safe}, two lanes are closed."),
    ("fr", "Bien que {s1|l'entreprise} {c1|nie} {k1|que la fuite ait été grave}, trois ouvriers sont à l'hôpital."),
    ("en", "Although {s1|the company} {c1|denies} {k1|that the leak was serious}, three workers are in hospital."),
]

# What the article sets against a saying is not what is said; nor is what takes it back, or takes it up.
AGAINST: Table = [
    ("fr", "{s1|Le sénateur} {c1|dément}{k1|}, bien que l'appel ait été enregistré."),
    ("fr", "{s1|Le maire} {c1|a dit non}{k1|}, mais le conseil a voté le budget."),
    ("en", "{s1|He} {c1|hinted} {k1|that the task force would be disbanded}, but later reversed himself."),
    (
        "en",
        "{s1|Bolton} {c1|claims} {k1|{k2|the president sought help}}, which {s2|the White House} {c2|denied}.",
    ),
]

# Another verb of the same subject is joined to what the first one says.
JOINED: Table = [
    ("fr", "{s1|{s2|Le maire}} {c1|ne croit pas} {k1|que la taxe passera} et {c2|ne veut pas} {k2|en débattre}."),
    ("en", "{s1|{s2|The minister}} {c1|thinks} {k1|the budget is fair} and {c2|refuses} {k2|to review it}."),
    ("fr", "{s1|La mairie} {c1|assure} {k1|que les arbres resteront et que rien ne changera}."),
    ("en", "{s1|The council} {c1|says} {k1|the trees will stay and nothing will change}."),
]

# A relative clause takes up the clause behind the last colon or semicolon.
TAKEN_UP: Table = [
    ("fr", "Rien n'est sûr : {k1|les deux camps se parlent}, ce que {c1|dément} {s1|Matignon}."),
    ("fr", "La gare a rouvert ; {k1|deux trains y sont passés}, ce que {c1|nie} {s1|l'armée}."),
    ("fr", "{k1|Trois soldats sont morts}, ce que {c1|nie} {s1|l'armée}."),
]

# What a participle says of a noun ends before the verb whose subject the noun is.
ACCUSED: Table = [
    ("fr", "Un homme {c1|soupçonné} {k1|d'avoir fourni l'arme} a été interpellé dimanche."),
    ("fr", "{s1|L'État}, régulièrement {c2|accusé} {k2|d'armer les rebelles}, {c1|rejette} {k1|ces allégations}."),
    ("en", "A man suspected of arson was arrested on Sunday."),
    ("en", "{s1|The bank, accused of laundering money}, {c1|denies} {k1|the allegations}."),
]

# What somebody else says against it, behind a conjunction that concedes.
CONCEDED: Table = [
    (
        "fr",
        "{s1|L'étude} {c1|conclut} {k1|que le vaccin protège}, même si {s2|ses auteurs} {c2|soulignent} {k2|que peu de "
        "patients l'ont reçu}.",
    ),
    (
        "en",
        "{s1|The study} {c1|found} {k1|that the drug works}, though {s2|its authors} {c2|stress} {k2|that it is new}.",
    ),
]

# Whom a list names is nobody's opinion; nor is the main clause what a noun in an opening participle says.
NOTHING_SAID: Table = [
    ("fr", "Pour le Portugal, le dirigeant socialiste Antonio Vitorino."),
    ("fr", "{c1|Pour} {s1|le maire}, {k1|un scandale}."),
    ("en", "Citing security fears, the club cancelled the match."),
]


@marked_in(globals())
def test_matrix_clauses(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
