"""What can stand in the way of an export, for the person at the keyboard."""

from __future__ import annotations

import importlib
from types import ModuleType


class ExportError(Exception):
    """An export that can't be made; the message says what to do."""


def needed(name: str, extra: str) -> ModuleType:
    """The package ``name``; raises ExportError, saying which extra of selon brings it, where it isn't installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise ExportError(f"this needs the package {error.name}: pip install 'selon[{extra}]'") from None
