"""Questions that grow: an article is added to what is grouped already, and only what it touches is grouped again.

The result is that of :func:`selon.questions.questions_of` on the same claims, whatever the order of arrival.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from selon.model import Article, Claim
from selon.questions.alike import alike, first_of, mark, stand_ins, to_split
from selon.questions.build import JudgementLike, all_facets, by_article, in_order, judged, question_of, statements_of
from selon.questions.candidates import Blocks, entries_of
from selon.questions.comparators import Scopes, score
from selon.questions.facets import facets_of
from selon.questions.grouping import (
    Pair,
    contrasts,
    contrasts_of,
    group,
    joins,
    numbered,
    pair,
    regroup,
)
from selon.questions.pairs import Pairs, Scored, pair_scores
from selon.questions.parallel import worthwhile
from selon.questions.record import Facet, Question, Statement

MOST_FIGURES = 1000  # in one claim


class QuestionIndex:
    """Facets, their pairs and their groups, kept in memory. Claim ids must be unique (those of the ledger are)."""

    def __init__(self, judgements: Iterable[JudgementLike] = ()) -> None:
        self.judgements = list(judgements)
        self.facets: dict[str, Facet] = {}
        self.told: dict[str, list[Statement]] = {}
        self.scopes: dict[str, Scopes] = {}
        self.blocks = Blocks()
        self.ids: list[str] = []
        self.numbers: dict[str, int] = {}
        self.pairs = Pairs()  # by the facets' numbers
        self.group_of: dict[str, int] = {}
        self.groups: dict[int, list[str]] = {}
        self.made: dict[int, Question] = {}
        self.fresh = 0
        self.copies: dict[str, list[str]] = {}  # by the facet that stands for them
        self.by_mark: dict[Hashable, str] = {}
        self.split: frozenset[str] = frozenset()
        self.same: list[Pair] = []
        self.different: list[Pair] = []

    def add(self, article: Article, claims: Sequence[Claim]) -> None:
        """Add an article that is not in the index yet."""
        statements = statements_of([(article, claims)])
        if not statements:
            return
        key = statements[0].home
        self.told[key] = statements
        new = facets_of(article, statements)
        self.scopes[key] = contrasts(new)
        spilt: set[int] = set()
        touched: set[str] = set()
        fresh: list[Facet] = []
        for facet in new:
            self.facets[facet.id] = facet
            first = self.by_mark.get(mark(facet))
            if first is not None:
                touched.add(self._copy(first, facet.id))
                continue
            fresh.append(facet)
            self.by_mark[mark(facet)] = facet.id
            self.copies[facet.id] = [facet.id]
            self.numbers[facet.id] = len(self.ids)
            self.ids.append(facet.id)
            spilt |= self.blocks.add(self.numbers[facet.id], facet)
        touched |= {f.id for f in fresh}
        for facet in fresh:
            own = self.numbers[facet.id]
            for number in self.blocks.near(facet) - {own}:
                if not self.pairs.has(own, number):
                    a, b = pair(facet.id, self.ids[number])
                    self.pairs.add(own, number, score(self.facets[a], self.facets[b]))
        touched |= self._forget(spilt)
        if self.judgements:
            self._judge()
        self._regroup(touched)

    def _copy(self, first: str, new: str) -> str:
        """Enter a facet that says what ``first`` says; the smaller id stands for both, and is given."""
        members = self.copies[first] = sorted([*self.copies[first], new])
        self.made.pop(self.group_of.get(first, -1), None)
        if members[0] == first:
            return first
        self.copies[new] = self.copies.pop(first)
        self.by_mark[mark(self.facets[new])] = new
        self.ids[self.numbers[first]] = new
        self.numbers[new] = self.numbers.pop(first)
        number = self.group_of.pop(first, None)
        if number is not None:
            self.groups[number] = sorted([new, *(i for i in self.groups[number] if i != first)])
            self.group_of[new] = number
        return new

    def _judge(self) -> None:
        """The judged pairs as pairs of the facets that stand for others; all anew where copies are held apart."""
        same, different = judged(self.facets, self.judgements)
        split = to_split(self.facets, different)
        if split != self.split:
            statements = [s for key in sorted(self.told) for s in self.told[key]]
            self.__dict__.update(QuestionIndex.of(statements, self.judgements).__dict__)
            return
        first = first_of(self.copies)
        self.same, self.different = stand_ins(same, first), stand_ins(different, first)

    @classmethod
    def of(
        cls, statements: Sequence[Statement], judgements: Iterable[JudgementLike] = (), *, workers: int = 1
    ) -> QuestionIndex:
        """An index of many statements at once, as if their articles had been added one by one.

        ``workers`` processes share the work where there is much of it: not in a process with threads, it forks.
        """
        workers = worthwhile(workers, len(statements))
        index = cls(judgements)
        index.told = by_article(statements)
        index.facets = all_facets(statements, workers)
        index.scopes = contrasts_of(index.facets)
        same, different = judged(index.facets, index.judgements)
        index.split = to_split(index.facets, different)
        index.copies = alike(index.facets, index.split)
        index.by_mark = {mark(index.facets[i]): i for i in index.copies if i not in index.split}
        index.ids = sorted(index.copies)
        rows = [index.facets[i] for i in index.ids]
        index.numbers = {facet.id: number for number, facet in enumerate(rows)}
        entries = entries_of(rows)
        index.blocks = Blocks.of(rows, entries)
        scored = pair_scores(rows, workers, entries)
        del entries
        first = first_of(index.copies)
        index.same, index.different = stand_ins(same, first), stand_ins(different, first)
        firsts = {i: index.facets[i] for i in index.ids}
        for members in group(firsts, index.same, index.different, workers, scored, index.scopes):
            index.groups[index.fresh] = members
            index.group_of.update(dict.fromkeys(members, index.fresh))
            index.fresh += 1
        index.pairs = Pairs.of(scored, len(rows))
        return index

    def judge(self, judgements: Iterable[JudgementLike]) -> None:
        """Put these judgements in the place of the ones before; regroups what either of them is about."""
        before = {i for p in (*self.same, *self.different) for i in p}
        self.judgements = list(judgements)
        self._judge()
        after = {i for p in (*self.same, *self.different) for i in p}
        self._regroup({i for i in before | after if i in self.copies})

    def questions(self) -> list[Question]:
        """All questions, in order; only those that changed are made anew."""
        for number in self.groups:
            if number not in self.made:
                self.made[number] = self._question(number)
        return in_order(self.made.values())

    def question_about(self, claim: str) -> list[Question]:
        """The questions that a claim stands under."""
        ids = (f"{claim}#{n}" for n in range(MOST_FIGURES))
        firsts = [self._first(i) for i in ids if i in self.facets]
        found = sorted({self.group_of[i] for i in firsts if i in self.group_of})
        for number in found:
            if number not in self.made:
                self.made[number] = self._question(number)
        return [self.made[number] for number in found]

    def _question(self, number: int) -> Question:
        return question_of([self.facets[i] for f in self.groups[number] for i in self.copies[f]], self.told)

    def _first(self, i: str) -> str:
        return i if i in self.copies else self.by_mark[mark(self.facets[i])]

    def _forget(self, numbers: set[int]) -> set[str]:
        """Drop pairs that no block proposes any more; gives the facets that lost one."""
        touched: set[str] = set()
        for number in numbers:
            near = self.blocks.near(self.facets[self.ids[number]])
            for other in [other for other, _ in self.pairs.of_facet(number) if other not in near]:
                self.pairs.forget(number, other)
                touched |= {self.ids[number], self.ids[other]}
        return touched

    def _edges(self, i: str, judged_same: dict[str, set[str]]) -> Iterable[str]:
        yield from judged_same.get(i, ())
        here = self.facets[i]
        for number, value in self.pairs.of_facet(self.numbers[i]):
            if joins(here, self.facets[self.ids[number]], value):
                yield self.ids[number]

    def _regroup(self, touched: set[str]) -> None:
        """Group again the connected parts that hold a touched facet, now or before."""
        judged_same: dict[str, set[str]] = defaultdict(set)
        for a, b in self.same:
            judged_same[a].add(b)
            judged_same[b].add(a)
        start = set(touched)
        for i in touched:
            if self.group_of.get(i, -1) in self.groups:
                start |= set(self.groups[self.group_of[i]])
        seen: set[str] = set()
        for i in sorted(start):
            if i in seen:
                continue
            part = {i}
            stack = [i]
            while stack:
                for j in self._edges(stack.pop(), judged_same):
                    if j not in part:
                        part.add(j)
                        stack.append(j)
            seen |= part
            self._place(sorted(part))

    def _scored_in(self, part: Sequence[str]) -> Scored:
        """The pairs inside a part, by the places of their facets in it."""
        place_of = {self.numbers[i]: place for place, i in enumerate(part)}
        codes, values = array("q"), array("d")
        for number, here in place_of.items():
            for other, value in self.pairs.of_facet(number):
                there = place_of.get(other, here)
                if here < there:
                    codes.extend((here, there))
                    values.append(value)
        return Scored(np.array(codes, dtype=np.int64).reshape(-1, 2), np.array(values, dtype=np.float64))

    def _grouped(self, part: list[str]) -> list[list[str]]:
        """The groups of a connected part."""
        if len(part) == 1:
            return [part]
        place_of = {i: place for place, i in enumerate(part)}
        judged = (numbered(pairs, place_of) for pairs in (self.same, self.different))
        groups = regroup([self.facets[i] for i in part], self._scored_in(part), self.scopes, *judged)
        return [[part[place] for place in members] for members in groups]

    def _place(self, part: list[str]) -> None:
        found = self._grouped(part)
        before = {n for i in part if (n := self.group_of.get(i, -1)) in self.groups}
        kept = {tuple(self.groups[number]): number for number in before}
        # A question also tells what it knows from its articles, but these are its members' own: unchanged groups stand.
        for members in found:
            number = kept.pop(tuple(members), None)
            if number is None:
                number = self.fresh
                self.fresh += 1
                self.groups[number] = members
            for i in members:
                self.group_of[i] = number
        for number in kept.values():
            self.groups.pop(number, None)
            self.made.pop(number, None)
