"""Reading: bytes, a path or a URL become articles. One file a format; the text is cleaned once (``cleaning``).

read("page.html")                   # one Article; raises ReadingError
read_many(["news/", "more.jsonl"])  # Article | ReadingError, one by one, for ever so many
units("news/")                      # the same with the place that each came from, and notes
"""

from selon.reading.cleaning import clean
from selon.reading.errors import ReadingError
from selon.reading.sources import Source, read, read_many, units
from selon.reading.unit import Given, Unit

__all__ = ["Given", "ReadingError", "Source", "Unit", "clean", "read", "read_many", "units"]
