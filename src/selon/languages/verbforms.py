"""The forms of verbs, from a language's conjugation: what the tagger's word for it misses.

French taggers read "dément", "doute" or "nie" as adverbs and nouns, and most conditionals as imperfects; English ones
take "hopes" for the verb "hop". Here every form of the cue verbs is known with its moods (``analyses``), and the future
stem of every French verb (``future_stems``), from ``conjugation.toml``. The forms are made when a word is first asked
for that begins as they do: all 30,000 of French would cost a short article a sixth of its time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from selon.languages.cues import cues
from selon.languages.grammar import grammar
from selon.languages.loader import LanguageError, load

# Person endings of what every French verb forms alike.
IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")
PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
SIMPLE_PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent", "ât"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent", "ît"),
    "ï": ("ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent", "ït"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent", "ût"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent", "înt"),
}
PERSONS = (("1", "Sing"), ("2", "Sing"), ("3", "Sing"), ("1", "Plur"), ("2", "Plur"), ("3", "Plur"))
STRONG = frozenset((0, 1, 2, 5))  # the persons whose ending is mute
BEGIN = 3  # letters
ALSO = ("vouloir", "pouvoir", "devoir", "savoir", "falloir", "être", "avoir", "aller", "venir", "sembler", "paraître")


class VerbForm(NamedTuple):
    """One reading of a form. ``mood``: Ind, Cnd, Sub, Imp, Inf, Part; ``tense``: Pres, Imp, Fut, Past ("" for Inf).

    ``person`` is "1" to "3" and ``number`` "Sing" or "Plur", empty where the mood has none (names of Universal
    Dependencies).
    """

    lemma: str
    mood: str
    tense: str = ""
    person: str = ""
    number: str = ""

    @property
    def finite(self) -> bool:
        return self.mood in ("Ind", "Cnd", "Sub", "Imp")


def analyses(form: str, language: str) -> tuple[VerbForm, ...]:
    """Every reading of ``form`` as a form of a cue verb (or of the few verbs that govern one), in lower case.

    Empty for other words.
    """
    return _readings(form.lower(), language)


def cue_lemma(form: str, lemma: str, language: str) -> str:
    """The cue verb that ``form`` is a form of, where the tagger's ``lemma`` is none ("hopes": hop); else ``lemma``."""
    lexicon = cues(language)
    if lemma in lexicon.verbs:
        return lemma
    return next((reading.lemma for reading in analyses(form, language) if reading.lemma in lexicon.verbs), lemma)


def is_finite(form: str, language: str) -> bool:
    """Could ``form`` be the third person of a finite cue verb in the indicative or conditional ("dément", "nia")?"""
    return any(reading.person == "3" and reading.mood in ("Ind", "Cnd") for reading in analyses(form, language))


Forms = dict[str, tuple[VerbForm, ...]]


@cache
def _readings(form: str, language: str) -> tuple[VerbForm, ...]:
    found = [
        *_forms(language, "").get(form, ()),
        *(_forms(language, _begin(form)).get(form, ()) if len(form) >= BEGIN else ()),
    ]
    return tuple(sorted(found, key=lambda reading: reading.lemma))


@cache
def _forms(language: str, begin: str) -> Forms:
    """The forms of the cue verbs that begin with ``begin``, or ("") of those whose forms begin in several ways."""
    table: dict[str, dict[VerbForm, None]] = {}
    for lemma in _lemmas(language).get(begin, ()):
        for form, reading in CONJUGATIONS[language](lemma):
            table.setdefault(form, {})[reading] = None
    return {form: tuple(readings) for form, readings in table.items()}


@cache
def _lemmas(language: str) -> dict[str, list[str]]:
    """The verbs whose forms are known, by how all their forms begin; "" for those of which that isn't sure."""
    if language not in CONJUGATIONS:
        return {}
    lexicon = cues(language)
    phrases = [cue.words for cue in lexicon if cue.section in ("verbs", "refusal") and len(cue.words) > 1]
    heads = {words[1] if words[0] in ("se", "s'") else words[0] for words in phrases}
    table: dict[str, list[str]] = {}
    also = (*ALSO, *grammar(language).contacting) if language == "fr" else ()
    for lemma in sorted({*lexicon.verbs, *lexicon.reflexives, *heads, *also}):
        table.setdefault(_begin(lemma) if _is_steady(lemma, language) else "", []).append(lemma)
    return table


def _begin(form: str) -> str:
    """The first letters without accents (préfère, préférer) and cedillas."""
    letters = unicodedata.normalize("NFD", form[:BEGIN])
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_steady(lemma: str, language: str) -> bool:
    """Do all forms of the verb begin with the same letters? Not those of listed verbs, and of short stems."""
    if language == "en":
        return lemma not in load("en").table("conjugation")["irregular"] and len(lemma) > BEGIN + 1
    words, models = _models()
    if lemma in words:
        return False
    ending = next((ending for ending, _ in models if lemma.endswith(ending)), "er")
    return len(lemma) - len(ending) > BEGIN


def conjugate(lemma: str) -> Iterator[tuple[str, VerbForm]]:
    """All simple forms of a French verb with their readings; rare spellings included ("appellerait", "appèlerait")."""
    if not re.fullmatch(r"[^\W\d_]+(?:er|ir|ïr|re|oir)", lemma):
        return
    yield lemma, VerbForm(lemma, "Inf")
    for parts in _parts(lemma):
        yield from _from_parts(lemma, parts)


def _from_parts(lemma: str, parts: dict[str, str]) -> Iterator[tuple[str, VerbForm]]:
    present = parts["present"].split()
    yield from _persons(lemma, "Ind", "Pres", present)
    imperfect = parts["imperfect"]
    yield from _persons(lemma, "Ind", "Imp", _stems(lemma, imperfect, IMPERFECT))
    yield from _persons(lemma, "Ind", "Fut", [parts["future"] + end for end in FUTURE])
    yield from _persons(lemma, "Cnd", "Pres", [parts["future"] + end for end in IMPERFECT])
    stem, vowel = parts["past"].split()
    past = _stems(lemma, stem, SIMPLE_PAST[vowel])
    yield from _persons(lemma, "Ind", "Past", past[:6])
    yield past[6], VerbForm(lemma, "Sub", "Imp", "3", "Sing")
    strong, weak = parts["subjunctive"].split()
    subjunctives = parts.get("subjunctives", "").split() or [
        (strong if k in STRONG else weak) + end for k, end in enumerate(SUBJUNCTIVE)
    ]
    yield from _persons(lemma, "Sub", "Pres", subjunctives)
    orders = parts.get("imperative", "").split() or [re.sub("es$", "e", present[1]), present[3], present[4]]
    for form, person in zip(orders, (1, 3, 4), strict=True):
        yield form, VerbForm(lemma, "Imp", "Pres", *PERSONS[person])
    yield parts.get("gerund") or _stems(lemma, imperfect, ("ant",))[0], VerbForm(lemma, "Part", "Pres")
    done = parts["participle"].replace("dû", "du")
    yield parts["participle"], VerbForm(lemma, "Part", "Past", "", "Sing")
    yield done + "e", VerbForm(lemma, "Part", "Past", "", "Sing")
    yield done + "es", VerbForm(lemma, "Part", "Past", "", "Plur")
    yield done if done.endswith("s") else done + "s", VerbForm(lemma, "Part", "Past", "", "Plur")


def _persons(lemma: str, mood: str, tense: str, forms: Iterable[str]) -> Iterator[tuple[str, VerbForm]]:
    for form, (person, number) in zip(forms, PERSONS, strict=True):
        if form != "-":
            yield form, VerbForm(lemma, mood, tense, person, number)


def _stems(lemma: str, stem: str, endings: Iterable[str]) -> list[str]:
    """Stem and endings; c and g of -cer and -ger verbs stay soft before a and o (annonçait, jugeait)."""
    if lemma.endswith(("cer", "ger")):
        soft = stem[:-1] + "ç" if lemma.endswith("cer") else stem + "e"
        return [(soft if end[0] in "aâo" else stem) + end for end in endings]
    return [stem + end for end in endings]


@cache
def _models() -> tuple[dict[str, dict[str, str]], list[tuple[str, dict[str, str]]]]:
    table = load("fr").table("conjugation")
    for name, parts in {**table["words"], **table["models"]}.items():
        missing = {"present", "imperfect", "future", "past", "subjunctive", "participle"} - set(parts)
        if missing or len(parts["present"].split()) != 6:
            raise LanguageError(
                f"fr/conjugation.toml, {name!r}: wants six persons of the present and {sorted(missing)}"
            )
    models = [(parts["ending"], parts) for parts in table["models"].values()]
    return table["words"], sorted(models, key=lambda model: -len(model[0]))


def _parts(lemma: str) -> Iterator[dict[str, str]]:
    words, models = _models()
    if lemma in words:
        yield words[lemma]
        return
    for ending, model in models:
        if lemma.endswith(ending):
            root = lemma[: -len(ending)]
            stem, vowel = model["past"].split()
            rooted = {name: _rooted(root, value) for name, value in model.items() if name != "ending"}
            rooted["past"] = f"{_rooted(root, stem)} {vowel}"
            yield rooted
            if lemma in ("dire", "redire"):  # vous dites; contredire, prédire: vous -disez
                yield {**rooted, "present": rooted["present"].replace("disez", "dites")}
            if ending.endswith("aître"):  # the spelling of 1990: reconnait
                yield from _parts(lemma.replace("aître", "aitre"))
            return
    yield from _er_parts(lemma)


def _rooted(root: str, value: str) -> str:
    """Each part of ``value`` with the verb's root before it; "_" is the bare root, "-" a form that there is none of."""
    return " ".join(part if part == "-" else root + part.replace("_", "") for part in value.split())


def _er_parts(lemma: str) -> Iterator[dict[str, str]]:
    """-er verbs: the stem before a mute ending changes its vowel (lève, préfère, appelle, essuie)."""
    stem = lemma[:-2]
    for mute, future in _mute_stems(stem):
        present = [(mute if k in STRONG else "") and mute + end for k, end in enumerate(PRESENT_ER)]
        present[3], present[4] = _stems(lemma, stem, ("ons", "ez"))
        yield {
            "present": " ".join(present),
            "imperfect": stem,
            "future": future + "er",
            "past": f"{stem} a",
            "subjunctive": f"{mute} {stem}",
            "participle": stem + "é",
        }


def _mute_stems(stem: str) -> Iterator[tuple[str, str]]:
    """The stem before a mute ending, and in the future: twice where two spellings are in use."""
    if stem.endswith(("oy", "uy")):
        yield stem[:-1] + "i", stem[:-1] + "i"
    elif stem.endswith("ay"):
        yield stem[:-1] + "i", stem[:-1] + "i"
        yield stem, stem
    elif match := re.search(r"é(?:[^aeiouyéè]|[cgq]u|g?n|[bcdfgpt][lr]|ch)$", stem):
        open_stem = stem[: match.start()] + "è" + stem[match.start() + 1 :]
        yield open_stem, stem
        yield open_stem, open_stem
    elif match := re.search(r"(?<![aeiou])e(?:[^aeiouyéè]|vr)$", stem):
        if stem[-1] in "lt":
            yield stem + stem[-1], stem + stem[-1]
        open_stem = stem[: match.start()] + "è" + stem[match.start() + 1 :]
        yield open_stem, open_stem
    else:
        yield stem, stem


@cache
def future_stems() -> frozenset[str]:
    """The future stems of the French verbs that do not end in -er ("finir", "prendr", "verr"), listed ones."""
    words, _ = _models()
    listed = load("fr").table("verbs")["other"]
    return frozenset(
        parts["future"] for lemma in (*words, *listed) for parts in _parts(lemma) if not parts["future"].endswith("er")
    ) | {"ser", "fer", "enverr", "renverr"}


def conjugate_english(lemma: str) -> Iterator[tuple[str, VerbForm]]:
    """All simple forms of an English verb; a final consonant both single and doubled ("admitted", "visited")."""
    if not re.fullmatch(r"[a-z-]+", lemma):
        return
    yield lemma, VerbForm(lemma, "Inf")
    hissing = re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma)
    stem = lemma[:-1] + "i" if re.search(r"[^aeiou]y$", lemma) else lemma
    yield stem + ("es" if hissing or stem != lemma else "s"), VerbForm(lemma, "Ind", "Pres", "3", "Sing")
    bases = [lemma[:-1] if re.search(r"[^eoy]e$", lemma) else lemma]
    if re.search(r"(?:[^aeiou]|qu)[aeiou][bdfglmnprt]$", lemma):
        bases.append(lemma + lemma[-1])
    for base in bases:
        yield base + "ing", VerbForm(lemma, "Part", "Pres")
    irregular = load("en").table("conjugation")["irregular"].get(lemma, "").split()
    pasts = irregular[:1] or [(stem if stem != lemma else base).removesuffix("e") + "ed" for base in bases]
    dones = irregular[1:] or pasts
    for past in pasts:
        yield past, VerbForm(lemma, "Ind", "Past")
    for done in dones:
        yield done, VerbForm(lemma, "Part", "Past")


CONJUGATIONS = {"fr": conjugate, "en": conjugate_english}
