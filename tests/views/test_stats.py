"""Counts over claims in Parquet: by shards or exported, each claim once, as counted by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.engines.sharded import extract_here, extract_shards
from selon.ledger import Ledger
from selon.model import Article, Claim, Quantity, Span
from selon.views import stats
from selon.views.export import export
from selon.views.stats import EVERYTHING, Only, StatsError
from tests.cli.running import selon

DAYS = ("2024-10-17", "2024-10-18T08:00:00+02:00", None)
TEXT = "Kim compte 300 soldats et 20 chars."


def articles() -> Iterator[tuple[Article, list[Claim], str | None]]:
    for n in range(30):
        speaker, stance = ("Kim", "asserts") if n % 3 else ("Lee", "denies")
        low, high = 100.0 * n, None if n % 5 == 0 else 100.0 * n + 50
        claim = Claim(
            source=(Span(0, 3),),
            cue=(),
            content=(Span(11, 34),),
            speaker=speaker,
            stance=stance,  # type: ignore[arg-type]
            quantities=(Quantity(Span(11, 22), low, high, "soldats"), Quantity(Span(26, 34), 20.0, 20.0, "chars")),
            place="headline" if n % 10 == 9 else None,
        )
        article = Article(
            TEXT + f" {n}", id=f"a{n}", language="fr", published=DAYS[n % 3], publisher="Le Jour" if n % 2 else None
        )
        yield article, [claim], None


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stats")
    with Ledger(folder / "a.db") as ledger:
        for _ in ledger.add_many(articles(), extractor="x"):
            pass
        export(ledger, "parquet", folder / "tables")
    return folder / "tables"


def counted(folder: Path, *by: str, only: Only = EVERYTHING) -> dict[object, int]:
    rows = stats.counts(folder, by, only)
    return {row[by[0]] if len(by) == 1 else tuple(row[name] for name in by): row["claims"] for row in rows}


def test_claims_are_counted_by_each_dimension(tables: Path) -> None:
    body = [n for n in range(30) if n % 10 != 9]
    assert counted(tables, "speaker") == Counter("Kim" if n % 3 else "Lee" for n in body)
    assert counted(tables, "stance") == Counter("asserts" if n % 3 else "denies" for n in body)
    assert counted(tables, "publisher") == Counter("Le Jour" if n % 2 else None for n in body)
    assert counted(tables, "day") == Counter((DAYS[n % 3] or "")[:10] or None for n in body)
    assert counted(tables, "month", "language") == Counter(("2024-10" if DAYS[n % 3] else None, "fr") for n in body)
    assert list(counted(tables, "day")) == ["2024-10-17", "2024-10-18", None]
    assert list(counted(tables, "speaker")) == ["Kim", "Lee"]


def test_only_what_is_asked_for_counts(tables: Path) -> None:
    assert counted(tables, "speaker", only=Only(headlines=True)) == {"Kim": 20, "Lee": 10}
    assert counted(tables, "speaker", only=Only(stance="DENIES")) == {"Lee": 9}
    assert set(counted(tables, "day", only=Only(since="2024-10-18"))) == {"2024-10-18"}
    assert set(counted(tables, "day", only=Only(until="2024-10-17"))) == {"2024-10-17"}
    assert counted(tables, "speaker", only=Only(speaker="nobody' OR true --")) == {}


def test_figures_have_bounds_and_a_median(tables: Path) -> None:
    (chars, soldats) = sorted(stats.figures(tables), key=lambda row: row["unit"])
    assert chars == {"unit": "chars", "claims": 27, "lowest": 20.0, "median": 20.0, "highest": 20.0}
    middles = sorted(100 * n + (0 if n % 5 == 0 else 25) for n in range(30) if n % 10 != 9)
    assert soldats["median"] == middles[13]
    assert (soldats["lowest"], soldats["highest"]) == (0.0, 2850.0)
    (day, *_) = stats.figures(tables, ["day"], unit="Soldats")
    assert (day["day"], day["unit"], day["lowest"]) == ("2024-10-17", "soldats", 0.0)


def test_the_summary_tells_the_whole(tables: Path) -> None:
    whole = stats.summary(tables)
    assert [whole[name] for name in ("claims", "articles", "speakers")] == [27, 27, 2]
    assert (whole["first"], whole["last"]) == ("2024-10-17", "2024-10-18")
    assert whole["by"]["stance"] == {"asserts": 18, "denies": 9}


def test_shards_count_like_one_table_and_twins_once(tmp_path: Path) -> None:
    rows = [{"text": f"text {n}", "id": f"a{n % 20}x{n % 20}", "language": "fr"} for n in range(20)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in [*rows, *rows]), encoding="utf-8")

    fake = "tests.engines.fakes:extract_many"
    assert list(extract_shards(str(source), tmp_path / "out", extract_here(), extractor=fake, shard_bytes=300))
    assert len(list((tmp_path / "out" / "claims").iterdir())) > 3
    assert stats.summary(tmp_path / "out")["claims"] == 20


def test_what_can_not_be_counted_is_said(tables: Path, tmp_path: Path) -> None:
    with pytest.raises(StatsError, match="by 'mood'; there are: year, month"):
        stats.counts(tables, ["mood"])
    with pytest.raises(StatsError, match="holds no table of claims"):
        stats.counts(tmp_path, ["day"])
    (tmp_path / "claims.parquet").write_bytes(b"PAR1 but no more")
    with pytest.raises(StatsError, match="can't be read"):
        stats.counts(tmp_path, ["day"])


def test_the_command_prints_a_table_or_data(tables: Path) -> None:
    done = selon("stats", tables, "--by", "day", "--by", "stance", "--json")
    assert json.loads(done.stdout) == stats.counts(tables, ["day", "stance"])
    done = selon("stats", tables, "--figures", "--by", "month", "--unit", "soldats")
    assert "2024-10" in done.stdout
    assert "2,850" in done.stdout
    done = selon("stats", tables)
    assert done.stdout.startswith("27 claims in 27 articles by 2 speakers, 2024-10-17 to 2024-10-18\n")
    assert "stance: asserts 18, denies 9" in done.stdout
    assert selon("stats", tables, "--speaker", "nobody", "--by", "day").stdout == "No claim fits.\n"
    assert "is none of year" in selon("stats", tables, "--by", "mood").stderr
