"""What is denied, refused, left out or not answered."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

REFUSALS: Table = [
    ("fr", "{s1|Le porte-parole} {c1|n'a pas voulu confirmer} {k1|l'arrestation du général}."),
    ("en", "{s1|The spokesman} {c1|declined to confirm} {k1|the general's arrest}."),
    ("fr", "{s1|L'entreprise} {c1|ne dément pas} {k1|que des négociations soient en cours}."),
    ("en", "{s1|The company} {c1|did not deny} {k1|that talks were under way}."),
    ("fr", "{s1|L'armée} {c1|a refusé de commenter} {k1|ces informations}."),
    ("fr", "{s1|La direction} {c1|nie} {k1|avoir caché les résultats}."),
    ("en", "{s1|The ministry} {c1|would not say} {k1|how many soldiers had been sent}."),
    ("en", "{s1|The ministry} {c1|has not confirmed} {k1|the number of victims}."),
]

# Who quashes what is said denies it, and says none of it; a court may quash a conviction, the wind sweep a coast.
QUASHED: Table = [
    ("en", "{s1|The palace} {c1|quashed} {k1|rumours that the king was ill}."),
    ("fr", "{s1|La mairie} {c1|dissipe} {k1|les rumeurs d'une pénurie}."),
    ("en", "{s1|The ministry} {c1|dispelled} {k1|rumours of a shortage}."),
    ("fr", "{s1|Le palais} {c1|a écarté} {k1|les rumeurs selon lesquelles le roi serait malade}."),
    ("en", "{s1|The chancellor} {c1|did not dispel} {k1|rumours that he would resign}."),
    ("en", "The court quashed the conviction."),
    ("en", "The army quelled the uprising."),
    ("fr", "Le vent a balayé la côte."),
]

# A refusal or a denial may leave its content out; what is refused to somebody is no word of his.
LEFT_OUT: Table = [
    ("en", "{s1|The embassy of Nepal in Doha} {c1|declined to comment}."),
    ("fr", "{s1|Scotland Yard} {c1|ne dément pas}."),
    ("fr", "Les prisonniers se voient refuser des soins depuis mars."),
    ("en", "What {s1|the senator} {c1|did not mention} was {k1|that he had voted for the bill himself}."),
]

# Confirming and denying at once; not answering what was asked; how a thing was received.
ONE_CUE: Table = [
    ("fr", "{s1|La porte-parole} {c1|n'a ni confirmé ni infirmé} {k1|ce nombre}."),
    ("en", "{s1|The ministry} {c1|would neither confirm nor deny} {k1|the report}."),
    ("en", "{s1|The hospital} {c1|did not respond to a request for comment}."),
    ("fr", "{s1|Le ministère de la Défense} {c1|n'a pas répondu aux questions de l'agence}."),
    ("fr", "{s1|L'opposition} {c1|accueille} {k1|l'annonce} {c1|avec méfiance}."),
]

# The content may be left out, or stand in a pronoun.
UNSAID: Table = [
    ("en", "{s1|The union} {c1|disagreed}."),
    ("fr", "{s1|Les deux gouvernements} {c1|ne le nient pas}."),
    ("fr", "Contacté, {s1|le groupe} {c1|n'a pas souhaité commenter}."),
]

# What is left unsaid: "without" belongs to the cue, and so does "yet to".
WITHOUT: Table = [
    (
        "fr",
        "{s1|{s2|La directrice}} {c1|a annoncé} {k1|des embauches}, {c2|sans préciser} {k2|combien de postes seraient créés}.",
    ),
    ("fr", "{s1|{s2|Le préfet}} {c1|a évoqué} {k1|un sabotage}, {c2|sans toutefois dire} {k2|qui l'aurait commis}."),
    ("en", "{s1|{s2|The director}} {c1|announced} {k1|new jobs}, {c2|without saying} {k2|how many would be created}."),
    ("en", "{s1|Lisbon} {c1|has yet to comment}."),
    ("en", "{s1|Ministers} {c1|have yet to confirm} {k1|whether the bridge will reopen}."),
]

# No word from somebody.
SILENCE: Table = [
    ("en", "There was {c1|no immediate comment} from {s1|the Kremlin}."),
    ("en", "There was {c1|no confirmation} from {s1|the company} {k1|that the plant would close}."),
    ("fr", "{c1|Aucun commentaire} du {s1|ministère de la Défense} dans l'immédiat."),
    ("fr", "{s1|Le ministère} {c1|n'a pas réagi} dans l'immédiat."),
    ("en", "{s1|Neither Oslo nor Lima} {c1|would confirm} {k1|the reports}."),
    ("fr", "{s1|Ni Oslo ni Lima} {c1|n'ont souhaité commenter}."),
    ("fr", "{s1|M. Durand} {c1|n'a pas répondu à nos questions}."),
    ("fr", "Sollicitée, {s1|la mairie} {c1|n'a pas donné suite}."),
    ("fr", "Contacté, {s1|le ministère de l'Intérieur} {c1|n'avait pas donné suite} mercredi soir."),
    ("fr", "Londres est d'accord. {s1|Berlin} {c1|s'y refuse} toujours."),
    ("fr", "{s1|Ni le ministère ni la mairie} {c1|n'ont répondu à nos questions}."),
]

# Who could not be asked, and what makes a verb of an English noun.
NOT_REACHED: Table = [
    ("en", "{s1|A spokeswoman} {c1|was not available for comment}."),
    ("en", "{s1|The company} {c1|could not be reached for comment}."),
    ("fr", "{s1|Le maire} {c1|n'était pas joignable} mardi."),
    ("fr", "{s1|La direction} {c1|refuse de s'exprimer}."),
    ("fr", "{s1|La direction} {c1|a refusé} {k1|de répondre à nos questions}."),
    ("en", "{s1|The ministry} {c1|did not answer questions}."),
    ("en", "{s1|The driver} {c1|pleaded not guilty}."),
    ("fr", "{s1|Le chauffeur} {c1|plaide non coupable}."),
    ("en", "Asked if he was worried, he laughed."),
    ("en", "{s1|The authors}, however, {c1|urge} {k1|caution}."),
    ("en", "{s1|The minister} {c1|made it clear} {k1|that there would be no tax rise}."),
    ("en", "{k2|{s1|Spain} {c1|suspects} {k1|Peru of spying}}, something {s2|Lima} {c2|denies}."),
]

# What is not said stands behind the preposition of the refusal.
HELD_BACK: Table = [
    ("en", "{s1|The study} {c1|stopped short of} {k1|blaming climate change}."),
    ("en", "{s1|The bishop} {c1|refrained from} {k1|criticising the police}."),
    ("fr", "{s1|L'évêque} {c1|s'est abstenu} {k1|de critiquer la police}."),
]

# Who was asked and did not answer.
ASKED_BEFORE: Table = [
    ("fr", "Sollicité par l'AFP, {s1|le groupe} {c1|n'a pas donné suite}."),
    ("en", "Contacted by Reuters, {s1|the company} {c1|did not respond}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
