"""How sure a content is put: a table a phenomenon, French and English, what weakens beside what only looks so.

The content is marked ``<p>``, the cue ``<c>`` (by itself where it is "a dit", "said", "Selon" …).
"""

from __future__ import annotations

import re

import pytest

from tests.analysis.marking import labels_of

# A condition on the main clause, wherever it stands.
CONDITIONS = [
    ("fr", "Il a dit <p>que, si la trêve échouait, la guerre reprendrait</p>.", "conditional"),
    ("en", "He said <p>that if the truce failed, the war would resume</p>.", "conditional"),
    ("fr", "La maire <c>a déclaré</c> <p>que le pont rouvrirait s'il ne pleuvait pas</p>.", "conditional"),
    ("fr", "La maire <c>a déclaré</c> <p>que les gens resteraient s'ils pouvaient</p>.", "conditional"),
    ("fr", "La maire <c>a déclaré</c> <p>que, si le pont cède, la ville sera coupée en deux</p>.", "conditional"),
    ("en", "The mayor <c>said</c> <p>that if the bridge fails, the town will be cut in two</p>.", "conditional"),
    ("fr", "<p>Si le pont cède, la ville sera coupée en deux</p>, <c>a déclaré</c> la maire.", "conditional"),
    ("en", "<p>If the bridge fails, the town will be cut in two</p>, the mayor <c>said</c>.", "conditional"),
    ("fr", "<p>S'il pleut, le marché fermera</p>, <c>a déclaré</c> la maire.", "conditional"),
    ("en", "The mayor <c>said</c> <p>the town would be cut in two if the bridge failed</p>.", "conditional"),
    ("fr", "Il <c>a dit</c> <p>qu’il partirait à condition que la trêve tienne</p>.", "conditional"),
    ("fr", "Il <c>a dit</c> <p>que la trêve tiendra à condition qu'elle soit signée</p>.", "conditional"),
    ("en", "He <c>said</c> <p>they would leave unless the truce held</p>.", "conditional"),
    ("fr", "<p>À moins d'un accord, la grève reprendra lundi</p>, <c>prévient</c> le syndicat.", "conditional"),
    ("en", "<p>Unless a deal is reached, the strike will resume on Monday</p>, the union <c>said</c>.", "conditional"),
    ("fr", "Il <c>assure</c> <p>qu'il n'y aura pas de hausse si la croissance se maintient</p>.", "conditional"),
    ("en", "He <c>said</c> <p>there would be no rise if growth held</p>.", "conditional"),
    ("fr", "Elle <c>a dit</c> <p>que le vote est nul si aussi peu de gens votent</p>.", "conditional"),
    ("fr", "Elle <c>a dit</c> <p>que même si elle perd, elle restera si le parti le veut</p>.", "conditional"),
    ("en", "She <c>said</c> <p>that even if she loses, she will stay if the party wants her</p>.", "conditional"),
]

# What only looks so: another word, a set phrase, a question that is the content itself.
NO_CONDITIONS = [
    ("fr", "La maire <c>a déclaré</c> <p>que les secours s'en sont approchés à pied</p>.", "certain"),
    ("fr", "Il <c>a dit</c> <p>que la guerre reprendra même si la trêve tient</p>.", "certain"),
    ("en", "He <c>said</c> <p>the war will resume even if the truce holds</p>.", "certain"),
    ("fr", "Il <c>a dit</c> <p>que la guerre reprendrait même si la trêve tenait</p>.", "certain"),
    ("fr", "<p>Si l'on en croit les chiffres, la grève est suivie et durera</p>, <c>a dit</c> la maire.", "certain"),
    ("en", "<p>If anything, the truce is weak and will fail</p>, the mayor <c>said</c>.", "certain"),
    ("fr", "Les ingénieurs <c>ont vérifié</c> <p>si le pont tient</p>.", "certain"),
    ("fr", "Les ingénieurs <c>ont vérifié</c> <p>s'il tient</p>.", "certain"),
    ("en", "Engineers <c>verified</c> <p>if the bridge holds</p>.", "certain"),
    ("fr", "Il <c>a dit</c> <p>ne pas savoir si le chef de l'État viendrait</p>.", "certain"),
    ("en", "She <c>said</c> <p>she did not know if he would come</p>.", "certain"),
    (
        "fr",
        "Le rapport <c>indique</c> <p>que l'incendie est accidentel, même si d'autres pistes sont suivies</p>.",
        "certain",
    ),
]

# Adverbs and adverbial phrases, in any place; cut short, a phrase is none.
ADVERBS = [
    ("fr", "Selon lui, <p>la trêve va sans doute échouer</p>.", "probable"),
    ("en", "He said <p>the truce would probably fail</p>.", "probable"),
    ("fr", "Selon lui, <p>la trêve va échouer, peut-être</p>.", "possible"),
    ("en", "He said <p>the truce will fail, perhaps</p>.", "possible"),
    ("fr", "Il a dit <p>que la ville avait appris à faire sans</p>.", "certain"),
    ("en", "He said <p>the answer was no</p>.", "certain"),
    ("fr", "<c>Selon</c> lui, <p>il se peut que le virus circule depuis décembre</p>.", "possible"),
    ("fr", "<c>Selon</c> lui, <p>il se peut qu'il circule depuis décembre</p>.", "possible"),
    ("fr", "<c>Selon</c> lui, <p>le virus circule peut-être depuis décembre</p>.", "possible"),
    ("en", "<c>According to</c> him, <p>the virus has perhaps been spreading since December</p>.", "possible"),
    ("fr", "<c>Selon</c> lui, <p>le virus circule vraisemblablement depuis décembre</p>.", "probable"),
    ("en", "The mayor <c>said</c> <p>that the bridge will probably reopen on Monday</p>.", "probable"),
    ("fr", "Selon lui, <p>la victime lui devait prétendument de l'argent</p>.", "reported"),
    ("en", "<p>The victim allegedly owed him money</p>, prosecutors <c>said</c>.", "reported"),
    ("fr", "Il a dit <p>que la trêve va probablement échouer et peut-être demain</p>.", "possible"),
    ("en", "He said <p>the truce will probably fail, perhaps tomorrow</p>.", "possible"),
]

# An adverb that belongs to a figure, an adjective or an apposition leaves the clause as it is.
OF_A_PART = [
    ("fr", "Il a dit <p>que les brûlures couvraient probablement 85 % du corps</p>.", "certain"),
    ("en", "He said <p>the burns covered reportedly 85 % of his body</p>.", "certain"),
    ("fr", "Il a dit <p>que la ville compte peut-être environ deux mille habitants</p>.", "certain"),
    ("fr", "Il a dit <p>que la ville compte peut-être quelque deux mille habitants</p>.", "certain"),
    ("en", "He said <p>the town has perhaps about two thousand people</p>.", "certain"),
    ("en", "He said <p>the burns covered reportedly over 80 % of his body</p>.", "certain"),
    ("en", "He said <p>the victim was a man reportedly aged 12</p>.", "certain"),
    ("en", "He said <p>there was no doubt that the ship was overloaded</p>.", "certain"),
    ("en", "He said <p>the ship was no doubt overloaded</p>.", "probable"),
    ("fr", "Il a dit <p>que l'équipe a trouvé une planète potentiellement habitable</p>.", "certain"),
    ("fr", "Il a dit <p>que l'équipe a trouvé une planète rocheuse potentiellement habitable</p>.", "certain"),
    ("en", "He said <p>the team found a potentially habitable planet</p>.", "certain"),
    ("fr", "Il a dit <p>que la planète est potentiellement habitable</p>.", "possible"),
    ("en", "He said <p>the planet is potentially habitable</p>.", "possible"),
    ("fr", "Il a parlé d'<p>une planète potentiellement habitable</p>, <c>selon</c> elle.", "possible"),
    ("en", "He spoke of <p>a potentially habitable planet</p>, <c>according to</c> her.", "possible"),
    ("en", "<p>Possibly dangerous winds are on their way</p>, he said.", "possible"),
    ("fr", "Elle a dit <p>que ce fut un bon début, sans doute le meilleur</p>.", "certain"),
    ("en", "She said <p>it was a good start, probably the best</p>.", "certain"),
    ("fr", "Elle a dit <p>qu'il vit à l'étranger, sans doute à Rome</p>.", "certain"),
    ("en", "She said <p>he lives abroad, probably in Rome</p>.", "certain"),
    ("en", "She said <p>he lives, probably, in Rome</p>.", "probable"),
    ("fr", "Elle a dit <p>qu'il vit sans doute à Rome</p>.", "probable"),
    ("en", "She said <p>he lives probably in Rome</p>.", "probable"),
    ("fr", "Elle a dit : <p>« Peut-être la trêve tient »</p>.", "possible"),
    ("fr", "Elle a dit : <p>« Peut-être que la trêve tient »</p>.", "possible"),
    ("en", "She said: <p>“Perhaps the truce holds”</p>.", "possible"),
]

# Verbs: modals, "devoir" and "pouvoir" in the conditional, and those that hedge what they govern.
VERBS = [
    ("fr", "Il a dit <p>que la trêve pourrait échouer</p>.", "possible"),
    ("en", "He said <p>the truce might fail</p>.", "possible"),
    ("en", "The mayor <c>said</c> <p>that the bridge could fail</p>.", "possible"),
    ("en", "<p>The fighting may have killed thirty people</p>, the army <c>said</c>.", "possible"),
    ("en", "<p>It could take weeks to restore power</p>, officials <c>said</c>.", "possible"),
    ("fr", "Selon lui, <p>le groupe aurait pu composer avec l'armée</p>.", "possible"),
    ("fr", "Selon lui, <p>le groupe aurait très bien pu composer avec l'armée</p>.", "possible"),
    ("en", "He said <p>the group could have come to terms with the army</p>.", "possible"),
    ("fr", "Selon lui, <p>le groupe a pu composer avec l'armée</p>.", "certain"),
    ("en", "He said <p>the soldiers could not find the bridge</p>.", "certain"),
    ("en", "He said <p>the soldiers couldn't find the bridge</p>.", "certain"),
    ("fr", "<c>Selon</c> le président, <p>l'accord pourra être signé lundi</p>.", "certain"),
    ("en", '<p>"We can win,"</p> he <c>said</c>.', "certain"),
    ("fr", "Selon lui, <p>le sommet devrait avoir lieu en mai</p>.", "probable"),
    ("en", "She said <p>the results should be ready in May</p>.", "probable"),
    ("en", "She said <p>the results should soon be ready</p>.", "probable"),
    ("fr", "Le ministre <c>estime</c> <p>que le projet devrait être terminé en 2025</p>.", "probable"),
    ("en", "She said <p>the prisoner should be released on Friday</p>.", "certain"),
    ("en", "She said <p>the president should accept the result</p>.", "certain"),
    ("en", "She said <p>that is how things should be</p>.", "certain"),
    ("en", "Officials <c>said</c> <p>that he must have fallen</p>.", "probable"),
    ("en", "Officials <c>said</c> <p>he must resign</p>.", "certain"),
    ("fr", "Il a dit <p>qu’ils semblaient être partis</p>.", "probable"),
    ("en", "He said <p>they appear to have left</p>.", "probable"),
    ("fr", "Il a dit <p>que la digue semble à l'abri</p>.", "probable"),
    ("en", "He said <p>this seems to most experts a mistake</p>.", "probable"),
    ("fr", "Selon lui, <p>le pont semblerait menacé</p>.", "probable"),
    ("fr", "Selon lui, <p>la hausse paraîtrait justifiée</p>.", "probable"),
    ("fr", "<c>Pour</c> l'économiste, <p>la récession semble inévitable</p>.", "probable"),
    ("en", "<c>According to</c> economists, <p>a recession seems inevitable</p>.", "probable"),
    ("fr", "Selon lui, <p>le livre paraît en mai</p>.", "certain"),
    ("en", "He said <p>the suspect appeared in court on Monday</p>.", "certain"),
    ("fr", "<c>Selon</c> les médecins, <p>le patient risque de perdre la vue</p>.", "possible"),
    ("en", "He said <p>that is the verdict they expect</p>.", "probable"),
    ("en", "He said <p>the troops are expected to leave in May</p>.", "probable"),
]

# Passives of saying and believing, with what follows from them.
PASSIVES = [
    ("fr", "Il a dit <p>que la trêve est supposée tenir</p>.", "probable"),
    ("en", "He said <p>the truce is assumed to hold</p>.", "probable"),
    ("fr", "Il a dit <p>que la réunion est censée finir lundi</p>.", "probable"),
    ("fr", "Il a dit <p>que le convoi est censé arriver lundi</p>.", "probable"),
    ("fr", "Il a dit <p>que l'armée est présumée avoir fui</p>.", "probable"),
    ("en", "He <c>said</c> <p>the army is believed to have left</p>.", "probable"),
    ("fr", "Il a dit <p>que le navire est réputé avoir coulé</p>.", "reported"),
    ("en", "He said <p>the ship is widely reported to have sunk</p>.", "reported"),
    ("en", "He said <p>the army believed to the end</p>.", "certain"),
    ("en", "He said <p>the case was reported by neighbours</p>.", "certain"),
]

# Adjectives and nouns of doubt: said of the subject, or heading words without a verb.
ADJECTIVES_AND_NOUNS = [
    ("fr", "Il a dit <p>qu’il était possible qu’ils soient partis</p>.", "possible"),
    ("en", "He said <p>it is possible that they have left</p>.", "possible"),
    ("en", "The minister <c>said</c> <p>the project was likely to be finished in 2025</p>.", "probable"),
    ("fr", "Il a évoqué <p>un possible retrait des troupes</p>, <c>selon</c> elle.", "possible"),
    ("en", "He mentioned <p>a possible withdrawal of the troops</p>, <c>according to</c> her.", "possible"),
    ("fr", "Il a évoqué <p>le retrait des troupes du possible agresseur</p>, <c>selon</c> elle.", "certain"),
    ("en", "He mentioned <p>the withdrawal of the possible aggressor</p>, <c>according to</c> her.", "certain"),
    ("fr", "Il a dit <p>que la police a interrogé les possibles témoins</p>.", "certain"),
    ("en", "He said <p>the police have questioned possible witnesses</p>.", "certain"),
    ("en", "The agency said <p>he is the alleged leader of the group</p>.", "reported"),
    ("en", "<p>The suspected gunman has been arrested</p>, police <c>said</c>.", "certain"),
    ("fr", "Il a dit <p>qu'il existe une possibilité d'accord</p>.", "possible"),
    ("en", "He said <p>there remains a possibility of a deal</p>.", "possible"),
    ("en", "He said <p>there is a very real possibility of a deal</p>.", "possible"),
    ("fr", "Il a dit <p>que nous avons l'impression de tourner en rond</p>.", "probable"),
    ("en", "He said <p>the rebels have every likelihood of success</p>.", "probable"),
    ("fr", "Il a évoqué <p>la possibilité d'un retrait</p>, <c>selon</c> elle.", "possible"),
    ("en", "He mentioned <p>the possibility of a withdrawal</p>, <c>according to</c> her.", "possible"),
    ("fr", "Il a dit <p>que le ministre écarte la possibilité d'une grève</p>.", "certain"),
    ("en", "He said <p>the minister dismissed the possibility of a strike</p>.", "certain"),
]

# A hedge in a relative or adverbial clause, or in a contrast, is not the content's.
SUBORDINATE = [
    ("fr", "Il a dit <p>que le plan, qui pourrait échouer, sera voté lundi</p>.", "certain"),
    ("en", "He said <p>the plan, which might fail, will be put to the vote on Monday</p>.", "certain"),
    ("fr", "<c>D'après</c> l'enquête, <p>le conducteur, qui aurait bu, roulait trop vite</p>.", "certain"),
    ("en", "<c>According to</c> police, <p>the driver, who reportedly had been drinking, was speeding</p>.", "certain"),
    ("fr", "Elle <c>affirme</c> <p>que la ministre savait que la digue pouvait céder</p>.", "certain"),
    ("fr", "<p>Le site, qui devrait rouvrir en mai, a été pillé</p>, <c>selon</c> la police.", "certain"),
    ("en", "The army <c>said</c> <p>the bridge, which could collapse, had been closed</p>.", "certain"),
    ("en", "He <c>said</c> <p>the two sides had agreed to meet in May, when elections might be held</p>.", "certain"),
    (
        "en",
        "The report <c>said</c> <p>the fire was caused by a short circuit, although other causes may exist</p>.",
        "certain",
    ),
    ("fr", "<c>Selon</c> elle, <p>un plan de 556 départs, tandis que Sofar supprimerait mille postes</p>.", "certain"),
]

# The French conditional without a condition, and the English that stands for it.
MOOD = [
    # what the speaker does not vouch for
    ("fr", "Selon l’agence, <p>huit soldats auraient été tués</p>.", "reported"),
    ("fr", "<p>Des officiers seraient déjà sur place</p>.", "reported"),
    ("fr", "<p>Les combats auraient fait trente morts</p>, <c>selon</c> l'armée.", "reported"),
    ("fr", "<p>Trois otages seraient toujours retenus</p>, <c>a indiqué</c> une source diplomatique.", "reported"),
    ("fr", "La maire <c>a annoncé</c> <p>que le navire aurait coulé</p>.", "reported"),
    ("fr", "La maire <c>a annoncé</c> <p>que le navire aurait sans raison coulé</p>.", "reported"),
    ("fr", "La maire <c>affirme</c> <p>que le pont rouvrirait lundi</p>.", "reported"),
    # the future of a past
    ("fr", "Il <c>a assuré</c> <p>que le train partirait à midi</p>.", "certain"),
    ("fr", "La maire <c>a annoncé</c> <p>que le pont serait fermé</p>.", "certain"),
    ("fr", "La maire <c>a annoncé</c> <p>qu'il y aurait une enquête</p>.", "certain"),
    ("fr", "Le ministre <c>a estimé</c> <p>que le projet serait terminé en 2025</p>.", "certain"),
    ("en", "The minister <c>said</c> <p>the project would be finished in 2025</p>.", "certain"),
    # a regret
    ("fr", "Selon lui, <p>les autorités auraient dû s'inquiéter</p>.", "certain"),
    # hypothetical
    ("fr", "Elle ajoute : <p>« Ce serait une erreur »</p>.", "conditional"),
    ("fr", "<p>« Il faudrait que l'Europe réagisse »</p>, <c>a lancé</c> le député.", "conditional"),
    ("fr", "Selon lui, <p>exécuter le tueur ne lui rendrait pas sa fille</p>.", "conditional"),
    # no conditional at all
    ("fr", "Selon l’agence, <p>les soldats portaient un uniforme russe et montraient leurs papiers</p>.", "certain"),
    ("fr", "Selon elle, <p>Léa Roncerait est partie</p>.", "certain"),
    # words without a verb of their own: their relative clause decides
    ("fr", "Elle a parlé <p>du matériel qui aurait contribué à la guerre</p>, <c>selon</c> lui.", "reported"),
    ("fr", "Elle a parlé <p>du matériel qui serait à l'origine du feu</p>, <c>selon</c> lui.", "reported"),
    ("fr", "Elle a parlé <p>du matériel qui a contribué à la guerre</p>, <c>selon</c> lui.", "certain"),
    ("fr", "Elle a parlé <p>d'un homme qui dit qu'il partirait</p>, <c>selon</c> lui.", "certain"),
    ("fr", "Elle a parlé <p>de ceux qui « seraient des traîtres »</p>, <c>selon</c> lui.", "certain"),
    ("fr", "Elle <c>promet</c> <p>de punir ceux qui auraient fui</p>.", "certain"),
]

TABLES = {
    "conditions": CONDITIONS,
    "no-conditions": NO_CONDITIONS,
    "adverbs": ADVERBS,
    "of-a-part": OF_A_PART,
    "verbs": VERBS,
    "passives": PASSIVES,
    "adjectives-and-nouns": ADJECTIVES_AND_NOUNS,
    "subordinate": SUBORDINATE,
    "mood": MOOD,
}


@pytest.mark.parametrize(
    ("language", "sentence", "certainty"),
    [pytest.param(*row, id=f"{name}-{number}") for name, rows in TABLES.items() for number, row in enumerate(rows)],
)
def test_certainty(language: str, sentence: str, certainty: str) -> None:
    if "<c>" not in sentence:
        sentence = re.sub(r"\b(a dit|said|ajoute|Selon)\b", r"<c>\1</c>", sentence, count=1)
    assert labels_of(language, sentence).certainty == certainty
