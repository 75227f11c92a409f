"""What stands beside a name ("le maire Bill X", "X, porte-parole du Y") and what the name is by it."""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.proper import Name, capital
from selon.analysis.registry.localities import is_region
from selon.languages.speakers import SpeakerWords, fold, given_names, kinds

BEFORE = 8  # tokens that we look back over for the noun that a name stands beside


def judge(document: Document, name: Name, roles: list[Noun], nouns: Nouns) -> None:
    """Say whether the name is a person's or a body's, by the words in and around it."""
    tokens = document.tokens
    given = given_names() if not opens_with_article(name.words[0], nouns) else {}
    name.roles = [noun.english for noun in roles if noun.kind in ("person", "body")]
    persons = [noun for noun in roles if noun.kind == "person"]
    for noun in persons:
        name.gender = name.gender or nouns.words.genders.get(noun.written, "")
    company = len(name.words) > 1 and name.words[-1].lower() in kinds().designators
    if company:
        name.kind, name.roles, name.gender = "body", ["company"], ""
    if not name.kind and len(name.words) > 1 and fold(name.words[0].split("-")[0]) in given:
        name.gender = name.gender or given[fold(name.words[0].split("-")[0])]
        bodily = any(w.lower() in nouns.words.bodies for w in name.words)
        name.kind = "" if bodily else "person"
    beside(document, name, nouns)
    if company:
        name.kind = "body"
    if name.kind == "person":
        pass
    elif not company and (name.title or (roles and roles[-1].kind == "person")):
        name.kind = "person"
    elif any(w.lower() in nouns.words.bodies or w.lower() in nouns.words.documents for w in name.words[-1:]) or (
        len(name.words) > 1 and any(w.lower() in nouns.words.bodies for w in name.words)
    ):
        name.kind = "body"
    elif not name.kind and len(name.words) > 1 and fold(name.words[0].split("-")[0]) in given:
        name.kind = "person"
    elif not name.kind and is_region(" ".join(name.words), nouns.code):
        name.kind = "place"  # "a Wisconsin jail"
    elif (not name.kind and name.first and tokens[name.first - 1].pos == "DET") or (
        not name.kind and len(name.words) == 1 and name.words[0].isupper() and len(name.words[0]) > 1
    ):
        name.kind = "body"
    if not name.kind and len(name.words) > 1 and _aged(tokens, name.last):
        name.kind = "person"
    before = tokens[name.first - 1] if name.first else None
    if not name.kind and before is not None and before.pos == "ADP" and before.lower in nouns.words.places:
        name.kind = "body" if _works_at(tokens, name.first - 1, nouns) else "place"
    if name.kind != "person" and name.first > 0 and tokens[name.first - 1].lower in nouns.words.plural:
        name.plural = True
    if name.kind == "person" and not name.gender:
        name.gender = given.get(fold(name.words[0].split("-")[0]), "") if len(name.words) > 1 else ""


def opens_with_article(word: str, nouns: Nouns) -> bool:
    """« (Le) Progrès »: a given name in other languages, in French an article; "Le Thanh" in English is somebody."""
    return nouns.code == "fr" and word.lower() in nouns.words.definite


def _works_at(tokens: list[Token], i: int, nouns: Nouns) -> bool:
    """ "an engineer (at) Aqualine", « un ingénieur (chez) Chimex »: what stands between a person and his work."""
    at = tokens[i].lower in nouns.words.at_work and i > 0
    noun = nouns.of([tokens[i - 1]]) if at and tokens[i - 1].pos == "NOUN" else None
    return noun is not None and noun.kind == "person"


def _aged(tokens: list[Token], after: int) -> bool:
    """ "Sudesh Amman(, 20,) was …", « Saïd Amrani(, 20 ans,) »: only a person has an age behind the name."""
    behind = [token.lower for token in tokens[after : after + 4]]
    if len(behind) < 3 or behind[0] not in (",", "(") or not behind[1].isdecimal() or int(behind[1]) > 120:
        return False
    return behind[2] in (",", ")", ".", "ans", "ans,")


def beside(document: Document, name: Name, nouns: Nouns) -> None:
    """Take in the noun that the name is set beside: "le maire Bill X", "X, porte-parole du Y", "the Z agency X"."""
    tokens = document.tokens
    words = nouns.words
    sentence = document.sentences[tokens[name.first].sentence]
    i = name.first - 1
    if (
        i >= sentence.first
        and tokens[i].text == "."
        and i > sentence.first
        and f"{tokens[i - 1].lower}." in words.titles
    ):
        i -= 1
    if i >= sentence.first and (tokens[i].lower in words.titles or tokens[i].lower.rstrip(".") in words.titles):
        name.title, name.gender = (
            True,
            words.titles.get(tokens[i].lower, words.titles.get(tokens[i].lower.rstrip("."), "")) or name.gender,
        )
        name.begin = min(name.begin, i)
        i -= 1
    comma = i >= sentence.first and tokens[i].text == ","
    noun = _noun_before(tokens, i - 1 if comma else i, sentence.first, nouns, comma)
    if noun is not None and noun.english in kinds().owned:
        noun = None  # "le gouvernement Ayrault", "the Trump administration"
    strange = noun is not None and comma and noun.kind == "body" and name.kind == "person"
    if noun is not None and not strange and not (name.known and noun.kind == "person" and name.kind != "person"):
        _take(document, name, noun, nouns)
        if comma:
            name.beside = noun.first
        else:
            name.begin = min(name.begin, noun.first)
    office = _office(tokens, name, sentence.first, nouns)
    if office is not None:
        _take(document, name, office, nouns)
        name.begin = office.first
    j = name.last
    if j < sentence.last and tokens[j].text in (",", "(") and set_off(tokens, j, sentence.last):
        k = j + 1
        while (
            k < sentence.last
            and k < j + 6
            and (tokens[k].pos in ("DET", "ADJ", "ADV", "NUM") or tokens[k].lower in words.determiners)
        ):
            if nouns.at(tokens, k) is not None and tokens[k].pos != "DET":
                break
            k += 1
        after = nouns.at(tokens, k) if k < sentence.last else None
        while after is not None and after.last + 1 < sentence.last and tokens[after.last].tag == "POS":
            k = after.last + 1  # "Fatou Bensaid, the agency's (representative)"
            while k + 1 < sentence.last and tokens[k].pos == "ADJ":
                k += 1
            after = nouns.at(tokens, k)
        if after is None and nouns.code == "en" and k < sentence.last:
            after = _compound(tokens, k, sentence.last, nouns)
        if after is not None and after.kind in ("person", "body") and not after.plural:
            if not (name.known is not None and after.kind == "person" and name.kind != "person"):
                _take(document, name, after, nouns)
        elif tokens[j].text == "," and j + 1 < sentence.last and tokens[j + 1].lower == "who" and not name.kind:
            name.kind = "person"
    elif (
        j < sentence.last
        and name.kind in ("", "person")
        and nouns.code == "fr"
        and tokens[j].pos == "DET"
        and len(name.words) > 1
    ):
        after = nouns.at(tokens, j + 1) if j + 1 < sentence.last else None
        if after is not None and after.kind == "person" and not after.plural:
            _take(document, name, after, nouns)


def _office(tokens: list[Token], name: Name, first: int, nouns: Nouns) -> Noun | None:
    """ "(Secretary of) Labor Jane Doe": the office that the words before a person's name are a part of."""
    k = name.begin - 2
    if k < first or not name.begin < name.first or tokens[k + 1].lower not in nouns.words.of or not capital(tokens[k]):
        return None
    noun = nouns.at(tokens, k)
    return noun if noun is not None and noun.kind == "person" and not noun.plural and noun.last == k + 1 else None


def set_off(tokens: list[Token], comma: int, stop: int) -> bool:
    """Whether what follows the comma is an apposition: closed by another mark before any finite verb.

    "X, porte-parole du Y, a dit" is; "d'après X, le porte-parole a dit" isn't.
    """
    for k in range(comma + 1, min(comma + 18, stop)):
        if tokens[k].text in (",", ")", ".", ";", ":", "—", "–") or tokens[k].text[0] in '"«»“”':
            return k > comma + 1
        if tokens[k].finite:
            return tokens[k - 1].lower in ("who", "which", "qui") or k - comma > 8
    return True


def _compound(tokens: list[Token], first: int, stop: int, nouns: Nouns) -> Noun | None:
    """The head of an English noun group: "the Republican Senate Majority Leader", "an NTSB spokesman"."""
    found = None
    for i in range(first, min(first + BEFORE, stop)):
        if not (
            tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ") or tokens[i].lower in ("'s", "’s", "-")
        ):
            break
        found = nouns.at(tokens, i) or found
    return found


def _noun_before(tokens: list[Token], i: int, first: int, nouns: Nouns, comma: bool) -> Noun | None:
    """The noun whose phrase ends at token ``i``: directly ("lawmaker X") or with its complement ("le chef du Y, X")."""
    stop = max(first, i - (BEFORE + 4 if comma else BEFORE))
    words = nouns.words
    found: Noun | None = None
    k = i
    while k >= stop:
        token = tokens[k]
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "PRON") and not token.participle and token.text not in ("-",):
            break
        if token.lower in words.relative or (token.lower in words.conjunctions and not comma):
            break
        if token.tag == "POS" and found is not None and found.kind == "person" and not found.plural:
            break  # "The rebels' chief (negotiator), Tesfaye Alemu"
        noun = nouns.at(tokens, k)
        if noun is not None and found is not None and nouns.code == "en" and noun.last == found.first:
            noun = None  # "Trump's (campaign) manager, Kellyanne Conway": the head is the last
        if noun is not None and noun.last <= i + 1:
            if noun.last < i + 1 and not comma and nouns.code == "en":
                break
            found = (
                noun
                if found is None
                or noun.last > found.first
                or comma
                or (
                    (noun.kind == found.kind == "body" or (found.kind != "person" and noun.kind == "person"))
                    and _complement(tokens, noun.last, found.first, nouns)
                    and not (noun.kind == "person" and _indefinite(tokens, noun, nouns))
                )
                else found
            )
        if token.pos == "ADP" and nouns.code == "en" and not comma:
            break
        if token.pos == "ADP" and token.lower not in words.of and token.lower not in words.places:
            break
        if (
            token.pos == "DET"
            and (k == first or tokens[k - 1].pos != "ADP")
            and found is not None
            and token.lower not in nouns.words.amalgams
        ):
            break
        k -= 1
    if found is None:
        return None
    if not comma and nouns.code == "fr" and i + 1 > found.last and tokens[i].pos in ("ADP", "DET"):
        return None  # "le maire de New York": the name is the complement, not the person
    return found


def _indefinite(tokens: list[Token], noun: Noun, nouns: Nouns) -> bool:
    """« (une institutrice) à Radio Métropole »: nobody whose name follows without a comma."""
    return noun.first > 0 and tokens[noun.first - 1].lower in nouns.words.indefinite - {"de", "d'"}


def _complement(tokens: list[Token], first: int, last: int, nouns: Nouns) -> bool:
    """Whether what stands between two nouns makes the second a complement of the first: "le chef de l'agence"."""
    return any(tokens[k].lower in nouns.words.of or tokens[k].pos == "ADP" for k in range(first, last))


def _take(document: Document, name: Name, noun: Noun, nouns: Nouns) -> None:
    tokens = document.tokens
    if noun.kind == "document":
        return
    if noun.english not in name.roles:
        name.roles.append(noun.english)
    if not name.kind or (name.kind == "body" and name.known is None and noun.kind == "person"):
        name.kind = "body" if noun.kind in ("body", "group") else "person"
    if noun.kind == "person" and name.kind == "person" and not name.gender:
        if noun.written in nouns.words.genders:
            name.gender = nouns.words.genders[noun.written]
        elif nouns.code == "fr":
            name.gender = gender_of(tokens, noun.first, nouns.words)
    elif noun.kind == "body" and nouns.code == "fr" and name.kind != "person":
        name.gender = name.gender or gender_of(tokens, noun.first, nouns.words)
    for token in tokens[noun.last : noun.last + BEFORE]:
        if token.start >= tokens[name.first].start and noun.first < name.first:
            break
        if token.pos == "PUNCT":
            break
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            name.context.add(fold(token.lemma))
    for token in tokens[max(noun.first - 3, 0) : noun.first]:
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            name.context.add(fold(token.lemma))


def gender_of(tokens: list[Token], i: int, words: SpeakerWords) -> str:
    """The gender of the French noun at ``i``: its determiner's, else its own ("m", "f" or "")."""
    code = {"Masc": "m", "Fem": "f"}
    for k in range(i - 1, max(i - 3, -1), -1):
        if tokens[k].lower in words.masculine:
            return "m"
        if tokens[k].lower in words.feminine:
            return "f"
        if tokens[k].pos not in ("ADJ", "NUM"):
            break
    acronym = len(tokens[i].text) > 1 and tokens[i].text.isupper()  # « l'ONG »: the tagger guesses
    return "" if acronym else code.get(tokens[i].feats.get("Gender", ""), "")
