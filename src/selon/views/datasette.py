"""What Datasette is told of a ledger: what each table and column holds, what is inside, and queries to begin with."""

from __future__ import annotations

from typing import Any

from selon.ledger.schema import VIEWS, metadata

# What a table is for, where its name doesn't say it.
TABLES = {
    "articles": "every version of every article, with its text",
    "extractions": "which extractor read which article, and how many claims it found",
    "claims": "every claim ever extracted; current_claims has those that stand",
    "judgements": "people's word on which claims answer one question; nothing is ever deleted",
    "polls": "what servers said when selon watch last asked",
    "questions": "what the claims answer",
    "answers": "each claim's answer to a question",
    "origins": "first source → teller → article, for each question",
    "relations": "answers that can't both hold (conflict), or of which one replaces the other (update)",
    "tabulated": "when questions, answers, origins and relations were made",
}
_FACETS = {
    "claims_with_articles": ["stance", "certainty", "speaker", "publisher"],
    "claim_quantities": ["unit"],
    "answers_with_articles": ["certainty", "speaker", "origin"],
    "origins_with_articles": ["origin", "teller"],
    "relations_with_claims": ["kind"],
    "questions": ["kind"],
}
_SORTED = {"questions": "independent", "claims_with_articles": "published", "articles": "published"}
_LABELS = {"questions": "text", "articles": "title", "claims": "words"}
_INSIDE = ("alembic_version", "extractions", "polls", "tabulated")

QUERIES = {
    "one_source_many_articles": (
        "One source quoted many times",
        "Questions that many articles answer, but few independent sources.",
        "SELECT text, figures, articles, outlets, independent, id FROM questions WHERE articles > independent "
        "ORDER BY articles - independent DESC, articles DESC",
    ),
    "series": (
        "How an answer moved",
        "The answers to one question (by id, or words of it) in order of time.",
        "SELECT asked, as_of, low, high, answer, speaker, through, origin, certainty, words, publisher "
        "FROM answers_with_articles WHERE counts AND (question = :question OR asked LIKE '%' || :question || '%') "
        "ORDER BY question, ordinal",
    ),
    "contested": (
        "What is contested",
        "Answers that can't both hold, and why.",
        "SELECT asked, why, a_speaker, a_words, b_speaker, b_words FROM relations_with_claims WHERE kind = 'conflict'",
    ),
    "who_changed": (
        "Who changed what they say",
        "A source's later answer beside its earlier one.",
        "SELECT asked, why, a_speaker, a_words, b_speaker, b_words FROM relations_with_claims WHERE kind = 'update'",
    ),
    "speaks_through": (
        "Who speaks through whom",
        "First sources by how many articles print them, and through which teller.",
        "SELECT origin, teller, count(DISTINCT article_id) AS articles FROM origins_with_articles "
        "GROUP BY origin, teller ORDER BY articles DESC",
    ),
    "up_to_date": (
        "Are questions up to date?",
        "When the questions were computed, and what came in since; selon datasette computes them again.",
        "SELECT at, claims_since, judgements_since FROM tabulated_since",
    ),
}


def datasette_metadata(database: str) -> dict[str, Any]:
    """The metadata for ``datasette FILE --metadata``, of a ledger that Datasette calls ``database`` (the file's stem).

    The form is that of Datasette 0.65; the descriptions are those of the schema.
    """
    tables: dict[str, dict[str, Any]] = {}
    for table in metadata.sorted_tables:
        described = {column.name: column.doc for column in table.columns if column.doc}
        tables[table.name] = {"description": TABLES[table.name], "columns": described}
    tables |= {name: {"description": what} for name, what in VIEWS.items()}
    for name in ("claims", "claims_with_articles"):
        tables[name] |= {"fts_table": "search", "fts_pk": "seq"}
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    for name, column in _SORTED.items():
        tables[name]["sort_desc"] = column
    for name, column in _LABELS.items():
        tables[name]["label_column"] = column
    for name in _INSIDE:
        tables.setdefault(name, {})["hidden"] = True
    return {
        "title": "A ledger of attributed claims",
        "description": "Who said what in the news, through whom, how sure, how many, when and where. Evidence, never "
        "verdicts: every row leads back to the exact words.",
        "databases": {
            database: {
                "tables": tables,
                "queries": {
                    name: {"title": title, "description": what, "sql": sql}
                    for name, (title, what, sql) in QUERIES.items()
                },
            }
        },
    }
