"""Where the clause around a content goes on, so that it ends, or where it began: « La volonté du maire de rénover
l'école | est connue », "confirmed the crash | without giving a toll", « prévoit dix arrêts |, avec donc Q ».

By grammar, on what the ranking chose: it often lets a content run to the end of the sentence.
"""

from __future__ import annotations

from selon.analysis.attribution.content_ends import trimmed
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.cue_constructions import past_participle
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.receivers import opens_infinitive
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax


def before_own_act(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """ "admitted mistakes (before apologising)", « confirme P(, sans donner de bilan) », « dit P(, tout en niant Q) »:
    what the speaker says or does besides is no part of it (117 of 121 behind a comma in the training articles)."""
    if cue.kind not in ("verb", "participle") or len(parts) != 1 or parts[0][0] < cue.last:
        return parts
    (a, b), tokens, depth = parts[0], sx.tokens, sx.quote_of[cue.head]
    clause = acts = False
    for i in range(a, b - 1):
        if sx.quote_of[i] != depth:
            continue
        verb = _own_act(sx, i, b) if i > a and tokens[i].lower in sx.grammar.besides else -1
        if verb != -1 and not any(tokens[k].text == "," and sx.quote_of[k] == depth for k in range(verb, b)):
            privative = tokens[i].lower in sx.grammar.privatives
            loud = clause and not (privative or tokens[verb - 1].lower == "en")  # "predicts P, before beginning to Q"
            says = any(sx.cue_strength[k] > loud for k in range(verb, min(verb + 3, b)))
            apart = tokens[i - 1].text == ","
            if (says or not clause) if apart else (says and not acts):
                return ((a, trimmed(sx, a, i)),)
        clause |= sx.finite[i]
        acts |= sx.finite[i] or tokens[i].infinitive or tokens[i].participle
    return parts


def before_main_verb(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« La volonté du maire de rénover l'école | est connue », "Fears that the dam could burst | have grown", "A man
    suspected of theft | was arrested", "reports suggesting that P | were wrong": what a noun or its participle says
    ends before the verb whose subject it is."""
    if cue.kind not in ("noun", "participle") or len(parts) != 1 or parts[0][0] < cue.last:
        return parts
    (a, b), tokens, rules, depth = parts[0], sx.tokens, sx.grammar, sx.quote_of[cue.head]
    joins = rules.complementizers | rules.relatives | rules.conjunctions | rules.question_words
    first, i = sx.region(cue.head)[0], cue.first
    while i > first and tokens[i - 1].text not in ",;:" and tokens[i - 1].lower not in joins:
        i -= 1
        if sx.finite[i] or tokens[i].pos == "VERB":
            return parts  # "announced plans to P"
    clause = tokens[a].lower in rules.complementizers
    if clause and past_participle(sx, cue):
        return parts  # "The group announced that P", which the tagger took for a participle
    of = past_participle(sx, cue) and tokens[a].lower in rules.genitives
    if not (clause or opens_infinitive(sx, a + 1, b) or of):
        return parts
    for i in range(a + 1, b):
        if sx.quote_of[i] != depth:
            continue
        if tokens[i].text in ",;:" or tokens[i].lower in joins or tokens[i].pos == "SCONJ":
            return parts
        if sx.finite[i] and not clause:
            while i - 1 > a and (
                tokens[i - 1].pos == "ADV" or tokens[i - 1].lower in rules.object_clitics | rules.negations
            ):
                i -= 1
            return ((a, trimmed(sx, a, i)),)
        clause &= not sx.finite[i]
    return parts


def without_conclusion(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« prévoit de visiter 14 villes (, avec donc une nette insistance sur l'Ohio) »: what a phrase without a verb
    concludes from what is said is the article's; in quotation marks it is the speaker's."""
    if not parts or parts[-1][0] < cue.last:
        return parts
    *rest, (a, b) = parts
    for i in range(a + 1, b - 2):
        if sx.tokens[i].text != "," or sx.quote_of[i] != -1:
            continue
        both = sx.tokens[i + 1], sx.tokens[i + 2]
        concludes = any(t.lower in sx.grammar.concluding for t in both) and any(t.pos == "ADP" for t in both)
        if concludes and not any(sx.finite[i:b]):
            return (*rest, (a, i))
    return parts


def _own_act(sx: Syntax, at: int, b: int) -> int:
    """The infinitive or gerund behind « avant de », « sans », « tout en », "without" at the token; -1 where none is."""
    tokens, rules = sx.tokens, sx.grammar
    small = rules.genitives | rules.object_clitics | rules.negations | {"en"}
    k = at + 1
    while k < b and (tokens[k].lower in small or tokens[k].pos == "ADV"):
        k += 1
    gerund = k < b and (tokens[k].tag == "VBG" or (tokens[k].participle and tokens[k].feats.get("Tense") == "Pres"))
    return k if gerund or (k < b and tokens[k].infinitive) else -1


def from_quotation(sx: Syntax, cue: Cue, content: Content) -> Content:
    """« Un argument que balaie l'AMA : (“P”), a rétorqué son directeur »: of a phrase, a colon and a whole quotation
    before who says it, the quotation is said."""
    if cue.kind != "verb" or content.side != "left" or len(content.parts) != 1:
        return content
    a, b = content.parts[0]
    quote = sx.quote_of[b - 1]
    first = sx.quotes[quote][0] if quote != -1 else -1
    if quote == sx.quote_of[cue.head] or not a < first - 1 or sx.tokens[first - 1].text != ":":
        return content
    bare = all(sx.quote_of[i] == sx.quote_of[cue.head] for i in range(a, first - 1))
    return content._replace(parts=((first, b),)) if bare else content


def from_last_clause(sx: Syntax, cue: Cue, source: Source, parts: Parts) -> Parts:
    """« Le ministre reste, dit X : (des sources le donnent partant), ce que dément Y », "P; (Q), which Y disputes":
    what the relative clause takes up begins behind the last colon or semicolon between two clauses."""
    if cue.kind != "verb" or len(parts) != 1 or source.first == -1:
        return parts
    (a, b), tokens = parts[0], sx.tokens
    opens = min(cue.first, source.first) - 1
    if b > opens or not any(t.lower in sx.grammar.object_relatives for t in tokens[b : opens + 1]):
        return parts
    for i in range(b - 1, a, -1):
        if tokens[i].text in (":", ";") and sx.quote_of[i] == sx.quote_of[cue.head]:
            two = any(sx.finite[i:b]) and (any(sx.finite[a:i]) or tokens[i].text == ";")
            return ((i + 1, b),) if two else parts
    return parts
