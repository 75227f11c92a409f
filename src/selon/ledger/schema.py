"""The ledger's tables (SQLAlchemy Core), one schema for SQLite and PostgreSQL.

Evidence is only ever inserted: no row of ``articles``, ``extractions``, ``claims`` or ``judgements`` is changed or
deleted. ``seq`` is the order of arrival; ``id`` is what other tables, pages and people refer to. Text columns hold ISO
dates, ``form`` holds a claim as JSON (docs/schema/claim.schema.json); the columns beside it repeat parts of it for SQL.
Two views say what is current: ``current_articles`` (the latest version of each article) and ``current_claims`` (the
claims of the latest extraction of those); ``claims_with_articles`` joins the two for who reads the ledger with SQL. A
change here needs a new migration (``migrations/versions``); a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
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

current_articles = table("current_articles", *(column(c.name, c.type) for c in articles.columns))
current_claims = table("current_claims", *(column(c.name, c.type) for c in claims.columns))
