"""Attribution: who is reported to say what. Cues propose, candidates are ranked, a threshold decides.

syntax         the clause's skeleton: noun phrases, verb groups, boundaries, regions
cues           words that may attribute, with what the lexicon knows of them: verb_groups, prepositions, nouns, colons
encoder        how likely each word heads a cue, and is in each cue's source or content
sources        candidates for a cue's source, with features; heard: those that the encoder draws
contents       candidates for its content (content_starts, content_ends, no adjuncts), with features; heard: the same
ranking        the best of them, by forests (forest) that see features and encoder
constructions  what settles by itself (settling); exclusions: what is no claim whatever its score
extents        where sources and contents end; circumstances, receivers, matrix_clauses, contraries: what stands beside
               a content and is no part; joined_cues: where another cue ends it; conditions, clitics: what is a part
               though it stands before; denials: what another had said
attribute      the layer: cues → best source and content → drafts, then gapping, citations, carryover, relays
"""
