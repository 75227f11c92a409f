"""Where, when and how real: the setting of a figure or a proposition, from its own words and then those around them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from selon.model import Article, Claim, Time
from selon.questions.record import Modality
from selon.questions.words import Cues, Token, lowered

BEFORE_VERB = 10  # words before and after a verb among which a negation is its own
AFTER_VERB = 4
ENDS = frozenset(".;:!?")


def day_of(times: Sequence[Time]) -> tuple[str, str] | None:
    """The first bounded stretch of at most a week among ``times``."""
    for time in times:
        if time.start and time.end and time.type in ("DATE", "TIME"):
            try:
                length = dt.date.fromisoformat(time.end[:10]) - dt.date.fromisoformat(time.start[:10])
            except ValueError:
                continue
            if length.days <= 6:
                return time.start[:10], time.end[:10]
    return None


def period_of(times: Sequence[Time]) -> tuple[str, str] | None:
    """The first year among ``times`` ("in 2025", "this year"): what a measure is told for."""
    for time in times:
        if time.start and time.end and time.type == "DATE":
            try:
                length = dt.date.fromisoformat(time.end[:10]) - dt.date.fromisoformat(time.start[:10])
            except ValueError:
                continue
            if 300 <= length.days <= 366:
                return time.start[:10], time.end[:10]
    return None


def span_of(times: Sequence[Time]) -> tuple[str, str] | None:
    """The first bounded day, month or year among ``times``."""
    return next(((t.start[:10], t.end[:10]) for t in times if t.start and t.end and t.type in ("DATE", "TIME")), None)


def since_when(times: Sequence[Time]) -> str | None:
    """The day since which a figure is told, where it is an open stretch ("since 2014")."""
    return next((t.start[:10] for t in times if t.start and not t.end and t.type == "DATE"), None)


def clock_of(text: str, cues: Cues) -> str | None:
    """The hour that a passage (in lower case) tells, 0 to 24, as figures of a day in progress give it ("at noon")."""
    if cues.has("times.noon", text):
        return "12"
    found = re.search(cues.lists["times.hour"][0], text) if cues.lists["times.hour"] else None
    if not found:
        return None
    number = int(found["hour"]) + (12 if (found.groupdict().get("half") or "").startswith("p") else 0)
    return str(number) if number <= 24 else None


def modality(text: str, cue: str, claim: Claim, times: Sequence[Time], article: Article, cues: Cues) -> Modality:
    """Done (or going on), planned (or foretold), or merely possible, by tense, lexical cues and time."""
    lower = lowered(text)
    published = article.published_date()
    ahead = published is not None and any(t.end and t.end[:10] > published.isoformat() for t in times)
    future = (
        any(
            len(word) > 4
            and word not in cues.lists["modality.not_future"]
            and word.endswith(cues.lists["modality.suffixes"])
            for word in re.findall(r"\b[a-zà-ÿ]+\b", text)  # no names: "Larra" is no future
        )
        if cues.lists["modality.suffixes"]
        else False
    )
    if cues.has("modality.planned", lower) or future or cues.has("modality.foretells", lowered(cue)) or ahead:
        return "planned"
    if claim.certainty == "possible" or cues.has("modality.possible", lower):
        return "possible"
    return "planned" if claim.stance == "intends" else "done"


def polarity(words: Sequence[Token], cues: Cues, at: int | None = None) -> int:
    """-1 where the words deny what they speak of, else 1 ("ne … que" and "not only" aside).

    With the verb's place ``at`` only what its clause says counts: in "it was closed; trains did not run" no closing is
    denied.
    """
    near = words if at is None else _clause(words, at)
    forms = _without(_contracted(near), cues.lists["words.affirming"])
    if ("ne" in forms or "n" in forms) and "que" in forms and not {"pas", "jamais", "aucun", "aucune"} & set(forms):
        return 1
    if len(_without(tuple(forms), cues.lists["words.denying"])) < len(forms):
        return -1
    return -1 if any(_denies(forms, k, cues) for k in range(len(forms))) else 1


def _denies(forms: Sequence[str], k: int, cues: Cues) -> bool:
    """Whether a word denies its clause: in « la loi est nulle et non avenue » neither « nulle » nor « non » does."""
    if forms[k] not in cues.negation or forms[k] in ("ne", "n"):
        return False
    if forms[k] in ("nul", "nulle"):
        return "ne" in forms or "n" in forms
    return forms[k] != "non" or not forms[k + 1 : k + 2] or not forms[k + 1].isalpha()


def _clause(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The words around the verb at ``at``, up to a mark that ends its clause."""
    start, end = max(0, at - BEFORE_VERB), min(len(words), at + AFTER_VERB + 1)
    start = max((k + 1 for k in range(start, at) if words[k].word in ENDS), default=start)
    end = min((k for k in range(at + 1, end) if words[k].word in ENDS), default=end)
    return words[start:end]


def _contracted(words: Sequence[Token]) -> tuple[str, ...]:
    """The words' forms; "wasn't", which is cut at its apostrophe, ends in "n't"."""
    forms = [w.word for w in words]
    for k in range(1, len(words)):
        if forms[k] == "t" and forms[k - 1].endswith("n") and words[k].start == words[k - 1].end + 1:
            forms[k] = "n't"
    return tuple(forms)


def _without(forms: tuple[str, ...], phrases: Sequence[str]) -> list[str]:
    """The words without those that affirm by two negations ("there is no doubt", « cela ne fait aucun doute »)."""
    out, k = [], 0
    while k < len(forms):
        found = next((p for p in map(str.split, phrases) if forms[k : k + len(p)] == tuple(p)), ())
        out += [] if found else [forms[k]]
        k += len(found) or 1
    return out


def answer_of(claim: Claim, sign: int) -> str | None:
    """ "yes" or "no" where the claim commits itself to one, else None (declined, doubted, asked, not denied)."""
    if claim.stance == "denies" or claim.certainty == "denied":
        return "no"
    if claim.stance in ("declines", "does-not-deny", "doubts", "asks") or claim.certainty == "unasserted":
        return None
    return "yes" if sign > 0 else "no"


def is_supposed(words: Sequence[Token], cues: Cues) -> bool:
    """Whether a proposition only holds on a condition that opens it ("if they joined, it would be very serious")."""
    first = next((w.word for w in words if w.word[0].isalpha()), "")
    return first in cues.lists["words.condition"]
