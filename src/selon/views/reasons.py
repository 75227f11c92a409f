"""Why answers stand together, against each other, or one after the other: the reasons in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from selon.languages.registry import countries
from selon.questions.actions import action_word
from selon.questions.reasons import Figure, Reason
from selon.questions.record import Question
from selon.questions.words import word_for
from selon.views import wording
from selon.views.i18n import Interface


def _(message: str) -> str:
    """Marks a message for the catalogue; it is translated where it is used."""
    return message


# The parts of ``Question.why`` and what they are called on a page.
LABELS = {
    "action": _("what is done"),
    "counted": _("what is counted"),
    "place": _("where"),
    "day": _("on which day"),
    "of": _("of which country"),
    "modality": _("done or planned"),
    "words": _("words in common"),
}
_MODALITIES = {"done": _("done"), "planned": _("planned"), "possible": _("possible")}


def reason(speech: Interface, why: str) -> str:
    """A conflict's or an update's reason in the interface's language; words without known parts stay as they are."""
    if isinstance(why, Reason):
        return speech.text(why.message, **{name: _part(speech, value) for name, value in why.values.items()})
    return why


def _part(speech: Interface, value: Figure | str) -> str:
    if isinstance(value, Figure):
        return wording.bounds(speech, *value)
    return reason(speech, value) if isinstance(value, Reason) else speech.name(value)  # what is plain is who says it


def why_together(question: Question, speech: Interface) -> list[tuple[str, str]]:
    """Why the claims are together, as pairs of a label and what is meant; concepts, countries and days in words."""
    said: Mapping[str, Callable[[str], str]] = {
        "action": lambda name: action_word(name, speech.language),
        "counted": lambda concept: word_for(concept, speech.language) or concept,
        "day": lambda day: wording.published(speech, day),
        "place": lambda place: str(speech.locale.territories.get(place, place)),
        "of": lambda name: str(speech.locale.territories.get(_codes().get(name, ""), name)),
        "modality": lambda modality: speech.text(_MODALITIES.get(modality, modality)),
        "words": lambda concept: word_for(concept, speech.language) or concept,
    }
    found = []
    for why in question.why:
        label, _colon, parts = why.partition(": ")
        in_words = said.get(label, str)
        told = dict.fromkeys(in_words(part) for part in parts.split(", "))  # two concepts may have one word
        found.append((speech.text(LABELS.get(label, label)), ", ".join(told)))
    return found


@cache
def _codes() -> Mapping[str, str]:
    """Each country's code by its English name, which is what reasons call it."""
    return {country.name: code for code, country in countries().items()}
