"""Proper names in a document: runs of capitals, told apart into persons and bodies by what stands in and around them.

"U.S. District Judge Gray Miller" is the person Gray Miller, a judge; "le ministre de la Justice Alberto
Ruiz-Gallardón" the person Alberto Ruiz-Gallardón, a minister; "la secte islamiste Boko Haram" a body, a sect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selon.analysis.apposition import beside, gender_of, judge, opens_with_article
from selon.analysis.document import Document, Token
from selon.analysis.known import Known, demonym
from selon.analysis.name_runs import mid_sentence_capitals, runs, token_after
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.proper import Name, capital
from selon.analysis.registry.localities import is_region
from selon.languages.speakers import fold, given_names, kinds

HYPHENED = re.compile(r"\w-(?:\w{1,3}-)+$")  # before a word inside a hyphened name


def find_names(document: Document, nouns: Nouns, known: list[Known]) -> list[Name]:
    """The names of the document in order; ``known`` are the registry's finds in it. Linear in the text's length."""
    at_token: dict[int, Known] = {}
    for hit in known:
        if HYPHENED.search(document.text[max(hit.start - 8, 0) : hit.start]):
            continue  # « Hauts-de-France »
        at_token[document.token_at(hit.start)] = hit
    inside = mid_sentence_capitals(document)
    out: list[Name] = []
    for sentence in document.sentences:
        for first, last in runs(document.tokens, sentence.first, sentence.last, nouns, at_token, inside):
            for name in _names_in(document, first, last, nouns, at_token):
                near = out[-1] if out else None
                inside_place = near is not None and near.kind in ("place", "country") and near.last == name.first - 1
                if inside_place and not name.kind and document.tokens[name.first - 1].text == ",":
                    name.kind = "place"  # "in Kenosha, Wisconsin"
                out.append(name)
    return out


def _names_in(document: Document, first: int, last: int, nouns: Nouns, known: dict[int, Known]) -> Iterator[Name]:
    """The names in a run of capitals: what stands after its last noun or title, or the run itself."""
    tokens = document.tokens
    given = given_names()
    company = last - first > 1 and tokens[last - 1].lower.rstrip(".") in kinds().suffixes
    last -= company  # "Delmar Industries (Inc.)"
    alone = nouns.at(tokens, first) if first not in known else None
    if alone is not None and alone.last >= last and not (last - first == 1 and tokens[first].text.isupper()):
        return  # "the Department", "le Premier ministre": a description, whatever its capital
    opening = known.get(first)
    if opening is not None and opening.actor.kind != "person" and token_after(tokens, first, last, opening.end) >= last:
        yield _known_name(document, opening, first, last, first, [], nouns)  # its registered name goes before its words
        return
    body = (
        _section(tokens, first, last, known)
        or _land_body(tokens, first, last, known, nouns)
        or _possessed_body(tokens, first, last, nouns)
        or _field_body(tokens, first, last, known, nouns)
        or _body_name(tokens, first, last, nouns)
    )
    if body is not None:
        yield body
        return
    roles: list[Noun] = []
    begin, start, title, gender, context = first, first, False, "", set[str]()
    i = first
    person_run = person = False
    while i < last:
        hit = known.get(i)
        if hit is not None:
            end = token_after(tokens, i, last, hit.end)
            whole = end >= last
            closing = nouns.of([tokens[end]]) if last - end == 1 else None
            if i > start and last - end == 1 and (closing is None or closing.kind == "body") and not hit.capital:
                i = end  # "Linfield (NHS) Trust"
                continue
            if hit.actor.kind == "person" and not (whole and i == start):
                person_run = True
                i = end
                continue
            if not whole and fold(tokens[end].text) not in nouns.words.titles and not tokens[end].text.isdigit():
                # "Brazil President", "Washington Irving": the known name is a modifier of what follows it.
                context.update(fold(w) for w in hit.actor.name.split())
                if begin == start:
                    begin = end
                start = i = end
                continue
            if whole and i == start:
                yield _known_name(document, hit, i, end, begin, roles, nouns)
                return
            i = end
            continue
        token = tokens[i]
        noun = nouns.at(tokens, i)
        if person_run and i > start and not (noun is not None and _titles(tokens, noun, last)):
            noun = None
        begins = noun is not None and i == start == first and _begins_name(document, noun, last, nouns)
        if begins:
            noun = None
        plain = fold(token.text) not in given
        if noun is not None and (
            (noun.last <= last and plain) or (noun.last < last and noun.kind == "person" and i == start)
        ):
            speaks = noun.kind in ("person", "body")
            if speaks and (noun.last < last or (i == start and noun.kind == "person")):
                roles.append(noun)
                context.update(fold(t.text) for t in tokens[start:i])
                start = i = noun.last
                if start + 1 < last and tokens[start].text == "-":
                    start = i = start + 2
                continue
            if noun.kind == "person" and fold(tokens[start].text) not in given:
                return  # "First Minister": a description
            i = noun.last
            continue
        if i == start == first and _national(tokens, i, last, nouns):
            person = True
            context.add(fold(token.text))
            start = i = i + 1
            continue
        dotted = i + 1 < last and tokens[i + 1].text == "."  # "Col. Seyni"
        titles = [word for word in (token.lower, f"{token.lower}." if dotted else "") if word in nouns.words.titles]
        if titles and i + 1 < last and i == start and not person:
            title, gender = True, nouns.words.titles[titles[0]] or gender
            start = i = i + 1
            if start < last and tokens[start].text == ".":
                start = i = i + 1
            continue
        if token.lower in nouns.words.domains and i + 1 < last and i == start and not begins:
            context.add(fold(token.text))
            start = i = i + 1
            continue
        if i == start and fold(token.text) in given and not opens_with_article(token.text, nouns):
            person_run = True
        i += 1
    if start >= last:
        return
    if (
        last - start > 2
        and fold(tokens[start].text) not in given
        and fold(tokens[start + 1].text) in given
        and tokens[start + 1].text != "-"
    ) and (
        tokens[start].pos in ("NOUN", "ADJ", "PROPN")
        and tokens[start].text not in ("Al", "El")
        and first == start
        and (_opens(document, start) or _office_before(tokens, start, nouns))
    ):
        start += 1  # "Voter Kitty Mak": a common noun with a sentence's capital; "Mayor of Koszalin Piotr Jedlinski"
    if (
        last - start > 2
        and tokens[last - 1].text.isupper()
        and len(tokens[last - 1].text) in (2, 3)
        and tokens[last - 1].text != "II"
        and tokens[last - 2].text != "-"  # "WSET-TV"
    ):
        last -= 1  # "Kama Melly QC"
    if last - start == 1 and any(c.isdigit() for c in tokens[start].text):
        return
    name = Name(
        start, last, tuple(_words(tokens, start, last)), begin=begin, gender=gender, title=title, context=context
    )
    judge(document, name, roles, nouns)
    name.kind = name.kind or ("person" if person else "")
    if company or "&" in name.words:
        name.kind = "body"
    if company and "company" not in name.roles:
        name.roles.append("company")
    yield name


def _national(tokens: list[Token], i: int, last: int, nouns: Nouns) -> bool:
    """« Le (Tchèque) Marek Vrba »: somebody's nationality before his two names; not « la Française des Jeux »."""
    two = nouns.code == "fr" and last - i > 2 and capital(tokens[i + 1])
    return two and demonym(tokens[i].lower, "fr") is not None


def _begins_name(document: Document, noun: Noun, last: int, nouns: Nouns) -> bool:
    """ "City Hall", "at Police Scotland", « le collectif Justice Nord »: is a noun with a capital a name's first word?

    A body's noun comes behind an English name, but for the noun that opens a sentence ("Broadcaster NHK").
    """
    if noun.kind != "body" or noun.last >= last:
        return False
    if nouns.code == "en":
        pair = last - noun.first == 2  # not "State Sen. Ellen Voss"
        return (pair and noun.english in kinds().places) or not _opens(document, noun.first)
    before = nouns.at(document.tokens, noun.first - 1) if noun.first else None
    if before is None or before.kind not in ("body", "group") or before.last != noun.first:
        return False
    return before.written.islower()


def _office_before(tokens: list[Token], i: int, nouns: Nouns) -> bool:
    """ "(Mayor of) Koszalin Piotr Jedlinski": whether the words before token ``i`` are an office and its "of"."""
    if i < 2 or tokens[i - 1].lower not in nouns.words.of or not capital(tokens[i - 2]):
        return False
    noun = nouns.of([tokens[i - 2]])
    return noun is not None and noun.kind == "person" and not noun.plural


def _titles(tokens: list[Token], noun: Noun, last: int) -> bool:
    """ "Santa Barbara County (Sheriff) Bill Brown": a person's noun before a full name, whatever names stand before."""
    return (
        noun.kind == "person"
        and not noun.plural
        and noun.last + 2 <= last
        and fold(tokens[noun.last].text) in given_names()
    )


def _section(tokens: list[Token], first: int, last: int, known: dict[int, Known]) -> Name | None:
    """ "Greenpeace Brazil", "CNN Philippines": the section of a body, not the country."""
    opening = known.get(first)
    if opening is None or opening.actor.kind in ("country", "person"):
        return None
    end = token_after(tokens, first, last, opening.end)
    place = known.get(end) if end < last else None
    alone = end == last - 1 == first + 1 and tokens[first].text.isupper() and tokens[end].pos == "PROPN"
    if place is None and alone and (last >= len(tokens) or tokens[last].pos in ("VERB", "AUX", "PUNCT")):
        return Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=first)  # "NHS England"
    if (
        place is None
        or place.actor.kind != "country"
        or place.capital
        or token_after(tokens, end, last, place.end) < last
    ):
        return None
    return Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=first)


def _land_body(tokens: list[Token], first: int, last: int, known: dict[int, Known], nouns: Nouns) -> Name | None:
    """ "Sudan Doctors Network", "Syria Justice Centre": behind a country, a name that ends in a body's noun.

    Not "Brazil Health Ministry", which the registry knows as a state's, nor "France President Macron".
    """
    hit = known.get(first)
    if nouns.code != "en" or hit is None or hit.actor.kind != "country" or hit.capital:
        return None
    start = token_after(tokens, first, last, hit.end)
    closing = nouns.of([tokens[last - 1]])
    if last - start < 2 or closing is None or closing.english not in kinds().societies:
        return None
    inner = tokens[start : last - 1]
    if any(nouns.of([t]) is not None and not t.lower.endswith("s") for t in inner):
        return None
    if not all(t.text[:1].isupper() for t in inner):
        return None
    begin, first = first, first + (tokens[first].lower in nouns.words.definite)  # a sentence's "The"
    return Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=begin)


def _possessed_body(tokens: list[Token], first: int, last: int, nouns: Nouns) -> Name | None:
    """ "Road Hauliers' Union", "Children's Hospital": a run holds a possessor only where a body's noun follows."""
    if not any(token.tag == "POS" for token in tokens[first:last]):
        return None
    begin, first = first, first + (tokens[first].lower in nouns.words.definite)
    return Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=begin)


def _field_body(tokens: list[Token], first: int, last: int, known: dict[int, Known], nouns: Nouns) -> Name | None:
    """ "Public Health England", "Home Depot", « Santé Sud »: a field and a place, or one more word, is a body's name.

    Not of whom it is the field or whose title it is: « le ministre de l'Intérieur Lenoir », "Justice Alito".
    """
    fields = nouns.words.domains
    told = nouns.at(tokens, first)
    ahead = nouns.code == "fr" and told is not None and told.kind == "body" and told.last < last
    if ahead and told is not None and tokens[told.last].lower in fields:
        first = told.last  # « ONG (Santé Sud) »
    k = next((k for k in range(first, min(first + 2, last)) if tokens[k].lower in fields), last)
    while k < last and tokens[k].lower in fields:
        k += 1
    if k >= last or not capital(tokens[k]):
        return None
    hit = known.get(k)
    placed = (hit is not None and hit.actor.kind == "country" and token_after(tokens, k, last, hit.end) == last) or (
        is_region(" ".join(_words(tokens, k, last)), nouns.code)
    )
    given = fold(tokens[k].text) in given_names()
    if not placed and (given or last - k > 1 or tokens[first].lower not in fields or hit is not None):
        return None
    heads = [noun for i in range(first, last) if (noun := nouns.at(tokens, i)) is not None]
    if any(noun.first >= k or noun.kind == "person" for noun in heads) or _field_of(tokens, first, nouns):
        return None
    return Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=first)


def _field_of(tokens: list[Token], i: int, nouns: Nouns) -> bool:
    """« le ministre de l'(Intérieur) », "Secretary of (Labor)": is the field at ``i`` somebody's, by his office?"""
    k = i - 1
    while k > 0 and (tokens[k].pos in ("DET", "ADP") or tokens[k].lower in nouns.words.of):
        k -= 1
    return 0 <= k < i - 1 and nouns.of([tokens[k]]) is not None


def _body_name(tokens: list[Token], first: int, last: int, nouns: Nouns) -> Name | None:
    """A body's whole name where the run goes on in small letters: "Centre national des ouragans"."""
    if all(capital(t) or not t.text[0].isalpha() for t in tokens[first:last]):
        return None
    titles = (noun for k in range(first, last) if capital(tokens[k]) and (noun := nouns.at(tokens, k)) is not None)
    if any(_titles(tokens, noun, last) for noun in titles):
        return None  # "House of Representatives Speaker Nancy Pelosi"
    while first < last and nouns.of([tokens[first]]) is not None and nouns.of([tokens[first]]).kind == "person":  # type: ignore[union-attr]
        first += 1
    noun = next(
        (
            n
            for k in range(first, last)
            if capital(tokens[k]) and (n := nouns.of([tokens[k]])) is not None and n.kind == "body"
        ),
        None,
    )
    if noun is None:
        return None
    small = [t for t in tokens[first:last] if t.text[0].islower() and t.lower not in nouns.words.joiners]
    whole = nouns.code == "fr" and nouns.at(tokens, first) == noun._replace(first=first, last=first + 1)
    if not small and not (whole and first + 2 < last and tokens[first + 1].lower in nouns.words.of):
        return None  # « Métropole de Lyon » is whole
    name = Name(first, last, tuple(_words(tokens, first, last)), kind="body", begin=first)
    name.roles = [noun.english]
    name.gender = gender_of(tokens, first, nouns.words) if nouns.code == "fr" else ""
    return name


def _opens(document: Document, i: int) -> bool:
    return document.sentences[document.tokens[i].sentence].first == i


def _known_name(
    document: Document, hit: Known, first: int, last: int, begin: int, roles: list[Noun], nouns: Nouns
) -> Name:
    tokens = document.tokens
    name = Name(first, last, tuple(_words(tokens, first, last)), kind=hit.actor.kind or "body", known=hit, begin=begin)
    name.roles = [noun.english for noun in roles]
    beside(document, name, nouns)
    return name


def _words(tokens: list[Token], first: int, last: int) -> Iterator[str]:
    """The words of a name, hyphenated parts as one."""
    word = ""
    for i in range(first, last):
        if word and tokens[i].start != tokens[i - 1].end:
            yield word
            word = ""
        word += tokens[i].text
    if word:
        yield word
