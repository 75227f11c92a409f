"""A language's closed classes (grammar.toml), typed: the words that open, close and join clauses."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from selon.languages.loader import LanguageError, load


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes as sets of lower-case words; ``echo`` and ``glosses`` hold phrases."""

    complementizers: frozenset[str]
    question_words: frozenset[str]
    relatives: frozenset[str]
    subject_relatives: frozenset[str]
    object_relatives: frozenset[str]
    genitive_relatives: frozenset[str]
    subject_pronouns: frozenset[str]
    inverted_pronouns: frozenset[str]
    object_clitics: frozenset[str]
    negations: frozenset[str]
    negations_before: frozenset[str]
    infinitive_markers: frozenset[str]
    agent_prepositions: frozenset[str]
    genitives: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    purpose: frozenset[str]
    besides: frozenset[str]
    conceding: frozenset[str]
    privatives: frozenset[str]
    provisos: frozenset[str]
    telling: frozenset[str]
    bidding: frozenset[str]
    audiences: frozenset[str]
    channels: frozenset[str]
    open_states: frozenset[str]
    contrasting: frozenset[str]
    listeners: frozenset[str]
    amid: frozenset[str]
    drawing: frozenset[str]
    apologising: frozenset[str]
    wherefore: frozenset[str]
    occasions: frozenset[str]
    definite: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    day_parts: frozenset[str]
    adjunct_prepositions: frozenset[str]
    content_prepositions: frozenset[str]
    address_prepositions: frozenset[str]
    reference_nouns: frozenset[str]
    auxiliaries: frozenset[str]
    determiner_copulas: frozenset[str]
    governors: frozenset[str]
    impersonal: frozenset[str]
    echo: frozenset[str]
    glosses: frozenset[str]
    citing: frozenset[str]
    citing_prepositions: frozenset[str]
    surest_prepositions: frozenset[str]
    hearsay_nouns: frozenset[str]
    cited: frozenset[str]
    publishing: frozenset[str]
    invoking: frozenset[str]
    saying: frozenset[str]
    opinions: frozenset[str]
    own_views: frozenset[str]
    deciding: frozenset[str]
    enacting: frozenset[str]
    refusing: frozenset[str]
    unfulfilled: frozenset[str]
    commenting: frozenset[str]
    neither: frozenset[str]
    alternatives: frozenset[str]
    phrasal_acts: frozenset[str]
    expletives: frozenset[str]
    few: frozenset[str]
    nobody: frozenset[str]
    revoking: frozenset[str]  # lemmas
    clefts: frozenset[str]
    figuring: frozenset[str]
    singular_articles: frozenset[str]
    measures: frozenset[str]
    totals: frozenset[str]
    supposing: frozenset[str]
    then: frozenset[str]
    concluding: frozenset[str]
    contrary: frozenset[str]
    believed: frozenset[str]
    predicating: frozenset[str]
    describing: frozenset[str]
    yardsticks: frozenset[str]
    resumptive: frozenset[str]
    standing_for: frozenset[str]
    first_person: frozenset[str]
    first_person_perhaps: frozenset[str]
    articles: frozenset[str]
    placing: frozenset[str]
    source_nouns: frozenset[str]
    whence: frozenset[str]
    bodily: frozenset[str]
    excluding: frozenset[str]  # lemmas
    ordering: frozenset[str]  # lemmas
    barred: frozenset[str]  # lemmas
    figure_verbs: frozenset[str]
    intending: frozenset[str]
    committing: frozenset[str]
    answering: frozenset[str]
    receiving: frozenset[str]
    inquiries: frozenset[str]
    replies: frozenset[str]
    unreached: frozenset[str]
    asides: frozenset[str]  # they set a speaker beside another: « pour sa part »
    meanwhile: frozenset[str]  # they open a clause that tells what went on as something was said
    outspoken: frozenset[str]  # adjectives for how somebody says what stands behind a colon: « formel : P »
    no_such: frozenset[str]
    contacting: frozenset[str]
    loose_prepositions: frozenset[str]
    attaching_prepositions: frozenset[str]
    manner_endings: frozenset[str]
    third_person: frozenset[str]
    one_alone: frozenset[str]
    mandative: frozenset[str]
    states: frozenset[str]
    planning: frozenset[str]
    wanting: frozenset[str]
    future_auxiliaries: frozenset[str]
    rumoured: frozenset[str]
    undergone_after: frozenset[str]
    partitives: frozenset[str]
    name_particles: frozenset[str]
    name_articles: frozenset[str]
    joining: frozenset[str]
    adversatives: frozenset[str]
    turning: frozenset[str]
    likening: frozenset[str]
    indefinite: frozenset[str]
    accompanying: frozenset[str]
    located: frozenset[str]
    among: frozenset[str]
    loose_subordinators: frozenset[str]
    echo_links: frozenset[str]
    echo_sides: frozenset[str]
    echo_openers: frozenset[str]
    echo_closers: frozenset[str]
    revising: frozenset[str]
    setting: frozenset[str]
    forecasts: frozenset[str]
    facing: frozenset[str]
    reached: frozenset[str]
    deictics: frozenset[str]
    cue_auxiliaries: frozenset[str]
    negatives: frozenset[str]
    unsaying: frozenset[str]
    unwilling: frozenset[str]
    asked_words: frozenset[str]


@cache
def grammar(code: str) -> Grammar:
    """The closed classes of the language ``code``.

    Raises LanguageError where one is missing, unknown or no list of words.
    """
    table = load(code).table("grammar")
    unknown = set(table) - {field.name for field in fields(Grammar)} - {"resumed_quotations"}
    if unknown:
        raise LanguageError(f"{code}/grammar.toml: unknown classes {sorted(unknown)}")
    values: dict[str, frozenset[str]] = {}
    for field in fields(Grammar):
        words = table.get(field.name)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise LanguageError(f"{code}/grammar.toml: {field.name} must be a list of words")
        values[field.name] = frozenset(words)
    return Grammar(**values)
