"""How many: figures of raw text with bounds and units (``find_quantities``), and plain numbers (``find_numbers``).

numerals (reads one number) < starts (where one may begin) · counted (what stands after it) · approximators (what moves
its bounds) < naming (figure or name?) < ranges < finder. The words are in ``languages/*/numbers.toml``.
"""

from selon.analysis.quantities.finder import find_quantities
from selon.analysis.quantities.plain_numbers import Number, find_numbers

__all__ = ["Number", "find_numbers", "find_quantities"]
