"""Through whom the words came: the chain of relays, the teller nearest to the article first; citing and being cited."""

from __future__ import annotations

import pytest

from selon.analysis.pipeline import extract
from selon.model import Article

CHAINS = [
    (
        "en",
        "The quake wounded 25 people in Madrid, CNN Philippines reported the governor said.",
        "the governor",
        ["CNN Philippines"],
    ),
    (
        "en",
        "The BBC also cited Mark Doyle, chief of the coast guard, as saying the ship was old.",
        "Mark Doyle",
        ["The BBC also"],
    ),
    ("fr", "Selon l'AFP, le ministre a déclaré que la grève était finie.", "le ministre", ["l'AFP"]),
    ("en", "According to Reuters, the minister said that the strike was over.", "the minister", ["Reuters"]),
    ("fr", "Le ministre a déclaré que la grève était finie, selon l'AFP.", "Le ministre", ["l'AFP"]),
    ("en", "The minister said that the strike was over, according to Reuters.", "The minister", ["Reuters"]),
    ("en", "The bridge had collapsed, Reuters reported police said.", "police", ["Reuters"]),
    ("fr", "Le navire a coulé, a déclaré un député citant la marine.", "la marine", ["un député"]),
    ("en", "The ship has sunk, a lawmaker said, citing the navy.", "the navy", ["a lawmaker"]),
    (
        "en",
        "A lawmaker said the union accused the army of lying, citing a poll.",
        "the union",
        ["A lawmaker", "a poll"],
    ),
    ("fr", "Selon un rescapé, cité par la radio Anfani, le village a brûlé.", "un rescapé", ["la radio Anfani"]),
    ("en", "The village burned, according to a survivor, quoted by Radio Anfani.", "a survivor", ["Radio Anfani"]),
    ("fr", "Citée par la radio Anfani, la maire a assuré que le village avait brûlé.", "la maire", ["la radio Anfani"]),
    ("en", "Quoted by Radio Anfani, the mayor said that the village had burned.", "the mayor", ["Radio Anfani"]),
    ("en", "The village burned, according to the mayor via Interfax.", "the mayor", ["Interfax"]),
    (
        "en",
        "The ministry believes that 200 homes were lost, spokeswoman Ann Wu said on Monday.",
        "The ministry",
        ["spokeswoman Ann Wu"],
    ),
    (
        "en",
        "The dam has held, the director of the port, Ann Wu, told parliament, according to lawmaker John Reed.",
        "the director of the port, Ann Wu",
        ["lawmaker John Reed"],
    ),
    (
        "fr",
        "La présidente Anne Roux a dit lundi que la digue avait tenu, selon ses ingénieurs.",
        "ses ingénieurs",
        ["La présidente Anne Roux"],
    ),
    # What opens the sentence is of nobody yet: the memoir tells what its author feared.
    ("en", "According to his memoir, President John Reed feared a defeat.", "President John Reed", ["his memoir"]),
    (
        "fr",
        "D'après son journal, le président Paul Lenoir redoutait une défaite.",
        "le président Paul Lenoir",
        ["son journal"],
    ),
    (
        "en",
        "President Ann Wu said on Monday that the dam had held, according to her engineers.",
        "her engineers",
        ["President Ann Wu"],
    ),
    (
        "fr",
        "La digue a cédé, a rapporté l'agence Belga en citant le préfet Paul Lenoir.",
        "le préfet Paul Lenoir",
        ["l'agence Belga"],
    ),
    (
        "en",
        "The dam has burst, Reuters reported, citing the engineer John Reed.",
        "the engineer John Reed",
        ["Reuters"],
    ),
    (
        "en",
        "Reuters reported on Monday a German government source, whom they did not name, said the ban was minor.",
        "a German government source, whom they did not name",
        ["Reuters"],
    ),
    (
        "fr",
        "Le journal Le Soir a annoncé lundi que la digue avait cédé, en évoquant une source proche du ministère.",
        "une source proche du ministère",
        ["Le journal Le Soir"],
    ),
    (
        "en",
        "According to Agence France-Presse, which cited sources close to the investigation, the man had fled.",
        "sources close to the investigation",
        ["Agence France-Presse"],
    ),
    ("fr", "Selon l'AFP, qui cite deux responsables, l'homme avait fui.", "deux responsables", ["l'AFP"]),
    ("en", "The man had fled, according to a report that cites two officials.", "two officials", ["a report"]),
    (
        "fr",
        "D'après le journal Le Monde, qui cite plusieurs témoins, les policiers ont tiré.",
        "plusieurs témoins",
        ["le journal Le Monde"],
    ),
    (
        "fr",
        "Selon nos informations, le groupe envisagerait de supprimer 2 000 postes.",
        "le groupe",
        ["nos informations"],
    ),
    ("en", "Per reports, the sources said he died two years before.", "the sources", ["reports"]),
    (
        "en",
        "The roof fell in, according to a report citing the mayor's office.",
        "the mayor's office",
        ["a report"],
    ),
    (
        "en",
        'The doctor said, in remarks published by CNN in May, "no other virus has been tracked so closely."',
        "The doctor",
        ["CNN"],
    ),
    (
        "fr",
        "Le médecin a déclaré, dans des propos rapportés par l'AFP, que le virus reculait.",
        "Le médecin",
        ["l'AFP"],
    ),
    (
        "fr",
        "Les étudiants ont manifesté leur opposition au gouvernement, qui souhaite doubler les droits.",
        "gouvernement",
        [],
    ),
    ("fr", "Le ministre a déclaré à l'AFP que la grève était finie.", "Le ministre", []),
    ("en", "The minister told Reuters that the strike was over.", "The minister", []),
    # Who only tells what she says herself is no relay of it.
    (
        "fr",
        "L'association Marées vient de publier un rapport dans lequel elle révèle que la digue cède.",
        "elle",
        [],
    ),
    ("en", "The charity Tides has just published a report in which it reveals that the dam is failing.", "it", []),
]


@pytest.mark.parametrize(("language", "text", "source", "relays"), CHAINS)
def test_relays(language: str, text: str, source: str, relays: list[str]) -> None:
    claims = extract(Article(text=text, language=language, published="2024-10-24"))
    told = [
        ([text[a:b] for a, b in claim.source], [" ".join(text[a:b] for a, b in relay.source) for relay in claim.relay])
        for claim in claims
    ]
    assert ([source], relays) in told


def test_what_is_added_came_the_same_way() -> None:
    text = "According to Reuters, the prosecutor said the thirty men must be tried, adding the trial would open in May."
    claims = extract(Article(text=text, language="en", published="2024-10-24"))
    assert [[relay.speaker for relay in claim.relay] for claim in claims] == [["Reuters"], ["Reuters"]]
