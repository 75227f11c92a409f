"""The ledger's tables (SQLAlchemy Core), one schema for SQLite and PostgreSQL.

Evidence is only ever inserted: no row of ``articles``, ``extractions``, ``claims`` or ``judgements`` is changed or
deleted. ``seq`` is the order of arrival; ``id`` is what other tables, pages and people refer to. Text columns hold ISO
dates, ``form`` holds a claim as JSON (docs/schema/claim.schema.json); the columns beside it repeat parts of it for SQL.
Two views say what is current: ``current_articles`` (the latest version of each article) and ``current_claims`` (the
claims of the latest extraction of those). A change here needs a new migration (``migrations/versions``); a test
compares the two.
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
    Column("seq", Integer, primary_key=True, comment="order of arrival"),
    Column("id", Text, nullable=False, unique=True, comment="hash of text and address"),
    Column("address", Text, nullable=False, comment="URL, or id:ID, or nothing"),
    Column("series", Text, nullable=False, comment="the versions of one article share it"),
    Column("version", Integer, nullable=False, comment="1, 2, … within the series"),
    Column("input_id", Text, comment="the id that the input gave"),
    Column("source", Text, comment="the file or feed that it was read from"),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("language", Text),
    Column("published", Text, comment="ISO date, or date and time"),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False, comment="of the text in UTF-8"),
    Column("furniture", Text, comment="JSON: lines that are not the article's body"),
    Column("added_at", Text, nullable=False, comment="ISO date and time, UTC"),
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
    Column("extractor", Text, nullable=False, comment="version of the extractor"),
    Column("claims", Integer, nullable=False, comment="how many it found"),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("article_id", "extractor", name="extractions_article_extractor"),
)
Index("extractions_latest", extractions.c.article_id, extractions.c.seq)

claims = Table(
    "claims",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True, comment="hash of article, spans and extractor"),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("extraction", Integer, ForeignKey("extractions.seq"), nullable=False),
    Column("ordinal", Integer, nullable=False, comment="0, 1, … within the article"),
    Column("speaker", Text, nullable=False),
    Column("actor", Text, comment="registry id of the speaker"),
    Column("source", Text, nullable=False, comment="the source's words"),
    Column("words", Text, nullable=False, comment="the content's words"),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("place", Text, comment="headline or teaser, else null"),
    Column("anonymous", Boolean, nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("form", Text, nullable=False, comment="the whole claim as JSON"),
)
Index("claims_article", claims.c.article_id, claims.c.ordinal)
Index("claims_speaker", claims.c.speaker)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, comment="same, different, or taken-back"),
    Column("a", Text, nullable=False, comment="id of a claim; for taken-back, of a judgement"),
    Column("b", Text, comment="id of a claim"),
    Column("a_anchor", Text, comment="JSON: a's article and content, to find it after a new extraction"),
    Column("b_anchor", Text),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False, comment="ISO date and time, UTC"),
)
Index("judgements_a", judgements.c.a)

current_articles = table("current_articles", *(column(c.name, c.type) for c in articles.columns))
current_claims = table("current_claims", *(column(c.name, c.type) for c in claims.columns))
