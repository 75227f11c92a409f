"""How somebody puts it, a colon, and what he says."""

from __future__ import annotations

from tests.analysis.attribution.marked_claims import Table, check, marked_in

SAID: Table = [
    ("fr", "{s1|Le préfet} {c1|est formel} : {k1|la digue tiendra}."),
    ("fr", "{s1|L'expert, entendu la veille}, {c1|avait été formel} : {k1|le pont aurait dû être fermé}."),
    ("fr", "{s1|La directrice} {c1|se veut plus rassurante} : {k1|les cours reprendront lundi}."),
    ("fr", "{s1|Les syndicats} {c1|sont unanimes} : {k1|la réforme doit être retirée}."),
    ("en", "{s1|The police chief} {c1|was blunter}: {k1|the troops had come without a plan}."),
    ("en", "{s1|The union} {c1|was clear}: {k1|it would not return to work}."),
    ("en", 'Asked about it, {s1|the owner} was blunt: {k1|"Without the shot I lose teachers."}'),
]

# Things are clear too; and what others say behind the colon is theirs.
NOT_SAID: Table = [
    ("fr", "Le ciel était clair : on voyait les Alpes."),
    ("en", "The sky was clear: we could see the Alps."),
]


@marked_in(globals())
def test_outspoken(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)
