"""Scores ``find_times`` against the gold files of ../shared (not part of the repo) and prints the figures.

usage: python benchmarks/times_gold.py [--misses]

Three gold sets, three conventions:

* ``fr_timebank``: TIMEX3. A predicted span counts where it overlaps a gold one, one to one (ours may take in the
  preposition: « depuis vendredi », « d'ici à dix ans »); the value must be equal, but for a time zone.
* ``recognizers_fr.datetime``: the cases of Recognizers-Text that it passes itself in .NET at least (``not_supported``
  names nothing but javascript, java, python). Another scheme, so an adapter: see ``same_as_recognizers``.
* the dossier and the seed: ``times`` of gold claims; found in the article, kept inside the claim's content and where
  ``dated``; overlap and equal start and end, as ../shared/score/score.py counts.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from selon.analysis.times import dated, find_times
from selon.model import Time

SHARED = Path(__file__).parents[2] / "shared"
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def overlap(a: Iterable[int], b: Iterable[int]) -> bool:
    (a0, a1), (b0, b1) = a, b
    return a0 < b1 and b0 < a1


def f_score(hits: int, predicted: int, gold: int) -> float:
    return 200 * hits / (predicted + gold) if predicted + gold else 100.0


# ── TimeBank ────────────────────────────────────────────────────────────────────────────────────────────────────────


def same_value(gold: str, ours: str) -> bool:
    """Equal, a time zone (T12:30-07, T20:30+1) left out."""
    return re.sub(r"(T\d\d:\d\d)[+-]\d+$", r"\1", gold) == ours


def timebank(articles: list[Row], misses: list[str] | None = None) -> dict[str, float]:
    hits = right = exact = predicted = total = 0
    for article in articles:
        text = article["text"]
        left = find_times(text, "fr", article["published"])
        predicted += len(left)
        total += len(article["times"])
        for gold in article["times"]:
            found = next((t for t in left if overlap(t.span, gold["span"])), None)
            if found is None:
                note(misses, f"missed   {article['id']} {around(text, gold['span'])} {gold['value']}")
                continue
            left.remove(found)
            hits += 1
            exact += list(found.span) == gold["span"]
            if same_value(gold["value"], found.value):
                right += 1
            else:
                note(
                    misses, f"value    {article['id']} {around(text, gold['span'])} {gold['value']} ours {found.value}"
                )
        for time in left:
            note(misses, f"extra    {article['id']} {around(text, time.span)} {time.type} {time.value}")
    return {
        "span F": round(f_score(hits, predicted, total), 1),
        "precision": round(100 * hits / max(predicted, 1), 1),
        "recall": round(100 * hits / max(total, 1), 1),
        "value right of found": round(100 * right / max(hits, 1), 1),
        "value right of all": round(100 * right / max(total, 1), 1),
        "exact spans": round(100 * exact / max(hits, 1), 1),
    }


def around(text: str, span: Iterable[int]) -> str:
    start, end = span
    shown = f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}"
    return shown.replace("\n", "/")


def note(misses: list[str] | None, line: str) -> None:
    if misses is not None:
        misses.append(line)


# ── Recognizers-Text ────────────────────────────────────────────────────────────────────────────────────────────────


def in_scope(row: Row) -> bool:
    missing = {part.strip() for part in (row["not_supported"] or "").split(",")} - {""}
    return missing <= {"javascript", "java", "python"}


def same_as_recognizers(gold: Row, ours: Time, reference: dt.date | None) -> bool:
    """Whether one of the resolutions that Recognizers-Text gives is ours.

    Theirs, and how it is read here: every result lists all readings (last and next Friday; 8 and 20 o'clock), ours is
    one: it must be among them. Ends of ranges of days are exclusive ("2016-12 … 2017-01-01"); ours inclusive. A value
    may be a full date where we keep the unit ("il y a deux ans": 2014-11-07 for 2014): it must fall within our bounds.
    Times of day float without a date ("T17"); ours stand on the day of reference: the hours are compared. Part-of-day
    hours (TMO from 8 to 12) are theirs, the code is compared. Vague durations get a count of 3; ours is X. "De 2010 à
    2018" ends with the beginning of 2018 there, with its end here. "Avant", "jusqu'à" bound ours: the value counts.
    """
    for value in gold["resolution"]["values"]:
        timex, kind = value["timex"], value["type"]
        if timex == ours.value:
            return True
        if kind in {"duration", "set"}:
            if kind == "duration" and timex.replace("3", "X") == ours.value:
                return True
        elif kind == "date":
            day = value.get("value", "")
            if day == ours.value or (ours.start and ours.end and ours.start <= day <= ours.end):
                return True
        elif kind == "daterange":
            start, end = value.get("start"), value.get("end")
            last = (dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat() if end else None
            if (start, last) == (ours.start, ours.end) or (start, end) == (ours.start, ours.end):
                return True
            if ours.type == "DURATION" and (start == ours.start or last == ours.end) and ours.value in timex:
                return True
            if start == ours.start and ours.end and end and ours.end[:4] == end[:4] and timex.endswith("Y)"):
                return True
            if start is None and end is None and timex.split("-")[-1] == ours.value.split("-")[-1]:
                return True
        elif same_hours(timex, ours.value, value, ours):
            return True
    return False


def hours(timex: str) -> list[str]:
    """The times of day in a TIMEX, each as T20:00 or TMO."""
    found = re.findall(r"T(\d\d)(?::?(\d\d))?(?::(\d\d))?|T(MO|AF|EV|NI|DT)", timex.replace("PT", "P"))
    return [
        f"T{part}" if part else f"T{h}:{m or '00'}" + (f":{s}" if s and s != "00" else "") for h, m, s, part in found
    ]


def same_hours(timex: str, ours_value: str, value: Row, ours: Time) -> bool:
    if timex in {"PRESENT_REF", "FUTURE_REF", "PAST_REF"}:
        return timex == ours_value
    if hours(timex) and hours(ours_value):
        day = (value.get("value") or value.get("start") or value.get("end") or "")[:10]
        floating = not re.match(r"\d{4}-", day)
        return hours(timex)[0] == hours(ours_value)[0] and (floating or day == ours.start)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", timex):
        return ours.start == timex
    day = (value.get("value") or value.get("start") or "")[:10]
    return bool(re.match(r"\d{4}-", day)) and ours.start == day == ours.end


def recognizers(cases: list[Row], misses: list[str] | None = None) -> dict[str, float]:
    """The share of cases where each result is found (overlap) with its value and no other is given.

    Where theirs is one range of hours and ours its two ends (TIMEX3 has two tags there), both ends count as the one.
    """
    right = 0
    for case in cases:
        reference = dt.date.fromisoformat(case["context"]["ReferenceDateTime"][:10]) if case["context"] else None
        ours = find_times(case["input"], "fr", reference)
        good = True
        for result in case["results"]:
            near = [t for t in ours if overlap(t.span, result["span"])]
            good &= any(same_as_recognizers(result, t, reference) for t in near)
            ours = [t for t in ours if t not in near]
        good &= not ours
        right += good
        if not good:
            told = [(r["text"], [v["timex"] for v in r["resolution"]["values"]][:2]) for r in case["results"]]
            mine = [(case["input"][slice(*t.span)], t.value) for t in find_times(case["input"], "fr", reference)]
            note(misses, f"{case['input']!r}: {told} ours {mine}")
    return {"cases": len(cases), "right": right, "percent": round(100 * right / max(len(cases), 1), 1)}


# ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def within(time: Time, spans: Iterable[Iterable[int]]) -> bool:
    return any(start <= time.span.start and time.span.end <= end for start, end in spans)


def claim_times(articles: Iterator[tuple[Row, list[Row]]], misses: list[str] | None = None) -> dict[str, float]:
    hits = predicted = total = 0
    for article, claims in articles:
        text = article["text"]
        found = dated(find_times(text, article["language"], article["published"]))
        for claim in claims:
            ours = [t for t in found if within(t, claim["content"])]
            predicted += len(ours)
            total += len(claim.get("times", ()))
            for gold in claim.get("times", ()):
                same = [
                    t
                    for t in ours
                    if overlap(t.span, gold["span"]) and (t.start, t.end) == (gold["start"], gold["end"])
                ]
                if same:
                    hits += 1
                    ours.remove(same[0])
                else:
                    note(misses, f"missed {article['id']} {around(text, gold['span'])} {gold['start']} {gold['end']}")
            for time in ours:
                note(misses, f"extra  {article['id']} {around(text, time.span)} {time}")
    return {"gold": total, "predicted": predicted, "F": round(f_score(hits, predicted, total), 1)}


def dossier() -> Iterator[tuple[Row, list[Row]]]:
    articles = {row["id"]: row for row in rows(SHARED / "dossier" / "articles.jsonl")}
    for row in rows(SHARED / "dossier" / "gold.jsonl"):
        yield articles[row["id"]], row["claims"]


def seed() -> Iterator[tuple[Row, list[Row]]]:
    row = json.loads((SHARED / "seed" / "gold.json").read_text(encoding="utf-8"))
    yield row, row["claims"]


def main() -> None:
    misses: list[str] | None = [] if "--misses" in sys.argv else None
    bank = rows(SHARED / "gold" / "fr_timebank.dev.jsonl")
    cases = [row for row in rows(SHARED / "gold" / "recognizers_fr.datetime.jsonl") if in_scope(row)]
    print("fr_timebank.dev, first half ", timebank(bank[::2], misses))
    print("fr_timebank.dev, second half", timebank(bank[1::2], misses if "--all" in sys.argv else None))
    print("fr_timebank.dev             ", timebank(bank))
    print("recognizers_fr.datetime     ", recognizers(cases, misses))
    print("dossier                     ", claim_times(dossier(), misses))
    print("seed                        ", claim_times(seed(), misses))
    print("\n".join(misses or ()))


if __name__ == "__main__":
    main()
