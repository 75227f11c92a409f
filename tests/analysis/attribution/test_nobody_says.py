"""Sentences in which nobody says it."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

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

# Who is asked or refused something says nothing; nor does a verb with a particle that makes an act of it.
ACTS: Table = [
    ("fr", "Le propriétaire se verra demander de retirer la page."),
    ("fr", "Le maire s'est vu reprocher son silence."),
    ("en", "The coast guard called off its search late on Tuesday."),
    ("en", "The firm called in experts and set up a hotline."),
    ("en", "{k1|Both firms have been in business since the 1970s} {c1|according to} {s1|the registry}."),
]

# A complement that no word is: a determiner, a receiver after a verb of giving, a bare infinitive.
NO_CONTENT: Table = [
    ("fr", "Les pays du Nord refusent à Lima des prêts à long terme."),
    ("fr", "Les craintes du village grandissent avec la pluie."),
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

# Barring a person or a thing denies no possibility.
BARRED: Table = [
    ("en", "The judge had excluded some evidence."),
    ("en", "The committee excluded two members from the vote."),
    ("en", "{s1|The prosecutor} {c1|excluded} {k1|the possibility of an accident}."),
    ("en", "{s1|The minister} {c1|ruled out} {k1|a delay}."),
    ("fr", "Le juge avait écarté certaines preuves."),
    ("fr", "L'entraîneur a écarté trois joueurs."),
    ("fr", "{s1|Le procureur} {c1|a exclu} {k1|toute motivation religieuse}."),
    ("fr", "{s1|La ministre} {c1|a écarté} {k1|l'idée d'un report}."),
]

# So many things are bought; fears that are eased are nobody's there.
BOUGHT: Table = [
    ("en", "Microsoft has ordered 10,000 chips for its data centre in Dublin."),
    ("fr", "La région a commandé 12 rames pour la ligne B."),
    ("en", "Moscow raised its estimate, easing fears of a global shortage."),
    ("en", "A man arrested on suspicion of robbery has been released."),
]

# What is only supposed has not been confirmed.
SUPPOSED: Table = [
    ("fr", "Le musée fermerait si la région confirmait la baisse."),
    ("en", "The museum would close if the region confirmed the cut."),
]

# The article's own voice, and what nobody is named for.
OWN_VOICE: Table = [
    ("fr", "Il faut noter que la route est fermée depuis mardi."),
    ("fr", "Il convient de rappeler que le pont date de 1912."),
    ("en", "The storm was expected to last until midday."),
    ("en", "No deaths were reported in the village."),
]

# Likelihoods are nobody, a participle behind "when" has been done to its subject, a quotation is no part of a source.
NOBODY_SAYS: Table = [
    ("fr", "Tout porte à croire que le pilote a perdu le contrôle."),
    ("en", "Everything points to pilot error."),
    ("fr", "Il se dit que le ministre pourrait être remplacé."),
    ("fr", "Selon toute vraisemblance, l'appareil a été abattu."),
    ("en", '{k1|"Never,"} {c1|said} {s1|the union leader} when asked about a merger.'),
    ("en", '{s1|The foreign ministry} "strongly {c1|condemned}" {k1|the strikes}.'),
    ("en", "Through his lawyer, {s1|the singer} {c1|let it be known} {k1|that he would not attend}."),
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

# A phrase before subject and verb sets the scene.
SCENES: Table = [
    ("fr", "Une semaine après l'explosion qui a ravagé l'usine, l'enquête avance."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
