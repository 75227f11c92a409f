"""Who it is. In each text ``[words|speaker]`` marks a source and the one name that it must get; ``[|speaker]`` marks a
claim that has no source of its own, before its words. French and English stand side by side, a table a phenomenon."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import selon
from selon.analysis.coreference import weights
from selon.analysis.document import Document, Draft
from selon.analysis.english import plural_of
from selon.analysis.nouns import singulars
from selon.analysis.parse import parse, parse_many
from selon.analysis.pipeline import extract
from selon.analysis.speakers import resolve
from selon.languages.speakers import Agreement, fold, given_names, kinds, speaker_words
from selon.model import Article, Relay, Span, article_from, claim_from

NIS = "National Intelligence Service (South Korea)"
MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def read(marked: str, language: str, published: str = "2024-10-24") -> tuple[Document, list[str]]:
    """The document of a marked text, its marks as drafts, and the speakers that they ask for."""
    text, drafts, names, end = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        words, name = mark.groups()
        source = (Span(len(text), len(text) + len(words)),) if words else ()
        text += words
        content = () if words else (Span(len(text), len(text) + 5),)
        drafts.append(Draft(source, (), content, inferred=not words))
        names.append(name)
        end = mark.end()
    text += marked[end:]
    document = parse(Article(text, language=language, published=published))
    document.drafts = drafts
    return document, names


def check(marked: str, language: str) -> None:
    document, names = read(marked, language)
    resolve(document)
    assert [draft.speaker for draft in document.drafts] == names


PRONOUNS = [
    ("fr", "[Le ministre Paul Lenoir|Paul Lenoir] a parlé jeudi. [Il|Paul Lenoir] a promis une réforme."),
    ("en", "[Minister Paul Blackwood|Paul Blackwood] spoke on Thursday. [He|Paul Blackwood] promised a reform."),
    ("fr", "La maire Anne Roux a reçu Jean Petit. Selon [elle|Anne Roux], la ville est prête."),
    ("en", "Mayor Anne Russell met John Little. According to [her|Anne Russell], the city is ready."),
    ("fr", "Marie Duval a écrit à Luc Blanc. [Ce dernier|Luc Blanc] refuse de partir."),
    ("en", "Susan Doyle wrote to Luke White. [The latter|Luke White] refuses to leave."),
    ("fr", "Les manifestants ont bloqué la place. [Ils|protesters] demandent des élections."),
]

# A pronoun's gender is a person's, by the given name at the least; a region is nobody; an acronym is no pronoun.
AGREEMENT = [
    ("en", "Donald Trump met Susan Doyle. According to [her|Susan Doyle], he listened."),
    ("en", "Mark Doyle left a Wisconsin jail. [He|Mark Doyle] was smiling."),
    ("en", "Two cases were found in China. [WHO|World Health Organization] confirmed them."),
    ("fr", "Donald Trump a reçu Anne Roux. Selon [elle|Anne Roux], il a écouté."),
]

# A spokesperson without a name speaks for the body that the article has named.
SPOKEN_FOR = [
    (
        "fr",
        "[La fédération des banques, Banka|Banka], doute. [La porte-parole de la fédération|Banka] l'a dit.",
    ),
]

# Who has seen a document did not make it.
SEEN = [
    ("en", "[The report, seen by Reuters|report], blames the pilot. [A report by Reuters|Reuters] does not."),
    ("fr", "[Le rapport, consulté par Reuters|rapport], accable le pilote."),
]

# Who disputes or confirms a document did not make it either.
ANSWERED = [
    ("en", "[The report, disputed by the ministry|report], blames the pilot."),
    ("fr", "[Le rapport, contesté par le ministère|rapport], accable le pilote."),
]

# A plural with a complement or an adjective for each of several offices or bodies is one of each.
ONE_EACH = [
    (
        "fr",
        "[Les ministères de l'Intérieur et de la Justice|ministère de l'Intérieur; ministère de la Justice] l'ont dit.",
    ),
    ("fr", "[Les maires de Lyon et de Lille|maire de Lyon; maire de Lille] l'ont dit."),
    ("fr", "[Les ambassades de France et d'Italie|Embassy of France; Embassy of Italy] l'ont dit."),
    (
        "fr",
        "[Les ministères français et allemand des Affaires étrangères"
        "|Ministry of Foreign Affairs (France); Ministry of Foreign Affairs (Germany)] l'ont dit.",
    ),
    (
        "en",
        "France voted. [The interior and justice ministries"
        "|Ministry of the Interior (France); Ministry of Justice (France)] said so.",
    ),
    ("en", "[The mayors of Lyon and Lille|mayor of Lyon; mayor of Lille] said so."),
    ("en", "[The governments of France and Germany|Government of France; Government of Germany] said so."),
    ("en", "[Residents of Lyon and Lille|Residents of Lyon and Lille] said so."),
]

# Those who bring and judge a case have no lawyers; the subject of what is said is one, without "that" too.
AT_LAW = [
    ("en", "The judge sentenced the banker to six years. [His lawyers|lawyers of banker] said no more."),
    ("fr", "Le juge a condamné le banquier à six ans. [Ses avocats|lawyers of banquier] se taisent."),
    (
        "en",
        "[Prosecutors|Prosecutors] say the mayor took money from a developer. "
        "[His lawyers|lawyers of mayor] said it was a loan.",
    ),
]

# Who made a document says it, by a name or without; who ordered it does not.
MADE_BY = [
    (
        "fr",
        "[Des chiffres compilés par le conseil de la sécurité routière|conseil de la sécurité routière] l'attestent.",
    ),
    ("fr", "[Une étude menée par deux chercheurs de l'université de Lyon|researchers of university of Lyon] le dit."),
    (
        "fr",
        "[Un décompte réalisé par l'association SOS Mer|SOS Mer] le dit. [L'audit commandé par Paris|audit] le nie.",
    ),
    ("en", "[The report, prepared by a panel of six scientists|panel of six scientists], blames the pilot."),
    ("en", "[A study conducted by two researchers at Lyon University|two researchers at Lyon University] says so."),
]

# What an article's own acronym stands for, whatever body the registry knows by it.
OWN_ACRONYM = [
    (
        "en",
        "[The Rapid Support Forces (RSF)|Rapid Support Forces] denied it. [The RSF|Rapid Support Forces] fell back.",
    ),
]

# The words of the paper itself are no earlier speaker's; who is only told something does not speak.
NOBODY_BEFORE = [
    ("fr", "[Le joueur|joueur] se tait. [Nos informations|reports] disent le contraire."),
    ("en", "[Larsen|Larsen] was coy. [His opposite number|opposite number of Larsen] was not."),
]

# Names in a list are each a speaker; a clitic is no part of a name.
# Ministries are told apart by their field.
FIELDS = [
    (
        "en",
        "[The Interior Ministry|Interior Ministry] spoke. [The Health Ministry|Health Ministry] did not. "
        "[The Defence Ministry|Defence Ministry] denied it. [The ministry|Defence Ministry] gave no reason.",
    ),
    (
        "en",
        "[The French Interior Ministry|Ministry of the Interior (France)] spoke. "
        "[The Health Ministry|Ministry of Health (France)] did not.",
    ),
]

# « l'ONG » is one, and no "il".
ACRONYMS = [
    ("fr", "[L'ONG|ONG] dénonce les violences. [Elle|ONG] compte 214 morts."),
]

# Who polled, asked or accused somebody is not the one who speaks.
ASKED_BY = [
    ("en", "[Economists polled by Bloomberg|Economists] had predicted a rise."),
    ("en", "[A man interviewed by CNN|man] said the sea was rising."),
    ("fr", "[Les économistes interrogés par Bloomberg|economists] prévoyaient une hausse."),
    ("fr", "Le groupe est accusé par [ses salariés|employees of groupe] d'avoir caché la faille."),
]
LISTED = [
    ("fr", "[L'AFP, Reuters et l'ONU|Agence France-Presse; Reuters; United Nations] le disent."),
    ("en", "[Russia, China and Iran|Russia; China; Iran] agree."),
    ("fr", "[Un responsable américain s'exprimant en privé|responsable américain] confirme."),
    ("fr", "[La compagnie et le syndicat des pilotes|compagnie; syndicat des pilotes] s'accordent."),
    ("fr", "[Ni la mairie ni l'ONU|mairie; United Nations] n'ont répondu. [Paris et les ONG|Paris; ONG] attendent."),
    ("fr", "[Les chefs de l'armée et la police|chefs de l'armée et la police] s'accusent."),
    ("en", "[Neither the carrier nor the pilots' union|carrier; pilots' union] would comment."),
    ("en", "[The Prime Minister and her deputy|Prime Minister; deputy of Prime Minister] called for calm."),
]

# The section of a body in a country is not the country.
SECTIONS = [
    ("en", "On Monday [Greenpeace Brazil|Greenpeace Brazil] sued. [Brazil|Brazil] did not."),
]

NAMES = [
    ("fr", "La sénatrice Claire Morin est venue. [Mme Morin|Claire Morin] a dit non."),
    ("en", "Senator Claire Morris came. [Morris|Claire Morris] said no."),
    ("fr", "[Le ministre de la Justice Alberto Ruiz|Alberto Ruiz] doute."),
    ("en", "[Justice Minister Albert Rooney|Albert Rooney] has doubts."),
    ("fr", "[Le directeur de l'hôpital, Paul Lenoir|Paul Lenoir], a démenti."),
    ("en", "[The director of the hospital, Paul Blackwood|Paul Blackwood], denied it."),
    ("fr", "[Paul Lenoir, directeur de l'hôpital|Paul Lenoir], a démenti."),
    ("en", "[Paul Blackwood of the city hospital|Paul Blackwood] denied it."),
    ("fr", "[Volodymyr Zelenski|Volodymyr Zelensky] l'a dit, [Poutine|Vladimir Putin] aussi."),
    ("en", "[Volodymyr Zelenskyy|Volodymyr Zelensky] said so, and so did [Putin|Vladimir Putin]."),
]

# Who holds an office that has a domain or a place; an age; the surname that is a capital's name too.
OFFICES = [
    ("en", "[Secretary of Labor Jane Doe|Jane Doe] said so. Later [the secretary|Jane Doe] left."),
    ("en", "[Mayor of Koszalin Piotr Jedlinski|Piotr Jedlinski] said so."),
    ("en", "[Santa Clara County Sheriff Bill Stone|Bill Stone] said so."),
    ("en", "[House of Representatives Speaker Nancy Pelosi|Nancy Pelosi] said so."),
    ("en", "[WSET-TV|WSET-TV] said so."),
    ("en", "[Supporters of President Joe Biden|Supporters of President Joe Biden] said so."),
    ("en", "Police arrested Sudesh Amman, 20, on Sunday. [Amman|Sudesh Amman] said so."),
    ("fr", "La police a arrêté Sudesh Amman, 20 ans, dimanche. [Amman|Sudesh Amman] l'a dit."),
    ("en", "Sudesh Amman, ², left. [Kim Jones|Kim Jones] said so."),
    ("en", "Officials in Jordan met on Sunday. [Amman|Jordan] said so."),
]

# Companies without their suffix, papers by their names, who stands beside somebody's office.
COMPANIES_AND_PAPERS = [
    ("en", "Delmar Industries Inc. will close its plant. [It|Delmar Industries] expects to cut jobs."),
    ("en", "[Wells Fargo Corp.|Wells Fargo] said it would appeal."),
    ("en", "[City Hall|City Hall] said it would appeal."),
    ("en", "[NHS England|NHS England] said it would appeal."),
    ("en", "[Marks & Spencer|Marks & Spencer] said it would appeal."),
    ("en", "[Broadcaster Kanal|Kanal] said it would appeal."),
    ("fr", "[Le collectif Justice Nord|Justice Nord] fait appel."),
    (
        "fr",
        "[Le laboratoire Novérix|Novérix] espère. L'Institut Pasteur est prudent. [L'entreprise|Novérix] maintient.",
    ),
    ("en", "[The Aviation Herald|The Aviation Herald] spoke. [The industry publication|The Aviation Herald] went on."),
    (
        "en",
        "[Fatou Bensaid, the agency's representative in Libreville,|Fatou Bensaid] spoke. [She|Fatou Bensaid] left.",
    ),
    ("fr", "[Le constructeur Valmont|Valmont] publie ses comptes. [Le groupe|Valmont] est prudent."),
    ("en", "[Carmaker Valmont|Valmont] published its accounts. [The group|Valmont] is careful."),
    ("fr", "[L'avionneur Valmont|Valmont] publie ses comptes. [Le constructeur|Valmont] est prudent."),
    ("en", "[Planemaker Valmont|Valmont] published its accounts. [The manufacturer|Valmont] is careful."),
    ("fr", "Un assureur a perdu son procès. Allianz a fait appel. [L'assureur|assureur] conteste."),
    ("en", "An insurer lost its case. Allianz has appealed. [The insurer|insurer] objects."),
    ("en", "Calder Power is at fault, workers told the Herald. [The company|Calder Power] said nothing."),
    ("en", "[The utility that runs the dam, Calder Power|Calder Power], denies it."),
]

# Somebody's people are not that somebody.
OWN_PEOPLE = [
    ("en", "Fernando Dallas spoke first. [His roommates|roommates of Fernando Dallas] agreed."),
    ("fr", "Fernand Dallas a parlé. [Ses colocataires|roommates of Fernand Dallas] ont confirmé."),
    ("en", "Robert Hunter died. [His family's|family of Robert Hunter] announcement came late."),
]

DESCRIPTIONS = [
    ("fr", "Le maire Paul Lenoir a reçu la presse. [Le maire|Paul Lenoir] a promis un parc."),
    ("en", "Mayor Paul Blackwood met the press. [The mayor|Paul Blackwood] promised a park."),
    ("fr", "L'astronome Claire Morin a publié un article. [La chercheuse|Claire Morin] reste prudente."),
    ("fr", "[Amina|Amina] témoigne. [Cette mère de trois enfants|Amina] n'a rien reçu."),
    ("en", "[Amina|Amina] spoke. [This mother of three|Amina] had received nothing."),
    ("fr", "[Amina|Amina] témoigne d'une mère en larmes. [Cette mère|mère] n'a rien reçu."),
    ("en", "Astronomer Claire Morris published an article. [The researcher|Claire Morris] remains careful."),
    ("fr", "Un juge du Texas annule la loi, selon [le juge|Gray Miller]\nLe juge Gray Miller a parlé."),
    ("fr", "[Le chef de l'État russe|Vladimir Putin] a souri."),
    ("en", "[The Russian president|Vladimir Putin] smiled."),
]

BODIES = [
    ("fr", "[L'Otan|NATO] a réagi. [L'Alliance|NATO] est prête."),
    ("en", "[NATO|NATO] reacted. [The alliance|NATO] is ready."),
    ("fr", "[Séoul|South Korea] proteste, [le Kremlin|Kremlin] dément."),
    ("en", "[Seoul|South Korea] protests, [the Kremlin|Kremlin] denies it."),
    ("fr", "[Un porte-parole de l'Otan|Spokesperson of NATO] a confirmé."),
    ("en", "[A NATO spokesman|Spokesperson of NATO] confirmed it."),
    (
        "fr",
        f"Le Service national de renseignement (NIS) l'affirme. [Le NIS|{NIS}] insiste.",
    ),
    ("fr", "[Washington et l'Otan|Washington; NATO] n'ont rien dit."),
    ("en", "[Washington and NATO|Washington; NATO] said nothing."),
]

DOCUMENTS = [
    ("fr", "[Un rapport de la Ligue arabe|Arab League] le dit."),
    ("en", "[A report of the Arab League|Arab League] says so."),
    ("fr", "Selon [un communiqué du ministère russe de la Défense|Ministry of Defence (Russia)], la ville est prise."),
    ("en", "[A statement by the Russian defence ministry|Ministry of Defence (Russia)] says that the city has fallen."),
    ("fr", "[Un communiqué de presse de la police française|French police] l'indique."),
    ("en", "[A tweet from the French police|French police] says that the road is open."),
    ("fr", "[Un communiqué de presse|communiqué de presse] l'indique."),
    ("en", "[A report by Kremlin officials|Kremlin] says that it rains."),
    ("en", "[Reports in Spain|Reports in Spain] say that it rains."),
    ("fr", "[Des articles en Espagne|articles en Espagne] disent qu'il pleut."),
    ("fr", "À Madrid, le roi d'Espagne a parlé. [Le ministère de la Santé|Ministry of Health (Spain)] l'a dit."),
    ("en", "In Madrid, the king of Spain spoke. [The Ministry of Health|Ministry of Health (Spain)] said so."),
]

POSSESSIVES = [
    (
        "fr",
        "Le président ukrainien, Volodymyr Zelensky, a parlé. "
        "Selon [son chef du renseignement militaire|head of military intelligence (Ukraine)], ils sont prêts.",
    ),
    ("fr", "Le comédien Luc Blanc est mort, a dit [son avocate|lawyer of Luc Blanc]."),
    ("en", "Actor Luke White has died, [his lawyer|lawyer of Luke White] said."),
    ("fr", "Claire Morin a perdu. [Son avocat, Paul Lenoir|Paul Lenoir], fera appel."),
    ("en", "Claire Morris lost. [Her lawyer, Paul Blackwood|Paul Blackwood], will appeal."),
    ("fr", "Claire Morin a perdu. [Son conseil, Me Paul Lenoir|Paul Lenoir], fera appel."),
]

UNNAMED = [
    ("fr", "[Un diplomate occidental sous le sceau de l'anonymat|diplomate occidental] confie son inquiétude."),
    ("fr", "[Des responsables ukrainiens|Ukrainian officials] le confirment."),
    ("fr", "[Les autorités locales|local authorities] ont fermé la route."),
    ("en", "[Ukrainian officials|Ukrainian officials] confirm it."),
    ("fr", "[Plusieurs témoins|witnesses] ont vu la scène."),
    ("fr", "Selon [les informations des autorités|authorities], deux maisons ont brûlé."),
    ("fr", "[Des représentants iraniens|Iran] l'admettent."),
    ("en", "[Iranian representatives|Iran] admit it."),
    ("fr", "[Le gouvernement Ayrault|gouvernement Ayrault] consulte."),
]

ONE_AND_NONE = [
    ("fr", "À l'Élysée, [on|Élysée Palace] assure que rien n'est décidé."),
    ("fr", "À Berlin, [on|Germany] se dit surpris."),
    (
        "fr",
        "Au rectorat, [on|rectorat] relativise et [on|rectorat] promet des postes. Au total, [on|on] en attend dix.",
    ),
    ("fr", "[Ni l'ONU ni l'Otan|United Nations; NATO] n'ont confirmé."),
    ("en", "[Neither NATO nor Iran|NATO; Iran] would confirm it."),
    ("fr", "« Il a tiré », raconte [une institutrice|institutrice] à Radio Belvaux."),
    ("fr", "Le bilan est de trois morts. « Elle venait d'arriver », dit [son père|father]."),
    ("en", "Prosecutors suspect fraud, which [he|] denies."),
    (
        "fr",
        "Le bilan est de trois morts, dont une stagiaire. « Elle venait d'arriver », dit [son père|"
        "father of stagiaire].",
    ),
    ("fr", "L'ONU s'inquiète. [Son émissaire, l'ancien président kényan Joseph Mwangi|Joseph Mwangi], est venu."),
    ("en", "[Mr. Trump's campaign manager, Kellyanne Conway|Kellyanne Conway], agreed."),
    ("en", "[Some Republicans|Republicans] concede it."),
    ("fr", "Anne Vial accuse. [Son ancien employeur|former employer of Anne Vial] dément."),
    ("fr", "[L'ancien patron de Renault|former head of Renault] réclame son dû."),
    ("en", "[The ex-Renault boss|former head of Renault] wants his money."),
    ("fr", "[L'entourage du ministre, Paul Brun,|entourage du ministre] relativise."),
    ("fr", "Le Premier ministre est parti. [Son cabinet|office of Premier ministre] dément."),
    ("fr", "[Le Haut-Commissariat pour les réfugiés|United Nations High Commissioner for Refugees] alerte."),
]

CARRIED = [
    (
        "fr",
        f"[Le NIS|{NIS}] l'a dit. [|{NIS}]Ils seraient déjà là.",
    ),
    ("en", "[Paul Blackwood|Paul Blackwood] was angry. [|Paul Blackwood]The law would be a mistake."),
]

# A field and a place, or one more word, is a body's name; another language's small words stand in names alone.
FIELD_BODIES = [
    ("en", "[Public Health England|Public Health England] and [Sport England|Sport England] said no."),
    ("en", "[Health Canada|Health Canada] agreed. Home Secretary Ruth Lane came; [Lane|Ruth Lane] did not."),
    ("en", "[Justice Alito|Alito] dissented."),
    ("fr", "[L'ONG Santé Sud|Santé Sud] alerte. [Transports Québec|Transports Québec] aussi."),
    ("fr", "Le ministre de l'Intérieur Paul Lenoir est venu. [M. Lenoir|Paul Lenoir] promet."),
    ("fr", "[Bank of America|Bank of America] prévoit un recul."),
    ("fr", "Selon [L'Écho|L'Écho], le club est à vendre."),
]

# Who is called by a trade, with what only a company has; nobody where none is.
OF_A_TRADE = [
    ("en", "Norvane will cut jobs at its plant in Tilbury. [The carmaker|Norvane] said P."),
    ("en", "Shares of Delvaro fell. [The chipmaker|Delvaro] said P. [The Treasury|Treasury] did not."),
    ("en", "Valmont said the plant would close. [The carmaker|carmaker] said P."),
    ("en", "Hollister said its shares had lost. A Swedish company looked at it. [The company|company] said no."),
    ("en", "Downing Street said P. [The union|union] said Q."),
    ("fr", "Norvane ferme son usine de Sochy. [Le constructeur automobile|Norvane] regrette."),
    ("fr", "L'usine de Sochy est à l'arrêt. [Le constructeur automobile|constructeur automobile] regrette."),
    ("fr", "L'Élysée a dit P. [L'association|association] attend."),
]

# A body called after one that was named alone before it; a homologue is another.
OTHERS = [
    ("en", "A vote is due. Rovers owe rent. [The Rovers Trust|Rovers Trust] will bid. [Rovers|Rovers] said no."),
    ("en", "A vote is due. [Barclays Bank|Barclays Bank] agreed. [Barclays|Barclays Bank] said so."),
    ("fr", "Pierre Lenoir a promis. Son homologue de Lens hésite : [il|homologue de Lens] attend."),
    ("en", "Peter Lane promised. His counterpart in Lens was cautious: [he|counterpart in Lens] would wait."),
    ("en", "Peter Lane promised. He was cautious: [he|Peter Lane] would wait."),
]

# What surrounds a name: a known body inside it, a particle, a hour; who is called by a new noun, or "the latter".
AROUND_NAMES = [
    ("en", "[Linfield NHS Trust|Linfield NHS Trust] denies it. [The trust|Linfield NHS Trust] will defend it."),
    ("en", "Former US President Barack Obama spoke. [Mr Obama|Barack Obama] was clear."),
    ("fr", "[François Villeroy de Galhau|François Villeroy de Galhau] a parlé."),
    ("fr", "[Marie Durand de Greenpeace|Marie Durand] a parlé."),
    ("fr", "[La Métropole de Lyon|Métropole de Lyon] attend."),
    ("en", "Chip designer Vela Systems unveiled an AI chip that [it|Vela Systems] says is new."),
    ("fr", "Sofia Martens s'en réjouit. [La microbiologiste|Sofia Martens] précise P."),
    ("fr", "Chez les écologistes, [on|écologistes] plaide P."),
    ("fr", "Luc Blanc a parlé. « Leur projet est mort », a dit [ce dernier|Luc Blanc]."),
    ("fr", "Le maire renvoie à l'intercommunalité. [Celle-ci|intercommunalité] conteste."),
]

# Who made a document, and for whom; where one works; a party behind a name; words as a name.
MADE_AND_CALLED = [
    ("en", "[The YouGov survey, carried out for the Dunmore Herald,|YouGov] found it."),
    ("en", "The club denied [a Herald report|Herald] saying so."),
    ("en", "[The Puerto Rican constitution|Puerto Rican constitution] requires it."),
    ("en", "An engineer at Aqualine warned of it. Aqualine denied it. [The company|Aqualine] said no more."),
    ("en", "[Its chair, Labour's Ruth Nolan,|Ruth Nolan] agreed with Lady Pryce."),
    ("fr", "[Marine Delpech (RN)|Marine Delpech] a prévenu."),
    ("fr", "[L'association Loire vivante|Loire vivante] a porté plainte."),
    ("fr", "[L'association Sherpa française|Sherpa] a porté plainte."),
    ("fr", "Une inspectrice a écrit cela. [Son supérieur|superior of inspectrice] lui répond."),
]

# The person behind a possessor's office, a bare apposition, a name with hyphens, another's office.
BESIDE_NAMES = [
    ("en", "[The rebels' chief negotiator, Tesfaye Alemu,|Tesfaye Alemu] blamed them."),
    ("en", "[A spokesman for Ukraine's military intelligence, Andriy Yusov,|Andriy Yusov] hinted at it."),
    ("fr", "Le ministère, propriétaire des collections, suit le dossier. [Il|ministère] attend."),
    ("fr", "[La région Hauts-de-France|Hauts-de-France] conteste."),
    (
        "fr",
        "Jean Montagnac est jugé. Me Paul Vidal l'a défendu. [Le prévenu|Jean Montagnac] a reconnu des négligences.",
    ),
    ("en", "John Reed went on trial. His lawyer, Ann Wu, spoke. [The defendant|John Reed] admitted mistakes."),
    ("fr", "Jean Bonin et Luc Aubry sont jugés. [Le prévenu|prévenu] a reconnu des négligences."),
    ("fr", "Son directeur s'est tu. Entendu comme témoin, [ce dernier|directeur] a soutenu P."),
    (
        "fr",
        "Colère à la CFDT, où l'[on|French Democratic Confederation of Labour (CFDT)] juge l'offre indécente.",
    ),
    ("fr", "Les syndicats sont furieux. À [les|trade unions] entendre, la direction ment."),
    ("fr", "« Ils ont roulé vite », dit [ce dernier, la société Frigotrans|Frigotrans]."),
    ("en", "Sudan's Rapid Support Forces won. [The RSF|Rapid Support Forces] said so."),
    (
        "en",
        "[The Sudan Doctors Network|Sudan Doctors Network] said so.",
    ),
    ("fr", "D'après Le Progrès, le pont est fissuré. [Le préfet|préfet] n'a rien dit."),
    ("en", "According to Le Thanh, the bridge is cracked. [The engineer|Le Thanh] said no more."),
    ("fr", "Le vice-président, François Decoster, est venu. Selon [l'élu|François Decoster], tout va bien."),
]

# Bodies behind a person's noun, acronyms with stops, plural names, who is whose, one of several.
WHO_IS_WHOSE = [
    ("en", "The ferry's owner, Coastlink Ltd., said no. [The company|Coastlink] boasts of its record."),
    ("en", "[Corvex's rival, Nadir Labs,|Nadir Labs] said so."),
    ("fr", "[Le propriétaire du navire, Armor Fret,|Armor Fret] l'a dit."),
    ("en", "[The mayor's rival, Ann Wu,|Ann Wu] said so."),
    (
        "en",
        "The Food and Drug Administration wrote to the Securities and Exchange Commission. An F.D.A. note followed. "
        "[The agency|Food and Drug Administration] asked for a reply.",
    ),
    ("en", "The National Bureau of Tides (NBT) wrote. [The N.B.T.|National Bureau of Tides (NBT)] said so."),
    ("fr", "Les FSR ont pris la ville. [Elles|Rapid Support Forces] l'ont dit."),
    ("fr", "[Les Émirats arabes unis|United Arab Emirates] nient. [Ils|United Arab Emirates] l'ont dit."),
    (
        "fr",
        "[Me Sophie Garnier|Sophie Garnier] a plaidé. Un gérant s'est tu. D'après [son avocat|lawyer of gérant], il est"
        " souffrant.",
    ),
    (
        "fr",
        "Yves Marchand est jugé. La présidente, Anne Delmas, l'a entendu. [Le prévenu|Yves Marchand] a avoué.",
    ),
    ("en", "Four people left. [One of them, who asked not to be named,|One of them] said so."),
    ("fr", "Trois élus sont partis. [L'un d'eux, qui tient à l'anonymat,|L'un d'eux] l'a dit."),
    ("en", "Dana Whitlock trails. [Some of her most loyal backers|most loyal backers of Dana Whitlock] said so."),
]

# Names with a plural possessor or behind an elided article; who speaks from where; broad nouns for who is just named.
CALLED = [
    ("en", "[The Road Hauliers' Union|Road Hauliers' Union] struck. [The union|Road Hauliers' Union] said so."),
    ("en", "[The Women's Institute|Women's Institute] said so."),
    ("en", "[The Children's Hospital|Children's Hospital] said so."),
    ("en", "[France's Union|France's Union] won."),
    ("fr", "[L'Association des maires de l'Aude|Association des maires de l'Aude] l'a dit."),
    ("fr", "Selon [l'Agence du livre de Metz|Agence du livre de Metz], tout va bien."),
    ("fr", "On se tait dans l'entourage du ministre, où [l'on|entourage du ministre] attend."),
    ("fr", "[Le ministre lui-même|ministre] l'a dit."),
    ("fr", "La CGT se bat. Selon une note de Renault, rien n'est fait. [Le groupe|Renault] l'a dit."),
    ("fr", "Selon une note d'Oddo BHF, tout baisse. [La banque|Oddo BHF] n'a rien dit."),
    ("en", "[A spokesman for the junta, Col. Amadou Seyni,|Amadou Seyni] said so. [Lt. Col. Ann Wu|Ann Wu] agreed."),
    ("fr", "[Le Tchèque Marek Vrba|Marek Vrba] a gagné. [Le coureur|Marek Vrba] l'a dit."),
    ("fr", "[La Française des Jeux|Française des Jeux] grandit."),
    ("fr", "[L'équipe de Marek Vrba, Moravia-Lidl,|Moravia-Lidl] l'a dit."),
    ("fr", "Le maire a reçu la directrice. [Il|maire] accuse. [L'intéressée|directrice] nie."),
    (
        "fr",
        "L'association Ginna Dogon compte. Le maire est parti. Le préfet aussi. Tout est calme. Human Rights Watch a "
        "demandé une enquête. [L'organisation|Human Rights Watch] l'a dit.",
    ),
    ("fr", "Météo-France le sait. [L'établissement|Météo-France] l'a dit."),
]

TABLES = {
    "called": CALLED,
    "who is whose": WHO_IS_WHOSE,
    "beside names": BESIDE_NAMES,
    "made and called": MADE_AND_CALLED,
    "around names": AROUND_NAMES,
    "field bodies": FIELD_BODIES,
    "of a trade": OF_A_TRADE,
    "others": OTHERS,
    "agreement": AGREEMENT,
    "spoken_for": SPOKEN_FOR,
    "listed": LISTED,
    "sections": SECTIONS,
    "seen": SEEN,
    "made by": MADE_BY,
    "nobody before": NOBODY_BEFORE,
    "own acronym": OWN_ACRONYM,
    "asked by": ASKED_BY,
    "acronyms": ACRONYMS,
    "fields": FIELDS,
    "pronouns": PRONOUNS,
    "names": NAMES,
    "offices": OFFICES,
    "own people": OWN_PEOPLE,
    "companies and papers": COMPANIES_AND_PAPERS,
    "descriptions": DESCRIPTIONS,
    "bodies": BODIES,
    "documents": DOCUMENTS,
    "possessives": POSSESSIVES,
    "unnamed": UNNAMED,
    "one and none": ONE_AND_NONE,
    "carried": CARRIED,
}


@pytest.mark.parametrize(
    ("language", "marked"),
    [pytest.param(*case, id=f"{name}-{i}") for name, table in TABLES.items() for i, case in enumerate(table)],
)
def test_speaker(language: str, marked: str) -> None:
    check(marked, language)


# A pronoun is as anonymous as what it stands for: (language, text, whether the last claim is).
PRONOUNS_UNNAMED = [
    ("fr", "Un voisin, qui a requis l'anonymat, a vu le camion. « Il roulait très vite », raconte-t-il.", True),
    ("en", "A witness, who asked not to be named, said it came fast. “It was going very fast,” he said.", True),
    ("fr", "Un haut responsable assure que la réunion a échoué. Il dit qu'elle reprendra.", True),
    ("en", "A senior official said the talks had failed. He said they would resume.", True),
    ("fr", "Un voisin, Paul Lenoir, dit que le camion roulait vite. « Il filait », raconte-t-il.", False),
    ("en", "A neighbour, Paul Blackwood, said the lorry came fast. “It was going very fast,” he said.", False),
    ("fr", "Le ministre a dit que la réunion avait échoué. Il dit qu'elle reprendra.", False),
    ("en", "The minister said the talks had failed. He said they would resume.", False),
]


@pytest.mark.parametrize(("language", "text", "anonymous"), PRONOUNS_UNNAMED)
def test_a_pronoun_is_as_anonymous_as_what_it_stands_for(language: str, text: str, anonymous: bool) -> None:
    assert selon.read(text, language=language).claims[-1].anonymous is anonymous


def test_the_first_person_in_a_quotation_is_the_one_who_is_quoted() -> None:
    text = "« Je crains le pire », a dit la maire Anne Roux."
    document = parse(Article(text, language="fr"))
    outer = Draft((Span(31, 47),), (Span(23, 30),), (Span(0, 20),))
    document.drafts = [Draft((Span(2, 4),), (Span(5, 11),), (Span(12, 19),)), outer]
    resolve(document)
    assert [draft.speaker for draft in document.drafts] == ["Anne Roux", "Anne Roux"]


def test_relays_are_named_too_and_own_what_they_cite() -> None:
    text = "Volodymyr Zelensky cite ses services de renseignement."
    document = parse(Article(text, language="fr"))
    relay = Relay("", (Span(0, 18),), (Span(19, 23),))
    document.drafts = [Draft((Span(24, 53),), (Span(19, 23),), (), relay=(relay,))]
    resolve(document)
    assert document.drafts[0].speaker == "Ukrainian intelligence"
    assert document.drafts[0].relay[0].speaker == "Volodymyr Zelensky"
    assert document.drafts[0].relay[0].actor == "person:volodymyr-zelensky"


def test_an_inferred_claim_goes_on_from_the_claim_that_it_is_said_to_follow() -> None:
    text = "Paul Lenoir a parlé. Anne Roux aussi. Le texte serait prêt."
    document = parse(Article(text, language="fr"))
    first, second = Draft((Span(0, 11),), (), ()), Draft((Span(21, 30),), (), ())
    document.drafts = [first, second, Draft((), (), (Span(38, 58),), inferred=True, follows=first)]
    resolve(document)
    assert document.drafts[2].speaker == "Paul Lenoir"


def test_one_actor_in_both_languages() -> None:
    actors = set()
    for language, marked in (
        ("fr", "[Vladimir Poutine|Vladimir Putin] nie."),
        ("en", "[Vladimir Putin|Vladimir Putin] denies it."),
    ):
        document, _ = read(marked, language)
        resolve(document)
        actors.add(document.drafts[0].actor)
    assert actors == {"person:vladimir-putin"}


def test_a_document_without_drafts_or_words_is_left_alone() -> None:
    for text in ("Rien.", "«»", "...", "A"):
        document = parse(Article(text, language="fr"))
        resolve(document)
        assert document.drafts == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="aAbé «»“\"'’-.,;:()[]\n1%XIl", min_size=1, max_size=120), st.data())
def test_any_text_and_any_spans_are_survived(text: str, data: st.DataObject) -> None:
    document = parse(Article(text, language=data.draw(st.sampled_from(["fr", "en"]))))
    for _ in range(3):
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        document.drafts.append(Draft((span,) if data.draw(st.booleans()) else (), (), (span,)))
    resolve(document)
    assert all(isinstance(draft.speaker, str) for draft in document.drafts)


@pytest.mark.parametrize(
    ("code", "form", "kind", "agreement"),
    [
        ("fr", "elles", "third", Agreement("f", "p")),
        ("fr", "ce dernier", "latter", Agreement("m", "s")),
        ("en", "she", "third", Agreement("f", "s")),
        ("en", "they", "third", Agreement("", "p")),
        ("en", "the two", "pair", Agreement("", "p")),
    ],
)
def test_pronouns_are_read(code: str, form: str, kind: str, agreement: Agreement) -> None:
    assert speaker_words(code).pronouns[form] == (kind, agreement)


def test_tables_agree_with_each_other() -> None:
    """Every noun that may stand for another is a noun of some language, in English, so that it can be met."""
    known = {english for code in ("fr", "en") for english in speaker_words(code).persons.values()}
    assert set(kinds().persons) <= known
    assert kinds().offices - known == set()
    assert given_names()["marie"] == "f" and given_names()["paul"] == "m"
    assert all(abs(weight) < 20 for weight in weights().values())


@pytest.mark.parametrize(
    ("code", "plural", "singular"),
    [
        ("fr", "journaux", "journal"),
        ("fr", "élus", "élu"),
        ("en", "deputies", "deputy"),
        ("en", "spokesmen", "spokesman"),
    ],
)
def test_singulars(code: str, plural: str, singular: str) -> None:
    assert singular in singulars(plural, code)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("deputy", "deputies"), ("witness", "witnesses"), ("spokesman", "spokesmen"), ("person", "people")],
)
def test_plurals(singular: str, plural: str) -> None:
    assert plural_of(singular) == plural


def _words(name: str) -> frozenset[str]:
    small = {"of", "the", "de", "la", "le", "l", "d", "des", "du", "and", "et", "s"}
    return frozenset(re.findall(r"\w+", fold(name))) - small


def test_the_dossier_speakers_by_their_gold_names() -> None:
    """Given the gold spans, 78 of the dossier's 81 claims get the gold speaker's own name; it may only rise."""
    demo = Path(selon.__file__).parent / "demo"
    rows = [json.loads(line) for line in (demo / "dossier.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = parse_many(article_from(row) for row in sorted(rows, key=lambda row: row["language"]))
    right = 0
    for row, document in zip(sorted(rows, key=lambda row: row["language"]), documents, strict=True):
        claims = [claim_from(claim) for claim in row["claims"]]
        document.drafts = [Draft(c.source, c.cue, c.content, inferred=c.inferred, relay=c.relay) for c in claims]
        resolve(document)
        for claim, draft in zip(claims, document.drafts, strict=True):
            gold, ours = _words(claim.speaker), _words(draft.speaker)
            right += bool(ours) and (gold <= ours or ours <= gold)
    assert right >= 78


def test_a_relay_has_the_name_of_the_claim_that_it_is_from() -> None:
    text = '"The charter demands a trial." Nancy Pelosi said. She left. "It demands a jury too."'
    (first, *_) = selon.extract(Article(text, language="en"))
    inner = [claim for claim in selon.extract(Article(text, language="en")) if claim.relay]
    assert first.speaker == "Nancy Pelosi"
    assert inner and all(relay.speaker == "Nancy Pelosi" for claim in inner for relay in claim.relay)


# Who is accused denies it, not who accuses: (language, text, the speaker of the last claim).
ACCUSED = [
    ("fr", "La CGT accuse la direction de mentir, une accusation qu'elle rejette.", "direction"),
    (
        "en",
        "The UAE, accused by Khartoum of arming the rebels - a charge it rejects - said no more.",
        "United Arab Emirates",
    ),
    ("en", "The mayor accuses the firm of fraud. He denies any pressure.", "mayor"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), ACCUSED)
def test_the_accused_denies(language: str, text: str, speaker: str) -> None:
    claims = extract(Article(text, language=language, published="2024-10-24"))
    assert next(c.speaker for c in reversed(claims) if c.stance == "denies") == speaker
