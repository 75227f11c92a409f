"""selon: a ledger of attributed claims — who said what in the news, through whom, how sure, how many, when, where."""

__version__ = "0.1.0"
