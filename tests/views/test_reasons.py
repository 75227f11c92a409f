"""The reasons for and against: French pages have no English in them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest

from selon.questions.origins import NO_SOURCE
from selon.questions.reasons import Figure, Reason
from selon.views.archive import Archive, archive_of
from selon.views.i18n import interface
from selon.views.question_view import tree
from selon.views.reasons import reason, why_together
from tests.views.newsroom import dossier

EN, FR = interface("en"), interface("fr")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with dossier(tmp_path_factory.mktemp("reasons") / "selon.db") as ledger:
        yield archive_of(ledger)


def test_a_reason_is_its_english_text() -> None:
    why = Reason("{a} against {b}, of the same event", a=Figure(80_000, 80_000), b=Figure(400_000, None))
    assert why == "80,000 against at least 400,000, of the same event"


@pytest.mark.parametrize(
    ("why", "french"),
    [
        (
            Reason("{a} against {b}, for the same place and time", a=Figure(9_000, 11_000), b=Figure(3_000, None)),
            "~10 000 contre au moins 3 000, pour le même lieu et le même moment",
        ),
        (Reason("one says {a}, the other {b}", a=Reason("no"), b=Reason("yes")), "l’un dit non, l’autre oui"),
        (
            Reason(
                "{who}: {what}",
                who=Reason("{a}, then {b}", a="Ann {b}", b="Bob"),
                what=Reason("{a} → {b}", a=Reason("yes"), b=Reason("not confirmed")),
            ),
            "Ann {b}, puis Bob : oui → non confirmé",
        ),
        ("as an older ledger says it", "as an older ledger says it"),
    ],
)
def test_reasons_in_french(why: str, french: str) -> None:
    assert " ".join(reason(FR, why).split()) == french


def test_all_reasons_of_the_dossier_have_their_parts(archive: Archive) -> None:
    found = [c.why for q in archive.asked for c in q.conflicts] + [u.why for q in archive.asked for u in q.updates]
    assert len(found) > 20 and all(isinstance(why, Reason) for why in found)
    assert all(reason(FR, why) != reason(EN, why) for why in found if "→" not in why)


def test_why_together_in_french(archive: Archive) -> None:
    told = [pair for question in archive.asked for pair in why_together(question, FR)]
    labels = {label for label, _ in told}
    assert {"ce qui se fait", "ce qui est compté", "de quel pays", "quel jour", "fait ou prévu"} <= labels
    words = {word for _, parts in told for word in parts.split(", ")}
    assert {"soldat", "Corée du Nord", "manifester", "23 mars 2023", "fait", "prévu"} <= words
    assert not words & {"soldier", "person", "protest", "deploy", "North Korea", "done", "planned", "2023-03-23"}


def test_the_tree_says_that_an_origin_is_unknown(archive: Archive) -> None:
    question = archive.asked[0]
    question = replace(question, origins=replace(question.origins, tree={NO_SOURCE: {"AFP": ("d01",)}}))
    assert "d’origine inconnue" in {branch.name for branch in tree(question, archive, FR)}
    assert "of unknown origin" in {branch.name for branch in tree(question, archive, EN)}


def test_a_reason_survives_being_sent_to_another_process() -> None:
    why = Reason("{a} → {b}", a=Figure(1, 2), b=Reason("done {or} not"))
    again = pickle.loads(pickle.dumps(why))
    assert again == why and (again.message, again.values) == (why.message, why.values)
