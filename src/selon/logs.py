"""Logging for the command: to standard error, one line a record, or one JSON object; nothing of an article's text.

What an exception says may quote the article ("no verb in 'Le ministre …'"), and so may what a library puts in a record.
So a traceback is shown without its message, and a library's record without the values put in it, until ``-vv`` asks for
everything.
"""

from __future__ import annotations

import json
import logging
import os
import traceback

FORMATS = ("text", "json")
VARIABLE = "SELON_LOG"


class _Discreet(logging.Formatter):
    """The parts of a record, at the level of detail of ``verbose``: 0, 1 with tracebacks, 2 with all words."""

    def __init__(self, verbose: int) -> None:
        super().__init__()
        self._verbose = verbose

    def message(self, record: logging.LogRecord) -> str:
        own = record.name == "selon" or record.name.startswith("selon.")
        return record.getMessage() if own or self._verbose > 1 else str(record.msg)

    def error(self, record: logging.LogRecord) -> BaseException | None:
        return record.exc_info[1] if record.exc_info else None

    def traceback(self, error: BaseException) -> str:
        """Where it was raised, and what it came from; the messages only where everything was asked for."""
        if self._verbose > 1:
            return "".join(traceback.format_exception(error)).rstrip("\n")
        chain: list[BaseException] = []
        each: BaseException | None = error
        while each is not None and each not in chain:
            chain.append(each)
            each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
        parts = ["".join(traceback.format_tb(one.__traceback__)) + type(one).__name__ for one in reversed(chain)]
        return "\nand then\n".join(parts)


class _Line(_Discreet):
    def format(self, record: logging.LogRecord) -> str:
        line = f"{record.levelname} {record.name}: {self.message(record)}".rstrip("\n")
        error = self.error(record)
        if error is None:
            return line
        return f"{line}\n{self.traceback(error)}" if self._verbose else f"{line} ({type(error).__name__})"


class _Json(_Discreet):
    def format(self, record: logging.LogRecord) -> str:
        value = {"time": self.formatTime(record), "level": record.levelname, "logger": record.name}
        value["message"] = self.message(record)
        error = self.error(record)
        if error is not None:
            value["error"] = type(error).__name__
            if self._verbose:
                value["traceback"] = self.traceback(error)
        return json.dumps(value, ensure_ascii=False)


def configure(verbose: int = 0, form: str | None = None) -> None:
    """Set up logging: errors and warnings; with 1 tracebacks and what is being done, with 2 everything.

    ``form`` is "text" or "json"; by default the variable SELON_LOG says it, which also hands it on to workers.
    """
    form = form or os.environ.get(VARIABLE, "text")
    os.environ[VARIABLE] = form
    handler = logging.StreamHandler()
    handler.setFormatter(_Json(verbose) if form == "json" else _Line(verbose))
    level = logging.WARNING if verbose == 0 else logging.INFO if verbose == 1 else logging.DEBUG
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("selon").setLevel(level)
