"""``selon check``: prove that the ledger is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count, reading, say, writing

if TYPE_CHECKING:
    from selon.ledger import Ledger, Problem


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make derived parts again; evidence is never touched.")
    ] = False,
    manifest: Annotated[
        Path | None, typer.Option("--manifest", metavar="OUT", help="Write the hash of every row of evidence to OUT.")
    ] = None,
    verify: Annotated[
        Path | None,
        typer.Option("--verify", metavar="FILE", help="Prove that all in this manifest is there, unchanged."),
    ] = None,
    models: Annotated[
        bool, typer.Option("--models", help="Check the installed language models' files instead; needs no ledger.")
    ] = False,
) -> None:
    """Prove that a ledger is whole.

    Verifies every hash, span, id, reference and judgement, and the search index; exit code 1 if anything is wrong. A
    manifest, kept elsewhere, proves later that nothing of what is there now was changed or taken away.
    """
    if models:
        _models()
        return
    from selon.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        if repair:
            for done in opened.repair():
                print(done)
        problems = opened.check()
        if verify:
            problems += _verified(opened, verify)
        counts = opened.counts()
        name = opened.name
        searched = opened.checks_search
        if manifest and not problems:
            _write(opened, manifest)
    _tell(name, problems)
    held = f"{count(counts['articles'], 'article')}, {count(counts['claims'], 'claim')}"
    print(f"{name} is whole: {held}, all hashes and spans right.")
    if not searched:
        print("Its search index wasn't looked at: that takes the right to write.")
    if verify:
        print(f"It holds all that {verify} tells of, unchanged.")
    if manifest:
        print(f"Wrote {manifest}. Keep it elsewhere; selon check --verify {manifest} compares.")


def _tell(name: str, problems: list[Problem]) -> None:
    for problem in problems:
        say(str(problem))
    if problems:
        mendable = sum(problem.derived for problem in problems)
        advice = "selon check --repair mends what is derived" if mendable else "it needs a backup"
        say(f"{name}: {count(len(problems), 'problem')}, {mendable} of them in derived parts; {advice}")
        raise typer.Exit(1)


def _write(ledger: Ledger, out: Path) -> None:
    with writing(out), out.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in ledger.manifest())


def _verified(ledger: Ledger, given: Path) -> list[Problem]:
    with reading(given), given.open(encoding="utf-8", errors="replace") as lines:
        return ledger.verify(lines, str(given))


def _models() -> None:
    from selon.analysis.model_files import package_of, problems
    from selon.languages import load, supported

    wrong = 0
    for code in supported():
        language = load(code)
        found = list(problems(language))
        for what in found:
            say(what)
        wrong += len(found)
        if not found:
            files = len(language.table("model")["files"])
            print(f"{package_of(language)}: all {files} files are the ones that this selon was made with.")
    if wrong:
        say(f"{wrong} files of language models are not what they should be; install them anew: make setup")
        raise typer.Exit(1)
