"""What belongs to a content, and what beside it does not."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

# An adjunct between commas parts the verb from what it says.
SET_APART: Table = [
    ("fr", "{s1|L'association} {c1|a recensé}, grâce à des relevés aériens, {k1|212 maisons détruites}."),
    ("en", "{s1|The association} {c1|counted}, after two days of flights, {k1|212 ruined houses}."),
]

# What the article adds to explain another's words is not content.
GLOSSED: Table = [
    ("fr", "{s1|Le maire} {c1|avait appelé} {k1|sa rivale « la châtelaine »}, en référence à sa propriété."),
    ("en", '{s1|The mayor} {c1|called} {k1|his rival "the duchess"}, a reference to her estate.'),
]

# What an infinitive, an open bracket or an adverb would cut off.
BEGINNINGS: Table = [
    ("fr", "{s1|La maire} {c1|a répondu en annonçant} {k1|vouloir « sans attendre » rouvrir l'école}."),
    ("en", "At noon (1100 UTC), {s1|the utility} {c1|announced} {k1|power had been restored}."),
    ("fr", "Néanmoins, {s1|Castel} {c1|a nié} {k1|leur récit}."),
    ("en", "Nevertheless, {s1|Castel} {c1|denied} {k1|their account}."),
]

# Of whom it is asked is no part of what is asked.
ADDRESSED: Table = [
    ("fr", "{s1|Le gouvernement} {c1|invite} les habitants de la vallée {k1|à partir avant midi}."),
    ("en", "{s1|The senator} {c1|urged} the central bank {k1|to cut rates}."),
    ("fr", "{s1|Le ministère} {c1|demande} {k1|le droit de fouiller les voitures}."),
    ("en", "{s1|Sources close to the talks} {c1|told} the BBC {k1|a deal was near}."),
]

# Whom they call on stands between the call and what is called for; a subject parted from its verb is content too.
CALLED_ON: Table = [
    ("fr", "{s1|L'Union africaine} {c1|a appelé} les deux camps {k1|à la retenue}."),
    ("en", "The lobby published a survey. {k1|Retailers}, {s1|it} {c1|said}, {k1|were hardest hit}."),
    ("en", "{c1|According to} {s1|local reports}, {k1|the mayor left his home on foot}."),
]

# Whom something is asked of or told is no part of it, and "des" behind them is its article.
RECEIVERS: Table = [
    ("fr", "{s1|La CGT} {c1|demande} au gouvernement {k1|des mesures pour stopper les fermetures}."),
    ("fr", "{s1|Le président} {c1|a promis} aux élus {k1|une école par commune}."),
    ("fr", "{s1|La ministre} {c1|a demandé} aux habitants des quartiers nord {k1|de rester chez eux}."),
    ("en", "{s1|The union} {c1|asked} the government {k1|for measures to stop the closing of plants}."),
    ("en", "{s1|Two former employees} {c1|accuse} {k1|the company of hiding the flaw}."),
]

# When, where and in what something was said is no part of a noun phrase that says it.
CIRCUMSTANCES: Table = [
    ("fr", "{s1|Le maire} {c1|a annoncé} {k1|sa démission} mercredi dans un communiqué."),
    ("en", "{s1|The company} {c1|announced} {k1|the schedule} in a press release late yesterday."),
    ("fr", "{s1|Les chercheurs} {c1|ont annoncé} {k1|la nouvelle} le 17 octobre 2012 dans la revue Nature."),
    ("en", "{s1|The court} {c1|announced} {k1|its decision} on March 3."),
    ("fr", "{s1|Le syndicat} {c1|a révélé} {k1|ce décès} à la presse."),
    ("en", "{s1|The club} {c1|confirmed} {k1|the death of its founder} on Saturday evening to reporters."),
    ("fr", "{s1|La ministre} {c1|a dénoncé} {k1|ces violences} lundi soir sur Twitter."),
    ("en", "{s1|The senator} {c1|rejected} {k1|these claims} on Thursday during a news conference."),
    # … but when it is to happen is.
    ("en", "{s1|The union} {c1|announced} {k1|a strike on Monday}."),
    ("fr", "{s1|Le syndicat} {c1|a appelé} à {k1|une grève régionale mercredi}."),
]

# Where a dispatch was filed, and by whom, is no part of what it says first.
DATELINES: Table = [
    ("en", "DAKAR - {s1|Senegal} {c1|dismissed} {k1|the claim} on Monday."),
    ("en", "NAIROBI - {k1|At least 23 people were killed on Tuesday}, {s1|a doctors' group} {c1|said}."),
    ("fr", "TUNIS (AP) - {k1|Les prix ont augmenté de 0,6 %}, {c1|selon} {s1|l'institut}."),
    ("fr", "Paris (AFP) - {k1|L'armée a repris la ville}, {c1|a annoncé} {s1|le ministère de la Défense}."),
    ("en", "NAIROBI, April 9 (Reuters) - {k1|The army has retaken the town}, {s1|the ministry} {c1|said}."),
]

# A negated infinitive begins with its negation.
NEGATED_INFINITIVES: Table = [
    ("fr", "{s1|L'hôpital} {c1|assure} {k1|n'avoir trouvé aucune trace de poison}."),
    ("fr", "{s1|Le maire} {c1|se plaint} {k1|de n'avoir reçu que 300 masques}."),
    ("fr", "{s1|Le maire} {c1|a reconnu} mardi {k1|n'avoir reçu aucune offre}."),
]

# Behind the verb: how it is said, for when.
MANNER: Table = [
    ("fr", "{s1|Les deux syndicats} {c1|ont appelé} conjointement à {k1|une grève illimitée}."),
    ("fr", "{s1|La préfète} {c1|a accepté} {k1|de le recevoir lundi}."),
    ("fr", "{s1|Le club} {c1|consent} {k1|à rembourser les billets}."),
    ("en", "{s1|The bank} {c1|agreed} {k1|to refund its clients by May}."),
    ("fr", "{s1|Le maire}, qui {c1|a accepté} {k1|de payer}, est parti."),
    ("fr", "Un témoin, qui a accepté de parler à condition que son nom soit tu, est venu."),
    ("fr", "Elle a accepté de répondre à nos questions."),
    ("en", "The firm could agree to pay more."),
]

# A finite verb joined to a content without one goes on from the cue; not from a clause, nor inside a quotation.
NEXT_VERB: Table = [
    ("fr", "{s1|Le procureur} {c1|dénonce} {k1|« une faute »} et devra requérir jeudi."),
    ("fr", "{s1|Le maire} {c1|assure} {k1|que le pont est sûr et rouvrira lundi}."),
    ("en", '{s1|The report} {c1|describes} {k1|"a culture of silence"} and runs to 90 pages.'),
    ("en", "{s1|The mayor} {c1|said} {k1|the bridge was safe and would reopen on Monday}."),
]

# What a verb with its noun calls out to somebody stands behind the colon; a person named on the way is not asked.
CALLED_OUT: Table = [
    ("fr", "{s1|La mère} {c1|a lancé un appel} aux ravisseurs : {k1|libérez mon fils}."),
    ("en", "{s1|The union} {c1|made a plea} to the minister once again: {k1|do not close the mine}."),
    ("en", '{s2|The mother} {c2|said}: {k2|"{s1|I} {c1|made an appeal} to the kidnappers: {k1|let my boy go}."}'),
    ("en", "{s1|The mother} {c1|appealed} to the kidnappers {k1|to let her boy go}."),
]

# What a phrase without a verb concludes is the article's; what it goes on to say is not.
CONCLUDED: Table = [
    ("fr", "{s1|Le maire} {c1|a prévu} {k1|de visiter dix écoles dans huit villages}, avec donc un arrêt à Viry."),
    (
        "en",
        "{s1|The company} {c1|plans} {k1|to open 14 shops in eight towns}, with therefore a stress on the coast.",
    ),
    ("fr", "{s1|Le maire} {c1|a prévu} {k1|de visiter dix écoles, avec une escorte de deux motards}."),
    ("en", "{s1|The company} {c1|plans} {k1|to open 14 shops, with a staff of 300}."),
]

# When something was said, between verb and content; what some of a thing is; what one expects of whom.
BEHIND_THE_VERB: Table = [
    ("fr", "{s1|Le ministre} {c1|avait indiqué} la semaine dernière {k1|que l'État paierait}."),
    ("fr", "{s1|La FDSEA} {c1|demande} {k1|des excuses}."),
    ("en", "{s1|Traders} {c1|expect} {k1|it to put Russian production at 83 million tonnes}."),
    ("en", "{s1|The union} {c1|urged} it {k1|to extend the deal}."),
]

# The subject of a passive, before a relative clause between commas; who something is forecast for says nothing.
BEFORE_AN_INSERTION: Table = [
    (
        "en",
        '{k1|Elsa Marchetti}, who has died aged 91, {c1|was described} by {s1|The Times} {k1|as "the finest Tosca"}.',
    ),
]

# The preposition that a verb takes stands before what is said; that of a figure or a likeness belongs to it.
GOVERNED: Table = [
    ("fr", "{s1|Les syndicats} {c1|s'opposent} à {k1|la fusion des casernes}."),
    ("fr", "{s1|Le maire} {c1|ne croit pas} à {k1|la thèse d'une dissimulation}."),
    ("fr", "{s1|L'ONU} {c1|chiffre} {k1|à 5 601 les victimes des gangs}."),
    ("en", "{s1|The judge} {c1|cautioned} against {k1|such demands}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
