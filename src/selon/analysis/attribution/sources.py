"""Candidates for the source of a cue, each with the features that the ranker reads."""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.agency import agent_class
from selon.analysis.attribution.cues import Cue
from selon.analysis.attribution.syntax import NOMINAL, QUOTE_MARKS, WORD_CLASSES, Syntax, word_class

MAX_LEFT = 9  # noun phrases to look back over
MAX_LENGTH = 45  # tokens of a source

POSITIONS = ("subject", "inverted", "object", "clitic", "agent", "genitive", "possessive", "relative", "none")
CUE_KINDS = ("verb", "participle", "infinitive", "noun", "preposition", "colon")
HEADS = ("person-name", "person", "body", "document", "other", "pronoun", "relative", "number")

SOURCE_FEATURES = (
    *(f"position:{name}" for name in POSITIONS),
    *(f"cue:{name}" for name in CUE_KINDS),
    *(f"head:{name}" for name in HEADS),
    "distance",
    "phrases between",
    "finite verbs between",
    "commas between",
    "quote between",
    "conjunction between",
    "length",
    "adjacent to cue",
    "opens the region",
    "after comma",
    "after preposition",
    "after quote",
    "after conjunction",
    "after complementizer",
    "after verb",
    "in quotation",
    "cue in quotation",
    "same quotation",
    "has apposition",
    "ends before comma",
    "ends before verb",
    "ends before preposition",
    "ends before genitive",
    "ends before relative",
    "ends the region",
    "ends before quote",
    "capital",
    "plural agrees",
    "indefinite",
    "passive cue",
    "negated cue",
    "reflexive cue",
    "comma before cue",
    "quote before cue",
    "extension",
    "phrase starts extended name",
    "cue governed",
    "names",
    "phrase rank",
    "takes clause",
    "takes quote",
    "cue before that",
    "cue before quote",
    "cue ends region",
    *(f"before:{name}" for name in WORD_CLASSES),
    *(f"after:{name}" for name in WORD_CLASSES),
    *(f"before cue:{name}" for name in WORD_CLASSES),
    *(f"after cue:{name}" for name in WORD_CLASSES),
    "next segment finite",
    "last segment finite",
    "joined subject",
    "main subject",
    "after place or time word",
    "place or time word inside",
    "after attaching word",
    "next phrase closed by comma",
    "apposed to a name before",
)


class Source(NamedTuple):
    """A candidate: tokens ``first`` to ``last`` (both -1: no source in the text) and where it stands to the cue."""

    first: int
    last: int
    position: str
    features: tuple[float, ...]


def find_sources(sx: Syntax, cue: Cue) -> list[Source]:
    """Candidates for the cue's source, the empty one last."""
    spans: dict[tuple[int, int], tuple[str, int]] = {}
    first, last = sx.region(cue.head)

    def offer(a: int, b: int, position: str, extension: int = 0) -> None:
        while b > a and sx.tokens[b - 1].text in (",", ";", ":", "(", "—", "–", "-"):
            b -= 1
        if any(sx.tokens[i].text in ":;" for i in range(a, b)) or (b > a + 1 and sx.tokens[a].text[0] == "-"):
            return
        verbs = [i for i in range(a, b) if sx.finite[i]]
        if verbs and not any(sx.tokens[i].lower in sx.grammar.relatives for i in range(a, verbs[0])):
            return
        if a < b <= a + MAX_LENGTH and not (
            a < cue.last and cue.first < b and position != "clitic" and not _inside(cue, a, b)
        ):
            spans.setdefault((a, b), (position, extension))

    if cue.pronoun != -1:
        offer(cue.pronoun, cue.pronoun + 1, "clitic")
    if cue.kind in ("preposition",):
        _right(sx, cue, cue.last, last, offer, "object", limit=2)
    elif cue.kind == "noun":
        _noun_sources(sx, cue, first, last, offer)
        _left(sx, cue, first, offer)
    else:
        _left(sx, cue, first, offer)
        _right(sx, cue, cue.last, last, offer, "inverted", limit=3)
        if cue.kind == "participle" and cue.first - first <= 2:
            _following_subject(sx, cue, last, offer)
        if cue.passive or cue.kind == "participle":
            for k in range(cue.last, min(cue.last + 12, last)):
                if sx.tokens[k].lower in sx.grammar.agent_prepositions:
                    _extents(sx, k + 1, last, offer, "agent")
                    break
    out = [
        Source(a, b, position, _features(sx, cue, a, b, position, extension, first, last))
        for (a, b), (position, extension) in spans.items()
    ]
    out.append(Source(-1, -1, "none", _features(sx, cue, -1, -1, "none", 0, first, last)))
    return out


def _following_subject(sx: Syntax, cue: Cue, last: int, offer) -> None:  # type: ignore[no-untyped-def]
    """« Estimant que P, il vota contre »: the subject of the main clause that follows."""
    for i in range(cue.last + 1, min(cue.last + 60, last - 1)):
        if sx.tokens[i - 1].text == "," and i in sx.np_from:
            end = next((k for k in range(i + 1, min(i + 14, last)) if sx.finite[k]), -1)
            if end != -1:
                offer(i, end, "inverted", 3)
                return


def _inside(cue: Cue, a: int, b: int) -> bool:
    """« a lui aussi assuré », « has X said »: words between the parts of a cue may be its source."""
    return cue.first < a and b <= cue.head


def _left(sx: Syntax, cue: Cue, first: int, offer) -> None:  # type: ignore[no-untyped-def]
    tokens = sx.tokens
    seen = 0
    i = cue.first - 1
    verbs = 0
    while i >= first and seen < MAX_LEFT:
        if sx.finite[i]:
            verbs += 1
        if tokens[i].lower in sx.grammar.subject_relatives and cue.first - i <= 4 and sx.document.language.code != "fr":
            offer(i, i + 1, "relative")
        if tokens[i].lower in sx.grammar.inverted_pronouns and tokens[i].lower not in ("-t", "t"):
            offer(i, i + 1, "subject")
        k = sx.np_of[i]
        if k != -1 and sx.phrases[k].first == i:
            seen += 1
            phrase = sx.phrases[k]
            position = "subject"
            if tokens[i].text[0] == "-":
                i -= 1
                continue
            if verbs == 0 or _bracketed(sx, i, cue.first):
                offer(i, _trim_adverbs(sx, i, cue.first), position, 3)
            _extents(sx, i, cue.first, offer, position)
            if phrase.last < cue.first and tokens[phrase.last - 1].lower in sx.grammar.reference_nouns:
                pass
        elif (
            k != -1
            and tokens[i - 1].lower in sx.grammar.reference_nouns
            and tokens[i].pos in NOMINAL
            and tokens[i].text[:1].isupper()
        ):
            _extents(sx, i, cue.first, offer, "subject")  # "On Friday Ford said": two phrases in a row
        i -= 1


def _trim_adverbs(sx: Syntax, a: int, b: int) -> int:
    while b > a + 1 and (
        (sx.tokens[b - 1].pos in ("ADV", "PUNCT", "CCONJ") and sx.tokens[b - 1].text not in ')»”"')
        or sx.tokens[b - 1].lower in sx.grammar.subject_relatives
    ):
        b -= 1
    return b


def _bracketed(sx: Syntax, a: int, b: int) -> bool:
    """Do the finite verbs between a and b stand in a relative clause or apposition set off by commas?"""
    tokens, depth_verbs, in_relative = sx.tokens, 0, False
    for i in range(a, b):
        if tokens[i].lower in sx.grammar.relatives and i > a:
            in_relative = True
        if sx.finite[i]:
            if not in_relative:
                return False
            depth_verbs += 1
        if depth_verbs > 2:
            return False
    return True


def _extents(sx: Syntax, a: int, limit: int, offer, position: str) -> None:  # type: ignore[no-untyped-def]
    """Offer the phrase at a as it stands, with its genitives, with all its prepositions, with its apposition."""
    tokens = sx.tokens
    phrase = sx.np_from.get(a)
    b = phrase.last if phrase is not None else a
    if phrase is None:
        k = sx.np_of[a] if a < len(sx.np_of) else -1
        if k == -1:
            return
        b = sx.phrases[k].last
    if b > limit:
        return
    offer(a, b, position, 0)
    b = _after_parenthesis(sx, b, limit)
    c = b
    while c < limit and tokens[c].lower in sx.grammar.genitives and c + 1 < limit and sx.np_of[c + 1] != -1:
        c = _after_parenthesis(sx, sx.phrases[sx.np_of[c + 1]].last, limit)
    if c > b or c > (phrase.last if phrase else b):
        offer(a, c, position, 1)
    d = c
    while d + 1 < limit:
        step = d + 1
        if tokens[d].pos == "VERB" and tokens[d].participle and d + 2 < limit and tokens[d + 1].pos == "ADP":
            step = d + 2  # « un rapport établi par l'INSEE »
        elif not (tokens[d].pos == "ADP" or tokens[d].lower in ("et", "and")):
            break
        if sx.np_of[step] == -1 or sx.subject[step]:
            break
        d = _after_parenthesis(sx, sx.phrases[sx.np_of[step]].last, limit)
        offer(a, d, position, 2)
        if d - a > 25:
            break
    for start in {b, c, d}:
        if start + 1 < limit and tokens[start].text in ",—–(":
            for e in range(start + 1, min(start + 30, limit)):
                if tokens[e].text in ",—–)" and e > start + 1:
                    offer(a, e + (tokens[e].text == ")"), position, 4)
                    break
                if sx.finite[e] and not any(tokens[x].lower in sx.grammar.relatives for x in range(start, e)):
                    break


def _after_parenthesis(sx: Syntax, b: int, limit: int) -> int:
    tokens = sx.tokens
    if b < limit and tokens[b].text == "(":
        for e in range(b + 1, min(b + 8, limit)):
            if tokens[e].text == ")":
                return e + 1
    return b


def _right(sx: Syntax, cue: Cue, start: int, last: int, offer, position: str, limit: int) -> None:  # type: ignore[no-untyped-def]
    """Phrases after the cue (« a déclaré jeudi à la presse le ministre X »), with every end that a mark allows."""
    tokens = sx.tokens
    seen = 0
    i = start
    while i < min(start + 16, last) and seen < limit + 1:
        t = tokens[i]
        if sx.finite[i] or (t.lower in sx.grammar.complementizers and i > start) or t.text in ".;:":
            break
        if sx.quote_of[i] != -1 and sx.quote_of[i] != sx.quote_of[cue.head]:
            break
        phrase = sx.np_from.get(i)
        if phrase is None and i == start and t.pos == "PRON" and position == "object":
            offer(i, i + 1, position)  # « Selon lui »
            return
        if phrase is not None:
            seen += 1
            _extents(sx, i, last, offer, position)
            if seen == 1 or position == "object":
                _ends(sx, i, phrase.last, last, offer, position)
            i = phrase.last
        else:
            i += 1


def _ends(sx: Syntax, a: int, b: int, last: int, offer, position: str) -> None:  # type: ignore[no-untyped-def]
    tokens = sx.tokens
    relative = False
    for e in range(b, min(a + 34, last + 1)):
        if e == last or tokens[e].text in ",.;:—–" or tokens[e].text in QUOTE_MARKS:
            offer(a, e, position, 5)
            if e == last or tokens[e].text not in ",—–":
                return
        elif tokens[e].lower in sx.grammar.relatives:
            relative = True
        elif sx.finite[e] and not relative:
            return


def _noun_sources(sx: Syntax, cue: Cue, first: int, last: int, offer) -> None:  # type: ignore[no-untyped-def]
    tokens = sx.tokens
    k = sx.np_of[cue.head]
    if k != -1:
        phrase = sx.phrases[k]
        for i in range(phrase.first, cue.head):
            if tokens[i].tag == "POS" and i > phrase.first:
                offer(phrase.first, i, "possessive")
            if tokens[i].feats.get("Poss") == "Yes" or tokens[i].tag == "PRP$":
                offer(i, i + 1, "possessive")
        if cue.head > phrase.first and tokens[cue.head - 1].pos in ("PROPN", "NOUN", "ADJ"):
            offer(phrase.first, cue.head, "possessive", 2)
    i = cue.last
    for i in range(cue.last, min(cue.last + 14, last)):
        word = tokens[i].lower
        if word in sx.grammar.genitives or word in sx.grammar.agent_prepositions or word in ("from", "chez", "among"):
            _extents(sx, i + 1, last, offer, "agent" if word in sx.grammar.agent_prepositions else "genitive")
        if sx.finite[i]:
            break


def _features(
    sx: Syntax, cue: Cue, a: int, b: int, position: str, extension: int, first: int, last: int
) -> tuple[float, ...]:
    tokens, rules = sx.tokens, sx.grammar
    row = [0.0] * len(SOURCE_FEATURES)
    index = _INDEX
    row[index[f"position:{position}"]] = 1.0
    row[index[f"cue:{cue.kind}"]] = 1.0
    row[index["before cue:edge"] + word_class(sx, cue.first - 1, first, last)] = 1.0
    row[index["after cue:edge"] + word_class(sx, cue.last, first, last)] = 1.0
    n = index["distance"]
    if a == -1:
        row[index["passive cue"]] = float(cue.passive)
        row[index["cue in quotation"]] = float(sx.quote_of[cue.head] != -1)
        row[index["opens the region"]] = float(cue.first == first)
        row[index["comma before cue"]] = float(cue.first > first and tokens[cue.first - 1].text == ",")
        row[n] = -1.0
        return tuple(row)
    head = _head(sx, a)
    row[index[f"head:{head_class(sx, a, b, head)}"]] = 1.0
    lo, hi = (b, cue.first) if b <= cue.first else (cue.last, a)
    between = range(lo, hi) if hi > lo else range(0)
    text_between = [tokens[i].text for i in between]
    before = tokens[a - 1] if a > first else None
    after = tokens[b] if b < last else None
    qa, qc = sx.quote_of[a], sx.quote_of[cue.head]
    values = (
        float(min(len(between), 40)),
        float(sum(1 for i in between if i in sx.np_from)),
        float(sum(sx.finite[lo:hi]) if hi > lo else 0),
        float(text_between.count(",")),
        float(any(t in QUOTE_MARKS for t in text_between)),
        float(any(tokens[i].lower in rules.conjunctions for i in between)),
        float(b - a),
        float(hi <= lo),
        float(before is None),
        float(before is not None and before.text == ","),
        float(before is not None and before.pos == "ADP"),
        float(before is not None and before.text in QUOTE_MARKS),
        float(before is not None and before.lower in rules.conjunctions),
        float(before is not None and (before.lower in rules.complementizers or before.lower in rules.subordinators)),
        float(before is not None and before.pos in ("VERB", "AUX")),
        float(qa != -1),
        float(qc != -1),
        float(qa == qc),
        float(any(tokens[i].text == "," for i in range(a, b))),
        float(after is not None and after.text == ","),
        float(after is not None and after.pos in ("VERB", "AUX")),
        float(after is not None and after.pos == "ADP"),
        float(after is not None and after.lower in rules.genitives),
        float(after is not None and after.lower in rules.relatives),
        float(after is None or after.text in ".;"),
        float(after is not None and after.text in QUOTE_MARKS),
        float(tokens[head].text[:1].isupper()),
        float(_agrees(sx, head, cue)),
        float(tokens[a].feats.get("Definite") == "Ind" or tokens[a].lower in ("a", "an", "un", "une", "des")),
        float(cue.passive),
        float(cue.negated),
        float(cue.reflexive),
        float(cue.first > first and tokens[cue.first - 1].text == ","),
        float(
            cue.first > first
            and (
                tokens[cue.first - 1].text in QUOTE_MARKS
                or (
                    cue.first - 2 >= first
                    and tokens[cue.first - 1].text == ","
                    and tokens[cue.first - 2].text in QUOTE_MARKS
                )
            )
        ),
        float(extension),
        float(a > 0 and sx.np_of[a] != -1 and sx.phrases[sx.np_of[a]].first != a),
        float(cue.governed),
        float(min(sum(tokens[i].pos == "PROPN" for i in range(a, b)), 6)),
        float(sum(1 for i in range(first, a) if i in sx.np_from)) if a < cue.first else -1.0,
        float("clause" in cue.takes),
        float("quote" in cue.takes),
        float(cue.last < last and tokens[cue.last].lower in rules.complementizers),
        float(cue.last < last and tokens[cue.last].text in QUOTE_MARKS),
        float(cue.last >= last or tokens[cue.last].text == "."),
    )
    row[n : n + len(values)] = values
    at = index["next segment finite"]
    row[at : at + 8] = _clause_features(sx, cue, a, b, first, last)
    if a - 2 >= first and tokens[a - 1].text == "," and tokens[a - 2].pos in ("PROPN", "X"):
        row[index["apposed to a name before"]] = 1.0
    row[index["before:edge"] + word_class(sx, a - 1, first, last)] = 1.0
    row[index["after:edge"] + word_class(sx, b, first, last)] = 1.0
    return tuple(row)


_INDEX = {name: k for k, name in enumerate(SOURCE_FEATURES)}


# Prepositions that seldom belong to the name of a source, and those that often do.
LOOSE = frozenset(
    [
        "dans",
        "sur",
        "depuis",
        "lors",
        "devant",
        "après",
        "avant",
        "pendant",
        "via",
        "durant",
        "in",
        "on",
        "to",
        "during",
        "after",
        "before",
        "since",
        "late",
    ]
)
ATTACHING = frozenset(["à", "au", "aux", "en", "pour", "par", "at", "for", "from", "with", "chez"])


def _clause_features(sx: Syntax, cue: Cue, a: int, b: int, first: int, last: int) -> tuple[float, ...]:
    tokens = sx.tokens
    k = b + 1 if b < last and tokens[b].text == "," else b
    e = k
    while e < min(k + 25, last) and tokens[e].text not in (",", ";", ":", "."):
        e += 1
    next_finite = any(sx.finite[k:e])
    closed = e < last and tokens[e].text in ",:" and k > b
    c = max((i for i in range(a, b) if tokens[i].text == ","), default=a)
    before_cue = WORD_CLASSES[word_class(sx, cue.first - 1, first, last)]
    joins = before_cue in ("and", "but", "comma", "adverb") and cue.kind == "verb"
    takes_verb = b < cue.first and any(sx.finite[i] for i in range(b, min(b + 3, cue.first)))
    opens = not any(sx.finite[i] for i in range(first, a))
    return (
        float(next_finite),
        float(any(sx.finite[c:b])),
        float(joins and takes_verb),
        float(takes_verb and opens),
        float(b < last and tokens[b].lower in LOOSE),
        float(any(tokens[i].lower in LOOSE for i in range(a, b))),
        float(b < last and tokens[b].lower in ATTACHING),
        float(closed and not next_finite),
    )


def _head(sx: Syntax, a: int) -> int:
    k = sx.np_of[a]
    return sx.phrases[k].head if k != -1 and sx.phrases[k].head >= a else a


def head_class(sx: Syntax, a: int, b: int, head: int) -> str:
    """What kind of thing the phrase names: a person by name or by role, a body, a document, something else."""
    tokens = sx.tokens
    token = tokens[head]
    if token.lower in sx.grammar.subject_relatives and b - a == 1:
        return "relative"
    if token.pos == "PRON" or token.lower in sx.grammar.inverted_pronouns:
        return "pronoun"
    code = sx.document.language.code
    for i in range(a, min(b, a + 12)):
        found = agent_class(tokens[i].lemma, code) or agent_class(tokens[i].lower, code)
        if found:
            return found
        if tokens[i].pos == "ADP" and i > head:
            break
    if token.pos in ("PROPN", "X") or (token.text[:1].isupper() and head != sx.region(a)[0]):
        return "person-name"
    if token.pos == "NUM":
        return "number"
    return "other"


def _agrees(sx: Syntax, head: int, cue: Cue) -> bool:
    """Do subject and verb agree in number, as far as both show it?"""
    want = next(
        (
            sx.tokens[i].feats["Number"]
            for i in range(cue.first, cue.last)
            if sx.finite[i] and "Number" in sx.tokens[i].feats
        ),
        None,
    )
    have = sx.tokens[head].feats.get("Number")
    return want is None or have is None or want == have
