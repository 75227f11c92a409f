"""An input by shards: the same articles and claims as whole, done once, gone on with after a stop."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from selon.engines import sharded, shards
from selon.engines.local import extract_all
from selon.engines.parts import Report, articles_in, is_parts, lines_in, manifest, rows_in
from selon.engines.sharded import Job, ShardsError, extract_here, extract_shard, extract_shards
from selon.engines.shards import Piece, Shard, cut, units_in
from selon.ledger import Ledger
from selon.model import claim_form
from selon.reading import ReadingError, units
from selon.views.export import export
from tests.cli.running import selon

FAKE = "tests.engines.fakes:extract_many"


def rows(count: int) -> list[dict[str, str]]:
    made = [{"text": f"text {n} " + "é" * (n % 40), "language": "fr"} for n in range(1, count + 1)]
    for n, row in enumerate(made):
        row |= {"id": f"a{n}"} if n % 3 else {}
        row |= {"published": "2024-10-18", "publisher": "Le Journal"} if n % 2 else {}
    return made


def jsonl(path: Path, count: int = 100, *, end: str = "\n") -> Path:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows(count)]
    path.write_text("\n".join(lines) + end, encoding="utf-8")
    return path


def told(path: Path) -> list[tuple[str, object, str | None]]:
    return [(u.place, u.article, str(u.error) if u.error else None) for u in units(path)]


def by_shards(path: Path, shard_bytes: int) -> list[tuple[str, object, str | None]]:
    shards = list(cut(str(path), shard_bytes))
    return [(u.place, u.article, str(u.error) if u.error else None) for shard in shards for u in units_in(shard)]


@pytest.mark.parametrize("end", ["\n", "", "\n\n\n"])
@pytest.mark.parametrize("shard_bytes", [1, 200, 777, 10**9])
def test_json_lines_are_cut_between_lines(tmp_path: Path, shard_bytes: int, end: str) -> None:
    path = jsonl(tmp_path / "in.jsonl", end=end)
    whole = told(path)
    assert by_shards(path, shard_bytes) == whole


@pytest.mark.parametrize("groups", [7, 1000])
@pytest.mark.parametrize("shard_bytes", [1, 600, 10**9])
def test_parquet_is_cut_at_row_groups(tmp_path: Path, shard_bytes: int, groups: int) -> None:
    path = tmp_path / "in.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows(50)), path, row_group_size=groups)
    whole = told(path)
    assert len(whole) == 50
    assert whole[49][0] == f"{path}:50"
    assert by_shards(path, shard_bytes) == whole


def test_a_folder_of_small_files_makes_few_shards(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    for n in range(30):
        name = folder / ("deep" if n % 2 else ".") / f"{n:02}.txt"
        name.write_text(f"Selon la mairie, {n} arbres ont été plantés dans la ville.", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    assert by_shards(folder, 500) == told(folder)
    assert 2 < len(list(cut(str(folder), 500))) < 10
    assert {shard.name for shard in cut(str(folder), 500)} == {shard.name for shard in cut(str(folder), 500)}


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        list(cut(str(tmp_path / "nothing.jsonl")))


def run(source: Path, folder: Path, engine: sharded.Engine | None = None) -> list[Report]:
    reports = extract_shards(
        str(source), folder, engine or extract_here(), extractor=FAKE, language="fr", shard_bytes=1000
    )
    return [report for report, _, _ in reports]


def lines(source: Path) -> list[str]:
    return [
        json.dumps(
            {"id": done.unit.article.id or done.unit.place, "claims": [claim_form(c) for c in done.claims]},
            ensure_ascii=False,
        )
        for done in extract_all(units(source, language="fr"), extractor=FAKE)
        if done.unit.article and done.claims is not None
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_folder_holds_the_claims_of_the_whole(tmp_path: Path, workers: int) -> None:
    source = jsonl(tmp_path / "in.jsonl")
    with source.open("a", encoding="utf-8") as more:
        more.write('{"text": "fail", "id": "f"}\n{"no": 1}\n')
    reports = run(source, tmp_path / "out", extract_here(workers))
    assert list(lines_in(tmp_path / "out")) == lines(source)
    assert len(reports) > 5
    said = manifest(tmp_path / "out")
    assert (said["finished"], said["articles"], said["claims"], said["left_out"]) == (True, 102, 100, 2)
    assert [row["error"] for row in rows_in(tmp_path / "out") if row["error"]] == [
        f"{source}:101: the analysis failed: ValueError (-v says where)",
        f'{source}:102: has no "text" that is a string (it has: no)',
    ]
    assert not list((tmp_path / "out").rglob(".*"))


def test_both_ways_make_the_same_files(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl")

    def one_by_one(shards: list[Shard], job: Job) -> Iterator[Report]:
        yield from (extract_shard(shard, job) for shard in shards)

    run(source, tmp_path / "a")
    run(source, tmp_path / "b", one_by_one)
    for path in (tmp_path / "a").rglob("*"):
        other = tmp_path / "b" / path.relative_to(tmp_path / "a")
        assert path.is_dir() or path.read_bytes() == other.read_bytes()


def test_interrupted_it_goes_on(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    begun = extract_shards(str(source), folder, extract_here(), extractor=FAKE, language="fr", shard_bytes=1000)
    first, second = next(begun)[0], next(begun)[0]
    begun.close()  # type: ignore[attr-defined]
    assert manifest(folder)["finished"] is False
    kept = {path: path.stat().st_mtime_ns for path in (folder / "articles").iterdir()}
    assert len(kept) == 2
    reports = run(source, folder)
    assert not {first.name, second.name} & {report.name for report in reports}
    assert kept == {path: path.stat().st_mtime_ns for path in kept}
    assert list(lines_in(folder)) == lines(source)
    assert run(source, folder) == []
    assert manifest(folder)["finished"] is True


def test_a_shard_that_fails_is_told_and_tried_again_by_the_next_run(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"

    def broken(shards: list[Shard], job: Job) -> Iterator[Report]:
        for n, shard in enumerate(shards):
            yield Report(shard.name, shard.place, error="the worker died") if n == 1 else extract_shard(shard, job)

    run(source, folder, broken)
    said = manifest(folder)
    assert [failed["error"] for failed in said["failed"]] == ["the worker died"]
    assert said["finished"] is False
    (again,) = run(source, folder)
    assert again.name == said["failed"][0]["name"]
    assert list(lines_in(folder)) == lines(source)


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ShardsError, match="something else"):
        run(source, folder)
    run(source, tmp_path / "good")
    with pytest.raises(ShardsError, match="language 'fr', this run has None"):
        next(extract_shards(str(source), tmp_path / "good", extract_here(), extractor=FAKE, shard_bytes=1000))
    with pytest.raises(ShardsError, match="hasn't, or no longer so"):
        run(jsonl(tmp_path / "other.jsonl"), tmp_path / "good")


def test_what_is_added_is_what_was_extracted(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    run(source, folder)
    with Ledger(tmp_path / "a.db") as shards, Ledger(tmp_path / "b.db") as whole:
        for _ in shards.add_many(articles_in(folder), extractor="x"):
            pass
        found = extract_all(units(source, language="fr"), extractor=FAKE)
        for _ in whole.add_many(((d.unit.article, d.claims or [], d.unit.place) for d in found), extractor="x"):  # type: ignore[misc]
            pass
        ids = [claim.id for claim in shards.claims()]
        assert ids == [claim.id for claim in whole.claims()]
        assert [a.article for a in shards.articles()] == [a.article for a in whole.articles()]


def test_the_tables_are_those_of_the_export(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    run(source, folder)
    with Ledger(tmp_path / "a.db") as ledger:
        for _ in ledger.add_many(articles_in(folder), extractor=manifest(folder)["extractor"]):
            pass
        export(ledger, "parquet", tmp_path / "tables")
    for table in ("claims", "relays", "quantities", "times", "places"):
        ours = [
            row for shard in manifest(folder)["shards"] for row in _rows(folder / table / f"{shard['name']}.parquet")
        ]
        assert ours == _rows(tmp_path / "tables" / f"{table}.parquet")


def _rows(path: Path) -> list[dict[str, object]]:
    return parquet.read_table(path).to_pylist()  # type: ignore[no-any-return]


def test_a_file_edited_in_place_gives_another_shard(tmp_path: Path) -> None:
    """As long as before, so its size alone would keep the claims of what stood there."""
    source, folder = tmp_path / "in.txt", tmp_path / "out"
    source.write_text("Selon la mairie, 10 arbres ont été plantés.", encoding="utf-8")
    run(source, folder)
    (before,) = cut(str(source))
    os.utime(source, ns=(source.stat().st_atime_ns, before.pieces[0].changed))
    assert [shard.name for shard in cut(str(source))] == [before.name]
    source.write_text("Selon la mairie, 99 arbres ont été plantés.", encoding="utf-8")
    os.utime(source, ns=(source.stat().st_atime_ns, before.pieces[0].changed + 1_000))
    assert [shard.name for shard in cut(str(source))] != [before.name]
    with pytest.raises(ShardsError, match="hasn't, or no longer so: give another folder"):
        run(source, folder)


def test_many_small_files_are_cut_in_a_time_that_grows_as_they_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Counted(int):
        added = 0

        def __add__(self, other: int) -> int:
            Counted.added += 1
            return int(self) + other

        __radd__ = __add__

    pieces = [Piece(f"{n}.txt", "file", 0, 1, size=Counted(1)) for n in range(1000)]
    monkeypatch.setattr(shards, "_pieces", lambda source, shard_bytes: iter(pieces))
    (shard,) = cut("in")
    assert len(shard.pieces) == 1000
    assert Counted.added <= 3000


def test_json_arrays_stay_whole_and_links_are_followed_once(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(rows(30), indent=1), encoding="utf-8")
    (folder / "deep" / "b.json").write_text(json.dumps(rows(30)), encoding="utf-8")
    for name in ("up", "round"):
        (folder / "deep" / name).symlink_to(folder, target_is_directory=True)
    for source in (folder, Path(f"{folder}/**/*.json")):
        assert by_shards(source, 500) == told(source)
        assert len(told(source)) == 60


@pytest.mark.parametrize("name", ["a" * 300, "x\x00y"])
def test_a_name_that_no_file_can_have(name: str) -> None:
    with pytest.raises(ReadingError, match=r"there is no such file\. Give a file, a folder or a pattern"):
        list(cut(name))


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        "{}",
        '{"name": "a site", "icons": []}',
        '{"format": 1}',
        '{"format": 1, "shards": 7}',
        "7",
        "\xff",
        "[" * 9999,
    ],
)
def test_the_manifest_of_another_program_makes_no_folder_of_claims(tmp_path: Path, content: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text(content, encoding="latin-1")
    assert not is_parts(site)
    with pytest.raises(ValueError, match=r"manifest\.json: is no manifest of selon's"):
        manifest(site)
    with pytest.raises(ShardsError, match="something else"):
        run(jsonl(tmp_path / "in.jsonl"), site)


def test_a_folder_of_a_later_selon_is_known_as_one(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    run(source, folder)
    assert is_parts(folder)
    later = json.loads((folder / "manifest.json").read_text(encoding="utf-8")) | {"format": 2}
    (folder / "manifest.json").write_text(json.dumps(later), encoding="utf-8")
    assert is_parts(folder)
    with pytest.raises(ShardsError, match="upgrade selon"):
        run(source, folder)


def test_the_command_reads_the_folder_of_another_program_as_any(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "manifest.json").write_text('{"name": "a site", "icons": []}', encoding="utf-8")
    row = {"text": "Kim says 1. Lee denies it.", "id": "a", "language": "en", "published": "2024-10-18"}
    (site / "news.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = selon("add", site, "--ledger", tmp_path / "l.db")
    assert "1 new article with 2 claims" in done.stdout
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "left out: 1")
    assert 'manifest.json:1: has no "text"' in done.stderr


def test_the_command_says_that_a_folder_is_of_a_later_selon(tmp_path: Path) -> None:
    source, folder = jsonl(tmp_path / "in.jsonl"), tmp_path / "out"
    run(source, folder)
    later = manifest(folder) | {"format": 2}
    (folder / "manifest.json").write_text(json.dumps(later), encoding="utf-8")
    done = selon("add", folder, "--ledger", tmp_path / "l.db")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.endswith("format 2, this selon knows 1; upgrade selon\n")


def test_a_pipe_in_a_folder_is_told_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.txt")
    with pytest.raises(ReadingError, match="is a pipe"):
        list(cut(str(tmp_path)))
