"""Constructions that settle by themselves that a cue attributes, whatever the ranker makes of the words.

Each is right in nine cases of ten and more on the training articles; the count stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable

from selon.analysis.attribution.adjuncts import having_done, set_apart
from selon.analysis.attribution.antecedents import replies, sayer, tells
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.cue_constructions import commits, denies_a_saying, likened, resumes
from selon.analysis.attribution.cues import names_a_source
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.predication import taken_up
from selon.analysis.attribution.receivers import called_out, opens_infinitive
from selon.analysis.attribution.silences import answer_refused, no_word
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

CLITICS = 4  # tokens of an infinitive with its clitics and negations
WISHES = frozenset({"asks", "fears", "intends", "declines"})
NAMED = frozenset({"person-name", "person", "body", "document"})


Construction = Callable[[Syntax, Cue, Source, Content], bool]


def _class_of(sx: Syntax, source: Source) -> str:
    first = source.first + (sx.tokens[source.first].lower in sx.grammar.neither)  # « (Ni) Paris ni Berlin »
    phrase = sx.np_from.get(first)
    head = phrase.head if phrase is not None else first
    titled = head + 1 < source.last and sx.tokens[head + 1].pos == "PROPN"  # « (M.) Durand »
    return head_class(sx, first, source.last, head + titled)


def says_that(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X affirme que P » with a verb that nearly always reports (90 of 95)."""
    if cue.kind != "verb" or cue.negated or cue.entry.get("strength") != "high" or cue.last >= len(sx.tokens):
        return False
    after = sx.tokens[cue.last]
    opens = after.lower in sx.grammar.complementizers and after.pos != "PRON" and content.parts[0][0] == cue.last
    return opens and sx.tokens[source.first].lower not in sx.grammar.first_person


def quotation_said(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« “P”, affirme X » (133 of 135)."""
    first = sx.region(cue.head)[0]
    start = min(cue.first, source.first) if source.last <= cue.first else cue.first
    if cue.kind != "verb" or cue.entry.get("strength") not in ("high", "mid") or start <= first:
        return False
    k = start - 2 if sx.tokens[start - 1].text == "," else start - 1
    quoted = k >= first and sx.quote_of[k] != -1 and (sx.tokens[k].text in QUOTE_MARKS or k != start - 1)
    return quoted and sx.quote_of[cue.head] != sx.quote_of[k] and content.side in ("left", "split", "quote")


def clause_said(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "P, X told parliament": a clause, a comma, who speaks, a verb that nearly always reports (42 of 43)."""
    first = sx.region(cue.head)[0]
    if cue.kind != "verb" or cue.negated or cue.passive or cue.entry.get("strength") != "high":
        return False
    ends = cue.first - 1 if cue.first and sx.tokens[cue.first - 1].text == "," else cue.first
    if source.last not in (ends, cue.first) or source.first <= first or sx.tokens[source.first - 1].text != ",":
        return False
    (a, b), *rest = content.parts
    verb = next((i for i in range(a, b) if sx.finite[i]), -1)
    main = verb != -1 and not any(t.lower in sx.grammar.relatives for t in sx.tokens[a:verb])
    return not rest and a == first and b >= source.first - 1 and main and content.side == "left"


def clause_parted(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "London, diplomats believe, is in favour", « Londres, croient des diplomates, est pour »: between two commas who
    says it and the verb, before them the subject of a clause and behind them its verb (29 of 32)."""
    if cue.kind != "verb" or cue.passive or content.side != "split" or "clause" not in cue.takes:
        return False
    first, last = min(cue.first, source.first), max(cue.last, source.last)
    beside = source.last == cue.first or source.first == cue.last
    commas = beside and sx.tokens[first - 1].text == "," and last < len(sx.tokens) and sx.tokens[last].text == ","
    (a, b), (c, _) = content.parts[0], content.parts[-1]
    parted = (b, c) == (first - 1, last + 1) and not any(sx.finite[a:b]) and resumes(sx, c, sx.region(cue.head)[1])
    known = cue.entry.get("strength") in ("high", "mid")
    return commas and known and parted and _class_of(sx, source) in NAMED | {"pronoun"}


def said_inverted(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« P, raconte-t-elle », « “P”, a-t-on appris »: a clause or a quotation, then verb and pronoun (392 of 394)."""
    if cue.kind != "verb" or cue.pronoun == -1 or source.position != "clitic" or not cue.first:
        return False
    closed = sx.tokens[cue.first - 1].text == "," or sx.quote_of[cue.first - 1] not in (-1, sx.quote_of[cue.head])
    return closed and content.side in ("left", "split")


def denies(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X nie sa version »: a verb of denial, and before it a name or one who can speak (134 of 135)."""
    surely = cue.kind == "verb" and not cue.passive and cue.entry.get("strength") == "high"
    surely = surely or denies_a_saying(sx, cue)
    if not surely or cue.entry.get("stance") != "denies" or content.side != "right":
        return False
    return _class_of(sx, source) in (NAMED | {"pronoun"})


def will_not_say(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X n’a pas voulu commenter P », "X declined to confirm P" (52 of 53 with the unwilling verb negated).

    Refusals to comment or confirm are claims by the guidelines; they were not counted by themselves.
    """
    if cue.kind != "verb" or cue.passive:
        return False
    if sx.tokens[cue.last - 1].lemma in sx.grammar.refusing:  # « a refusé de répondre », not « a refusé un but »
        a, b = content.parts[0] if content.parts else (0, 0)
        said = next((sx.tokens[i].lemma for i in range(a, min(a + 3, b)) if sx.tokens[i].infinitive), "")
        speaks = _class_of(sx, source) in (NAMED | {"pronoun"})
        return speaks and said in sx.grammar.answering | sx.grammar.commenting
    group = {sx.tokens[i].lemma for i in range(cue.first, cue.last)}
    unwilling = cue.negated and group & {"vouloir", "souhaiter", "wish"}
    refuses = not cue.negated and group & sx.grammar.refusing and cue.lemma in sx.grammar.commenting
    if cue.entry.get("negated") != "declines" or not (unwilling or refuses):
        return False
    return _class_of(sx, source) in (NAMED | {"pronoun"})


def for_someone(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Pour l’Ukraine, cette évolution souligne … »: at the start, a name or one who can speak, a comma, a clause
    (17 of 18)."""
    first, last = sx.region(cue.head)
    if cue.lemma != "pour" or cue.first - first > 1 or source.last >= last or sx.tokens[source.last].text != ",":
        return False
    clause = any(sx.finite[source.last + 1 : min(source.last + 15, last)])
    return clause and content.side == "right" and _class_of(sx, source) in NAMED


def says_to_have(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X affirme avoir été drogué », "X admitted having lied" (99 of 104)."""
    if cue.kind != "verb" or cue.entry.get("strength") not in ("high", "mid") or content.side != "right":
        return False
    return having_done(sx, cue) != -1 and _class_of(sx, source) in (NAMED | {"pronoun"})


def says_to_do(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X dit regretter P », « assure ne rien savoir » (93 of 94); English verbs of saying take no infinitive so."""
    tells = cue.entry.get("strength") == "high" and cue.entry.get("stance") == "asserts"
    if cue.kind != "verb" or cue.passive or cue.negated or not tells or not {"clause", "infinitive"} <= cue.takes:
        return False
    a = content.parts[0][0]
    return sx.document.language.code == "fr" and a == cue.last and opens_infinitive(sx, a, content.parts[0][1])


def figure_given(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« La police a compté 87 000 manifestants », "the union put the turnout at 500,000"."""
    if cue.kind != "verb" or cue.lemma not in sx.grammar.figure_verbs or cue.negated or cue.passive:
        return False
    speaks = _class_of(sx, source) in (NAMED | {"pronoun", "number"})
    a, b = content.parts[0]
    reach = 8 if cue.lemma in ("put", "place", "estimer", "évaluer", "chiffrer") else 4
    figure = any(sx.tokens[i].pos == "NUM" for i in range(a, min(a + reach, b)))
    beside = a - cue.last <= 2 or (
        sx.tokens[a - 1].text == "," and set_apart(sx, cue.last, a - 2, sx.region(cue.head)[1])
    )
    return speaks and figure and content.side == "right" and beside


def plans_to(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Le maire compte saisir le juge », « n’entend pas céder »: before an infinitive they intend, they don't count or
    hear (15 of 16)."""
    if cue.kind != "verb" or cue.lemma not in sx.grammar.intending or content.side != "right":
        return False
    k = cue.last
    while k < len(sx.tokens) and sx.tokens[k].pos == "ADV":
        k += 1
    infinitive = k < len(sx.tokens) and sx.tokens[k].infinitive
    return infinitive and _class_of(sx, source) in (NAMED | {"pronoun"})


def commits_to(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« La préfète a accepté de le recevoir », "The bank agreed to pay" (107 of 114): not where it is asked or supposed
    whether they do."""
    if content.side != "right" or content.parts[0][0] != cue.last:
        return False
    joins = sx.grammar.supposing | sx.grammar.question_words
    supposed = source.first > 0 and sx.tokens[source.first - 1].lower in joins
    return commits(sx, cue) and not supposed and _class_of(sx, source) in (NAMED | {"pronoun"})


def likens(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Ils décrivent l'accord comme une trahison », "a man whom friends describe as a recluse": a verb that only tells
    what something is like (90 of 91)."""
    speaks = content.side == "right" and _class_of(sx, source) in (NAMED | {"pronoun"})
    return speaks and likened(sx, cue) < content.parts[-1][1] and likened(sx, cue) != -1


def counts_on(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Le maire mise sur l'achèvement du chantier en juin »: a verb that takes nothing but « sur » (20 of 21)."""
    governed = cue.last < len(sx.tokens) and {sx.tokens[cue.last].lower} == cue.takes
    if cue.kind != "verb" or cue.negated or not governed or content.side != "right":
        return False
    return source.position == "subject" and _class_of(sx, source) in (NAMED | {"pronoun"})


def gives_no_answer(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« X n’a pas répondu à nos questions » (16 of 17)."""
    refuses = cue.kind == "verb" and not cue.passive and answer_refused(sx, cue, source, content) != -1
    return refuses and _class_of(sx, source) in (NAMED | {"pronoun", "number"})


def says_nothing(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "There was no immediate comment from X": the refusals of GUIDELINES.md; not counted, the annotators had few."""
    return no_word(sx, cue) != -1 and source.position in ("genitive", "agent") and _class_of(sx, source) in NAMED


def holds_back(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "X stopped short of blaming Y", "refrained from P": what is not said, behind the preposition of the refusal; not
    counted, the annotators had few."""
    if cue.kind != "verb" or cue.negated or cue.entry.get("stance") != "declines" or cue.last >= len(sx.tokens):
        return False
    opener = sx.tokens[cue.last - 1] if " " in cue.lemma else sx.tokens[cue.last]
    gerund = sx.tokens[content.parts[0][0] + (opener.i >= cue.last)]
    right = content.side == "right" and content.parts[0][0] == cue.last
    return right and opener.pos == "ADP" and gerund.tag == "VBG" and _class_of(sx, source) in NAMED | {"pronoun"}


def not_reached(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "A spokesman was not available for comment", « le maire était injoignable »: refusals without a content."""
    refuses = cue.negated or cue.entry.get("stance") == "declines"
    return cue.lemma in sx.grammar.unreached and refuses and _class_of(sx, source) in (NAMED | {"pronoun"})


def figure_against_figure(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« 3 000 personnes selon la police, (8 000 selon) les organisateurs »: a bare figure before the preposition, in a
    sentence that gives another's in the same way."""
    if cue.kind != "preposition" or cue.entry.get("strength") != "high" or content.side != "left":
        return False
    (a, b), *rest = content.parts
    bare = not rest and b == cue.first and any(sx.tokens[i].pos == "NUM" for i in range(a, b))
    bare = bare and all(sx.tokens[i].pos in ("NUM", "ADV", "ADP", "DET") for i in range(a, b))
    return bare and any(names_a_source(sx, i) for i in range(sx.region(cue.head)[0], a))


def own_view(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« À ses yeux, P », "P, by her own account", "In the union's words, P": whose view it is stands between the
    preposition and its noun."""
    first = cue.first if cue.kind == "preposition" else source.first - 1
    apart = cue.last < len(sx.tokens) and sx.tokens[cue.last].text == ","
    closes = first > 0 and sx.tokens[first - 1].text == ","
    if cue.kind == "noun" and source.position == "possessive" and source.last < cue.head and first >= 0:
        view = f"{sx.tokens[first].lower} {sx.tokens[cue.head].lower}"
        return view in sx.grammar.own_views and sx.tokens[source.last].tag == "POS" and (apart or closes)
    return cue.kind == "preposition" and source.position == "clitic" and (apart or closes)


def wish_of_whom(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« La menace de l'entreprise de fermer deux usines »: a noun of asking, fearing or intending with whose it is, and
    an infinitive (8 of 8; a decision is an act)."""
    if cue.kind != "noun" or source.position != "genitive" or content.side != "right" or len(content.parts) != 1:
        return False
    a, b = content.parts[0]
    wishes = cue.entry.get("stance") in WISHES and cue.entry.get("strength") in ("high", "mid")
    between = source.first == cue.last + 1 or source.first == cue.last
    return wishes and between and source.last == a and opens_infinitive(sx, a + 1, b)


def in_brackets(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Le navire transportait 200 conteneurs (selon l’armateur) »: brackets that open with the preposition."""
    opens = cue.first > 0 and sx.tokens[cue.first - 1].text == "("
    sure = cue.kind == "preposition" and cue.entry.get("strength") == "high"
    return sure and opens and content.side == "left"


def by_which(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Les rumeurs selon lesquelles P », "the mayor, according to whom P": what the pronoun takes up says so
    (14 of 14); but not « dément l'idée selon laquelle P »."""
    teller = sayer(sx, cue)
    if teller is None or teller != (source.first, source.last) or content.side != "right":
        return False
    subject = not any(sx.finite[sx.region(cue.head)[0] : source.first])
    return tells(sx, source.first) if subject else _class_of(sx, source) in NAMED


def replies_to_saying(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "a claim that Kyiv rejected", « une version que l'armée dément »: what is said, and who denies it in a relative
    clause with no other object (12 of 12)."""
    taken = taken_up(sx, cue, source) if replies(sx, cue) else None
    return taken is not None and content.parts == (taken,) and _class_of(sx, source) in (NAMED | {"pronoun"})


def closes_with_source(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« P selon la préfecture », "P, according to officials": a named source ends the sentence (70 of 73)."""
    if cue.lemma not in sx.grammar.surest_prepositions or content.side != "left" or source.first != cue.last:
        return False
    closes = source.last >= sx.region(cue.head)[1] or sx.tokens[source.last].text in (".", ";")
    return closes and _class_of(sx, source) in NAMED


def reports_citing(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« P, a rapporté l’agence Y en citant X »: the teller of what X says (``citations`` makes X the source)."""
    if cue.kind != "verb" or cue.negated or cue.entry.get("strength") not in ("high", "mid"):
        return False
    if any(
        sx.tokens[i].lemma in sx.grammar.citing and not sx.finite[i]
        for i in range(max(source.first, cue.last), source.last)
    ):
        return True  # « l’agence Y en citant X » taken as one
    k, last = max(cue.last, source.last), sx.region(cue.head)[1]
    while k < last and (sx.tokens[k].text == "," or sx.tokens[k].lower == "en"):
        k += 1
    return k < last and sx.tokens[k].lemma in sx.grammar.citing and not sx.finite[k]


def calls_out(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "The union made a plea to the minister: P"."""
    return source.last <= cue.first and called_out(sx, cue) != (-1, -1)


CONSTRUCTIONS = (
    says_that,
    says_to_have,
    says_to_do,
    quotation_said,
    clause_said,
    clause_parted,
    said_inverted,
    denies,
    will_not_say,
    for_someone,
    figure_given,
    plans_to,
    commits_to,
    likens,
    counts_on,
    gives_no_answer,
    says_nothing,
    not_reached,
    holds_back,
    own_view,
    wish_of_whom,
    in_brackets,
    figure_against_figure,
    by_which,
    replies_to_saying,
    closes_with_source,
    reports_citing,
    calls_out,
)
DOUBTED = (figure_given, plans_to, says_that, said_inverted, clause_parted, wish_of_whom, says_to_do)
