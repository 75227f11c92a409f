"""Mends what the tagger gets wrong about verbs: lemmas, finite cue verbs taken for other words, the conditional.

French: « X dément que P » (tagged as an adverb), « Séoul doute de P » (a noun), « marquerait » (an imperfect).
The forms of the cue verbs are known (``languages.verbforms``), so a form that can only be, or by its
neighbours must be, a finite verb becomes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from selon.analysis.conditional import is_conditional
from selon.analysis.document import Token
from selon.languages.verbforms import VerbForm, analyses

INFINITIVE_ENDINGS = ("er", "ir", "re", "oir", "ïr")
FINITE_ENDINGS = ("ra", "ront")  # of the future: no preposition ends so
# What may follow a finite cue verb but not a noun or adverb in the same place.
OPENERS = frozenset({"que", "qu'", '"', "«", "»", "”", "“", "pas", ":", "si", "avoir", "être"})
PARTICIPLES = ("é", "ée", "és", "ées")
CLOSING = frozenset({"»", "”", '"'})
INVERTED = frozenset(f"{t}{word}" for t in ("-", "-t-") for word in ("il", "elle", "ils", "elles", "on")) | {"-t"}
DETERMINERS = frozenset(
    {"le", "la", "les", "l'", "un", "une", "des", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "de", "d'"}
)


def repair(tokens: list[Token], code: str) -> None:
    """Mend the tokens of one document in place."""
    if code != "fr":
        return
    for i, token in enumerate(tokens):
        if token.pos in ("VERB", "AUX") and _of_a_town(tokens, i):
            token.pos, token.tag, token.feats = "ADJ", "ADJ", {}
        elif token.pos in ("VERB", "AUX"):
            if token.lower.endswith(PARTICIPLES) and token.feats.get("VerbForm") == "Fin":
                token.feats = {"VerbForm": "Part", "Tense": "Past"}  # « n'a ni confirmé »: no finite form ends so
            elif token.feats.get("VerbForm") == "Part" and (
                (finite := finite_only(token.lower)) is not None  # « une accusation que l'armée rejette »
                or (_before_its_subject(tokens, i) and (finite := third_person(token.lower)) is not None)
            ):
                token.lemma, token.feats = finite.lemma, features(finite)
            if not token.lemma.endswith(INFINITIVE_ENDINGS):
                _relemma(token)
            if token.lower.endswith(("ait", "ais", "aient", "ions", "iez")) and token.feats.get("Mood") == "Ind":
                if is_conditional(token.lower):
                    token.feats = {**token.feats, "Mood": "Cnd", "Tense": "Pres"}
            elif not token.feats.get("VerbForm"):
                _relemma(token)
        elif token.pos == "ADP" and token.lower.endswith(FINITE_ENDINGS) and token.lemma.endswith(INFINITIVE_ENDINGS):
            number = "Plur" if token.lower.endswith("nt") else "Sing"  # « la croissance atteindra 2 % »
            token.pos, token.tag = "VERB", "VERB"
            token.feats = features(VerbForm(token.lemma, "Ind", "Fut", "3", number))
        elif token.pos in ("NOUN", "ADJ", "PROPN", "X") and _opens_with_participle(tokens, i):
            token.pos, token.tag, token.lemma = "VERB", "VERB", _participle_of(token.lower)
            token.feats = {"VerbForm": "Part", "Tense": "Past"}
        elif token.pos in ("NOUN", "ADV", "ADJ", "X", "PROPN", "SCONJ", "NUM") and i and token.text.islower():
            found = third_person(token.lower)
            if found is not None and _verb_place(tokens, i):
                token.pos, token.tag, token.lemma = "VERB", "VERB", found.lemma
                token.feats = features(found)
            elif _done(tokens, i) or _compound(tokens, i):
                token.pos, token.tag, token.lemma = "VERB", "VERB", _participle_of(token.lower)
                token.feats = {"VerbForm": "Part", "Tense": "Past", "Number": "Sing"}
            elif _after_quotation(tokens, i):
                token.pos, token.tag, token.lemma = "VERB", "VERB", _infinitive(token.lower)
                token.feats = features(VerbForm(token.lemma, "Ind", "Pres", "3", "Sing"))


def _of_a_town(tokens: list[Token], i: int) -> bool:
    """« Le président (lorientais) a nié », « le maire (niçois) »: the form of no verb behind a noun is an adjective."""
    token = tokens[i]
    unknown = token.lower.endswith(("ais", "ois")) and not token.lemma.endswith("r")
    return unknown and i > 0 and tokens[i - 1].pos == "NOUN" and not analyses(token.lower, "fr")


def _opens_with_participle(tokens: list[Token], i: int) -> bool:
    """« (Sollicitée), la mairie n'a pas donné suite », « (Interrogé) par l'AFP, X »: no name, for all its capital."""
    token = tokens[i]
    if (i and tokens[i - 1].sentence == token.sentence) or i + 1 >= len(tokens) or not participle_only(token.lower):
        return False
    return tokens[i + 1].text == "," or tokens[i + 1].lower in ("par", "sur")


def _before_its_subject(tokens: list[Token], i: int) -> bool:
    """« L'entreprise a, (dit)-il, perdu deux navires »: what an inverted pronoun follows is no participle."""
    return i + 1 < len(tokens) and tokens[i + 1].lower in INVERTED


def _relemma(token: Token) -> None:
    """« Il demande », « la CGT réclame »: the tagger's lemma of some forms is the form itself."""
    readings = analyses(token.lower, "fr")
    if readings:
        token.lemma = readings[0].lemma
        if not token.feats.get("VerbForm"):
            token.feats = features(readings[0])


@lru_cache(maxsize=65_536)  # words of the articles, without end
def third_person(form: str) -> VerbForm | None:
    """The third-person finite reading of a form, if it has one."""
    return next((r for r in analyses(form, "fr") if r.finite and r.person == "3" and r.mood in ("Ind", "Cnd")), None)


@lru_cache(maxsize=65_536)
def finite_only(form: str) -> VerbForm | None:
    """The third-person reading of a form that is no participle."""
    return third_person(form) if all(reading.mood != "Part" for reading in analyses(form, "fr")) else None


@lru_cache(maxsize=65_536)
def participle_only(form: str) -> bool:
    """Is a form a past participle and nothing else of a verb: « jugée », not « décrit »?"""
    readings = analyses(form, "fr")
    return bool(readings) and all(_past(reading) for reading in readings)


@cache
def features(reading: VerbForm) -> Mapping[str, str]:
    """UD features of a reading."""
    form = "Fin" if reading.finite else reading.mood
    pairs = {"VerbForm": form, "Mood": reading.mood if reading.finite else "", "Tense": reading.tense}
    pairs |= {"Person": reading.person, "Number": reading.number}
    return {name: value for name, value in pairs.items() if value}


def _verb_place(tokens: list[Token], i: int) -> bool:
    """May a finite verb stand here? After a subject or its clitic, before a complement that verbs take.

    « Elle dément », « Moscou nie que », « La Corée du Sud doute de l’efficacité », « ne juge pas » — but not « la
    demande de », « une annonce que ».
    """
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before.lower in ("il", "elle", "ils", "elles", "on", "qui", "ne", "n'", "se", "s'"):
        return True
    if before.lower in ("en", "y", "le", "les") and after is not None and after.pos == "NUM":
        return True  # « la CGT en dénombre 800 000 »
    if before.pos in ("DET", "ADP", "NUM", "ADJ", "CCONJ", "SCONJ", "VERB", "AUX"):
        return False
    if after is None:
        return False
    if before.pos in ("PROPN", "X", "PRON") or before.text == ")":
        return after.lower in OPENERS or after.lower in DETERMINERS or after.pos in ("ADV", "DET", "PRON")
    if before.text in ("–", "—", ",", ")") and not _verb_before(tokens, i):
        return True  # « La Corée du Sud – dotée d’une armée – doute de l’efficacité »
    if before.pos in ("NOUN", "PUNCT"):
        return (
            after.lower in OPENERS
            or after.lower in ("pas", "donc", "aussi", "toutefois")
            or (before.pos == "NOUN" and after.pos == "DET" and not tokens[i].text.endswith("s"))
        )
    return False


def _after_quotation(tokens: list[Token], i: int) -> bool:
    """« “P”, tonne le maire », « “P”, tranche-t-il »: what stands between a quotation and a subject is a verb."""
    comma = tokens[i - 1].text == ","
    mark = tokens[i - 2] if comma and i > 1 else tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or mark.text not in CLOSING or not tokens[i].text.isalpha():
        return False
    if after.lower in INVERTED:
        return True
    form = tokens[i].lower.endswith(("e", "t", "a", "d"))
    subject = after.pos == "DET" or (after.text[:1].isupper() and after.pos in ("PROPN", "NOUN", "X"))
    return comma and form and subject


def _done(tokens: list[Token], i: int) -> bool:
    """« a-t-il résumé »: a participle after its inverted pronoun."""
    k = i - 1
    if tokens[k].lower not in INVERTED or not tokens[i].lower.endswith(("é", "i", "u", "t", "s")):
        return False
    if tokens[i].pos == "ADV" and not any(_past(reading) for reading in analyses(tokens[i].lower, "fr")):
        return False  # « a-t-il toutefois estimé »
    while k > 0 and tokens[k].lower in INVERTED:
        k -= 1
    return tokens[k].pos == "AUX"


def _compound(tokens: list[Token], i: int) -> bool:
    """« a nuancé les chiffres », « ont également invoqué »: after « avoir » a participle is the verb, not an adjective.

    33 of 33 such words in a thousand training articles.
    """
    if not (tokens[i].lower.endswith("é") or any(_past(r) for r in analyses(tokens[i].lower, "fr"))):
        return False
    k = i - 1
    while k > 0 and tokens[k].pos == "ADV":
        k -= 1
    if tokens[k].pos not in ("AUX", "VERB") or tokens[k].sentence != tokens[i].sentence:
        return False
    reflexive = tokens[k].lemma == "être" and k > 0 and tokens[k - 1].lower in ("se", "s'", "s’")
    return tokens[k].lemma == "avoir" or reflexive  # « se sont félicités »


def _past(reading: VerbForm) -> bool:
    return reading.mood == "Part" and reading.tense == "Past"


def _participle_of(form: str) -> str:
    """The verb of a past participle: as the forms have it, else a guess."""
    return next((r.lemma for r in analyses(form, "fr") if _past(r)), _infinitive(form))


def _infinitive(form: str) -> str:
    """A guess at the verb of a form that no table has: « tonne »: tonner; « rugit »: rugir."""
    return form[:-1] + "er" if form.endswith(("e", "a", "é")) else form[:-1] + "r" if form.endswith("it") else form


def _verb_before(tokens: list[Token], i: int) -> bool:
    """Does the sentence of token i have a finite verb, or nothing that could be a subject, before it?"""
    subject = False
    for token in reversed(tokens[max(i - 40, 0) : i]):
        if token.sentence != tokens[i].sentence or (token.start < tokens[i].start and token.text in ".;:"):
            break
        if token.feats.get("VerbForm") == "Fin":
            return True
        subject = subject or token.pos in ("NOUN", "PROPN")
    return not subject
