"""Collect the interface's messages from templates and code, merge them into the catalogues, and compile these.

    python tools/messages.py           # rewrites src/selon/views/locale/*/LC_MESSAGES/selon.po and .mo
    python tools/messages.py --check   # says what is missing or stale, changes nothing

New messages come into the .po files without a translation: fill them in, run it again.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

VIEWS = Path(__file__).parent.parent / "src" / "selon"
CATALOGUES = VIEWS / "views" / "locale"
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
KEYWORDS = {"_": None, "Reason": None, "text": None, "gettext": None, "plural": (1, 2), "ngettext": (1, 2)}
METHODS = [
    ("questions/**.py", "python"),
    ("views/**.py", "python"),
    ("web/**.py", "python"),
    ("views/templates/**.html", "jinja2"),
]


def collected() -> Catalog:
    """The messages that templates and code hold now, without their places (which would change with every edit)."""
    catalogue = Catalog(project="selon", charset="utf-8")
    found = extract_from_dir(str(VIEWS), METHODS, {"**.html": {"newstyle_gettext": "true"}}, KEYWORDS)
    for _file, _line, message, _comments, context in found:
        catalogue.add(message, context=context)
    return catalogue


def merged(path: Path, template: Catalog) -> Catalog:
    """The catalogue at ``path`` with the template's messages: known translations kept, gone messages dropped."""
    old = read_po(path.open("rb"), locale=path.parts[-3]) if path.exists() else Catalog(locale=path.parts[-3])
    new = Catalog(locale=old.locale, project="selon", charset="utf-8", fuzzy=False, creation_date=LONG_AGO)
    new.revision_date = LONG_AGO  # a date would make each run's files differ
    for message in template:
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known and not known.fuzzy else None)
    return new


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """The catalogue as the bytes of a .po and of a .mo file, the same for the same messages."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=118, sort_output=True, omit_header=True)
    write_mo(mo, catalogue)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    return header.encode() + po.getvalue(), mo.getvalue()


def problems(template: Catalog) -> list[str]:
    """What is amiss: messages without a translation, catalogues that don't fit the code, .mo files that don't fit."""
    found = []
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/selon.po")):
        catalogue = merged(path, template)
        po, _mo = written(catalogue)
        language = path.parts[-3]
        if po != path.read_bytes():
            found.append(f"{language}: selon.po doesn't fit the code")
        found += [f"{language}: no translation of {m.id!r}" for m in catalogue if m.id and not all(_several(m.string))]
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or _messages(compiled) != _messages_of(catalogue):
            found.append(f"{language}: selon.mo doesn't fit selon.po")
    return found


def _messages(path: Path) -> dict[str, str]:
    return _messages_of(read_mo(path.open("rb")))


def _messages_of(catalogue: Catalog) -> dict[str, str]:
    return {
        str(list(_several(m.id))): str(list(_several(m.string))) for m in catalogue if m.id and all(_several(m.string))
    }


def _several(strings: object) -> Sequence[object]:
    return strings if isinstance(strings, (tuple, list)) else (strings,)


def main() -> int:
    template = collected()
    if "--check" in sys.argv[1:]:
        found = problems(template)
        print("\n".join(found) or "catalogues are complete")
        return bool(found)
    for path in sorted(CATALOGUES.glob("*/LC_MESSAGES/selon.po")):
        po, mo = written(merged(path, template))
        path.write_bytes(po)
        path.with_suffix(".mo").write_bytes(mo)
    print("\n".join(problems(template)) or "catalogues are complete")
    return 0


if __name__ == "__main__":
    sys.exit(main())
