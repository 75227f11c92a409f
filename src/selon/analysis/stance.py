"""The stance of a source towards its content, read off the cue (GUIDELINES.md); certainty where the cue settles it.

A saying verb that announces what its own subject will do is ``intends`` ("a annoncé qu'il siégerait", "said he would
drop the bid"), and a light verb takes the sense of its noun ("announced his plan", "réitère cette promesse").
"""

from __future__ import annotations

from selon.analysis.clauses import is_finite
from selon.analysis.conditional import ends_as_future, is_conditional, is_future
from selon.analysis.cue_reading import CueReading
from selon.analysis.document import Document, Draft, Token
from selon.languages.agents import agents
from selon.languages.cues import Cue, Sense, cues
from selon.languages.grammar import grammar

# What a negated cue means where its entry does not say: "n'a pas demandé P" leaves P unasked.
NEGATED = {
    "asserts": Sense("declines", "unasserted"),
    "confirms": Sense("declines", "unasserted"),
    "asks": Sense("declines", "unasserted"),
    "approves": Sense("criticises", "certain"),
    "intends": Sense("intends", "denied"),
    "denies": Sense("does-not-deny", "unasserted"),
    "doubts": Sense("asserts"),
    "fears": Sense("asserts"),
    "criticises": Sense("declines", "unasserted"),
}


TAKEN_FOR_TRUE = frozenset(("asserts", "confirms", "approves"))
REVOKED = 3  # tokens from a verb to the noun of what it takes back


def sense_of(document: Document, draft: Draft, reading: CueReading) -> Sense:
    """Stance and, where the cue settles it, certainty; a plain assertion without a cue that the lexicon knows."""
    if reading.refused:
        return Sense("declines", "unasserted")
    entry = reading.entry
    inside = [token for span in draft.content for token in document.tokens_in(*span)]
    words = [token for token in inside if token.pos != "PUNCT"]
    if entry is None:
        return _of_bare_words(document, reading, words)
    if reading.negated and _behind_colon(document, draft):
        return Sense("asserts")  # « n'a pas convaincu le député : “P” »: what he says is P
    if reading.negated:
        if entry.stance == "declines" and entry.under_negation is not None:
            return _of_what_shows(document, words) or entry.under_negation
        if entry.stance == "doubts" and _opens(document, draft, grammar(document.language.code).nobody):
            return Sense("does-not-deny", "unasserted")  # « Personne n'a contesté P »: nobody has said P either
        return entry.under_negation or NEGATED.get(entry.stance, entry.sense)
    sense = _sense(entry, reading, document, words)
    if sense.stance in TAKEN_FOR_TRUE and _opens(document, draft, grammar(document.language.code).few):
        return Sense("doubts", "unasserted")  # "Few experts believe P", « Peu d'experts croient P »: most do not
    if entry.section == "nouns" and _revoked(document, draft):
        return Sense("declines", "unasserted")
    if entry.section == "prepositions":
        return _of_a_request(document, draft) or sense
    if not words:
        return sense
    if reading.run_on and sense.stance == "fears":
        return Sense("fears", "certain")  # "se dit « très inquiet »": the worry itself is the content
    if sense.certainty == "probable" and entry.stance == "asserts" and _is_document(document, draft):
        return Sense(sense.stance)  # "le traité prévoit que P": a document foresees nothing
    if entry.stance == "asserts":
        return _of_a_statement(document, draft, reading, sense, words)
    if sense.stance == "intends" and reading.complement == "infinitive" and _passive_infinitive(words):
        return Sense("asks", "unasserted")  # "ils souhaitent être désignés": they ask it of others
    return sense


def _opens(document: Document, draft: Draft, words: frozenset[str]) -> bool:
    """Does one of the words open the source?"""
    return bool(draft.source) and document.tokens[document.token_at(draft.source[0].start)].lower in words


def _revoked(document: Document, draft: Draft) -> bool:
    """ "The firm withdrew its allegation that P", « renonce à sa promesse de P »: nobody says P any more. Not « revient
    sur les accusations de X », which are another's."""
    if not draft.cue:
        return False
    at = document.token_at(draft.cue[0].start)
    before = document.tokens[max(at - REVOKED, 0) : at]
    revoking = grammar(document.language.code).revoking
    own = any(t.feats.get("Poss") == "Yes" or t.tag == "PRP$" for t in before)
    here = document.tokens[at].sentence
    return own and any(t.lemma in revoking and t.pos == "VERB" and t.sentence == here for t in before)


def _behind_colon(document: Document, draft: Draft) -> bool:
    """Is the content a quotation that a colon opens?"""
    if not draft.content or document.quotation_at(draft.content[0].start) is None:
        return False
    at = document.token_at(draft.content[0].start)
    return at > 0 and document.tokens[at - 1].text == ":"


def _sense(entry: Cue, reading: CueReading, document: Document, words: list[Token]) -> Sense:
    """The sense that goes with the complement."""
    own = entry.words[-1:] == (reading.complement,)  # "push back against"
    if "saying" in entry.when and (own or reading.complement in ("noun", "clause", "de", "of")):
        nouns = cues(document.language.code).nouns
        head = next((token for token in words if token.pos == "NOUN"), None)
        if head is not None and head.lemma in nouns and nouns[head.lemma].stance in ("asserts", "criticises"):
            return entry.when["saying"]  # "rejected the accusations": says that they are untrue
    if reading.complement == "infinitive" and "infinitive" not in entry.takes:
        asked = (
            document.language.code == "fr"
            and entry.sense == Sense("asserts")
            and _of_opens(words)
            and "de" not in entry.takes
        )
        return Sense("asks", "unasserted") if asked else entry.sense_with("person+infinitive")  # "told them | to leave"
    return entry.sense_with(reading.complement)


def _of_opens(words: list[Token]) -> bool:
    """« lui répond (de se taire) »"""
    return words[0].lower in ("de", "d'")


def _of_what_shows(document: Document, words: list[Token]) -> Sense | None:
    """« ne cache pas (son inquiétude) »: what is not hidden is what the noun says."""
    nouns = cues(document.language.code).nouns
    head = next((token for token in words[:4] if token.pos == "NOUN"), None)
    return nouns[head.lemma].sense if head is not None and head.lemma in nouns else None


def _of_bare_words(document: Document, reading: CueReading, words: list[Token]) -> Sense:
    """Words without a cue that the lexicon knows: "X: « Je confirme que P »" says itself what it does."""
    code = document.language.code
    if not reading.tokens and len(words) > 1 and words[0].lower in grammar(code).first_person:
        verb = next((token for token in words[1:4] if token.pos == "VERB"), None)
        entry = cues(code).verb(verb.lemma) if verb is not None else None
        if entry is not None and entry.strength != "low" and entry.stance in ("confirms", "denies", "asks"):
            return entry.sense
        if _act(words, 1, code):
            return Sense("intends", "certain")
    return _of_a_forecast(words, code) or Sense("asserts")


def _of_a_forecast(words: list[Token], code: str) -> Sense | None:
    """ "lowered its growth forecast to 2 percent", « maintient sa prévision »: as sure as a forecast is."""
    nouns = cues(code).nouns
    head = next((t for t in words[:6] if t.pos == "NOUN" and t.lemma in grammar(code).forecasts), None)
    noun = nouns.get(head.lemma) if head is not None else None
    return noun.sense if noun is not None and noun.sense.certainty == "probable" else None


def _of_a_request(document: Document, draft: Draft) -> Sense | None:
    """ "selon les termes de cette demande", "per the request": what the source text asks."""
    nouns = cues(document.language.code).nouns
    tokens = [token for span in draft.source for token in document.tokens_in(*span)]
    found = next((nouns[t.lemma] for t in tokens if t.pos == "NOUN" and t.lemma in nouns), None)
    return found.sense if found is not None and found.stance == "asks" else None


def _of_a_statement(document: Document, draft: Draft, reading: CueReading, sense: Sense, words: list[Token]) -> Sense:
    lexicon = cues(document.language.code)
    if _called_false(document, reading, words):
        return Sense("denies", "denied")
    if reading.complement in ("noun", "de", "of") and not (reading.entry and "small" in reading.entry.takes):
        head = next((token for token in words if token.pos == "NOUN"), None)
        if head is None:
            return sense
        if sense.stance in ("approves", "criticises"):
            return sense  # « ont soutenu la résolution »: whatever was resolved
        noun = lexicon.nouns.get(head.lemma)
        mentioned = reading.entry is not None and reading.entry.key in grammar(document.language.code).invoking
        if noun is not None and mentioned and noun.stance in ("intends", "asks"):
            return sense  # « évoquant le plan d'aide »: somebody's
        if noun is not None and noun.stance not in ("asserts", "confirms", "declines"):
            return noun.sense
        if sense.stance == "asserts" and _of_a_forecast(words, document.language.code):
            return Sense("asserts", "probable")
        if sense.stance == "intends" and (head.lemma in lexicon.happenings or words[0].pos == "NUM"):
            return Sense("asserts")  # "annonce la mort de P", "annonce cinq nouveaux décès"
        return sense
    if reading.complement == "infinitive":
        if words[0].lemma in ("avoir", "être") or (len(words) > 1 and words[1].lemma in ("avoir", "être")):
            return Sense("asserts")  # "annonce avoir été testé positif"
        return sense
    entry = reading.entry
    if entry is not None and entry.key in grammar(document.language.code).mandative and _subjunctive(words):
        return Sense("asks", "unasserted")
    believes = entry is not None and entry.under_negation is not None and entry.under_negation.stance == "denies"
    says = entry is not None and "quote" in entry.takes and not believes
    if sense.stance == "asserts" and says and _announces_own_act(document, draft, reading, words):
        might = any(token.lower in ("may", "might") for token in words[:6])
        return Sense("intends", "possible" if might else "certain")
    return sense


def _subjunctive(words: list[Token]) -> bool:
    """ "insists that the budget include P": a third person's verb in its base form, no modal before it."""
    verb = next((k for k, token in enumerate(words[:10]) if token.pos in ("VERB", "AUX")), 0)
    if verb == 0 or words[verb - 1].lower in ("to", "not", "n't", "'ll"):
        return False
    singular = words[verb - 1].tag in ("NN", "NNP") and words[verb].lower == words[verb].lemma
    return words[verb].tag == "VB" or (words[verb].tag == "VBP" and singular)


def _called_false(document: Document, reading: CueReading, words: list[Token]) -> bool:
    """ "called reports of P fake", "a parlé de fausses informations": a verdict without a verb."""
    entry = reading.entry
    if entry is None or not entry.takes & {"small", "of", "de", "as", "comme"} or any(is_finite(t) for t in words):
        return False
    falsehoods = cues(document.language.code).falsehoods
    return any(token.lemma in falsehoods or token.lower in falsehoods for token in words)


def _is_document(document: Document, draft: Draft) -> bool:
    """Is the source a text? Its first noun is one of those that speak in writing only."""
    tokens = [token for span in draft.source for token in document.tokens_in(*span)]
    head = next((token for token in tokens if token.pos == "NOUN"), None)
    return head is not None and "documents" in agents(document.language.code).of(head.lemma)


def _passive_infinitive(words: list[Token]) -> bool:
    verb = next((k for k, token in enumerate(words[:4]) if token.infinitive), -1)
    return verb >= 0 and words[verb].lemma == "être" and verb + 1 < len(words) and words[verb + 1].participle


def _announces_own_act(document: Document, draft: Draft, reading: CueReading, words: list[Token]) -> bool:
    """Is the content what its own speaker will do? "qu'il siégerait lundi", "« We will use the full force »"."""
    code = document.language.code
    rules = grammar(code)
    start = 1 if words[0].lower in rules.complementizers else 0
    own = rules.first_person if _speaks_of_oneself(document, draft) else frozenset()
    announcing = reading.entry is not None and reading.entry.when.get("noun", Sense("")).stance == "intends"
    for k in range(start, min(start + (14 if announcing else 4), len(words))):
        token = words[k]
        quoted = document.quotation_at(token.start) is not None
        subject = token.lower in (rules.first_person if quoted else rules.third_person | own)
        subject = subject and not (token.lower in rules.one_alone and _several(document, draft))
        if subject and _act(words, k + 1, code, quoted):
            return True
        if announcing and code == "fr" and subject and not quoted and _imperfect(words, k + 1):
            return True  # "a annoncé qu'elle soutenait P"
        if announcing and _act(words, k + 1, code):
            return True
    return False


def _speaks_of_oneself(document: Document, draft: Draft) -> bool:
    """Is the source a first person, or none? Not in « Il m'a écrit que je ferais mieux de partir »: "I" is another."""
    tokens = [token for span in draft.source for token in document.tokens_in(*span)]
    return not tokens or tokens[0].lower in grammar(document.language.code).first_person


def _several(document: Document, draft: Draft) -> bool:
    """Are those who speak several, so that "it" or "he" is none of them ("critics say it will destroy P")?"""
    tokens = [token for span in draft.source for token in document.tokens_in(*span)]
    head = next((token for token in tokens if token.pos in ("NOUN", "PROPN", "PRON")), None)
    return head is not None and (head.feats.get("Number") == "Plur" or head.tag in ("NNS", "NNPS"))


def _says_so_at_once(words: list[Token], at: int, code: str) -> bool:
    """ "I want to thank P", « nous souhaitons exprimer P »: done in saying it, nothing that will be done."""
    told = [token for token in words[at : at + 3] if token.lower != "to" and token.pos not in ("ADV", "PRON")]
    entry = cues(code).verb(told[0].lemma) if told and told[0].pos == "VERB" else None
    return entry is not None and entry.stance not in ("asks", "intends")


def _imperfect(words: list[Token], at: int) -> bool:
    verb = next((token for token in words[at : at + 3] if token.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.feats.get("Tense") == "Imp" and verb.lemma not in grammar("fr").states


def _act(words: list[Token], at: int, code: str, quoted: bool = False) -> bool:
    """From token ``at`` on: a verb of doing in the future, or in the conditional that is the future of a past.

    ``quoted``: in the speaker's own words, where "was crossing" is no future.
    """
    rules = grammar(code)
    k = at
    while k < len(words) and (words[k].lower in ("ne", "n'", "not", "n't") or words[k].pos in ("ADV", "PRON")):
        k += 1
    if k >= len(words):
        return False
    verb = words[k]
    if verb.lemma in rules.planning and verb.pos == "VERB":
        return not (verb.lemma in rules.wanting and _says_so_at_once(words, k + 1, code))
    if code == "en":
        if verb.lemma == "be" and k + 2 < len(words):
            ahead = [token for token in words[k + 1 : k + 4] if token.lower not in ("not", "n't")]
            return len(ahead) > 1 and (
                ahead[0].lower == "going" or (ahead[0].tag == "VBG" and verb.tag == "VBD" and not quoted)
            )
        if verb.lower not in rules.future_auxiliaries:
            return verb.lemma == "be" and k + 2 < len(words) and words[k + 1].lower == "to" and words[k + 2].tag == "VB"
        rest = [token for token in words[k + 1 : k + 5] if token.pos not in ("ADV", "PART")]
        if rest and rest[0].lemma == "be":
            return len(rest) > 1 and rest[1].tag == "VBG"
        return bool(rest) and rest[0].tag == "VB" and rest[0].lemma not in rules.states
    if verb.lemma == "aller":
        rest = [token for token in words[k + 1 : k + 5] if token.pos not in ("ADV", "PRON")]
        passive = len(rest) > 1 and rest[0].lemma == "être" and rest[1].participle
        return bool(rest) and rest[0].infinitive and (passive or rest[0].lemma not in rules.states)
    tagged = verb.feats.get("Tense") == "Fut" and ends_as_future(verb.lower)  # not « nous perdons »
    later = tagged or (verb.pos == "VERB" and is_future(verb.lower))
    future = later or is_conditional(verb.lower)
    return future and verb.lemma not in rules.states and verb.lower not in ("serait", "aurait", "seraient", "auraient")
