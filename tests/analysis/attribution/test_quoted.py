"""Around quotations and clauses: who stands behind, before or in the midst of what is said."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

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

# A sentence of its own for who said the quotation before it.
SAID_BEHIND: Table = [
    ("en", '{k1|"The people of this town deserve the truth about the dam."} {s1|The mayor} {c1|said}. Later she left.'),
    ("fr", "{k1|« La grève va durer tout le mois. »} {c1|A expliqué} {s1|Paul Petit}."),
]

# A name behind a dash signs the quotation before it.
SIGNED: Table = [
    ("fr", "{k1|« Nous n'avons rien vu venir. »} — {s1|Marie Dupont, maire de Lens}"),
    ("en", '{k1|"We did not see it coming."}\n— {s1|Marie Dupont, mayor of Lens}'),
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

# What an inverted pronoun follows is a finite verb, and nobody but the pronoun says it.
INVERTED_PRONOUNS: Table = [
    ("fr", "{k1|L'entreprise a}, {c1|dit}-{s1|il}, {k1|perdu deux de ses navires}."),
    ("fr", "{k1|Quarante pour cent des détenus n'ont jamais été jugés}, {c1|fait-{s1|il} valoir}."),
    ("fr", "{k1|Ils pourraient être envoyés au combat}, {c1|a-t-{s1|il} toutefois estimé}."),
    ("fr", "{k1|L'armée a}, {c1|dit}-on à {s1|Kiev}, {k1|repris le village}."),
    ("fr", "{k1|Le feu a été}, {c1|a indiqué} {s1|le préfet} lors d'un point de presse, {k1|maîtrisé dans la nuit}."),
    ("en", "{k1|The harvest will}, {s1|the ministry} {c1|said}, {k1|be the smallest in a decade}."),
]

# A verb group holds an insertion only where nobody else speaks in it.
INSERTED: Table = [
    ("en", "{k1|As many as 40 people may still be under the mud}, {s1|he} {c1|said}."),
    ("en", "{k1|The driver is in hospital}, {s1|Smith} {c1|said}."),
    ("fr", "{k1|Ses jours ne sont pas en danger}, {c1|a indiqué} {s1|l'hôpital de Nantes}."),
    ("fr", "{s1|Le ministre} {c1|a pour sa part indiqué} {k1|que le plan était prêt}."),
    ("fr", "{s1|L'armée} {c1|a, jeudi, annoncé} {k1|la fin du siège}."),
]

# A clause and its comma, a verb, who says so: no enumeration of verbs.
CLAUSE_THEN_VERB: Table = [
    ("fr", "{k1|Le bilan pourrait encore s'alourdir}, {c1|redoutent} {s1|les secours}."),
    ("fr", "{k1|Les prix devraient doubler d'ici l'été}, {c1|prédisent} {s1|les producteurs de cacao}."),
]

# Whose words stand behind a colon: the subject of the clause before it, without its adjuncts.
BEFORE_A_COLON: Table = [
    (
        "fr",
        "Sur Twitter, {s1|{s2|M. Trump}} {c1|s'en est pris} à {k1|une manœuvre politique} : {k2|« Les démocrates ont échoué sur tous les fronts »}.",
    ),
    ("fr", "{s1|L'UDC}, elle, savoure : {k1|« Le peuple a choisi le visage découvert »}."),
    ("fr", "Népal : « Ici, on manque de tout, sauf de morts »"),
    ("fr", "États-Unis : « On a tout perdu »"),
    ("en", '{s1|Iran}: {k1|"We will not negotiate under pressure"}'),
    (
        "en",
        "{s1|{s2|The commission}} {c1|denies} {k1|that the measures are ineffective} and {c2|points to} {k2|falling oil revenues}.",
    ),
    ("fr", "{s1|Le maire} {c1|l'a répété} mardi : {k1|il n'y aura pas de hausse d'impôts}."),
    ("fr", "Et {s1|le maire} de {c1|conclure} : {k1|« La balle est dans le camp de l'État. »}"),
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

# What a speaker says now in the quotation is the quotation's own; what was said before is a claim inside it.
FIRST_PERSON: Table = [
    ("fr", "{k1|« Nous demandons la libération des otages »}, {c1|a déclaré} {s1|la maire de Lorient}."),
    ("en", '{k1|"We demand the release of the hostages,"} {s1|the mayor of Ashford} {c1|said}.'),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
