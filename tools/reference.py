"""Writes the pages of docs/reference from what they describe: `make reference`.

    python tools/reference.py            # the commands' help, the docstrings, the schemas of claim and ledger
    python tools/reference.py --check    # writes nothing; says which page is not what it would write

A test runs the check, so that no command, public name, column or field is without its line.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
MADE = "<!-- Made by `make reference`: change what it describes, not this page. -->\n"
WIDTH = 88

# The public rooms and what they are for; their public names are their `__all__`.
ROOMS = {
    "selon": "Reading, extracting, keeping: what most programs need.",
    "selon.model": "The records that all rooms exchange, and their JSON form.",
    "selon.reading": "Doors in: what gives articles, and what is said where something can't be read.",
    "selon.reading.fetch": "Web addresses.",
    "selon.ledger": "What the ledger hands out and takes in.",
    "selon.languages": "What is known of a language.",
    "selon.questions": "Many articles side by side.",
    "selon.views.export": "Doors out.",
    "selon.views.changes": "What a new version of an article changed.",
    "selon.spacy_component": "Claims in spaCy's Docs.",
    "selon.evaluation": "Claims against gold claims.",
    "selon.phenomena": "The same, by phenomenon.",
}
NAMES = {
    "selon.model": ["Actor", "Furniture", "InvariantError", "claim_form", "claim_from", "article_form", "article_from"],
    "selon.languages": ["Language", "LanguageError", "load", "supported"],
    "selon.evaluation": ["Score", "GoldError", "load_rows"],
    "selon.phenomena": ["Tally", "by_phenomenon"],
    "selon.reading.fetch": ["fetch", "Rules", "Fetched", "FetchError"],
    "selon.views.changes": ["changes", "Changes"],
    "selon.spacy_component": ["claims_of", "keep_claims"],
}


# ---- the command line


def command_line() -> str:
    import typer

    from selon.cli import COMMANDS, app

    group: Any = typer.main.get_command(app)
    out = [
        "# The command line",
        MADE,
        "Exit codes: 0 done · 1 something failed or was left out (it is named on standard error) · 2 wrong use · 130\n"
        "interrupted. Where a command takes `--ledger`, the variable `SELON_LEDGER` gives another default;\n"
        "`SELON_MAX_MB` raises the limit for one article (20).\n",
        _help(group, "selon"),
    ]
    for name in COMMANDS:
        out += [f"## selon {name}\n", _help(group.get_command(None, name), f"selon {name}")]
    return "\n".join(out)


def _help(command: Any, name: str) -> str:
    context = command.context_class(command, info_name=name, terminal_width=WIDTH, help_option_names=["-h", "--help"])
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"```text\n{text}\n```\n"


# ---- Python


def python() -> str:
    out = [
        "# Python",
        MADE,
        "Spans are always code points of `article.text`, end excluded. Errors are drawn at the end.\n",
    ]
    seen: dict[int, str] = {}
    errors: list[type[BaseException]] = []
    for room, what in ROOMS.items():
        out += [f"## {room}\n", f"{what}\n"]
        module = importlib.import_module(room)
        for name in NAMES.get(room, getattr(module, "__all__", [])):
            thing = getattr(module, name)
            if id(thing) in seen:
                out += [f"`{name}` — see [{seen[id(thing)]}](#{seen[id(thing)].lower()}).\n"]
                continue
            if isinstance(thing, type) and issubclass(thing, BaseException):
                errors.append(thing)
            if callable(thing):
                seen[id(thing)] = name
            out += [f"### {name}\n", *_described(name, thing)]
    out += ["## Errors\n", "```text", *_tree(errors), "```\n"]
    return "\n".join(out)


def _described(name: str, thing: Any) -> Iterator[str]:
    if not callable(thing):
        if isinstance(thing, dict):
            yield "Keys: " + ", ".join(f"`{key}`" for key in thing) + ".\n"
        else:
            yield f"`{getattr(thing, '__name__', None) or thing}`\n".replace("typing.", "").replace(
                "pathlib._local.", ""
            )
        return
    yield f"```python\n{_signature(name, thing)}\n```\n"
    if text := _docstring(thing):
        yield text + "\n"
    if isinstance(thing, type):
        for method, value in vars(thing).items():
            if method.startswith("_") or not (callable(value) or isinstance(value, property) or hasattr(value, "func")):
                continue
            inner = getattr(value, "fget", None) or getattr(value, "func", None) or value
            called = isinstance(value, property) or hasattr(value, "func")
            shown = f"{name}.{method}" if called else _signature(f"{name}.{method}", value)
            yield f"#### {name}.{method}\n\n```python\n{shown}\n```\n"
            if text := _docstring(inner):
                yield text + "\n"


class _Written:
    """An annotation that shows as it is written, without the quotes of postponed ones."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _signature(name: str, thing: Any) -> str:
    try:
        found = inspect.signature(thing)
    except (TypeError, ValueError):
        return name
    if isinstance(thing, type) and issubclass(thing, BaseException) and "args" in found.parameters:
        return name
    parameters = [
        each.replace(
            annotation=each.annotation
            if isinstance(each.annotation, type)
            else _Written(getattr(each.annotation, "__forward_arg__", each.annotation)),
            default=_Written(each.default.__name__) if inspect.isfunction(each.default) else each.default,
        )
        for each in found.parameters.values()
        if each.name != "self"
    ]
    result = found.return_annotation
    if result in (inspect.Signature.empty, "None", None):
        result = inspect.Signature.empty
    elif isinstance(result, str):
        result = _Written(result)
    text = name + str(found.replace(parameters=parameters, return_annotation=result))
    text = text.replace("<factory>", "...")
    if len(text) <= WIDTH:
        return text
    inside = ",\n    ".join(str(each) for each in parameters)
    if any(each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters):
        first = next(each for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY)
        inside = inside.replace(str(first), f"*,\n    {first}", 1)
    arrow = f" -> {result!r}" if result is not inspect.Signature.empty else ""
    return f"{name}(\n    {inside},\n){arrow}".replace("<factory>", "...")


def _docstring(thing: Any) -> str:
    text = inspect.cleandoc(thing.__doc__ or "")
    if isinstance(thing, type) and text.startswith(f"{thing.__name__}("):
        return ""  # what dataclasses and named tuples make up
    return re.sub(r":\w+:`~?([^`]+)`", r"`\1`", text)


def _tree(errors: list[type[BaseException]]) -> Iterator[str]:
    """The errors by their bases, as httpx draws its own."""
    known: set[type] = {base for error in errors for base in error.__mro__ if base.__module__.startswith("selon")}
    known |= {error.__base__ for error in errors if error.__base__ and error.__base__ is not Exception}

    def below(base: type, depth: int) -> Iterator[str]:
        yield "  " * depth + ("- " if depth else "") + base.__name__
        for each in sorted(known, key=lambda e: e.__name__):
            if each.__base__ is base:
                yield from below(each, depth + 1)

    yield from below(Exception, 0)


# ---- the ledger


def ledger() -> str:
    from sqlalchemy import inspect as inspected

    from selon.ledger import Ledger
    from selon.ledger.schema import VIEWS, metadata
    from selon.ledger.upgrade import HEAD
    from selon.views.datasette import TABLES

    out = [
        "# The ledger's tables",
        MADE,
        f"Schema {HEAD}, the same in SQLite and PostgreSQL. An older ledger is migrated when it is opened; an older\n"
        "selon refuses a newer one. Evidence (`articles`, `extractions`, `claims`, `judgements`) is only ever added;\n"
        "`questions`, `answers`, `origins`, `relations` and `tabulated` are made by `selon datasette`, all together.\n",
        "## Tables\n",
    ]
    for table in metadata.sorted_tables:
        out += [f"### {table.name}\n", f"{_capital(TABLES[table.name])}.\n", "| column | type | |", "|---|---|---|"]
        for column in table.columns:
            notes = [column.doc or ""]
            notes += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
            notes += ["primary key"] if column.primary_key else ["may be null"] if column.nullable else []
            kind = str(column.type).lower()
            out.append(f"| `{column.name}` | {kind} | {' · '.join(note for note in notes if note)} |")
        out.append("")
    out += ["## Views\n", "| view | a row is | columns |", "|---|---|---|"]
    with Ledger(":memory:") as opened, opened._reading() as connection:
        for name, what in VIEWS.items():
            columns = ", ".join(f"`{column['name']}`" for column in inspected(connection).get_columns(name))
            out.append(f"| `{name}` | {what} | {columns} |")
    return "\n".join(out) + "\n"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---- the claim


def claim() -> str:
    from selon.demo import GOLD
    from selon.model.schema import schema

    made = schema()
    out = [
        "# The claim, as data",
        MADE,
        "A line of `selon extract`, of `selon export --format jsonl` and of the gold files: an article's `id`, its\n"
        "`text` (where it is told) and its `claims`. The same as [JSON Schema](../schema/claim.schema.json); what the\n"
        "labels mean and where spans end is in [the guidelines](../guidelines.md). A field that says nothing is left\n"
        "out.\n",
    ]
    for name, record in made["$defs"].items():
        if name == "Span":
            continue
        out += [f"## {name}\n", f"{record['description']}\n", "| field | type | |", "|---|---|---|"]
        for field, kind in record["properties"].items():
            note = "; ".join([*(["always there"] if field in record["required"] else []), kind.get("description", "")])
            out.append(f"| `{field}` | {_kind(kind)} | {note.strip('; ')} |")
        out.append("")
    row = next(json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if '"id": "d13"' in line)
    first = max(row["claims"], key=lambda each: len(each.get("relay") or ()))
    out += [
        "## An example\n",
        f"> {row['text']}\n",
        "```json",
        json.dumps(first, ensure_ascii=False, indent=1),
        "```\n",
    ]
    return "\n".join(out)


def _kind(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        return kind["$ref"].rpartition("/")[2]
    if "enum" in kind:
        return " · ".join(f"`{value}`" if value is not None else "null" for value in kind["enum"])
    if kind["type"] == "array":
        return f"list of {_kind(kind['items'])}"
    return " or ".join(kind["type"]) if isinstance(kind["type"], list) else str(kind["type"])


PAGES = {"command-line": command_line, "python": python, "ledger": ledger, "claim": claim}


def main() -> None:
    stale = []
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        path, text = FOLDER / f"{name}.md", make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    if "--check" in sys.argv and stale:
        sys.exit(f"not as `make reference` would write it: {', '.join(stale)}")


if __name__ == "__main__":
    main()
