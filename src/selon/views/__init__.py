"""What a person or a program reads: terminal tables, pages, charts, data. One renderer for every door."""

from selon.views.data import reading_form
from selon.views.reading_view import reading_page
from selon.views.terminal import claims_table

__all__ = ["claims_table", "reading_form", "reading_page"]
