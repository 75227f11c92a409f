"""What is said of something that stands in another clause, or before a passive: the two parts are one content."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# What a relative pronoun takes up is what its clause speaks of.
RELATIVES: Table = [
    ("fr", "La région a voté {k1|une subvention} que {s1|la CFDT} {c1|juge} {k1|« tardive »}."),
    ("fr", "{k1|Le rapport des experts de l'ONU}, que {s1|Kigali} {c1|juge} {k1|partial}, sera débattu lundi."),
    ("fr", "{k1|M. Pell}, que {s1|ses amis} {c1|décrivent} {k1|comme un solitaire}, n'a pas laissé de mot."),
    ("fr", "{k1|Une clause} dont {s1|Tbilissi} {c1|conteste} {k1|l'interprétation} bloque l'accord."),
    ("en", 'The judge issued {k1|a verdict} which {s1|the union} {c1|called} {k1|"a disgrace"}.'),
    ("en", "{k1|Mr. Pell}, whom {s1|friends} {c1|describe} {k1|as a recluse}, left no note."),
    ("en", "{k1|The plan}, which {s1|critics} {c1|have dismissed as} {k1|a stunt}, goes to a vote on Friday."),
    ("en", '{k1|The proposal} {s1|the union} {c1|called} {k1|"absurd"} was withdrawn.'),
    ("fr", "{k1|La ville} que {s1|les guides} {c1|décrivent} {k1|comme la perle du Sud} attire peu."),
    ("en", "{k1|The driver}, whom {s1|colleagues} {c1|describe} {k1|as a quiet man}, did not stop."),
    ("fr", "Il vit avec un chien que sa fille traite comme un frère."),
    ("en", "She kept a cup which the children used as a vase."),
]

# The verb of the clause around it ends what is said in a relative clause.
MATRIX: Table = [
    ("fr", "{k1|Les mesures} que {s1|le gouvernement} {c1|envisage} {k1|d'adopter} coûteraient 3 milliards."),
    ("fr", "{k1|Cette loi}, que {s1|le président} {c1|avait promis} {k1|d'abroger}, reste en vigueur."),
    ("en", "The measures that {s1|the government} {c1|plans} {k1|to adopt} would cost 3 billion."),
    ("fr", "{k1|Ce tunnel}, que {s1|la région} {c1|avait promis} {k1|de rouvrir}, est toujours fermé."),
    ("fr", "{s1|Une infirmière} {c1|assure} {k1|{k2|avoir été menacée}}, ce que {c2|conteste} {s2|la clinique}."),
]

# « selon lesquelles »: up to the verb of the clause around it; an adjective before its noun is said of it.
WITHIN: Table = [
    (
        "fr",
        "{s1|Les informations} {c1|selon} lesquelles {k1|{k2|un pont se serait effondré}} {c2|ont été démenties} par {s2|la police}.",
    ),
    ("fr", "{s1|L'hypothèse} {c1|selon} laquelle {k1|il aurait fui} a été abandonnée."),
    (
        "fr",
        "{s1|La rumeur} {c1|selon} laquelle {k1|{k2|la banque fermerait}} {c2|a été confirmée} mardi par {s2|le ministère}.",
    ),
    ("fr", "{s1|Le maire}, {c1|selon} qui {k1|le pont est sûr}, est parti."),
    ("fr", "{s1|Le ministre}, {c1|d'après} lequel {k1|tout va bien}, n'a pas convaincu."),
    ("fr", "{s1|Un avis de l'Anses}, {c1|selon} lequel {k1|la dose est mortelle}, a circulé."),
    ("en", "{s1|The mayor}, {c1|according to} whom {k1|the bridge is safe}, left early."),
    (
        "en",
        "{s1|Reports} {c1|according to} which {k1|{k2|the bridge fell}} {c2|were denied} by {s2|the police}.",
    ),
    ("fr", "Les critères selon lesquels les élèves sont choisis ont changé."),
    ("fr", "La règle selon laquelle on paie deux fois a été confirmée par la cour."),
    ("en", "The rules according to which pupils are chosen have changed."),
    ("fr", "{s1|La Haute Cour} {c1|a jugé} vendredi {k1|légal le projet du gouvernement}."),
    (
        "fr",
        "{s1|Des sources} {c1|ont laissé entendre} {k1|{k2|que ce serait au printemps}}, ce dont {c2|doutent} {s2|les avocats}.",
    ),
    ("en", "{s1|The firm} {c1|denied} {k1|wrongdoing}, {k2|a claim} {s2|prosecutors} {c2|dispute}."),
    ("en", "Berlin still hesitates; {k1|London}, {s1|diplomats in Brussels} {c1|believe}, {k1|is now in favour}."),
    ("en", "{k1|The bank}, {s1|analysts in Paris and London} {c1|say}, {k1|is close to collapse}."),
    ("fr", "{k1|L'accord}, {c1|estiment} {s1|les syndicats}, {k1|est une victoire}."),
    ("fr", "{k1|Londres}, {c1|estiment} {s1|des diplomates à Bruxelles}, {k1|est désormais favorable}."),
    (
        "fr",
        "{s1|{s2|Le délégué, Luc Grandjean}}, {c1|dénonce} {k1|le manque d'effectifs}, et {c2|demande} {k2|des renforts}.",
    ),
    ("en", "The bank, a lender in Paris, is close to collapse."),
    ("fr", "Rozendaal a attaqué la première, Troadec a répondu, et les deux femmes ont creusé l'écart."),
    ("en", "{k1|Mortality averaged around 50%} {c1|according to} {s1|WHO's statistics}."),
    ("en", "{s1|Charities} {c1|agreed}; {s2|their chief} {c2|said} {k2|the plan was cruel}."),
]

# « que » that takes up nothing: a cleft, a conjunction; a day is nothing that one says something of.
NO_ANTECEDENT: Table = [
    ("fr", "C'est à Paris que {s1|le ministre} {c1|a promis} {k1|d'agir}."),
    ("fr", "C'est en août que {s1|M. Johnson} {c1|avait demandé} {k1|cette suspension}."),
    ("fr", "{s1|Le ministre} {c1|souhaitait} alors {k1|que tous fussent vaccinés avant l'hiver}."),
    ("fr", "{s1|Il} {c1|a dit} au maire {k1|que {s2|le préfet} {c2|jugeait} {k2|prématuré le projet}}."),
    ("en", '{s1|Calder Power} {c1|said} in a statement {k1|that its checks had found "no structural concerns"}.'),
    ("en", "{s1|She} {c1|told} the paper {k1|that {s2|she} {c2|thought} at first {k2|it was a stunt}}."),
    ("en", "It was in Paris that {s1|the minister} {c1|promised} {k1|to act}."),
    ("en", 'He resigned on Monday, which {s1|his allies} {c1|called} {k1|"a mistake"}.'),
]

# Where the relative clause ends with its verb, the noun is all that is said.
TAKEN_UP: Table = [
    ("en", "{s1|Lumen}, which {c1|had said} in January {k1|that it knew of no defects}, fell sharply."),
    ("fr", "{s1|Nouakchott}, qui {c1|assure} {k1|n'avoir visé personne}, ferme la frontière."),
    ("fr", "Rien ne change, mais si la région confirme la baisse, on fermera."),
    ("fr", "Le chiffre tient, même si {s1|son entourage} {c1|reconnaît} {k1|qu'il est provisoire}."),
    ("en", "{k1|The fire}, which {s1|police} {c1|believe} {k1|was set with gasoline}, caused great damage."),
    ("en", "{s2|Unions} {c2|accuse} {k2|the firm of cheating} - {k1|a charge} {s1|it} {c1|rejects} - and will strike."),
    (
        "fr",
        "{s2|La CGT} {c2|accuse} {k2|la direction de mentir} – {k1|une accusation} qu'{s1|elle} {c1|rejette} – et fera grève.",
    ),
    ("fr", "{k1|Une version} que {s1|l'armée} {c1|dément} a circulé."),
    ("fr", "{k1|Les faits}, que {s1|M. Durand} {c1|nie}, remontent à 2019."),
    (
        "fr",
        "{s2|Le préfet} {c2|a parlé} {k2|d'un accident}, {k1|une version} que {c1|contestent} {s1|les élus de Brest}.",
    ),
    (
        "en",
        "{s1|The report} {c1|accused} {k1|the firm of fraud}, {k2|a charge} {s2|Damascus} {c2|has repeatedly rejected}.",
    ),
    ("en", "{k1|The charges}, which {s1|he} {c1|denies}, carry a sentence of ten years."),
    ("en", "The army shelled the town, {k1|a claim} that {s1|Kyiv} {c1|rejected} within hours."),
    ("en", "Prosecutors brought {k1|a charge} that {s1|she} {c1|contests}."),
    ("fr", "{s2|Le préfet} {c2|parla} {k2|d'un complot}, {k1|une version} que {s1|l'armée} {c1|dément} depuis lundi."),
    ("en", "The police released {k1|a statement} that {s1|the family} {c1|disputed}."),
    ("en", "The firm made a claim that {s1|Kyiv} {c1|rejected} {k1|the offer}."),
    ("en", "They passed a law which {s1|the minister} {c1|said} {k1|would help tenants}."),
    ("en", "{k1|The ceasefire} {s1|the two sides} {c1|announced} collapsed within hours."),
    ("en", "{s1|He} {c1|accused} {k1|the firm of fraud}, {k2|an allegation} {s2|it} {c2|denies}."),
]

# What « ce que » takes up is judged by what follows; a copula without a subject says something of the noun before it.
JUDGED: Table = [
    ("fr", "{k1|La région versera 2 millions d'euros}, ce que {s1|la mairie} {c1|juge} {k1|insuffisant}."),
    ("fr", "{k1|Le loyer baissera de 3 %}, ce que {s1|les locataires} {c1|jugent} {k1|dérisoire}."),
    ("en", "The fund would pay 2 million, {k1|a figure} that {s1|critics} {c1|say} {k1|is far too low}."),
    ("en", "The fund would pay 2 million, {k1|a figure} {s1|critics} {c1|say} {k1|is far too low}."),
]

# An apposition and the subject of the clause behind it are two phrases.
APPOSED_OBJECTS: Table = [
    (
        "en",
        "{s2|Bekele} {c2|accused} {k2|the rebels of lying}, {k1|a charge} {s1|Alemu} {c1|dismissed as} {k1|laughable}.",
    ),
    ("en", "The plan would save 300 jobs, {k1|a number} {s1|unions} {c1|called} {k1|optimistic}."),
    ("en", "The firm faces a lawsuit, {k1|an allegation} {s1|Sanders} {c1|dismissed as} {k1|absurd}."),
]

# A clause that is a noun's own is said with the noun.
OWN_CLAUSES: Table = [
    ("en", "{s1|Downing Street} {c1|poured cold water on} {k1|reports that the tax would rise}."),
    ("en", "{s1|The governor} {c1|brushed aside} {k1|suggestions that he would resign}."),
    ("en", "{s1|The spokesman} {c1|rubbished} {k1|suggestions that the party was split}."),
    ("fr", "{s1|L'entreprise} {c1|bat en brèche} {k1|l'idée que l'usine serait trop vieille}."),
    ("en", "{s1|He} {c1|told} reporters {k1|that the report was late}."),
]

# The agent of a passive says it of its subject.
AGENTS: Table = [
    ("fr", "{k1|Un tracé} {c1|jugé} {k1|« plutôt fébrile et assez confus »} par {s1|Marine Bulletin}."),
    ("fr", "{k1|Une information} {c1|jugée} {k1|« crédible »} par {s1|les services} a circulé."),
    (
        "fr",
        "{s2|Bercy} {c2|maintient} {k2|{k1|sa prévision de 1 %}}, {c1|jugée} {k1|trop optimiste} par {s1|le Haut Conseil des finances}.",
    ),
    ("fr", "{k1|Le bilan} {c1|est évalué} {k1|à 40 morts} par {s1|la Croix-Rouge}."),
    ("fr", "{k1|Ils} {c1|sont soupçonnés} par {s1|le parquet} {k1|d'avoir touché des commissions}."),
    ("en", '{k1|Gutierrez} {c1|was described} by {s1|the bishops} {k1|as "a strong advocate for the environment"}.'),
    ("en", '{k1|Amman}, who {c1|was described} {k1|as "knife-obsessed"} by {s1|the police}, was shot dead.'),
    (
        "en",
        '{k1|Election implications of leaving the Union (EU)} {c1|were described} by {s1|Johnson} {k1|as a "historic mandate"}.',
    ),
    ("en", "{k1|They} {c1|were accused} by {s1|two former employees} {k1|of forging invoices}."),
    ("en", "{k1|The bill} {c1|was described} {k1|as dead} by {s1|three senators}."),
    ("en", "{k1|The scheme} {c1|has been portrayed} {k1|as a success} by {s1|the ministry}."),
    ("fr", "{k1|Le projet} {c1|a été décrit} {k1|comme ruineux} par {s1|deux sénateurs}."),
    ("fr", "{k1|L'homme} {c1|est considéré} {k1|comme dangereux} par {s1|la police}."),
    ("en", "He was cast as the villain by director Ann Lee."),
    ("en", "The hall was used as a shelter by refugees."),
    ("fr", "Il a été désigné comme chef par le parti."),
]


@marked_in(globals())
def test_claims_are_found(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
