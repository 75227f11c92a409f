"""Candidates for the content of a cue and source, each with the features that the ranker reads.

A content begins where the cue's complement may begin (conjunction, quotation, infinitive, noun phrase) or at the
start of the clause that a parenthetical closes, and ends where a mark, a conjunction or a quotation lets it end.
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.content_features import Parts, Start, content_features, takes_complement
from selon.analysis.attribution.cues import Cue, names_a_source
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source, as_said
from selon.analysis.attribution.syntax import QUOTE_MARKS, Syntax, with_genitives

MAX_ENDS = 12
CLAUSE = 14  # tokens in which a clause without a conjunction shows its verb


class Content(NamedTuple):
    """A candidate: token ranges (one or two; none for an empty content) and its features."""

    parts: Parts
    side: str
    features: tuple[float, ...]


def find_contents(sx: Syntax, cue: Cue, source: Source) -> list[Content]:
    """Candidates for what the source is reported to say."""
    first, last = sx.region(cue.head)
    a0, b0 = attribution(cue, source)
    out: list[Content] = []
    seen: set[tuple[tuple[int, int], ...]] = set()

    def offer(
        parts: tuple[tuple[int, int], ...], side: str, start: Start, end: str, number: int, is_last: bool
    ) -> None:
        parts = tuple((a, trimmed(sx, a, b)) for a, b in parts)
        if any(a >= b for a, b in parts) or parts in seen:
            return
        seen.add(parts)
        features = content_features(sx, cue, source, parts, side, start, end, number, is_last, first, last, a0, b0)
        out.append(Content(parts, side, features))

    parted = _parted(sx, cue, a0, b0, first, last)
    closes = parted or as_said(sx, cue) or (cue.kind == "preposition" and _closes(sx, a0, first))
    for start in () if closes else _right_starts(sx, cue, source, b0, last):
        if adjunct(sx, cue, start, last):
            continue
        ends = _ends(sx, start.at, last, source)
        for number, (e, kind) in enumerate(ends):
            offer(((start.at, e),), "right", start, kind, number, number == len(ends) - 1)
    left_end = a0
    while left_end > first and (
        sx.tokens[left_end - 1].text in (",", "—", "–", "-", ":", ";", "(")
        or sx.tokens[left_end - 1].lower in ("comme", "as")
    ):
        left_end -= 1
    if left_end > first and _may_close(sx, cue, source, a0, first):
        starts = _left_starts(sx, first, left_end)
        for number, start in enumerate(() if parted else starts):
            offer(((start.at, left_end),), "left", start, "comma", number, number == len(starts) - 1)
        right = _after_attribution(sx, b0, last)
        if right is not None and names_a_source(sx, right):
            right = None  # "P, X told parliament, according to Y": what follows is another attribution
        if right is not None:
            for start in starts[:3]:
                ends = _ends(sx, right, last, source)
                for number, (e, kind) in enumerate(ends[-4:]):
                    offer(((start.at, left_end), (right, e)), "split", start, kind, number, e == ends[-1][0])
    nothing = Start(-1, "other", 0)
    features = content_features(sx, cue, source, (), "none", nothing, "region", 0, True, first, last, a0, b0)
    out.append(Content((), "none", features))
    return out


def misplaced(sx: Syntax, cue: Cue, parts: Parts) -> bool:
    """Parts that hold what can be no content of the cue's: a mark of the quotation around it, whom it addresses."""
    return bool(parts) and (_reaches_out(sx, cue, parts) or cue.last <= parts[0][0] < _addressee(sx, cue))


def _addressee(sx: Syntax, cue: Cue) -> int:
    """« exhorte (les habitants de la vallée) à partir », "told (the BBC) a deal was near": where the words for whom it
    is asked of, or who is told a clause without a conjunction, end; -1 where there are none."""
    asked, told = "person+infinitive" in cue.takes, "person+clause" in cue.takes
    if not (asked or told):
        return -1
    tokens, rules = sx.tokens, sx.grammar
    first, last = cue.last, sx.region(cue.head)[1]
    while first < last and (tokens[first].pos == "ADV" or tokens[first].lower in rules.address_prepositions):
        first += 1
    phrase = sx.np_from.get(first)
    if phrase is None or phrase.last >= last:
        return -1
    end = with_genitives(sx, phrase.last, last)
    if end + 1 >= last or not ((asked and _asked(sx, end)) or (told and first == cue.last and _clause(sx, end, last))):
        return -1
    kind = head_class(sx, phrase.first, phrase.last, phrase.head)
    return end if kind in ("person", "person-name", "body", "pronoun") else -1


def _asked(sx: Syntax, at: int) -> bool:
    """Does an infinitive with its marker, or a quotation behind one, begin at the token?"""
    follows = sx.tokens[at + 1]
    infinitive = follows.infinitive or follows.tag == "VB" or sx.quote_of[at + 1] != -1
    return sx.tokens[at].lower in sx.grammar.infinitive_markers and infinitive


def _clause(sx: Syntax, at: int, last: int) -> bool:
    """Does a subject begin at the token, with its verb before the next comma?"""
    near = min(at + CLAUSE, last)
    comma = next((i for i in range(at, near) if sx.tokens[i].text == ","), near)
    return (sx.subject[at] or at in sx.np_from) and any(sx.finite[at:comma])


def _reaches_out(sx: Syntax, cue: Cue, parts: Parts) -> bool:
    """« On a constaté … 261 cas »: what is said inside a quotation begins after its mark and ends before the other."""
    k = sx.quote_of[cue.head]
    if k == -1:
        return False
    first, last = sx.quotes[k][:2]
    (a, b), (c, d) = parts[0], parts[-1]
    if a == first and b > first + 1 and d >= last - 1 and b <= cue.first < c:
        return False  # « “La grève, a prévenu X, durera” »: the attribution stands inside the marks, and is no part
    return any(a <= first < b or a < last < b for a, b in parts)


def _parted(sx: Syntax, cue: Cue, a0: int, b0: int, first: int, last: int) -> bool:
    """An attribution between commas parts one content: « Le vaccin, explique X, protège … », « “P,” said X, “Q” »."""
    tokens = sx.tokens
    if cue.kind == "noun" or not first < a0 - 1 or b0 + 1 >= last or tokens[b0].text != ",":
        return False
    quoted = tokens[a0 - 1].text in QUOTE_MARKS or (tokens[a0 - 1].text == "," and tokens[a0 - 2].text in QUOTE_MARKS)
    if quoted and sx.quote_of[a0 - 1 if tokens[a0 - 1].text in QUOTE_MARKS else a0 - 2] != -1:
        return tokens[b0 + 1].text in QUOTE_MARKS and tokens[b0 + 1].sentence == tokens[a0 - 1].sentence
    if tokens[a0 - 1].text == "," and tokens[a0 - 2].pos == "AUX" and tokens[b0 + 1].pos in ("VERB", "AUX"):
        return not sx.finite[b0 + 1]  # "The harvest will, according to X, be half of …"
    if tokens[a0 - 1].text != "," or any(sx.finite[first:a0]) or sx.quote_of[b0 + 1] != sx.quote_of[a0 - 1]:
        return False
    following = b0 + 1
    while following < last and (tokens[following].pos == "ADV" or tokens[following].lower in sx.grammar.object_clitics):
        following += 1
    subject = any(first <= phrase.first < a0 for phrase in (sx.np_from.get(i) for i in range(first, a0)) if phrase)
    return following < last and sx.finite[following] and subject


def _closes(sx: Syntax, a0: int, first: int) -> bool:
    """« P selon X : Q », « P, selon X, … »: a preposition after a word or a clause closes what it says."""
    if a0 <= first:
        return False
    before = sx.tokens[a0 - 1]
    if before.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "AUX"):
        return True
    if before.text != ",":
        return False
    joint = sx.tokens[a0 - 2] if a0 - 2 >= first else before
    if joint.lower in sx.grammar.complementizers or joint.pos in ("CCONJ", "SCONJ"):
        return False  # « rappelons que, d’après le droit international, P »
    opener = a0 - 1
    while opener > first and sx.tokens[opener - 1].text not in (";", ":"):
        opener -= 1
    return any(sx.finite[i] for i in range(opener, a0))


def adjunct(sx: Syntax, cue: Cue, start: Start, last: int) -> bool:
    """« said on Monday », "told a closed session": a day, a place or an addressee right after the verb, no content."""
    if not cue.entry or cue.kind == "preposition" or cue.table != "verbs":
        return False
    if set_apart(sx, cue.last, start.at, last):
        return True
    if start.kind not in ("preposition", "phrase"):
        return False
    comma = next((i for i in range(start.at, last) if sx.tokens[i].text in ",;:"), last)
    if any(sx.finite[i] for i in range(start.at, min(start.at + 14, comma))):
        return False
    word = sx.tokens[start.at].lower
    if word in sx.grammar.loose_prepositions and not takes_complement(cue.takes, "preposition", word):
        return True
    if start.kind == "preposition":
        return word in sx.grammar.genitives and start.at > cue.last and sx.np_of[start.at - 1] != -1  # "a session of"
    if cue.lemma.rpartition(" ")[2] in cue.takes:
        return False  # "called for an immediate ceasefire": the key has the preposition already
    person = any(complement.startswith("person+") for complement in cue.takes)
    return person and start.number == 0 and not {"noun", "small", "person+noun"} & cue.takes


def set_apart(sx: Syntax, first: int, at: int, last: int) -> bool:
    """Does the token lie in an adjunct between commas: « HRW a relevé, (grâce à des témoins,) l'existence de P »?"""
    tokens = sx.tokens
    if first + 1 >= last or tokens[first].text != "," or tokens[first + 1].lower not in sx.grammar.loose_prepositions:
        return False
    closes = next((i for i in range(first + 1, last) if tokens[i].text in ",;:"), -1)
    return first <= at < closes and tokens[closes].text == ","


def attribution(cue: Cue, source: Source) -> tuple[int, int]:
    """The tokens from cue to source, where they stand side by side; else the cue alone."""
    if source.first == -1 or source.position in ("clitic", "relative"):
        return cue.first, max(cue.last, cue.pronoun + 1)
    if source.last <= cue.first and cue.first - source.last <= 12:
        return source.first, cue.last
    if source.first >= cue.last and source.first - cue.last <= 14:
        return cue.first, source.last
    return cue.first, cue.last


def trimmed(sx: Syntax, a: int, b: int) -> int:
    """The end of tokens ``a`` to ``b`` without the marks and conjunctions that close them."""
    while b > a and (
        sx.tokens[b - 1].text in (",", ";", ":", ".", "—", "–", "(")
        or (sx.tokens[b - 1].lower in sx.grammar.conjunctions and b - a > 1)
    ):
        b -= 1
    return b


def start_kind(sx: Syntax, i: int, after_colon: bool = False) -> str:
    t, rules = sx.tokens[i], sx.grammar
    nxt = sx.tokens[i + 1] if i + 1 < len(sx.tokens) else None
    if t.lower in rules.complementizers:
        return "that"
    if t.text in QUOTE_MARKS:
        return "quote"
    if after_colon:
        return "colon"
    if (
        t.lower in rules.question_words
        and t.pos != "ADP"
        and not (t.lower == "s'" and nxt is not None and nxt.pos == "VERB")
    ):
        return "whether"
    if (
        t.lower in rules.infinitive_markers
        and nxt is not None
        and (nxt.infinitive or nxt.tag == "VB" or nxt.lower in rules.object_clitics or nxt.lower in ("ne", "se", "s'"))
    ) or t.infinitive:
        return "infinitive"
    if t.tag == "VBG":
        return "gerund"
    if sx.subject[i]:
        return "pronoun"
    if i in sx.np_from or sx.np_of[i] != -1:
        return "phrase"
    if t.pos == "ADP":
        return "preposition"
    return "other"


def _right_starts(sx: Syntax, cue: Cue, source: Source, b0: int, last: int) -> list[Start]:
    """Where a content to the right may begin: at once, after adverbs or addressees, at a conjunction or quotation."""
    tokens = sx.tokens
    marks: dict[int, str] = {}
    i = max(cue.last, cue.pronoun + 1)
    if cue.kind in ("preposition",) or (source.first >= cue.last):
        i = max(i, b0)
    n_finite = 0
    colon = False
    steps = 0
    after_phrase = False
    while i < last and steps < 28 and len(marks) < 6:
        t = tokens[i]
        if cue.kind == "colon" and i == cue.head:
            i += 1
            continue
        kind = start_kind(sx, i, colon)
        if t.text == ":":
            colon = True
        elif t.text in (",", "—", "–", "(", ")", ";"):
            after_phrase = True
        elif kind in ("that", "quote", "whether", "infinitive", "colon"):
            marks.setdefault(i, kind)
            if kind in ("quote", "colon", "that"):
                break
        elif (not marks or after_phrase or (kind in ("preposition", "gerund") and len(marks) < 2)) and (
            t.pos != "ADV" or cue.kind == "preposition" or not marks
        ):
            marks.setdefault(i, kind)
            after_phrase = False
        if i in sx.np_from and kind != "pronoun":
            phrase = sx.np_from[i]
            # An addressee or an adjunct may stand first: told reporters that …, a dit à l'AFP que …
            i = max(phrase.last, i + 1)
            after_phrase = True
            steps += 1
            continue
        if sx.finite[i]:
            n_finite += 1
            if n_finite > 1 or (marks and not _skippable(sx, source, i)):
                break
        if t.pos == "ADV":
            after_phrase = True
        i += 1
        steps += 1
    return [Start(at, kind, number) for number, (at, kind) in enumerate(sorted(marks.items()))]


def _skippable(sx: Syntax, source: Source, i: int) -> bool:
    return source.first <= i < source.last


def _ends(sx: Syntax, a: int, last: int, source: Source) -> list[tuple[int, str]]:
    """Where a content that begins at a may end; positions after its last token."""
    tokens, rules = sx.tokens, sx.grammar
    ends: list[tuple[int, str]] = []
    quote = sx.quote_of[a]
    sentence = tokens[a].sentence
    i = a + 1
    if tokens[a].text in QUOTE_MARKS and quote != -1 and sx.quotes[quote][0] == a:
        i = sx.quotes[quote][1]
        ends.append((i, "quote"))
    stop = source.first if source.first > a else last
    while i < stop:
        t = tokens[i]
        q = sx.quote_of[i]
        if q != -1 and q != quote:
            qf, ql, _ = sx.quotes[q]
            if i == qf:
                # A quotation inside the content is kept whole.
                if i > a + 1 and tokens[i - 1].text == ",":
                    ends.append((i, "comma"))
                i = min(ql, stop)
                ends.append((i, "quote"))
                continue
        if t.sentence != sentence and q == -1:
            ends.append((i, "region"))
            break
        if q == -1 and i > a + 1 and _barrier(sx, a, i, stop):
            ends.append((i, "colon" if t.text == ";" else "gerund" if t.text == "," else "conjunction"))
            break
        if t.text == ",":
            ends.append((i, "comma"))
        elif t.text in (";", ":"):
            ends.append((i, "colon"))
        elif t.text in ("—", "–", "(", ")"):
            ends.append((i, "dash" if t.text not in "()" else "bracket"))
        elif t.lower in rules.conjunctions and t.pos == "CCONJ":
            ends.append((i, "conjunction"))
        elif t.lower in rules.relatives and t.pos in ("PRON", "DET") and i > a + 1:
            ends.append((i, "relative"))
        elif t.lower in rules.subordinators and (
            t.pos == "SCONJ"
            or t.lower in ("alors", "tandis", "après", "avant", "following", "amid", "despite", "as", "after", "before")
        ):
            ends.append((i, "subordinator"))
        elif t.pos == "ADP" and t.lower in rules.adjunct_prepositions and t.lower not in rules.genitives and i > a + 2:
            ends.append((i, "preposition"))
        elif (t.tag == "VBG" or (t.feats.get("Tense") == "Pres" and t.participle)) and i > a + 2:
            ends.append((i, "gerund"))
        i += 1
    else:
        ends.append((stop, "region"))
    if len(ends) > MAX_ENDS:
        strong = [e for e in ends if e[1] in ("comma", "colon", "quote", "region", "dash")]
        weak = [e for e in ends if e[1] not in ("comma", "colon", "quote", "region", "dash")]
        ends = sorted(strong[: MAX_ENDS - 5] + strong[MAX_ENDS - 5 :][-2:] + weak[:3])
    if quote != -1 and sx.quotes[quote][0] < a:
        # Inside a quotation nothing reaches past its end.
        limit = sx.quotes[quote][1] - 1
        ends = [e for e in ends if e[0] <= limit] or [(min(limit, last), "quote")]
        if ends[-1][0] < limit and len(ends) < MAX_ENDS:
            ends.append((limit, "quote"))
    return ends


def _barrier(sx: Syntax, a: int, i: int, stop: int) -> bool:
    """Where no content goes on: what follows is said by the article, or by the same source under a further cue.

    A semicolon; ", adding that …"; « et indique que … »; after a noun phrase also « et a reçu … », "but X said".
    """
    tokens = sx.tokens
    t = tokens[i]
    if t.text == ";":
        return True
    if t.text == "(":
        inside = sx.brackets.get(i + 1)  # « (de la “chair à canon” selon le ministre) »: another's words
        return inside is not None and any(sx.cue_strength[k] > 1 for k in range(*inside))
    if i + 1 >= stop:
        return False
    following = tokens[i + 1]
    if t.text == ",":
        gerund = following.tag == "VBG" or (following.pos == "VERB" and following.lower.endswith("ant"))
        return gerund and sx.cue_strength[i + 1] > 0
    if t.pos != "CCONJ":
        return False
    k = i + 1
    while k < min(i + 4, stop) and (tokens[k].pos in ("ADV", "PART") or tokens[k].lower in sx.grammar.object_clitics):
        k += 1
    if t.lower in ("mais", "but") and tokens[i - 1].text == ",":
        clause = next((n for n in range(i + 1, min(i + 10, stop)) if sx.finite[n]), -1)
        return clause != -1 and sx.cue_strength[clause] > 0
    if k >= stop or not sx.finite[k]:
        return False
    if not any(sx.finite[a:i]):
        return True
    head = next((n for n in range(k, min(k + 4, stop)) if sx.cue_strength[n] > 1), -1)
    return head != -1


def _may_close(sx: Syntax, cue: Cue, source: Source, a0: int, first: int) -> bool:
    """Can the words before the attribution be its content? They end in a mark, or the cue is a preposition."""
    if cue.kind in ("preposition", "noun"):
        return True
    before = sx.tokens[a0 - 1]
    if before.text in ",—–-:;(" or before.text in QUOTE_MARKS or before.lower in ("comme", "as"):
        return True
    return source.position in ("inverted", "clitic", "agent", "relative", "none") or cue.passive or cue.pronoun != -1


def _left_starts(sx: Syntax, first: int, end: int) -> list[Start]:
    """Where a content to the left may begin: the region's start, a quotation's, after a colon, conjunction or comma."""
    tokens, rules = sx.tokens, sx.grammar
    starts: dict[int, str] = {}
    i = first
    while i < end and tokens[i].text in (",", "-", "–", "—", ")", ";"):
        i += 1
    starts[i] = start_kind(sx, i) if i < end else "other"
    opener = i
    if i < end and (tokens[i].lower in rules.conjunctions or tokens[i].pos == "ADV"):
        k = i + 1
        while k < end and tokens[k].text == ",":
            k += 1
        if k < end:
            starts[k] = start_kind(sx, k)
    for k in range(opener + 1, end):
        t = tokens[k - 1]
        q = sx.quote_of[k]
        if q != -1 and sx.quotes[q][0] == k:
            starts[k] = "quote"
        elif q != -1 and sx.quotes[q][0] < k and sx.quote_of[end - 1] != q:
            continue
        elif (
            t.text in (",", ";", ":", "—", "–", ")")
            or (t.pos == "CCONJ" and t.lower in rules.conjunctions)
            or t.lower in rules.complementizers
        ):
            starts[k] = start_kind(sx, k)
    ordered = sorted(starts.items())
    if len(ordered) > 8:
        ordered = ordered[:3] + ordered[-5:]
    return [Start(at, kind, number) for number, (at, kind) in enumerate(ordered)]


def _after_attribution(sx: Syntax, b0: int, last: int) -> int | None:
    """The first word after a parenthetical attribution, where the sentence goes on; None where it ends there."""
    i = b0
    skipped = 0
    while (
        i < last
        and skipped < 8
        and sx.tokens[i].text not in (",", ";", ":", "—", "–", ")", ".")
        and sx.tokens[i].text not in QUOTE_MARKS
    ):
        if sx.finite[i]:
            return b0
        i += 1
        skipped += 1
    apart = False
    while i < last and sx.tokens[i].text in (",", ":", "—", "–", ")", ";", "."):
        apart = apart or sx.tokens[i].text in ":;"
        i += 1
    if apart and i < last and sx.tokens[i].text not in QUOTE_MARKS:
        return None  # « 1,28 million selon le ministère : jamais … » goes on in the article's own voice
    return i if i < last - 1 else None
