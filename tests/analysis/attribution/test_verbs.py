"""What verbs of saying take: a clause, a noun, an infinitive, a state."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

THAT: Table = [
    ("fr", "{s1|Le préfet} {c1|a assuré} {k1|que la route rouvrirait lundi}."),
    ("en", "{s1|The governor} {c1|said} {k1|that the road would reopen on Monday}."),
    ("fr", "{s1|La ministre de la Santé, Claire Bonnet,} {c1|a annoncé} mardi {k1|que deux hôpitaux allaient fermer}."),
    ("en", "{s1|Health Minister Claire Barnes} {c1|announced} on Tuesday {k1|that two hospitals would close}."),
    (
        "fr",
        "{s1|{s2|Les syndicats}} {c1|affirment} {k1|que l'usine perdra trois cents emplois} et {c2|craignent} {k2|que d'autres sites soient touchés}.",
    ),
    ("en", "{s1|The company} {c1|says} {k1|it has repaired the leak}."),
    ("fr", "{s1|Le rapport} {c1|indique} {k1|que le pont n'avait pas été inspecté depuis dix ans}."),
    ("en", "{s1|The report} {c1|concludes} {k1|that the bridge had not been inspected for ten years}."),
    ("fr", "{s1|Le tribunal} {c1|a estimé} {k1|que la preuve n'était pas suffisante}."),
    ("en", "{s1|Scientists} {c1|believe} {k1|the glacier could vanish within twenty years}."),
    ("fr", "{s1|Un haut responsable, qui a requis l'anonymat,} {c1|affirme} {k1|que la décision est déjà prise}."),
]

# French third persons that the tagger takes for adverbs, behind « celui-ci » and « ce dernier ».
LATTER: Table = [
    ("fr", "{s1|La juge} {c1|a accusé} {k1|son ancien associé, Marc Blin}. {s2|Celui-ci} {c2|dément}."),
    ("fr", "{s1|Le maire} {c1|accuse} {k1|le préfet}. {s2|Ce dernier} {c2|dément}."),
]

NOUN_OBJECTS: Table = [
    ("fr", "{s1|L'association} {c1|dénonce} {k1|la lenteur des secours}."),
    ("en", "{s1|The association} {c1|denounced} {k1|the slowness of the rescue}."),
    ("fr", "{s1|Le gouvernement} {c1|a annoncé} {k1|la fermeture de trois centrales}."),
    ("en", "{s1|The government} {c1|announced} {k1|the closure of three power stations}."),
    ("fr", "{s1|Le parti vert} {c1|réclame} {k1|un moratoire sur les forages}."),
    ("en", "{s1|Environmental groups} {c1|demanded} {k1|a moratorium on drilling}."),
    ("fr", "{s1|L'ONU} {c1|redoute} {k1|une famine dans le nord du pays}."),
    ("en", "{s1|The UN} {c1|warned} of {k1|a famine in the north of the country}."),
    ("fr", "{s1|Les habitants} {c1|se plaignent} {k1|du bruit des travaux}."),
    ("fr", "{s1|La station} {c1|prévoit} {k1|des rafales de 120 km/h}."),
]

INFINITIVES: Table = [
    ("fr", "{s1|Le suspect} {c1|affirme} {k1|ne pas connaître la victime}."),
    ("en", "{s1|The suspect} {c1|claims} {k1|not to know the victim}."),
    ("fr", "{s1|Le constructeur} {c1|promet} {k1|de rembourser tous les clients}."),
    ("en", "{s1|The manufacturer} {c1|promised} {k1|to refund all customers}."),
    ("fr", "{s1|Le ministre} {c1|demande} {k1|à être entendu par la commission}."),
    ("en", "{s1|Residents} {c1|demanded} {k1|to be heard by the committee}."),
]

PARTICIPLES: Table = [
    ("fr", "{s1|La banque} a surpris les marchés {c1|en annonçant} {k1|que son directeur quittait ses fonctions}."),
    ("en", "{s1|The bank} surprised the markets by {c1|announcing} {k1|that its director was leaving}."),
    (
        "fr",
        "{s1|{s2|Le procureur}} {c1|a confirmé} {k1|l'arrestation de deux hommes}, {c2|précisant} {k2|qu'ils étaient connus de la police}.",
    ),
    (
        "en",
        "{s1|{s2|The prosecutor}} {c1|confirmed} {k1|the arrest of two men}, {c2|adding} {k2|that they were known to the police}.",
    ),
    (
        "fr",
        "{s1|{s2|Elle}} {c1|a assuré} {k1|que l'hôpital resterait ouvert}, tout en {c2|reconnaissant} {k2|que les moyens manquaient}.",
    ),
]

# Who wants, plans or refuses to do something says so; what he wants to do is what he says.
GOVERNING: Table = [
    ("fr", "{s1|Le syndicat} {c1|refuse} {k1|de parler de défaite}."),
    ("fr", "{s1|Londres} {c1|veut} {k1|interdire les chaudières à gaz}."),
    ("en", "{s1|Democrats} {c1|plan} {k1|to address the shutdown promptly}."),
    ("fr", "{s1|Le chef du parti} {c1|n'a pas voulu confirmer} {k1|le chiffre}."),
    ("en", "{s1|The spokeswoman} {c1|declined to say} {k1|how many had died}."),
]

# A preposition that is a part of the cue; a reflexive before « à »: the noun phrase after them is the content.
AFTER_ITS_PREPOSITION: Table = [
    ("en", "{s1|The regional bloc} {c1|called for} {k1|an immediate ceasefire}."),
    ("en", "{s1|The mayor} {c1|asked for} {k1|patience}."),
    ("fr", "{s1|Le constructeur} {c1|se refuse} à {k1|tout pronostic}."),
]

# What somebody is, rather than does: a copula and what it takes.
STATES: Table = [
    ("fr", "{s1|Le ministère des Transports} {c1|n'est pas favorable} à {k1|une taxe sur les camions}."),
    ("en", "{s1|Doctors} {c1|are concerned} {k1|that infections will rise in March}."),
    ("en", "{s1|Grain traders} {c1|aren't so sure} {k1|that the crop is lost}."),
    ("en", "{s1|The union} {c1|was against} {k1|the merger}."),
    ("en", "{s1|The prime minister} {c1|was quoted as saying} {k1|the dam had broken}."),
    ("en", "{s1|Her advisers} {c1|were worried} {k1|the governor would resign}."),
]

# What is demanded or hoped for is not said yet.
DEMANDED: Table = [
    ("fr", "{s1|L'opposition} {c1|réclame} {k1|que le ministre explique la fermeture du pont}."),
    ("en", "{s1|The opposition} {c1|demands} {k1|that the minister explain the closure of the bridge}."),
]

FIGURES: Table = [
    ("fr", "{s1|La police} {c1|a fait état} de {k1|quatorze arrestations}."),
    ("en", "{s1|Police} {c1|reported} {k1|fourteen arrests}."),
    ("fr", "{s1|L'institut} {c1|évalue} {k1|à 40 000 le nombre de logements vides}."),
    ("en", "{s1|The institute} {c1|estimates} {k1|the number of empty homes at 40,000}."),
    ("fr", "{s1|La CGT} {c1|a recensé} {k1|25 000 participants}."),
    ("en", "{s1|The union} {c1|counted} {k1|25,000 participants}."),
]

APOLOGIES: Table = [
    ("en", "{s1|{s2|The federation}} {c1|apologised} to her for {k1|the mistake} and {c2|blamed} {k2|a touch pad}."),
    ("fr", "{s1|Le président du groupe} {c1|s'est excusé} sur Europe 1 pour {k1|« la peine causée »}."),
    ("en", "{s1|He} {c1|apologized} Thursday for {k1|telling donors that farmers were lazy}."),
    ("fr", "{s1|Le joueur} {c1|a présenté ses excuses} à ses coéquipiers pour {k1|« un geste idiot »}."),
    ("en", "{s1|The clinic} {c1|apologised} to the family."),
    ("fr", "{s1|Il} {c1|s'est excusé} d'{k1|avoir dit que les agriculteurs étaient paresseux}."),
    ("fr", "{s1|Elle} {c1|a présenté ses excuses} pour {k1|avoir affirmé que le maire était mort}."),
    (
        "en",
        "{s1|He} {c1|apologized} and {c2|said} {k2|that the farmers were right}.".replace("{s1|He}", "{s1|{s2|He}}"),
    ),
]

# An infinitive of the past behind days and insertions; whom a relative clause is about.
HAVING_DONE: Table = [
    ("fr", "{s1|Le cycliste Luc Morel} {c1|a reconnu} jeudi, lors d'un entretien, {k1|s'être dopé pendant sept ans}."),
    ("fr", "{s1|Le coureur} {c1|a admis}, lors d'un entretien, {k1|avoir menti}."),
    (
        "en",
        "The dam will displace 20,000 people, {k2|a figure} {c2|disputed} by {s1|{s2|the company}}, which {c1|puts it} {k1|at fewer than 5,000}.",
    ),
    (
        "fr",
        "{s1|Le président Nicos Stavrou}, élu en février, {c1|a défendu} {k1|un plan « douloureux mais nécessaire »}.",
    ),
]

# A French verb of saying before an infinitive always says it.
TO_DO: Table = [
    ("fr", "{s1|La compagnie} {c1|a dit} {k1|regretter l'incident et avoir suspendu deux employés}."),
    ("fr", "{s1|L'association} {c1|assure} {k1|ne rien savoir de l'affaire}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
