"""The ledger's tables (SQLAlchemy Core), one schema for SQLite and PostgreSQL.

Evidence is only ever inserted: no row of ``articles``, ``extractions``, ``claims`` or ``judgements`` is changed or
deleted. ``seq`` is the order of arrival; ``id`` is what other tables, pages and people refer to. Text columns hold ISO
dates, ``form`` holds a claim as JSON (docs/schema/claim.schema.json); the columns beside it repeat parts of it for SQL.
Two views say what is current: ``current_articles`` (the latest version of each article) and ``current_claims`` (the
claims of the latest extraction of those). ``questions``, ``answers``, ``origins`` and ``relations`` hold what was last
computed from the claims, for who reads the ledger with SQL or Datasette (``tabulating``); VIEWS names the views made
for them. A change here needs a new migration (``migrations/versions``); a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True, doc="order of arrival"),
    Column("id", Text, nullable=False, unique=True, doc="hash of text and address"),
    Column("address", Text, nullable=False, doc="URL, or id:ID, or nothing"),
    Column("series", Text, nullable=False, doc="the versions of one article share it"),
    Column("version", Integer, nullable=False, doc="1, 2, … within the series"),
    Column("input_id", Text, doc="the id that the input gave"),
    Column("source", Text, doc="the file or feed that it was read from"),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("language", Text),
    Column("published", Text, doc="ISO date, or date and time"),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False, doc="of the text in UTF-8"),
    Column("furniture", Text, doc="JSON: lines that are not the article's body"),
    Column("added_at", Text, nullable=False, doc="ISO date and time, UTC"),
    UniqueConstraint("series", "version", name="articles_series_version"),
)
Index("articles_address", articles.c.address)
Index("articles_input_id", articles.c.input_id)
Index("articles_published", articles.c.published)

extractions = Table(
    "extractions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("extractor", Text, nullable=False, doc="version of the extractor"),
    Column("claims", Integer, nullable=False, doc="how many it found"),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("article_id", "extractor", name="extractions_article_extractor"),
)
Index("extractions_latest", extractions.c.article_id, extractions.c.seq)

claims = Table(
    "claims",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True, doc="hash of article, spans and extractor"),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("extraction", Integer, ForeignKey("extractions.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False, doc="0, 1, … within the article"),
    Column("speaker", Text, nullable=False),
    Column("actor", Text, doc="registry id of the speaker"),
    Column("source", Text, nullable=False, doc="the source's words"),
    Column("words", Text, nullable=False, doc="the content's words"),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("place", Text, doc="headline or teaser, else null"),
    Column("anonymous", Boolean, nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("form", Text, nullable=False, doc="the whole claim as JSON"),
)
Index("claims_article", claims.c.article_id, claims.c.ordinal)
Index("claims_speaker", claims.c.speaker)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, doc="same, different, or taken-back"),
    Column("a", Text, nullable=False, doc="id of a claim; for taken-back, of a judgement"),
    Column("b", Text, doc="id of a claim"),
    Column("a_anchor", Text, doc="JSON: a's article and content, to find it after a new extraction"),
    Column("b_anchor", Text),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False, doc="ISO date and time, UTC"),
)
Index("judgements_a", judgements.c.a)

# Not evidence: what `selon watch` needs to ask politely. Its rows are replaced.
polls = Table(
    "polls",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text, doc="as the server gave it"),
    Column("last_modified", Text, doc="as the server gave it"),
    Column("polled_at", Text, nullable=False, doc="ISO date and time, UTC"),
)

# Not evidence either: what the claims were last found to answer. All rows are replaced together, by `selon datasette`.
questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True, doc="as `selon question` takes it"),
    Column("kind", Text, nullable=False, doc="number, yes-no or open"),
    Column("text", Text, nullable=False, doc="its wording in English"),
    Column("texts", Text, nullable=False, doc="JSON: its wording by language"),
    Column("figures", Text, nullable=False, doc="first and last figure, or how many say yes, no or neither"),
    Column("answers", Integer, nullable=False, doc="how many"),
    Column("articles", Integer, nullable=False, doc="how many"),
    Column("outlets", Integer, nullable=False, doc="how many print it"),
    Column("independent", Integer, nullable=False, doc="first sources that differ by name, body and government"),
    Column("anonymous", Integer, nullable=False, doc="first sources kept unnamed"),
    Column("unknown", Integer, nullable=False, doc="of unknown origin: first sources that may not be independent"),
    Column("conflicts", Integer, nullable=False, doc="pairs of answers that can't both hold"),
    Column("updates", Integer, nullable=False, doc="pairs of which the later replaces the earlier"),
    Column("changed", Text, doc="ISO date of the last answer that repeats no earlier one"),
    Column("why", Text, nullable=False, doc="what its claims have in common"),
)

answers = Table(
    "answers",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("question", Text, ForeignKey("questions.id"), nullable=False),
    Column("ordinal", Integer, nullable=False, doc="0, 1, … within the question, in order of time"),
    Column("claim", Text, ForeignKey("claims.id"), nullable=False),
    Column("speaker", Text, nullable=False),
    Column("as_of", Text, doc="ISO date that the answer holds for"),
    Column("low", Double, doc="inclusive; null: open"),
    Column("high", Double, doc="inclusive; null: open"),
    Column("answer", Text, doc="yes or no, where the claim gives one"),
    Column("stance", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("origin", Text, doc="the first source; null: unnamed or unknown"),
    Column("through", Text, nullable=False, doc="the tellers, the one nearest to the article first"),
    Column("words", Text, nullable=False, doc="the content's words"),
    Column("anonymous", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False, doc="false in headlines and teasers: no corroboration"),
)
Index("answers_question", answers.c.question, answers.c.ordinal)
Index("answers_claim", answers.c.claim)

origins = Table(
    "origins",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("question", Text, ForeignKey("questions.id"), nullable=False),
    Column("origin", Text, nullable=False, doc="the first source"),
    Column("teller", Text, nullable=False, doc="through whom its words reached the article"),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False, doc="the article that prints them"),
)
Index("origins_question", origins.c.question)
Index("origins_article", origins.c.article_id)

relations = Table(
    "relations",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("question", Text, ForeignKey("questions.id"), nullable=False),
    Column("kind", Text, nullable=False, doc="conflict, or update"),
    Column("a", Text, ForeignKey("claims.id"), nullable=False, doc="the earlier answer's claim"),
    Column("b", Text, ForeignKey("claims.id"), nullable=False, doc="the later answer's claim"),
    Column("why", Text, nullable=False, doc="the reason in words"),
)
Index("relations_question", relations.c.question)

tabulated = Table(
    "tabulated",
    metadata,
    Column("at", Text, primary_key=True, doc="ISO date and time, UTC, at which the four tables were made"),
    Column("selon", Text, nullable=False, doc="version of selon"),
    Column("last_claim", Integer, nullable=False, doc="seq of the newest claim that they take in"),
    Column("last_judgement", Integer, nullable=False, doc="seq of the newest judgement that they take in"),
)

# Views for who reads the ledger with SQL; the migrations define them.
VIEWS = {
    "current_articles": "the latest version of each article",
    "current_claims": "the claims of those, by the latest extraction",
    "claims_with_articles": "a row a current claim: who, how, the words, their figures, and where it stands",
    "claim_relays": "a row for each teller of a current claim, the one nearest to the article first",
    "claim_quantities": "a row for each figure of a current claim, with its words and bounds",
    "claim_times": "a row for each date of a current claim, with its words",
    "claim_places": "a row for each place of a current claim, with its words and coordinates",
    "answers_with_articles": "each answer with its question's wording and the article that reports it",
    "origins_with_articles": "first source, teller and article of each question",
    "relations_with_claims": "conflicts and updates with both claims' words",
    "tabulated_since": "when questions, answers, origins and relations were made, and what came in since",
}

current_articles = table("current_articles", *(column(c.name, c.type) for c in articles.columns))
current_claims = table("current_claims", *(column(c.name, c.type) for c in claims.columns))
