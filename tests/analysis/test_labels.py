"""Labels, one table a phenomenon, French and English side by side; the claim is marked in the sentence.

``<s>`` source, ``<c>`` cue, ``<p>`` content (each may stand twice: a claim in pieces).
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analysis.document import Document, Draft
from selon.analysis.labels import Labels, label
from selon.analysis.parse import parse
from selon.model import CERTAINTIES as ALL_CERTAINTIES
from selon.model import STANCES, Article, Span
from tests.analysis.marking import labels_of

PLAIN = [
    ("fr", "Le ministre <c>a affirmé</c> <p>que les soldats étaient arrivés</p>.", "asserts", "certain"),
    ("en", "The minister <c>said</c> <p>that the soldiers had arrived</p>.", "asserts", "certain"),
    ("fr", "<c>Selon</c> le NIS, <p>1 500 soldats sont arrivés à Vladivostok</p>.", "asserts", "certain"),
    ("en", "<c>According to</c> the NIS, <p>1,500 soldiers have reached Vladivostok</p>.", "asserts", "certain"),
    ("fr", "<p>La mobilisation faiblit</p>, <c>estime</c> le préfet.", "asserts", "certain"),
    ("en", "<p>The movement is weakening</p>, the prefect <c>argued</c>.", "asserts", "certain"),
    ("fr", "Le syndicat <c>fait état</c> de <p>81 000 manifestants</p>.", "asserts", "certain"),
    ("en", "The union <c>put</c> <p>the turnout at 81,000</p>.", "asserts", "certain"),
    ("fr", "Le rapport <c>laisse entendre</c> <p>que le pont était fragile</p>.", "asserts", "possible"),
    ("en", "The report <c>suggests</c> <p>the bridge was weak</p>.", "asserts", "possible"),
    ("fr", "<s>Le traité</s> <c>prévoit</c> <p>que les parties se consultent</p>.", "asserts", "certain"),
]

CONFIRMS_AND_DENIES = [
    ("fr", "L’OTAN <c>a confirmé</c> <p>que des unités étaient déployées</p>.", "confirms", "certain"),
    ("en", "NATO <c>confirmed</c> <p>that units had been deployed</p>.", "confirms", "certain"),
    ("fr", "Le Kremlin <c>dément</c> <p>tout envoi de troupes</p>.", "denies", "denied"),
    ("en", "The Kremlin <c>denied</c> <p>sending any troops</p>.", "denies", "denied"),
    ("fr", "Il <c>réfute</c> <p>ces accusations</p>.", "denies", "denied"),
    ("en", "He <c>dismissed</c> <p>the reports</p>.", "denies", "denied"),
    ("en", "The firm <c>pushed back against</c> <p>claims that it had lied</p>.", "denies", "denied"),
    ("en", "The union <c>pushed back against</c> <p>the plan</p>.", "criticises", "certain"),
    ("en", "The ministry <c>hit back at</c> <p>the accusations</p>.", "denies", "denied"),
    ("en", "She <c>hit back at</c> <p>critics</p>.", "criticises", "certain"),
    ("en", "He <c>batted away</c> <p>questions about her future</p>.", "denies", "denied"),
    ("en", "Doctors <c>excluded</c> <p>meningitis</p>.", "denies", "denied"),
    ("en", "Doctors <c>did not exclude</c> <p>meningitis</p>.", "asserts", "possible"),
    ("fr", "Il <c>a balayé d'un revers de main</c> <p>l'hypothèse d'une démission</p>.", "denies", "denied"),
    ("fr", "Le club <c>a coupé court</c> aux <p>rumeurs de départ</p>.", "denies", "denied"),
    ("en", "The company <c>did not dispute</c> <p>their authenticity</p>.", "does-not-deny", "unasserted"),
    ("fr", "La direction <c>ne conteste pas</c> <p>ces chiffres</p>.", "does-not-deny", "unasserted"),
    ("fr", "<s>Il</s> m'<c>a écrit</c> <p>que je ferais mieux de me taire</p>.", "asserts", "certain"),
    ("fr", "Elle <c>a éludé</c> <p>la question d'un report</p>.", "declines", "unasserted"),
    ("fr", "Le syndicat <c>a dit non</c> à <p>la proposition</p>.", "criticises", "certain"),
    ("fr", "Le ministre <c>ne dément pas</c> <p>le déploiement</p>.", "does-not-deny", "unasserted"),
    ("en", "The minister <c>did not deny</c> <p>the deployment</p>.", "does-not-deny", "unasserted"),
    ("fr", "Le président <c>n’a pas nié</c> <p>la présence de soldats</p>.", "does-not-deny", "unasserted"),
    ("en", "Peskov <c>had called</c> <p>reports of a deployment fake</p>.", "denies", "denied"),
    ("fr", "Moscou <c>a parlé</c> de <p>fausses informations</p>.", "denies", "denied"),
    ("en", "The driver <c>pleaded not guilty</c> to <p>the charges</p>.", "denies", "denied"),
    ("fr", "Le chauffeur <c>plaide non coupable</c> de <p>sept homicides</p>.", "denies", "denied"),
    ("en", "<c>Ditto</c> in Seoul: <p>the troops have left</p>.", "confirms", "certain"),
    ("fr", "<c>Même écho</c> à Séoul : <p>les troupes sont parties</p>.", "confirms", "certain"),
    ("fr", "Le ministre <c>n’exclut pas</c> <p>un retrait</p>.", "asserts", "possible"),
]

REFUSALS = [
    ("fr", "Le porte-parole <c>n’a pas voulu confirmer</c> <p>ce chiffre</p>.", "declines", "unasserted"),
    ("en", "The spokesman <c>declined to confirm</c> <p>that number</p>.", "declines", "unasserted"),
    ("fr", "Le porte-parole <c>a refusé de commenter</c> <p>ces chiffres</p>.", "declines", "unasserted"),
    ("en", "The spokesman <c>refused to comment</c> on <p>the figures</p>.", "declines", "unasserted"),
    ("fr", "Il <c>ne souhaite pas</c> <p>faire d’autre commentaire</p>.", "declines", "unasserted"),
    ("fr", "Il <c>n’a pas précisé</c> <p>combien d’hommes étaient concernés</p>.", "declines", "unasserted"),
    ("en", "He <c>did not say</c> <p>how many men were involved</p>.", "declines", "unasserted"),
    ("fr", "Il <c>ignore</c> <p>s’ils iront se battre</p>.", "declines", "unasserted"),
    ("en", "He <c>could not say</c> <p>whether they would fight</p>.", "declines", "unasserted"),
    ("fr", "Il a salué ses alliés <c>sans préciser</c> <p>lesquels</p>.", "declines", "unasserted"),
    ("en", "He thanked his allies <c>without specifying</c> <p>which ones</p>.", "declines", "unasserted"),
    ("en", "The Pentagon <c>would not confirm</c> <p>that any were in Kursk</p>.", "declines", "unasserted"),
    ("fr", "L’agence dit <c>ne pas savoir</c> <p>si le virus circule</p>.", "declines", "unasserted"),
]

# "Without" leaves unsaid what a verb of saying would say, and is the negation of the others; so "yet to", "neither".
WITHOUT = [
    ("fr", "Elle part, <c>sans toutefois préciser</c> <p>si elle reviendra</p>.", "declines", "unasserted"),
    ("fr", "Elle part, <c>sans exclure</c> <p>un retour</p>.", "asserts", "possible"),
    ("fr", "Elle part, <c>sans démentir</c> <p>la rumeur</p>.", "does-not-deny", "unasserted"),
    ("en", "She left <c>without denying</c> <p>the rumour</p>.", "does-not-deny", "unasserted"),
    ("en", "She <c>has yet to say</c> <p>whether she will return</p>.", "declines", "unasserted"),
    ("en", "<s>Neither Oslo nor Lima</s> <c>would confirm</c> <p>the reports</p>.", "declines", "unasserted"),
    ("en", "<s>No minister</s> <c>has confirmed</c> <p>that the bridge is safe</p>.", "declines", "unasserted"),
    ("en", "The firm <c>could not have been unaware</c> of <p>the leak</p>.", "asserts", "certain"),
    ("fr", "<p>La rumeur</p> <c>n'a pas été démentie</c> par l'intéressé.", "does-not-deny", "unasserted"),
    ("fr", "Le coach <c>n'a pas caché</c> <p>son inquiétude</p>.", "fears", "possible"),
    ("fr", "Le coach <c>ne cache pas</c> <p>que le match sera dur</p>.", "asserts", "certain"),
    ("en", "The coach <c>did not hide</c> <p>his plan</p>.", "intends", "certain"),
    ("fr", "<c>Aucun commentaire</c> de l'armée sur <p>ces tirs</p>.", "declines", "unasserted"),
]

# Who swears that something is so, and who says what "it" will do, announces nothing; comparisons hedge nothing.
SWORN_AND_COMPARED = [
    ("fr", "<p>« Je n'ai rien à me reprocher »</p>, <c>jure</c> le maire.", "asserts", "certain"),
    ("fr", "Le maire <c>a juré</c> <p>de se venger</p>.", "intends", "certain"),
    ("en", "The mayor <c>swore</c> <p>that he had paid</p>.", "asserts", "certain"),
    ("en", "<s>Campaigners</s> <c>say</c> <p>it will destroy wetlands</p>.", "asserts", "certain"),
    ("en", "The poll <c>found</c> <p>her leading by six points among likely voters</p>.", "asserts", "certain"),
    ("en", "The poll <c>found</c> <p>that she was likely to win</p>.", "asserts", "probable"),
    ("en", "<s>Doctors</s> <c>say</c> <p>he may lose two fingers</p>.", "asserts", "possible"),
    ("en", "<s>The company</s> reportedly <c>plans</c> <p>to close two shops</p>.", "intends", "reported"),
    ("en", "<s>The minister</s> is reported to <c>have said</c> <p>that the war was over</p>.", "asserts", "reported"),
    ("en", "<s>The minister</s> <c>refused to criticise</c> <p>the police</p>.", "declines", "unasserted"),
    ("en", "<s>The board</s> <c>declined to endorse</c> <p>the plan</p>.", "declines", "unasserted"),
    ("fr", "<s>Le ministre</s> <c>a refusé de critiquer</c> <p>la police</p>.", "declines", "unasserted"),
    ("en", "<s>Few experts</s> <c>believe</c> <p>the plan will work</p>.", "doubts", "unasserted"),
    ("en", "<s>A few experts</s> <c>believe</c> <p>the plan will work</p>.", "asserts", "certain"),
    ("fr", "<s>Peu d'experts</s> <c>croient</c> <p>que le plan marchera</p>.", "doubts", "unasserted"),
    ("en", "Not <s>all senators</s> <c>agree</c> <p>that it is needed</p>.", "doubts", "unasserted"),
    ("fr", "<s>Le maire</s> <c>n'a pas condamné</c> <p>l'attaque</p>.", "declines", "unasserted"),
    ("fr", "<s>Personne</s> <c>n'a contesté</c> <p>les chiffres</p>.", "does-not-deny", "unasserted"),
    ("en", "<s>Nobody</s> <c>has questioned</c> <p>the figures</p>.", "does-not-deny", "unasserted"),
    ("fr", "<s>Le syndicat</s> <c>conteste</c> <p>avoir appelé à la grève</p>.", "denies", "denied"),
    ("en", "<s>The firm</s> withdrew its <c>allegation</c> <p>that data were stolen</p>.", "declines", "unasserted"),
    ("en", "<s>The firm</s> repeated its <c>allegation</c> <p>that data were stolen</p>.", "asserts", "certain"),
    ("fr", "Le maire revient sur l'<c>accusation</c> <s>du préfet</s> <p>d'avoir menti</p>.", "criticises", "certain"),
    ("fr", "<s>Le maire</s> renonce à sa <c>promesse</c> <p>de baisser l'impôt</p>.", "declines", "unasserted"),
    ("en", "<s>The minister</s> is expected to <c>say</c> <p>that the war is over</p>.", "asserts", "certain"),
    ("en", "<s>The suspect</s> <c>allegedly confessed</c> to <p>the theft</p>.", "asserts", "reported"),
    ("en", "<s>The company</s> <c>says</c> <p>it will hire more staff</p>.", "intends", "certain"),
    ("en", "The survey <c>shows</c> <p>that ice is melting faster than expected</p>.", "asserts", "certain"),
]

DOUBTS_AND_FEARS = [
    ("fr", "L’expert <c>doute</c> <p>que la trêve tienne</p>.", "doubts", "unasserted"),
    ("en", "The expert <c>doubts</c> <p>that the truce will hold</p>.", "doubts", "unasserted"),
    ("fr", "Les analystes <c>restent sceptiques</c> sur <p>ce plan</p>.", "doubts", "unasserted"),
    ("en", "Analysts <c>questioned</c> <p>the plan</p>.", "doubts", "unasserted"),
    ("fr", "Les ONG <c>craignent</c> <p>une famine</p>.", "fears", "possible"),
    ("en", "Charities <c>fear</c> <p>a famine</p>.", "fears", "possible"),
    ("fr", "Elle <c>s’inquiète</c> de <p>la montée des eaux</p>.", "fears", "possible"),
    ("en", "She <c>is worried</c> about <p>rising water</p>.", "fears", "possible"),
    ("fr", "Le centre <c>met en garde</c> contre <p>des crues</p>.", "fears", "possible"),
    ("en", "The centre <c>warned</c> of <p>floods</p>.", "fears", "possible"),
    ("fr", "Le secrétaire général <c>s’est dit</c> <p>« très inquiet »</p>.", "fears", "certain"),
]

DEMANDS_AND_PLANS = [
    ("fr", "Le syndicat <c>demande</c> <p>le retrait de la réforme</p>.", "asks", "unasserted"),
    ("en", "The union <c>called for</c> <p>the reform to be withdrawn</p>.", "asks", "unasserted"),
    ("fr", "L’ONU <c>appelle</c> les parties <p>à cesser le feu</p>.", "asks", "unasserted"),
    ("en", "The UN <c>urged</c> the parties <p>to cease fire</p>.", "asks", "unasserted"),
    ("fr", "Il <c>a demandé</c> <p>si les troupes partiraient</p>.", "asks", "unasserted"),
    ("en", "He <c>asked</c> <p>whether the troops would leave</p>.", "asks", "unasserted"),
    ("en", "They <c>want</c> <p>the minister to resign</p>.", "asks", "unasserted"),
    ("fr", "Ils <c>veulent</c> <p>que le ministre parte</p>.", "asks", "unasserted"),
    ("fr", "Le président <c>a promis</c> <p>de rendre l’argent</p>.", "intends", "certain"),
    ("en", "The president <c>promised</c> <p>to return the money</p>.", "intends", "certain"),
    ("fr", "La ville <c>envisage</c> <p>de fermer la piscine</p>.", "intends", "possible"),
    ("en", "The town <c>is considering</c> <p>closing the pool</p>.", "intends", "possible"),
    ("fr", "Il <c>a annoncé</c> <p>qu’il siégerait lundi</p>.", "intends", "certain"),
    ("en", "He <c>said</c> <p>he would appeal the ruling</p>.", "intends", "certain"),
    ("fr", "Le groupe <c>annonce</c> <p>la fermeture de deux usines</p>.", "intends", "certain"),
    ("en", "The company <c>announced</c> <p>the closure of two plants</p>.", "intends", "certain"),
    ("fr", "La famille <c>a annoncé</c> <p>la mort du chanteur</p>.", "asserts", "certain"),
    ("en", "The family <c>announced</c> <p>the death of the singer</p>.", "asserts", "certain"),
    ("fr", "Le maire <c>a fait part</c> de <p>son intention de partir</p>.", "intends", "certain"),
    ("en", "The mayor <c>announced</c> <p>his plan to step down</p>.", "intends", "certain"),
    ("en", "The ministry <c>said</c> <p>it will not send troops</p>.", "intends", "certain"),
    ("en", "He <c>said</c> <p>it would be difficult</p>.", "asserts", "certain"),
    ("fr", "L'agence a dégradé la note, <c>évoquant</c> <p>le plan d'aide aux banques</p>.", "asserts", "certain"),
    ("fr", "Le maire <c>a annoncé</c> <p>un plan de relance</p>.", "intends", "certain"),
]

# What is done in the saying is no plan, nor is a wish a possibility; own acts that are still to come are plans.
THANKS_AND_WISHES = [
    (
        "fr",
        "Le ministre a parlé, tout <c>en assurant</c> <p>que l'enquête irait jusqu'au bout</p>.",
        "asserts",
        "certain",
    ),
    ("fr", "<p>« Je veux remercier les pompiers »</p>, <c>a dit</c> le maire.", "asserts", "certain"),
    ("en", '<p>"I want to thank the firefighters"</p>, the mayor <c>said</c>.', "asserts", "certain"),
    ("fr", "<p>« Je veux construire une école »</p>, <c>a dit</c> le maire.", "intends", "certain"),
    ("en", '<p>"I want to build a school"</p>, the mayor <c>said</c>.', "intends", "certain"),
    ("en", "The senator <c>said</c> <p>he intended to sue over the controversy</p>.", "intends", "certain"),
    ("en", 'A witness <c>said</c>: <p>"I was crossing the road when I saw a man."</p>', "asserts", "certain"),
    ("en", 'The president <c>wrote</c> <p>"May God protect their parents."</p>', "asserts", "certain"),
    ("fr", "Le maire <c>a réagi</c> contre <p>la fermeture de l'usine</p>.", "criticises", "certain"),
]

PRAISE_AND_BLAME = [
    ("fr", "L’opposition <c>dénonce</c> <p>un passage en force</p>.", "criticises", "certain"),
    ("en", "The opposition <c>condemned</c> <p>the move</p>.", "criticises", "certain"),
    ("fr", "Elle <c>accuse</c> le ministre <p>d’avoir menti</p>.", "criticises", "certain"),
    ("en", "She <c>accused</c> the minister <p>of lying</p>.", "criticises", "certain"),
    ("fr", "Il <c>se félicite</c> <p>de cet accord</p>.", "approves", "certain"),
    ("en", "He <c>welcomed</c> <p>the agreement</p>.", "approves", "certain"),
    ("fr", "Il <c>espère</c> <p>que la trêve tiendra</p>.", "approves", "possible"),
    ("en", "He <c>hopes</c> <p>the truce will hold</p>.", "approves", "possible"),
    ("fr", "La commission <c>n’a pas apprécié</c> <p>cette baisse</p>.", "criticises", "certain"),
]

SENTENCES = [  # written in one go, to see what the rules do with what they were not made from
    ("fr", "Le maire <c>n'a pas souhaité commenter</c> <p>cette décision</p>.", "declines", "unasserted"),
    ("fr", "L'entreprise <c>s'est refusée à</c> <p>tout commentaire</p>.", "declines", "unasserted"),
    ("fr", "Interrogé, le ministère <c>n'a pas répondu</c> .", "declines", "unasserted"),
    ("fr", "La police <c>n'a pas donné de précisions</c> sur <p>l'identité du suspect</p>.", "declines", "unasserted"),
    ("fr", "Le Premier ministre <c>a exclu</c> <p>une hausse des impôts</p>.", "denies", "denied"),
    ("fr", "Le Premier ministre <c>a écarté</c> <p>toute démission</p>.", "denies", "denied"),
    ("fr", "Le gouvernement <c>rejette</c> <p>ces accusations</p>.", "denies", "denied"),
    ("fr", "Il <c>ne croit pas</c> <p>que la crise soit finie</p>.", "denies", "denied"),
    ("fr", "Elle <c>ne pense pas</c> <p>que ce soit possible</p>.", "denies", "denied"),
    ("fr", "Le juge <c>a ordonné</c> <p>la libération du suspect</p>.", "asks", "unasserted"),
    ("fr", "La CGT <c>appelle</c> <p>à la grève le 7 mars</p>.", "asks", "unasserted"),
    ("fr", "L'Union européenne <c>exige</c> <p>le retrait des troupes</p>.", "asks", "unasserted"),
    ("fr", "Il <c>recommande</c> <p>de rester chez soi</p>.", "asks", "unasserted"),
    ("fr", "Le médecin <c>conseille</c> <p>de boire beaucoup d'eau</p>.", "asks", "unasserted"),
    ("fr", "Le président <c>s'est engagé</c> <p>à réduire les émissions</p>.", "intends", "certain"),
    ("fr", "La Russie <c>menace</c> <p>de riposter</p>.", "intends", "certain"),
    ("fr", "L'Iran <c>a menacé</c> <p>de fermer le détroit</p>.", "intends", "certain"),
    ("fr", "Elle <c>compte</c> <p>se présenter en 2027</p>.", "intends", "certain"),
    ("fr", "Le conseil <c>a décidé</c> <p>de fermer l'école</p>.", "intends", "certain"),
    ("fr", "L'opposition <c>critique</c> <p>la lenteur des secours</p>.", "criticises", "certain"),
    ("fr", "Il <c>a condamné</c> <p>l'attaque</p>.", "criticises", "certain"),
    ("fr", "Elle <c>regrette</c> <p>que le texte ait été vidé de sa substance</p>.", "criticises", "certain"),
    ("fr", "Il <c>s'oppose</c> à <p>la réforme</p>.", "criticises", "certain"),
    (
        "fr",
        "Les syndicats <c>reprochent</c> au ministre <p>d'avoir agi sans concertation</p>.",
        "criticises",
        "certain",
    ),
    ("fr", "Le pape <c>a salué</c> <p>la libération des otages</p>.", "approves", "certain"),
    ("fr", "Il <c>se réjouit</c> <p>que l'accord soit signé</p>.", "approves", "certain"),
    ("fr", "Paris <c>soutient</c> <p>cette initiative</p>.", "approves", "certain"),
    ("fr", "Paris <c>soutient</c> <p>que l'accord tient</p>.", "asserts", "certain"),
    ("fr", "Elle <c>s'interroge</c> sur <p>l'efficacité du vaccin</p>.", "asks", "unasserted"),
    ("fr", "Il <c>conteste</c> <p>les chiffres</p>.", "doubts", "unasserted"),
    ("fr", "L'expert <c>met en doute</c> <p>ces résultats</p>.", "doubts", "unasserted"),
    ("fr", "Ils <c>redoutent</c> <p>que l'inflation reparte</p>.", "fears", "possible"),
    ("fr", "Le maire <c>reconnaît</c> <p>que des erreurs ont été commises</p>.", "confirms", "certain"),
    ("fr", "L'institut <c>table sur</c> <p>une croissance de 1 %</p>.", "asserts", "probable"),
    ("fr", "Les analystes <c>s'attendent</c> à <p>une baisse</p>.", "asserts", "probable"),
    ("fr", "La police <c>soupçonne</c> <p>un règlement de comptes</p>.", "asserts", "probable"),
    ("fr", "Selon <s>Washington</s>, <p>Téhéran pourrait frapper dans les prochains jours</p>.", "asserts", "possible"),
    ("fr", "<c>D'après</c> le Times, <p>le ministre aurait menti</p>.", "asserts", "reported"),
    ("fr", "Le parquet <c>indique</c> <p>que trois personnes ont été interpellées</p>.", "asserts", "certain"),
    ("fr", "Il <c>a qualifié</c> <p>cette décision d'« erreur »</p>.", "asserts", "certain"),
    ("fr", "Elle <c>juge</c> <p>la mesure insuffisante</p>.", "asserts", "certain"),
    ("fr", "Le ministre <c>a affirmé</c> <p>ne pas avoir été informé</p>.", "asserts", "certain"),
    ("fr", "L'avocat <c>a dénoncé</c> <p>« une justice aux ordres »</p>.", "criticises", "certain"),
    ("fr", "Le suspect <c>nie</c> <p>les faits</p>.", "denies", "denied"),
    ("fr", "Le ministère <c>n'a ni confirmé ni démenti</c> <p>l'information</p>.", "declines", "unasserted"),
    ("fr", "<c>L'annonce</c>, par Séoul, <p>de l'envoi de troupes</p> a surpris.", "asserts", "certain"),
    ("fr", "La <c>menace</c> de Moscou <p>de couper le gaz</p> inquiète.", "intends", "certain"),
    ("fr", "L'<c>accusation</c> <p>de fraude</p> lancée par Trump.", "criticises", "certain"),
    ("fr", "Le <c>refus</c> du gouvernement <p>de négocier</p>.", "declines", "unasserted"),
    ("en", "The mayor <c>would not comment</c> on <p>the decision</p>.", "declines", "unasserted"),
    ("en", "The company <c>did not respond</c> to <p>a request for comment</p>.", "declines", "unasserted"),
    ("en", "Police <c>have not released</c> <p>the identity of the suspect</p>.", "declines", "unasserted"),
    ("en", "The prime minister <c>ruled out</c> <p>a tax rise</p>.", "denies", "denied"),
    ("en", "The prime minister <c>did not rule out</c> <p>a tax rise</p>.", "asserts", "possible"),
    ("en", "The government <c>rejected</c> <p>the accusations</p>.", "denies", "denied"),
    ("en", "He <c>does not believe</c> <p>that the crisis is over</p>.", "denies", "denied"),
    ("en", "She <c>doesn't think</c> <p>it is possible</p>.", "denies", "denied"),
    ("en", "The judge <c>ordered</c> <p>the release of the suspect</p>.", "asks", "unasserted"),
    ("en", "The UN <c>called on</c> Israel <p>to stop the offensive</p>.", "asks", "unasserted"),
    ("en", "The EU <c>demanded</c> <p>that the troops withdraw</p>.", "asks", "unasserted"),
    ("en", "He <c>recommended</c> <p>staying at home</p>.", "asks", "unasserted"),
    ("en", "Russia <c>threatened</c> <p>to retaliate</p>.", "intends", "certain"),
    ("en", "She <c>plans</c> <p>to run in 2027</p>.", "intends", "certain"),
    ("en", "The council <c>decided</c> <p>to close the school</p>.", "intends", "certain"),
    ("en", "The opposition <c>criticised</c> <p>the slow response</p>.", "criticises", "certain"),
    ("en", "He <c>blamed</c> <p>the government for the delay</p>.", "criticises", "certain"),
    ("en", "She <c>complained</c> <p>that the bill had been gutted</p>.", "criticises", "certain"),
    ("en", "The pope <c>praised</c> <p>the release of the hostages</p>.", "approves", "certain"),
    ("en", "Experts <c>cast doubt</c> on <p>the results</p>.", "doubts", "unasserted"),
    ("en", "They <c>worry</c> <p>that inflation will return</p>.", "fears", "possible"),
    ("en", "She <c>fears</c> <p>for her life</p>.", "fears", "possible"),
    ("en", "The mayor <c>admitted</c> <p>that mistakes had been made</p>.", "confirms", "certain"),
    ("en", "Economists <c>expect</c> <p>growth of 1 percent</p>.", "asserts", "probable"),
    ("en", "The fund <c>forecast</c> <p>growth of 1 percent</p>.", "asserts", "probable"),
    ("en", "Police <c>suspect</c> <p>a gang feud</p>.", "asserts", "probable"),
    ("en", "Trump <c>described</c> <p>the deal as a disaster</p>.", "asserts", "certain"),
    ("en", "The lawyer <c>argued</c> <p>the search had been illegal</p>.", "asserts", "certain"),
    ("en", "The ministry <c>neither confirmed nor denied</c> <p>the report</p>.", "declines", "unasserted"),
    ("en", "Seoul's <c>announcement</c> <p>that troops had left</p> surprised many.", "asserts", "certain"),
    ("en", "Moscow's <c>threat</c> <p>to cut off gas</p> worries Europe.", "intends", "certain"),
    ("en", "He <c>said</c> <p>he was not sure the plan would work</p>.", "asserts", "certain"),
    ("en", "The minister <c>insisted</c> <p>the plan would go ahead</p>.", "asserts", "certain"),
    ("en", "The company <c>said</c> <p>it would cut 500 jobs</p>.", "intends", "certain"),
    ("en", '"<p>We will not surrender,</p>" he <c>said</c>.', "intends", "certain"),
    ("en", "He <c>vowed</c> <p>never to surrender</p>.", "intends", "certain"),
    ("en", "<p>The suspect has allegedly fled</p>, police <c>said</c>.", "asserts", "reported"),
    ("en", "<p>The bank may cut rates</p>, <c>according to</c> analysts.", "asserts", "possible"),
    ("en", "The mayor <c>was unaware</c> of <p>the deal</p>.", "declines", "unasserted"),
    ("en", "He <c>told</c> reporters <p>to leave</p>.", "asks", "unasserted"),
    ("en", "Officials <c>advised</c> <p>residents to stay indoors</p>.", "asks", "unasserted"),
    ("en", "She <c>agreed</c> <p>to testify</p>.", "intends", "certain"),
    ("en", "The union <c>opposes</c> <p>the plan</p>.", "criticises", "certain"),
    ("en", "The senator <c>supports</c> <p>the bill</p>.", "approves", "unasserted"),
    ("en", "He <c>acknowledged</c> <p>the failure</p>.", "confirms", "certain"),
    ("en", "The study <c>found</c> <p>that smokers die earlier</p>.", "asserts", "certain"),
    ("en", "The study <c>did not find</c> <p>any link</p>.", "denies", "denied"),
    ("fr", "L'étude <c>ne montre</c> <p>aucun lien</p>.", "denies", "denied"),
    ("fr", "Le ministre <c>a tenu à rassurer</c> : <p>« Il n'y a aucun danger »</p>.", "asserts", "certain"),
    ("fr", "<p>« Nous ne céderons pas »</p>, <c>a lancé</c> le général.", "intends", "certain"),
    ("fr", "Le géant <c>a fait savoir</c> <p>qu'il supprimerait 500 postes</p>.", "intends", "certain"),
    ("fr", "Elle <c>a dit</c> <p>qu'elle viendrait</p>.", "intends", "certain"),
    ("fr", "Elle <c>a dit vouloir</c> <p>quitter le pays</p>.", "intends", "certain"),
    ("fr", "Il <c>dit craindre</c> <p>une escalade</p>.", "fears", "possible"),
    ("fr", "Il <c>se dit prêt</c> <p>à négocier</p>.", "intends", "certain"),
    ("fr", "Il <c>se dit favorable</c> à <p>un référendum</p>.", "approves", "certain"),
    ("fr", "Elle <c>se dit convaincue</c> <p>que la loi passera</p>.", "asserts", "certain"),
]


@pytest.mark.parametrize(
    ("language", "sentence", "stance", "certainty"),
    [
        *PLAIN,
        *CONFIRMS_AND_DENIES,
        *REFUSALS,
        *WITHOUT,
        *SWORN_AND_COMPARED,
        *DOUBTS_AND_FEARS,
        *DEMANDS_AND_PLANS,
        *THANKS_AND_WISHES,
        *PRAISE_AND_BLAME,
        *SENTENCES,
    ],
)
def test_stance_and_certainty(language: str, sentence: str, stance: str, certainty: str) -> None:
    found = labels_of(language, sentence)
    assert (found.stance, found.certainty) == (stance, certainty)


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("fr", "Il a dit : <p>« C’est fini »</p>.", "direct"),
        ("en", "<p>“It is over,”</p> he said.", "direct"),
        ("fr", "Il a dit <p>que c’était « fini »</p>.", "mixed"),
        ("en", "He said <p>it was “over”</p>.", "mixed"),
        ("fr", "Il a dit <p>que c’était fini</p>.", "indirect"),
        ("en", "He said <p>it was over</p>.", "indirect"),
        ("fr", "<p>« C’est fini</p>, dit-il, <p>nous partons »</p>.", "direct"),
    ],
)
def test_kind(language: str, sentence: str, kind: str) -> None:
    assert labels_of(language, sentence).kind == kind


@pytest.mark.parametrize(
    ("language", "source", "anonymous"),
    [
        ("fr", "plusieurs témoins", True),
        ("en", "several witnesses", True),
        ("fr", "un haut responsable américain", True),
        ("en", "a senior official", True),
        ("fr", "des sources proches du dossier", True),
        ("en", "sources close to the matter", True),
        ("fr", "un porte-parole de la police", True),
        ("en", "a police spokesman", True),
        ("fr", "son agent", True),
        ("en", "his agent", True),
        ("fr", "le gouvernement", False),
        ("en", "the government", False),
        ("fr", "les députés de l’UMP", False),
        ("en", "the researchers", False),
        ("fr", "le porte-parole du Kremlin, Dmitri Peskov", False),
        ("en", "Kremlin spokesman Dmitry Peskov", False),
        ("en", "eyewitness Vinnie DeVita", False),
        ("fr", "le ministre", False),
        ("en", "the minister", False),
        ("fr", "certains", True),
        ("en", "some", True),
        ("fr", "plusieurs médias", False),
        ("en", "news sources", False),
        ("fr", "des personnes au fait du dossier", True),
        ("en", "people familiar with the matter", True),
        ("fr", "deux personnes", True),
        ("en", "three people with knowledge of the talks", True),
        ("en", "people", False),
        ("fr", "les Amis de la Terre", False),
        ("fr", "des amis du maire", True),
    ],
)
def test_anonymous(language: str, source: str, anonymous: bool) -> None:
    said = "a dit" if language == "fr" else "said"
    content = "que le pont était fermé" if language == "fr" else "that the bridge was closed"
    sentence = f"Hier, <s>{source}</s> <c>{said}</c> <p>{content}</p>."
    assert labels_of(language, sentence).anonymous is anonymous


@pytest.mark.parametrize("language", ["fr", "en"])
def test_odd_drafts_do_not_raise(language: str) -> None:
    document = parse(Article(text="« » …\n\n?!", language=language))
    assert label(Draft((), (), ()), document) == Labels("indirect", "asserts", "certain", False)
    assert label(Draft((), (Span(0, 1),), (Span(4, 5),)), document).stance == "asserts"


TEXTS = {
    "fr": "Selon lui, « la trêve, qui pourrait échouer si l’armée partait, tiendra ». Il n’a ni confirmé ni démenti",
    "en": "“If the truce, which might fail, doesn't hold,” he didn't say whether they'd leave; is considering it?",
}


@cache
def text_of(language: str) -> Document:
    return parse(Article(text=TEXTS[language], language=language))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.lists(st.integers(0, 110), min_size=6, max_size=6))
def test_any_spans_get_labels_of_the_model(language: str, cuts: list[int]) -> None:
    spans = [(Span(min(a, b), max(a, b) + 1),) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    found = label(Draft(*spans), text_of(language))
    assert found.stance in STANCES and found.certainty in ALL_CERTAINTIES
