"""Who is reported to say what: a table a phenomenon, French and English side by side, claims marked in the sentence.

``{s1|…}`` is claim 1's source, ``{c1|…}`` its cue, ``{k1|…}`` its content, as in ``training.inline``; a content may be
in two pieces, and a claim with a content alone is carried over from the one before. Every marked claim must be found,
and no other: content at 0.8 (Jaccard over its characters), source at 0.5.
"""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from selon.analysis.pipeline import extract_many
from selon.evaluation import jaccard
from selon.model import Article, Claim
from training.inline import parse_markup

Table = list[tuple[str, str]]

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

INVERTED: Table = [
    ("fr", "{k1|« Nous reconstruirons l'école avant l'hiver »}, {c1|a promis} {s1|la maire de Lorient}."),
    ("en", '{k1|"We will rebuild the school before winter,"} {c1|said} {s1|Laura Finch, the mayor of Ashford}.'),
    ("fr", "{k1|« Personne ne nous a prévenus »}, {c1|raconte} {s1|Fatima Belkacem, une habitante du quartier}."),
    ("en", "{k1|The dam will hold}, {c1|said} {s1|the director of the port}."),
    (
        "fr",
        "{k1|« C'est une catastrophe pour la région »}, {c1|a déclaré} jeudi à la presse {s1|le président de la chambre d'agriculture}.",
    ),
    ("en", '{k1|"This is a disaster for the region,"} {s1|the head of the farmers\' union} {c1|said} on Thursday.'),
    ("fr", "{k1|La digue du port tiendra jusqu'au printemps}, {c1|assure} {s1|le directeur des travaux}."),
]

PARENTHETICAL: Table = [
    ("fr", "{k1|« La grève}, {c1|a prévenu} {s1|le secrétaire du syndicat}, {k1|durera tout le mois »}."),
    ("fr", "{k1|Le procès}, {c1|a-t-{s1|il} précisé}, {k1|s'ouvrira en septembre devant la cour d'assises}."),
]

# An attribution in the midst of a quotation parts one content, marks and all.
IN_THE_MIDST: Table = [
    (
        "fr",
        "{k2|« Nous attendons »}, {c2|a dit} {s2|Luc Petit}. {k1|« Moi}, {c1|dit{s1|-il}}, {k1|j'ai l'impression que la pluie va cesser »}.",
    ),
    ("en", '{k1|"In the valley,"} {s1|the mayor} {c1|said}, {k1|"things have gone wrong."}'),
]

# A clause taken up whole; a subject that follows its clause.
TAKEN_UP: Table = [
    (
        "fr",
        "{k2|{s1|La Russie} {c1|a accusé} jeudi {k1|l'Ukraine d'avoir bombardé un dépôt}}, ce que {s2|Kiev} {c2|a aussitôt démenti}.",
    ),
    ("en", "{k2|{s1|Russia} {c1|accused} {k1|Ukraine of bombing a depot}}, which {s2|Kyiv} {c2|denied}."),
    ("fr", "{k1|Il est possible}, {c1|disent} {s1|les experts}, {k1|que la trêve tienne}."),
    ("en", "{k1|It is unclear}, {s1|experts} {c1|say}, {k1|whether the ceasefire will hold}."),
    ("en", '{k1|It is "unclear"}, {s1|experts} {c1|say}, {k1|whether the ceasefire will hold}.'),
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

# Who was asked and did not answer.
ASKED_BEFORE: Table = [
    ("fr", "Sollicité par l'AFP, {s1|le groupe} {c1|n'a pas donné suite}."),
    ("en", "Contacted by Reuters, {s1|the company} {c1|did not respond}."),
]

# A sentence of its own for who said the quotation before it.
SAID_BEHIND: Table = [
    ("en", '{k1|"The people of this town deserve the truth about the dam."} {s1|The mayor} {c1|said}. Later she left.'),
    ("fr", "{k1|« La grève va durer tout le mois. »} {c1|A expliqué} {s1|Paul Petit}."),
]

# The day that something was said is no part of who said it; what is asked for is not who asks.
NOT_THE_SOURCE: Table = [
    ("en", "{s1|The safety committee of the port} on Monday {c1|announced} {k1|the recorder had been found}."),
    ("en", "{c1|According to} {s1|county attorney John Reed} on Saturday, {k1|the driver has been identified}."),
    ("en", "{s1|The court} {c1|said} {k1|not allowing the march amounted to unequal treatment}."),
    ("en", "{s1|The director} {c1|said} {k1|the name must not cite any person, animal or place}."),
]

# Who is asked or refused something says nothing; nor does a verb with a particle that makes an act of it.
ACTS: Table = [
    ("fr", "Le propriétaire se verra demander de retirer la page."),
    ("fr", "Le maire s'est vu reprocher son silence."),
    ("en", "The coast guard called off its search late on Tuesday."),
    ("en", "The firm called in experts and set up a hotline."),
    ("en", "{k1|Both firms have been in business since the 1970s} {c1|according to} {s1|the registry}."),
]

ACCORDING: Table = [
    ("fr", "{c1|Selon} {s1|la préfecture}, {k1|douze personnes ont été blessées}."),
    ("en", "{c1|According to} {s1|the police}, {k1|twelve people were injured}."),
    ("fr", "{k1|Le feu a pris dans la cuisine}, {c1|selon} {s1|les pompiers}."),
    ("en", "{k1|The fire started in the kitchen}, {c1|according to} {s1|the fire brigade}."),
    ("fr", "{c1|Pour} {s1|l'opposition}, {k1|cette réforme ne changera rien}."),
    ("en", "{c1|In the view of} {s1|the opposition}, {k1|this reform will change nothing}."),
    ("fr", "{k1|La récolte sera}, {c1|selon} {s1|le ministère}, {k1|inférieure de moitié à celle de l'an dernier}."),
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

GAPPING: Table = [
    ("fr", "{s1|Les organisateurs} {c1|{c2|ont compté}} {k1|30 000 manifestants}, {s2|la police} {k2|12 000}."),
    ("fr", "{k1|Ils étaient 8 000} {c1|selon} {s1|la préfecture}, {k2|20 000} {c2|selon} {s2|les syndicats}."),
    (
        "en",
        "{k1|There were 8,000 marchers} {c1|according to} {s1|the police}, {k2|20,000} {c2|according to} {s2|the unions}.",
    ),
    ("en", "{s1|The union} {c1|{c2|counted}} {k1|30,000 marchers}, {s2|the police} {k2|12,000}."),
    ("fr", "{s1|La CFDT} {c1|{c2|réclame}} {k1|une table ronde}, {s2|FO} {k2|le retrait du projet}."),
    ("fr", "{s1|Lima} {c1|{c2|parle}} de {k1|« coup d'État »}, {s2|Quito} de {k2|« fâcheuse précipitation »}."),
    ("fr", "{s1|La police} {c1|{c2|fait état}} de {k1|neuf blessés}, {s2|les secouristes} {k2|d'une trentaine}."),
    ("fr", "{s1|La télévision} {c1|fait état} de {k1|56 morts à Kerman, la ville natale du général}."),
]

ECHO: Table = [
    (
        "fr",
        "{s1|Le ministre} {c1|a jugé} {k1|que l'accord était mort}. {c2|Même écho} chez {s2|la présidente de la commission}.",
    ),
    ("fr", "{s1|Rome} {c1|estime} {k1|que le traité est caduc}. {c2|Même son de cloche} à {s2|Madrid}."),
    (
        "en",
        "{s1|The minister} {c1|called} {k1|the deal dead}. {s2|The chair of the committee} {c2|echoed} {k2|that view}.",
    ),
]

FIGURES: Table = [
    ("fr", "{s1|La police} {c1|a fait état} de {k1|quatorze arrestations}."),
    ("en", "{s1|Police} {c1|reported} {k1|fourteen arrests}."),
    ("fr", "{s1|L'institut} {c1|évalue} {k1|à 40 000 le nombre de logements vides}."),
    ("en", "{s1|The institute} {c1|estimates} {k1|the number of empty homes at 40,000}."),
    ("fr", "{s1|La CGT} {c1|a recensé} {k1|25 000 participants}."),
    ("en", "{s1|The union} {c1|counted} {k1|25,000 participants}."),
]

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

AS_SAID: Table = [
    ("fr", "{k1|Le tunnel restera fermé}, comme {c1|l'a annoncé} {s1|l'exploitant}."),
    ("en", "{s1|The minister} was quoted by state television {c1|as saying} {k1|that the border would stay closed}."),
    ("en", "{k1|The tunnel will stay closed}, as {s1|the operator} {c1|announced}."),
    ("en", "{s1|The committee}, which {c1|says} {k1|that the bill is too vague}, will report on Thursday."),
    ("en", "{s1|The general} {c1|was quoted as saying} {k1|that the border would stay closed}."),
]

RESUMED: Table = [
    (
        "fr",
        "{k1|« Le village est coupé du monde »}, {c1|raconte} {s1|le maire, Paul Ferrand}. {k2|« Les secours n'arrivent que par hélicoptère. »}",
    ),
    ("en", '{k1|"The village is cut off,"} {c1|said} {s1|Mayor Paul Farrow}. {k1|"Help comes only by helicopter."}'),
    (
        "fr",
        "{c1|Selon} {s1|le quotidien}, {k1|le ministre a rencontré l'industriel à Genève}. {k2|Il aurait reçu deux millions d'euros}.",
    ),
    (
        "fr",
        "{c1|D'après} {s1|les services de renseignement}, {k1|un convoi a passé la frontière}. {k2|Trois cents hommes seraient déjà sur place}.",
    ),
    (
        "en",
        "{c1|According to} {s1|the newspaper}, {k1|the minister met the banker in Geneva}. {k2|He reportedly received two million euros}.",
    ),
    # The clause that the adverb of hearsay goes with, and no lesser part.
    (
        "en",
        "{s1|Police} {c1|said} {k1|two men were arrested}. {k2|They had reportedly been followed for weeks}; no weapon has been found.",
    ),
    ("en", "{s1|Police} {c1|said} {k1|the town was quiet}. A man was charged for allegedly providing the weapon."),
]

BRACKETS: Table = [
    ("fr", "{k1|Le navire transportait 200 conteneurs} ({c1|selon} {s1|l'armateur})."),
    ("fr", "{s1|Le député (sans étiquette) Jean Morel} {c1|estime} {k1|que le texte sera rejeté}."),
    ("en", "{s1|The mayor (an independent)} {c1|said} {k1|that the vote would be close}."),
    ("fr", "{s1|Le maire (centriste) de Valence} {c1|a rappelé} {k1|que la ville était endettée}."),
]

HEADLINES: Table = [
    ("fr", "{s1|Paul Ferrand} : {k1|« Nous ne céderons pas »}\nLe maire a reçu les habitants mardi soir."),
    ("en", "{k1|Bridge close to collapse}, {s1|expert} {c1|says}\nTraffic was stopped on Tuesday evening."),
    (
        "fr",
        "Séisme : {s1|le gouvernement} {c1|promet} {k1|une aide d'urgence}\nLa terre a tremblé mardi dans le sud du pays.",
    ),
    ("fr", "{k1|L'armée a quitté la ville}, {c1|selon} {s1|un député}\nLes combats ont cessé mardi soir."),
    ("en", "{k1|Army has left the city}, {c1|says} {s1|lawmaker}\nFighting stopped on Tuesday evening."),
]

PRONOUNS: Table = [
    (
        "fr",
        "{s1|La directrice} {c1|a reconnu} {k1|une erreur}. {k2|« Nous aurions dû agir plus tôt »}, {c2|a-t-{s2|elle} ajouté}.",
    ),
    ("en", '{s1|The director} {c1|admitted} {k1|a mistake}. {k2|"We should have acted earlier,"} {s2|she} {c2|added}.'),
    ("fr", "{s1|Il} {c1|a dit} {k1|que le procès serait reporté}."),
    ("en", "{s1|They} {c1|said} {k1|the trial would be postponed}."),
]

NOTHING: Table = [
    ("fr", "Les députés ont voté la loi mercredi par 312 voix contre 240."),
    ("en", "Parliament passed the bill on Wednesday by 312 votes to 240."),
    ("fr", "Le film « La Nuit du chasseur » sera projeté samedi sur la grande place."),
    ("en", 'The film "The Night of the Hunter" will be shown on Saturday in the main square.'),
    ("fr", "Le président a rencontré les familles des victimes à Nantes."),
    ("en", "The president met the families of the victims in Bristol."),
    ("fr", "Le feu s'est déclaré vers trois heures du matin dans un entrepôt vide."),
    ("en", "The fire broke out at about three in the morning in an empty warehouse."),
]

# What a speaker says now in the quotation is the quotation's own; what was said before is a claim inside it.
FIRST_PERSON: Table = [
    ("fr", "{k1|« Nous demandons la libération des otages »}, {c1|a déclaré} {s1|la maire de Lorient}."),
    ("en", '{k1|"We demand the release of the hostages,"} {s1|the mayor of Ashford} {c1|said}.'),
]

# A complement that no word is: a determiner, a receiver after a verb of giving, a bare infinitive.
NO_CONTENT: Table = [
    ("fr", "Les pays du Nord refusent à Lima des prêts à long terme."),
    ("fr", "Les craintes du village grandissent avec la pluie."),
]

NAME_AND_APPOSITION: Table = [
    (
        "fr",
        "{s1|Paul Mercadier, le candidat du Parti vert à la mairie}, {c1|a promis} {k1|de rouvrir la piscine}.",
    ),
    ("en", "{s1|Paul Mercer, the Green candidate for mayor}, {c1|promised} {k1|to reopen the pool}."),
]

# An adjunct between commas parts the verb from what it says.
SET_APART: Table = [
    ("fr", "{s1|L'association} {c1|a recensé}, grâce à des relevés aériens, {k1|212 maisons détruites}."),
    ("en", "{s1|The association} {c1|counted}, after two days of flights, {k1|212 ruined houses}."),
]

# A place between the verb and its subject is no part of who speaks.
AFTER_PLACE: Table = [
    ("fr", "{k1|« La digue tiendra »}, {c1|a répété} mardi à Nantes {s1|la ministre Claire Morin}."),
    ("fr", "{k1|« Personne ne partira »}, {c1|a assuré} jeudi à Bruxelles {s1|le maire}."),
]

# A claim that another's content holds whole is one of its own; what a speaker thinks as he speaks is not.
NESTED: Table = [
    ("fr", "{s1|Le maire} {c1|a dit} lundi {k1|que {s2|la police} {c2|soupçonne} {k2|deux ouvriers du port}}."),
    (
        "en",
        "{s1|The mayor} {c1|said} on Monday {k1|that {s2|the police} {c2|believe} {k2|the fire at the port was laid by two of its workers}}.",
    ),
    (
        "en",
        "{s1|The mayor} {c1|said} on Monday {k1|that he expected the northern port and the old railway station to reopen in May}.",
    ),
]

# Verbs between a quotation and who says it, whatever the tagger makes of them; a verb group ends where a quotation does.
AFTER_QUOTATION: Table = [
    ("fr", "{k1|« C'est tout simplement inacceptable »}, {c1|tonne} {s1|le maire, Réjean Ouellet}."),
    ("fr", "{k1|« Il ne faut ni paniquer ni patienter »}, {c1|tranche}-t-{s1|il}."),
    ("fr", "{k1|« On sait où le fleuve a été souillé »}, {c1|a-t-{s1|il} résumé}."),
    ("en", '{k1|"Now everyone with a bicycle knows what to do,"} {s1|he} {c1|told} Al Jazeera.'),
    ("en", '{k1|"I made do until the night I couldn\'t,"} {s1|he} {c1|said}.'),
    (
        "en",
        '{k1|"{s2|The government} {c2|asks} us {k2|to hold that no one may look}. We have looked,"} {c1|said} {s1|the three judges}.',
    ),
]

# Settled by construction: a denial, who tells after a clause; an act is no word.
BY_CONSTRUCTION: Table = [
    ("fr", "{s1|Le préfet} {c1|nia} {k1|toute faute}."),
    ("en", "{k1|The dam has held through the night}, {s1|the engineer John Reed} {c1|told} parliament."),
    ("fr", "La chaîne lui offrait une émission à minuit et elle l'a refusée."),
]

# What the article adds to explain another's words is not content.
GLOSSED: Table = [
    ("fr", "{s1|Le maire} {c1|avait appelé} {k1|sa rivale « la châtelaine »}, en référence à sa propriété."),
    ("en", '{s1|The mayor} {c1|called} {k1|his rival "the duchess"}, a reference to her estate.'),
]

# A refusal or a denial may leave its content out; what is refused to somebody is no word of his.
LEFT_OUT: Table = [
    ("en", "{s1|The embassy of Nepal in Doha} {c1|declined to comment}."),
    ("fr", "{s1|Scotland Yard} {c1|ne dément pas}."),
    ("fr", "Les prisonniers se voient refuser des soins depuis mars."),
]

# What is demanded or hoped for is not said yet.
DEMANDED: Table = [
    ("fr", "{s1|L'opposition} {c1|réclame} {k1|que le ministre explique la fermeture du pont}."),
    ("en", "{s1|The opposition} {c1|demands} {k1|that the minister explain the closure of the bridge}."),
]

# Third persons that the tagger takes for nouns, adverbs, adjectives; participles after « avoir »; forms in -é.
VERBS_IN_DISGUISE: Table = [
    ("fr", "{s1|La fédération cycliste} {c1|juge} {k1|« indigne » le sort fait aux coureurs}."),
    ("fr", "{s1|Le collectif lyonnais} {c1|revendique} {k1|« plus de 3 000 adhérents »}."),
    ("fr", "{s1|L'institut} {c1|table} sur {k1|un hiver doux}."),
    ("fr", "{s1|Le maire de Brest} {c1|compte} {k1|saisir le juge administratif}."),
    ("fr", "{s1|La directrice du musée} {c1|a nuancé} {k1|ces chiffres}."),
    ("fr", "{s1|La défense} {c1|fait valoir} {k1|que le témoin s'est rétracté}."),
    ("fr", "{s1|L'armée ukrainienne} {c1|a dit} {k1|avoir abattu douze drones}."),
    ("fr", "Sur X, {s1|le milliardaire} {c1|a assuré} {k1|ne pas être candidat}."),
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

# The subject of a passive says nothing, whoever stands before the verb; its agent does.
UNDERGONE: Table = [
    ("fr", "{k1|L'information}, révélée par Mediapart, {c1|a été démentie} par {s1|l'Élysée}."),
    ("en", "He was credited with saving the dam."),
    ("en", "The suspects were identified as brothers."),
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

# Of whom it is asked is no part of what is asked.
ADDRESSED: Table = [
    ("fr", "{s1|Le gouvernement} {c1|invite} les habitants de la vallée {k1|à partir avant midi}."),
    ("en", "{s1|The senator} {c1|urged} the central bank {k1|to cut rates}."),
    ("fr", "{s1|Le ministère} {c1|demande} {k1|le droit de fouiller les voitures}."),
    ("en", "{s1|Sources close to the talks} {c1|told} the BBC {k1|a deal was near}."),
]

# A reason or an example is cited for what it is: nobody speaks through it.
CITED_REASONS: Table = [
    (
        "en",
        "{s1|{s2|The brewery}} {c1|said} {k1|it will lay off 300 workers}, {c2|citing} {k2|the soaring cost of barley}.",
    ),
    ("fr", "{s1|L'avocat} {c1|cite} {k1|trois précédents}."),
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

# A verb group holds an insertion only where nobody else speaks in it.
INSERTED: Table = [
    ("en", "{k1|As many as 40 people may still be under the mud}, {s1|he} {c1|said}."),
    ("en", "{k1|The driver is in hospital}, {s1|Smith} {c1|said}."),
    ("fr", "{k1|Ses jours ne sont pas en danger}, {c1|a indiqué} {s1|l'hôpital de Nantes}."),
    ("fr", "{s1|Le ministre} {c1|a pour sa part indiqué} {k1|que le plan était prêt}."),
    ("fr", "{s1|L'armée} {c1|a, jeudi, annoncé} {k1|la fin du siège}."),
]

# How a thing was done or what somewhere has is no claim; a figure beside another's is.
NO_WORD: Table = [
    ("en", "The committee did as he proposed."),
    ("fr", "La région compte 48 000 éleveurs et trois abattoirs."),
    (
        "en",
        "{s1|The police} {c1|counted} {k1|87,000 marchers}. {s2|The union} {c2|gave} {k2|500,000}.",
    ),
]

# Who was cited for something says nothing; an expression may be heard at its last word.
WHOSE: Table = [
    ("en", "{c1|According to} {s1|investigators}, {k1|he was not cited for the incident}."),
    ("fr", "{s1|La profession} {c1|pointe du doigt} {k1|les choix fiscaux du gouvernement}."),
    ("fr", "{s1|Les dirigeants européens} {c1|se sont félicités} du {k1|résultat}."),
]

# « De source policière », and where "one" is who says so.
OF_SOURCE: Table = [
    ("fr", "{c1|De} {s1|source pénitentiaire}, {k1|deux surveillants ont été blessés mercredi}."),
    ("fr", "{k1|Le feu couvait depuis la veille}, {c1|a-t-on appris} mercredi de {s1|source judiciaire}."),
    ("fr", "{k1|Le ministre va partir}, {c1|dit-on} à {s1|Nairobi}."),
    ("fr", "{k1|« Le ministre va partir »}, {c1|indique-t-on} dans {s1|l'entourage de M. Zajec}."),
]

# A quotation by itself goes on from the speaker before, in the first person or not.
GOING_ON: Table = [
    (
        "fr",
        "{s1|La directrice du refuge} {c1|a nuancé} {k1|les chiffres de la mairie}. {k2|« On a constaté, depuis le début de l'année, douze cas de « vraie » détresse. »}",
    ),
]

# The article's own voice, and what nobody is named for.
OWN_VOICE: Table = [
    ("fr", "Il faut noter que la route est fermée depuis mardi."),
    ("fr", "Il convient de rappeler que le pont date de 1912."),
    ("en", "The storm was expected to last until midday."),
    ("en", "No deaths were reported in the village."),
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
]

# A clause and its comma, a verb, who says so: no enumeration of verbs.
CLAUSE_THEN_VERB: Table = [
    ("fr", "{k1|Le bilan pourrait encore s'alourdir}, {c1|redoutent} {s1|les secours}."),
    ("fr", "{k1|Les prix devraient doubler d'ici l'été}, {c1|prédisent} {s1|les producteurs de cacao}."),
]

# « ce que dément X »: the clause, without who told it.
TOLD_AND_DENIED: Table = [
    ("fr", "{s1|Les riverains} {c1|affirment} {k1|{k2|que l'usine a fui}}, ce que {c2|dément} {s2|l'exploitant}."),
    ("fr", "{s1|Une femme} {c1|affirme} {k1|{k2|avoir été droguée}}, ce que {c2|dément} {s2|son employeur}."),
    ("fr", "{k1|L'armée a bombardé un marché}, ce que {c1|conteste} {s1|Le Caire}."),
]

# Whom a source tells is no part of it.
TO_THE_PRESS: Table = [
    ("fr", "{k1|« On a tout perdu »}, {c1|confie} {s1|un éleveur} à l'AFP."),
    ("fr", "{k1|« On a tout perdu »}, {c1|raconte} {s1|une institutrice} à Radio Belvaux."),
    ("en", '{k1|"We lost everything,"} {c1|said} {s1|a farmer from Kent} to reporters.'),
]

# Behind the verb: how it is said, for when.
MANNER: Table = [
    ("fr", "{s1|Les deux syndicats} {c1|ont appelé} conjointement à {k1|une grève illimitée}."),
    ("fr", "{s1|La préfète} {c1|a accepté} {k1|de le recevoir lundi}."),
]

# A verb that opens its clause behind « mais », and finite forms that the tagger takes for participles.
FINITE_IN_DISGUISE: Table = [
    ("fr", "{s1|{s2|La banque}} {c1|dit} {k1|étudier l'offre}, mais {c2|juge} {k2|« prématuré » de se prononcer}."),
    ("fr", "{s1|L'armateur} {c1|conteste} {k1|ce décompte}."),
    ("fr", "{s1|{s2|La mairie}} {c1|salue} {k1|« une belle fête »} et {c2|juge} {k2|ces reproches « déplacés »}."),
    ("fr", "{s1|La CGT} {c1|parle} d'{k1|« accès régulé »}."),
    ("fr", "{s1|Un ancien ministre, cité par l'AFP,} {c1|ironise} sur {k1|« un petit miracle »}."),
]

# Likelihoods are nobody, a participle behind "when" has been done to its subject, a quotation is no part of a source.
NOBODY_SAYS: Table = [
    ("fr", "Selon toute vraisemblance, l'appareil a été abattu."),
    ("en", '{k1|"Never,"} {c1|said} {s1|the union leader} when asked about a merger.'),
    ("en", '{s1|The foreign ministry} "strongly {c1|condemned}" {k1|the strikes}.'),
    ("en", "Through his lawyer, {s1|the singer} {c1|let it be known} {k1|that he would not attend}."),
]

# Who a participle's agent is, and whom the article cites in the midst of a verb group, says nothing else.
AGENTS: Table = [
    (
        "fr",
        "{k1|Les rebelles ont quitté la ville}, {c1|a annoncé} {s1|l'armée} dans un communiqué, {k2|une information} aussitôt {c2|démentie} par {s2|leur porte-parole}, qui ne s'est pas étendu.",
    ),
    ("fr", "{s1|Le ministre} aurait, d'après deux témoins, {c1|évoqué} {k1|sa démission}."),
    ("en", "{c1|Asked} by {s1|a reporter} {k1|whether he would resign}, the governor walked away."),
]

# « Et d'ajouter que P »: whoever spoke before.
TOLD_ON: Table = [
    (
        "fr",
        "{k1|« Nous avons perdu »}, {c1|reconnaît} {s1|Anne Vial}. Et d'{c2|ajouter} {k2|que la suite lui appartient}.",
    ),
    ("fr", "{k1|« Nous avons perdu »}, {c1|reconnaît} {s1|Anne Vial}. Et de {c2|lancer} : {k2|« Nous reviendrons. »}"),
]

# Whom they call on stands between the call and what is called for; a subject parted from its verb is content too.
CALLED_ON: Table = [
    ("fr", "{s1|L'Union africaine} {c1|a appelé} les deux camps {k1|à la retenue}."),
    ("en", "The lobby published a survey. {k1|Retailers}, {s1|it} {c1|said}, {k1|were hardest hit}."),
    ("en", "{c1|According to} {s1|local reports}, {k1|the mayor left his home on foot}."),
]

# A phrase before subject and verb sets the scene.
SCENES: Table = [
    ("fr", "Une semaine après l'explosion qui a ravagé l'usine, l'enquête avance."),
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

# Nobody's words; a quoted speaker whose quoter opens the sentence; what stands before a colon.
ODDS_AND_ENDS: Table = [
    ("fr", "Tout porte à croire que le pilote a perdu le contrôle."),
    ("en", "Everything points to pilot error."),
    ("fr", "Il se dit que le ministre pourrait être remplacé."),
    ("en", "What {s1|the senator} {c1|did not mention} was {k1|that he had voted for the bill himself}."),
    (
        "fr",
        "Citée par l'agence RIA Novosti, {s1|la porte-parole, Maria Petrova,} {c1|a jugé} {k1|ces propos « irresponsables »}.",
    ),
    ("fr", "{s1|Le maire} {c1|l'a répété} mardi : {k1|il n'y aura pas de hausse d'impôts}."),
    ("fr", "Et {s1|le maire} de {c1|conclure} : {k1|« La balle est dans le camp de l'État. »}"),
    ("fr", "{s1|La station} {c1|prévoit} {k1|des rafales de 120 km/h}."),
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

# Whom something is asked of or told is no part of it, and "des" behind them is its article.
RECEIVERS: Table = [
    ("fr", "{s1|La CGT} {c1|demande} au gouvernement {k1|des mesures pour stopper les fermetures}."),
    ("fr", "{s1|Le président} {c1|a promis} aux élus {k1|une école par commune}."),
    ("fr", "{s1|La ministre} {c1|a demandé} aux habitants des quartiers nord {k1|de rester chez eux}."),
    ("en", "{s1|The union} {c1|asked} the government {k1|for measures to stop the closing of plants}."),
    ("en", "{s1|Two former employees} {c1|accuse} {k1|the company of hiding the flaw}."),
]

APOLOGIES: Table = [
    ("en", "{s1|{s2|The federation}} {c1|apologised} to her for {k1|the mistake} and {c2|blamed} {k2|a touch pad}."),
    ("fr", "{s1|Le président du groupe} {c1|s'est excusé} sur Europe 1 pour {k1|« la peine causée »}."),
    ("en", "{s1|He} {c1|apologized} Thursday for {k1|telling donors that farmers were lazy}."),
    ("fr", "{s1|Le joueur} {c1|a présenté ses excuses} à ses coéquipiers pour {k1|« un geste idiot »}."),
    ("en", "{s1|The clinic} {c1|apologised} to the family."),
]

# What an inverted pronoun follows is a finite verb, and nobody but the pronoun says it.
INVERTED_PRONOUNS: Table = [
    ("fr", "{k1|L'entreprise a}, {c1|dit}-{s1|il}, {k1|perdu deux de ses navires}."),
    ("fr", "{k1|Quarante pour cent des détenus n'ont jamais été jugés}, {c1|fait-{s1|il} valoir}."),
    ("fr", "{k1|Ils pourraient être envoyés au combat}, {c1|a-t-{s1|il} toutefois estimé}."),
    ("fr", "{k1|L'armée a}, {c1|dit}-on à {s1|Kiev}, {k1|repris le village}."),
    ("fr", "{k1|Le feu a été}, {c1|a indiqué} {s1|le préfet} lors d'un point de presse, {k1|maîtrisé dans la nuit}."),
    ("en", "{k1|The harvest will}, {s1|the ministry} {c1|said}, {k1|be the smallest in a decade}."),
]

# What the article itself does not know is nobody's.
NOT_KNOWN: Table = [
    ("en", "{s1|The ministry} {c1|said} {k1|12 people died}. It was not clear how many migrants were on board."),
    ("en", "{s1|The minister} {c1|was clear} {k1|that there would be no tax rise}."),
]

# Fears and criticism that the subject meets with are somebody else's.
OF_OTHERS: Table = [
    ("en", "Prices fell on Friday amid fears that the bank would raise rates."),
    ("en", "She drew criticism for her appearances on the show."),
    ("fr", "Le ministre a essuyé de vives critiques pour son silence."),
    ("en", "{s1|The mayor} ran on a {c1|promise} {k1|to rebuild the port}."),
]

# What another says against it ends what one says, and is nothing that one says.
AGAINST: Table = [
    (
        "en",
        "{c1|According to} {s1|the World Bank}, {k1|remittances to the region fell 7 percent in 2023}, while {s2|the IMF} {c2|puts} {k2|the drop at closer to 10 percent}.",
    ),
    (
        "fr",
        "{s1|Le maire} {c1|affirme} {k1|que la digue tiendra}, tandis que {s2|les riverains} {c2|redoutent} {k2|une rupture}.",
    ),
    (
        "fr",
        "La ministre en a pris acte, tandis que {s1|la Ligue des droits de l'homme} {c1|s'est réjouie} d'{k1|une « victoire »}.",
    ),
]

# An infinitive of the past behind days and insertions; whom a relative clause is about.
HAVING_DONE: Table = [
    ("fr", "{s1|Le cycliste Luc Morel} {c1|a reconnu} jeudi, lors d'un entretien, {k1|s'être dopé pendant sept ans}."),
    ("fr", "{s1|Le coureur} {c1|a admis}, lors d'un entretien, {k1|avoir menti}."),
    (
        "en",
        "The dam will displace 20,000 people, a figure disputed by {s1|the company}, which {c1|puts it} {k1|at fewer than 5,000}.",
    ),
    (
        "fr",
        "{s1|Le président Nicos Stavrou}, élu en février, {c1|a défendu} {k1|un plan « douloureux mais nécessaire »}.",
    ),
]

# Whose words stand behind a colon: the subject of the clause before it, without its adjuncts.
BEFORE_A_COLON: Table = [
    (
        "fr",
        "Sur Twitter, {s1|{s2|M. Trump}} {c1|s'en est pris} à {k1|une manœuvre politique} : {k2|« Les démocrates ont échoué sur tous les fronts »}.",
    ),
    ("fr", "{s1|L'UDC}, elle, savoure : {k1|« Le peuple a choisi le visage découvert »}."),
    ("fr", "Népal : « Ici, on manque de tout, sauf de morts »"),
    (
        "en",
        "{s1|{s2|The commission}} {c1|denies} {k1|that the measures are ineffective} and {c2|points to} {k2|falling oil revenues}.",
    ),
]

# Whose view it is stands in the preposition.
OWN_VIEWS: Table = [
    ("fr", "Le maire a tranché. {c1|À {s1|ses} yeux}, {k1|la procédure a été respectée}."),
    ("fr", "Le maire a tranché. {k1|La réforme est}, {c1|à {s1|son} avis}, {k1|indispensable}."),
    ("en", "The mayor has decided. {c1|In {s1|her} view}, {k1|the plan is sound}."),
    ("en", '{c1|By {s1|his} own admission}, {k1|the coach was "out of his depth"}.'),
    ("en", "She looked in her words for meaning."),
]

TABLES = {name.lower(): table for name, table in list(globals().items()) if name.isupper() and isinstance(table, list)}
CASES = [(language, marked) for table in TABLES.values() for language, marked in table]
IDS = [f"{name}-{language}-{number}" for name, table in TABLES.items() for number, (language, _) in enumerate(table)]


@cache
def found() -> dict[str, list[Claim]]:
    """The claims of every sentence of the tables, extracted in one go (articles of a language are tagged together)."""
    rows = sorted(CASES)
    articles = [Article(text=parse_markup(m, "here")[0], language=code, published="2024-10-24") for code, m in rows]
    return {marked: claims for (_, marked), claims in zip(rows, extract_many(articles), strict=True)}


def shown(text: str, claims: list[Claim]) -> str:
    return "\n".join(
        " | ".join("…".join(text[a:b] for a, b in spans) for spans in (claim.source, claim.cue, claim.content))
        for claim in claims
    )


def matches(gold: dict[str, Any], claim: Claim) -> bool:
    if (gold["content"] and jaccard(gold["content"], claim.content) < 0.8) or (not gold["content"] and claim.content):
        return False
    if gold["cue"] and not jaccard(gold["cue"], claim.cue):
        return False
    return jaccard(gold["source"], claim.source) >= 0.5 if gold["source"] else not claim.source


@pytest.mark.parametrize(("language", "marked"), CASES, ids=IDS)
def test_claims(language: str, marked: str) -> None:
    text, wanted = parse_markup(marked, "here")
    claims = found()[marked]
    for gold in wanted:
        assert any(matches(gold, claim) for claim in claims), f"not found: {gold} among\n{shown(text, claims)}"
    assert len(claims) == len(wanted), shown(text, claims)
