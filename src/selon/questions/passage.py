"""An article read once for the comparators: tokens, sentences, actions, concepts, mentions, each with offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from selon.analysis.sentences import sentence_spans
from selon.languages import load
from selon.model import Article, Claim, Span
from selon.questions.actions import Action, find_actions
from selon.questions.mentions import BODY, COUNTRY, NAME, PLACE, Mention, find_mentions
from selon.questions.places import located
from selon.questions.words import Token, concepts, cues, language_of, plain, tokens

Range = tuple[int, int]


class Reading:
    """An article's text as tokens with what they name. Ranges are offsets into the text, end excluded."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.language = language_of(article.language)
        self.cues = cues(self.language)
        self.words = tokens(self.text, self.language)
        self.index = {token.start: i for i, token in enumerate(self.words)}
        told = self.cues.told
        self.actions = [a for a in find_actions(self.words, self.language) if self.words[a.at].word not in told]
        self.concepts = [(name, self.words[i].start) for name, i in concepts(self.words, self.language)]
        self.mentions = find_mentions(
            self.words, self.language, self.cues.stop | set(self.cues.lists["places.compass"]) | {"far"}
        )
        self.sentences = [span for span, _ in sentence_spans(self.text, load(self.language))]
        self.common = Counter(action.name for action in self.actions)
        countries = Counter(m.country for m in self.mentions if m.country)
        self.country = min(countries, key=lambda c: (-countries[c], c)) if countries else None

    def tokens_in(self, ranges: Iterable[Range]) -> list[Token]:
        spans = list(ranges)
        return [t for t in self.words if any(a <= t.start < b for a, b in spans)]

    def actions_in(self, ranges: Iterable[Range]) -> list[Action]:
        spans = list(ranges)
        return [x for x in self.actions if any(a <= self.words[x.at].start < b for a, b in spans)]

    def mentions_in(self, ranges: Iterable[Range]) -> list[Mention]:
        spans = list(ranges)
        return [m for m in self.mentions if any(a <= m.start < b for a, b in spans)]

    def concepts_in(self, ranges: Iterable[Range]) -> list[str]:
        spans = list(ranges)
        named = [(m.start, m.end) for m in self.mentions]
        return [
            name
            for name, start in self.concepts
            if any(a <= start < b for a, b in spans) and not (name[0] == "~" and any(a <= start < b for a, b in named))
        ]

    def located_in(self, ranges: Iterable[Range]) -> list[Mention]:
        """The mentions of the ranges that a locative preposition governs."""
        return [m for m in self.mentions_in(ranges) if located(m, self.words, self.index, self.cues)]

    def words_of(self, ranges: Iterable[Range]) -> str:
        return " … ".join(self.text[a:b] for a, b in ranges)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds ``offset`` (the whole text where none does)."""
        for span in self.sentences:
            if span.start <= offset < span.end:
                return span
        return Span(0, max(1, len(self.text)))

    def bag(self, ranges: Sequence[Range], weight: float = 1.0) -> dict[str, float]:
        """Concepts, actions and mentions of the ranges, weighted by how much they tell."""
        out: dict[str, float] = {}
        for name in self.concepts_in(ranges):
            out[name] = max(out.get(name, 0.0), weight)
        for action in self.actions_in(ranges):
            key = f"!{action.name}"
            out[key] = max(out.get(key, 0.0), weight)
        for mention in self.mentions_in(ranges):
            value = weight * (0.7 if mention.kind == COUNTRY else 1.0)
            out[mention.id.split(":", 1)[1]] = max(out.get(mention.id.split(":", 1)[1], 0.0), value)
        return out

    def profile(self, speakers: Iterable[str]) -> dict[str, float]:
        """What the article is about: names, speakers, countries, actions, for telling its story from others."""
        title = self.article.title or ""
        out: dict[str, float] = {f"@{plain(name)}": 1.0 for name in speakers if name}
        for mention in self.mentions:
            weight = {COUNTRY: 0.6, PLACE: 0.8, BODY: 0.8, NAME: 1.0}[mention.kind]
            key = mention.id.split(":", 1)[1]
            out[key] = max(out.get(key, 0.0), weight)
        for name, count in self.common.items():
            out[f"!{name}"] = 0.3 if count == 1 else 0.5
        for name, _ in self.concepts:
            if name[0] != "~":
                out.setdefault(name, 0.25)
        for name, _ in concepts(tokens(title, self.language), self.language):
            out[name] = max(out.get(name, 0.0), 0.4)
        return out


def ranges_of(spans: Sequence[Span]) -> list[Range]:
    return [(s.start, s.end) for s in spans]


def start_of(claim: Claim) -> int:
    """Where a claim stands: the start of its content, or of its cue or source where that is empty."""
    return min((s.start for s in claim.content or claim.cue or claim.source), default=0)
