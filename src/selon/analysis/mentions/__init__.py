"""Who is spoken of in an article: entities, and their mentions in order (``find_mentions``).

depths < entities (the records) < parts (what a mention is to its sentence) < by_name (names put together) ·
complements (what belongs to a noun) < by_noun (what has no name) < finder.
"""

from selon.analysis.mentions.complements import complement, phrase_end, phrase_text
from selon.analysis.mentions.entities import Entity, Mention, Mentions
from selon.analysis.mentions.finder import find_mentions

__all__ = ["Entity", "Mention", "Mentions", "complement", "find_mentions", "phrase_end", "phrase_text"]
