"""Logging for the command: warnings to standard error, one line each; nothing of an article's text in them."""

from __future__ import annotations

import json
import logging
import os


class _OneLine(logging.Formatter):
    """One line a record; the traceback only where ``-v`` asked for it."""

    def __init__(self, tracebacks: bool) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._tracebacks = tracebacks

    def formatException(self, exc_info: object) -> str:
        return super().formatException(exc_info) if self._tracebacks else ""  # type: ignore[arg-type]

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record).rstrip("\n")
        if record.exc_info and not self._tracebacks and (kind := record.exc_info[0]):
            line += f" ({kind.__name__})"
        return line


class _Json(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        value = {"time": self.formatTime(record), "level": record.levelname, "logger": record.name}
        value["message"] = record.getMessage()
        if record.exc_info and (kind := record.exc_info[0]):
            value["error"] = kind.__name__
        return json.dumps(value, ensure_ascii=False)


def configure(verbose: int = 0) -> None:
    """Set up logging: errors and warnings; with ``-v`` tracebacks and what is being done, with ``-vv`` everything.

    ``SELON_LOG=json`` makes each record a JSON object.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Json() if os.environ.get("SELON_LOG") == "json" else _OneLine(verbose > 0))
    level = logging.WARNING if verbose == 0 else logging.INFO if verbose == 1 else logging.DEBUG
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("selon").setLevel(level)
