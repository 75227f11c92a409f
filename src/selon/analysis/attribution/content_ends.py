"""Where a content may end: at marks, conjunctions and quotations, never past what another says."""

from __future__ import annotations

from selon.analysis.attribution.adjuncts import concedes
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

MAX_ENDS = 12
TAKEN = 9  # tokens from the comma of « P, ce que X a démenti » to the verb
CONTRAST = 12  # tokens from a contrasting conjunction to the verb of its clause
SPEAKERS = ("person", "person-name", "body")


def trimmed(sx: Syntax, a: int, b: int) -> int:
    """The end of tokens ``a`` to ``b`` without the marks and conjunctions that close them."""
    while b > a and (
        sx.tokens[b - 1].text in (",", ";", ":", ".", "—", "–", "(")
        or (sx.tokens[b - 1].lower in sx.grammar.conjunctions and sx.tokens[b - 1].pos != "NOUN" and b - a > 1)
    ):
        b -= 1
    if b > a + 2 and sx.tokens[b - 1].lower in sx.grammar.resumptive and sx.tokens[b - 2].text == ",":
        b -= 2  # « P(, ce) que Y a démenti »
    return b


def before_next_verb(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """ "denies wrongdoing (and will appeal)", « voit dans ce silence une faute (et devrait requérir jeudi) »: a finite
    verb that is joined to a content without one goes on from the cue, not from what is said."""
    if cue.kind != "verb" or len(parts) != 1 or parts[0][0] < cue.last:
        return parts
    (a, b), tokens = parts[0], sx.tokens
    if (
        tokens[a].pos != "DET"
        and tokens[a].lower in sx.grammar.complementizers | sx.grammar.question_words | sx.grammar.relatives
    ):
        return parts
    joins, depth = sx.grammar.joining | sx.grammar.adversatives, sx.quote_of[cue.head]
    for k in range(a + 1, b - 1):
        if sx.quote_of[k] != depth:
            continue
        if sx.finite[k] or tokens[k].text == ":" or tokens[k].lower in sx.grammar.relatives:
            return parts
        if tokens[k].lower in joins:
            j = k + 1
            while j + 1 < b and (tokens[j].pos == "ADV" or tokens[j].lower in sx.grammar.object_clitics):
                j += 1
            if sx.quote_of[j] == depth and sx.finite[j] and tokens[j].pos in ("VERB", "AUX"):
                return ((a, trimmed(sx, a, k)),)
    return parts


def ends_from(sx: Syntax, a: int, last: int, source: Source) -> list[tuple[int, str]]:
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
        elif t.lower in rules.subordinators and (t.pos == "SCONJ" or t.lower in rules.loose_subordinators):
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


def before_contrast(sx: Syntax, a: int, b: int) -> int:
    """Where tokens a to b meet what another says (", while the IMF puts Q"); b where they don't."""
    marks = (i for i in range(a + 2, b - 1) if sx.tokens[i].text == "," and sx.quote_of[i] == -1)
    return next((i for i in marks if _contrasts(sx, i, b)), b)


def _contrasts(sx: Syntax, comma: int, stop: int) -> bool:
    return sx.tokens[comma + 1].lower in sx.grammar.contrasting and _another_says(sx, comma + 1, stop)


def _barrier(sx: Syntax, a: int, i: int, stop: int) -> bool:
    """Where no content goes on: what follows is said by the article, or by the same source under a further cue.

    A semicolon; « , ce que X dément »;
    ", adding that …"; « et indique que … »; after a noun phrase also « et a reçu … », "but X said".
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
    against = following.lower in sx.grammar.contrasting or (following.pos != "CCONJ" and concedes(sx, i + 1))
    if t.text == "," and against:
        return _another_says(sx, i + 1, stop)
    if t.text == "," and following.lower in sx.grammar.resumptive:
        taken = i + 2 < stop and tokens[i + 2].lower in sx.grammar.object_relatives
        return taken and any(sx.cue_strength[k] for k in range(i + 3, min(i + TAKEN, stop)))
    if t.text == "," and following.lower in sx.grammar.object_relatives - sx.grammar.complementizers:
        return _taken_up(sx, i, stop)
    if t.text == ",":
        gerund = following.tag == "VBG" or (following.pos == "VERB" and following.lower.endswith("ant"))
        return gerund and sx.cue_strength[i + 1] > 0
    if t.pos != "CCONJ":
        return False
    k = i + 1
    while k < min(i + 4, stop) and (tokens[k].pos in ("ADV", "PART") or tokens[k].lower in sx.grammar.object_clitics):
        k += 1
    if t.lower in sx.grammar.adversatives and tokens[i - 1].text == "," and _takes_back(sx, a, k, stop):
        return True
    if t.lower in ("mais", "but") and tokens[i - 1].text == ",":
        clause = next((n for n in range(i + 1, min(i + 10, stop)) if sx.finite[n]), -1)
        return clause != -1 and sx.cue_strength[clause] > 0
    if k >= stop or not sx.finite[k]:
        return False
    if not any(sx.finite[a:i]):
        return True
    head = next((n for n in range(k, min(k + 4, stop)) if sx.cue_strength[n] > 1), -1)
    return head != -1


def _takes_back(sx: Syntax, a: int, k: int, stop: int) -> bool:
    """ "hinted that it would be disbanded, but later (reversed himself)": a past behind what is to come goes on from
    the cue."""
    tokens = sx.tokens
    first = next((n for n in range(a, k) if sx.finite[n] or tokens[n].tag == "MD"), -1)
    to_come = first != -1 and (tokens[first].tag == "MD" or tokens[first].feats.get("Mood") == "Cnd")
    past = k < stop and sx.finite[k] and (tokens[k].tag == "VBD" or tokens[k].feats.get("Tense") == "Past")
    return to_come and past


def _taken_up(sx: Syntax, comma: int, stop: int) -> bool:
    """ "P, which the operator disputes": does the relative clause say no more than that somebody disputes it?"""
    tokens, code = sx.tokens, sx.document.language.code
    if code != "en" or tokens[comma - 1].lemma in lexicon(code)["nouns"]:
        return False
    verb = next((n for n in range(comma + 2, min(comma + TAKEN, stop)) if sx.cue_strength[n]), -1)
    ends = verb != -1 and (verb + 1 >= stop or tokens[verb + 1].text in ".,;")
    return ends and lexicon(code)["verbs"].get(tokens[verb].lemma, {}).get("stance") in ("denies", "doubts", "confirms")


def _another_says(sx: Syntax, at: int, stop: int) -> bool:
    """ "P, while the IMF puts Q", « P, tandis que la CGT appelle à Q »: does the first verb behind the conjunction say
    something, by a subject of its own?"""
    verb = next((n for n in range(at + 1, min(at + CONTRAST, stop)) if sx.finite[n]), -1)
    if verb == -1 or sx.quote_of[verb] != -1:
        return False
    loud = any(sx.cue_strength[n] for n in range(verb, min(verb + 3, stop)))
    subject = next((sx.np_from[n] for n in range(at + 1, verb) if n in sx.np_from), None)
    speaks = subject is not None and head_class(sx, subject.first, subject.last, subject.head) in SPEAKERS
    return loud and speaks
