"""Two claims in one sentence: side by side, one in the other, one against the other."""

# ruff: noqa: E501 (a sentence with its marks stands on one line)

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

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

# « ce que dément X »: the clause, without who told it.
TOLD_AND_DENIED: Table = [
    ("fr", "{s1|Les riverains} {c1|affirment} {k1|{k2|que l'usine a fui}}, ce que {c2|dément} {s2|l'exploitant}."),
    ("fr", "{s1|Une femme} {c1|affirme} {k1|{k2|avoir été droguée}}, ce que {c2|dément} {s2|son employeur}."),
    ("fr", "{c1|Pour} {s1|elle}, {k1|{k2|le prévenu a « monté un système »}}, ce qu'{s2|il} {c2|a toujours nié}."),
    ("fr", "{k1|L'armée a bombardé un marché}, ce que {c1|conteste} {s1|Le Caire}."),
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

# One subject, two verbs: what the first says ends before the conjunction that joins the second.
JOINED: Table = [
    (
        "fr",
        "{s1|{s2|Il}} {c1|rappelle} {k1|que trois de ses hommes furent blessés, dont un grièvement}, et {c2|réclame} {k2|une enquête}.",
    ),
    (
        "en",
        "{s1|{s2|The ministry}} {c1|said} {k1|that the tanker had dragged its anchor} and {c2|did not rule out} {k2|sabotage}.",
    ),
    ("fr", "{s1|Le maire} {c1|affirme} {k1|que la préfète savait tout et qu'elle laissait faire}."),
    ("en", "{s1|The mayor} {c1|said} {k1|that the bridge was safe and would reopen}."),
]

# What somebody had said to the contrary is left out, and no part of what is said.
CONTRARY: Table = [
    (
        "fr",
        "{s1|La mairie} {c1|dément} {k1|vouloir fermer le pont}, contrairement à ce qu'{c2|avait affirmé} mercredi {s2|le syndicat CGT}.",
    ),
    (
        "en",
        "{s1|The city} {c1|denied} {k1|that the bridge would close}, contrary to what {s2|the union} {c2|had claimed} on Wednesday.",
    ),
    (
        "fr",
        "{k1|Plus de 12 000 personnes ont défilé}, {c1|selon} {s1|la CGT}, {k2|contre 9 000} {c2|d'après} {s2|la préfecture}.",
    ),
    (
        "fr",
        "{s3|La CGT} {c3|maintient} {k3|ses propos} : {k1|plus de 12 000 véhicules passent chaque jour}, {c1|selon} {s1|elle}, {k2|contre 9 000} {c2|d'après} {s2|la métropole}.",
    ),
    ("en", "{s1|The mayor} {c1|said} {k1|the plan was contrary to what the law allows}."),
    ("fr", "{s1|La CGT} {c1|s'est opposée} à ce {k1|que {s2|la direction} {c2|qualifie} de {k2|« réforme »}}."),
]

# A reason or an example is cited for what it is: nobody speaks through it.
CITED_REASONS: Table = [
    (
        "en",
        "{s1|{s2|The brewery}} {c1|said} {k1|it will lay off 300 workers}, {c2|citing} {k2|the soaring cost of barley}.",
    ),
    ("fr", "{s1|L'avocat} {c1|cite} {k1|trois précédents}."),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
