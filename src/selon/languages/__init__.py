"""Languages as data: one folder of tables per language, loaded and validated in one place (``load``)."""

from selon.languages.loader import Language, LanguageError, load, supported

__all__ = ["Language", "LanguageError", "load", "supported"]
