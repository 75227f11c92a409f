"""The taggers' files are the pinned ones, and nothing is loaded of those that aren't."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.analysis import model_files, tagging
from selon.analysis.model_files import ModelError, folder_of, hashes, problems, verify
from selon.analysis.pipeline import extract_many
from selon.cli import app
from selon.languages import Language, load, supported
from selon.model import Article


@pytest.mark.parametrize("code", supported())
def test_the_installed_taggers_are_the_pinned_ones(code: str) -> None:
    language = load(code)
    assert list(problems(language)) == []
    assert hashes(folder_of(language)) == language.table("model")["files"], "no file more, none less"
    assert 1_000_000 < verify(language, unused=tagging.UNREAD) < verify(language)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The English tagger's package in a folder where its files may be spoilt."""
    folder = tmp_path / "package"
    shutil.copytree(folder_of(load("en")), folder)
    spec = ModuleSpec("package", None, origin=str(folder / "__init__.py"))
    monkeypatch.setattr(model_files.importlib.util, "find_spec", lambda name: spec)
    tagging.tagger.cache_clear()
    yield folder
    tagging.tagger.cache_clear()


@pytest.mark.parametrize("name", ["tok2vec/model", "config.cfg", "vocab/strings.json", "../__init__.py"])
def test_a_changed_file_is_named_and_nothing_is_loaded(copied: Path, name: str) -> None:
    (data,) = copied.glob("en_core*")
    path = (data / name).resolve()
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ModelError, match=rf"{path.name}: its sha256 is .*, this selon was made with") as raised:
        list(extract_many([Article("The mayor said no.", language="en")]))
    assert "Install it anew" in str(raised.value)


def test_a_missing_file_is_named(copied: Path) -> None:
    (data,) = copied.glob("en_core*")
    (data / "tok2vec" / "model").unlink()
    with pytest.raises(ModelError, match=r"tok2vec/model: No such file"):
        tagging.tagger("en")


def test_a_component_that_is_not_loaded_may_be_anything_to_the_tagger_but_not_to_the_check(copied: Path) -> None:
    (data,) = copied.glob("en_core*")
    (data / "ner" / "model").write_bytes(b"")
    assert verify(load("en"), unused=tagging.UNREAD) > 0
    assert [what.partition(": its")[0] for what in problems(load("en"))] == [str(data / "ner" / "model")]


def test_a_tagger_that_is_not_installed(tmp_path: Path) -> None:
    (tmp_path / "language.toml").write_text('[model]\npackage = "no_such_package"\n')
    with pytest.raises(ModelError, match=r"xx: the package no_such_package isn't installed; make setup"):
        folder_of(Language("xx", tmp_path))


def test_check_models_as_a_command() -> None:
    done = CliRunner().invoke(app, ["check", "--models"])
    assert done.exit_code == 0
    assert done.output.count("are the ones that this selon was made with") == len(supported())


def test_check_models_names_what_is_wrong(copied: Path) -> None:
    (data,) = copied.glob("en_core*")
    (data / "meta.json").write_text("{}")
    done = CliRunner().invoke(app, ["check", "--models"])
    assert done.exit_code == 1
    assert "meta.json: its sha256 is" in done.output and "install them anew" in done.output
