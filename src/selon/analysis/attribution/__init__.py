"""Attribution: who is reported to say what. Cues propose, candidates are ranked, a threshold decides.

syntax      the clause's skeleton: noun phrases, verb groups, boundaries, regions
cues        words that may attribute, with what the lexicon knows of them
sources     candidates for a cue's source, with features
contents    candidates for a cue's content, with features
forest      the trained rankers, read from an .npz file
attribute   the layer: cues → best source and content → drafts
"""
