"""The ``selon`` command. A command is one file here with a function ``command``, and its name in COMMANDS.

A command's file imports nothing heavy at its top: all of them are loaded for ``selon --help``. What it needs it imports
inside. Exit codes: 0 done, 1 something failed or was left out, 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

# In the order in which they are listed. A module is named like its command.
COMMANDS = (
    "read",
    "extract",
    "add",
    "watch",
    "questions",
    "question",
    "same",
    "different",
    "export",
    "datasette",
    "stats",
    "report",
    "serve",
    "evaluate",
    "check",
    "demo",
)


class Commands(TyperGroup):
    """Loads a command's file when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name)(importlib.import_module(f"selon.cli.{cmd_name}").command)
        return typer.main.get_command(alone)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from selon import __version__

        print(f"selon {__version__}")
        raise typer.Exit


@app.callback()
def selon(
    verbose: Annotated[
        int,
        typer.Option(
            "--verbose", "-v", count=True, help="Say what is done and where it failed; twice: all, articles' words too."
        ),
    ] = 0,
    log: Annotated[
        Literal["text", "json"], typer.Option("--log", envvar="SELON_LOG", help="How a record of the log looks.")
    ] = "text",
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Who said what in the news, through whom, how sure, how many, when and where."""
    from selon import logs

    logs.configure(verbose, log)


def main() -> None:
    """Run the command; what a person can mend becomes one line on standard error."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # a process has one core; --workers is how to have more
    # Text in any language must get out whatever the machine's locale; a character that can't is no reason to stop.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except KeyboardInterrupt:
        print("selon: interrupted", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # Who read us has enough. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if not _is_for_the_person(error):
            raise
        print(f"selon: {error}", file=sys.stderr)
        sys.exit(1)


def _is_for_the_person(error: Exception) -> bool:
    """Whether an error's message is meant for who runs the command: ours, and the system's about files."""
    return type(error).__module__.startswith("selon.") or isinstance(error, OSError)
