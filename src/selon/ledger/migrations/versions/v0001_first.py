"""The first schema: articles, extractions, claims, judgements, what is current, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from selon.ledger.dialects import create_search

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("input_id", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("furniture", sa.Text),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.UniqueConstraint("series", "version", name="articles_series_version"),
    )
    op.create_index("articles_address", "articles", ["address"])
    op.create_index("articles_input_id", "articles", ["input_id"])
    op.create_index("articles_published", "articles", ["published"])
    op.create_table(
        "extractions",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("extractor", sa.Text, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.UniqueConstraint("article_id", "extractor", name="extractions_article_extractor"),
    )
    op.create_index("extractions_latest", "extractions", ["article_id", "seq"])
    op.create_table(
        "claims",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("extraction", sa.Integer, sa.ForeignKey("extractions.seq"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("actor", sa.Text),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("inferred", sa.Boolean, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
    )
    op.create_index("claims_article", "claims", ["article_id", "ordinal"])
    op.create_index("claims_speaker", "claims", ["speaker"])
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("a", sa.Text, nullable=False),
        sa.Column("b", sa.Text),
        sa.Column("a_anchor", sa.Text),
        sa.Column("b_anchor", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_index("judgements_a", "judgements", ["a"])
    op.execute(
        "CREATE VIEW current_articles AS SELECT * FROM articles AS a WHERE NOT EXISTS ("
        "SELECT 1 FROM articles AS later WHERE later.series = a.series AND later.version > a.version)"
    )
    op.execute(
        "CREATE VIEW current_claims AS SELECT * FROM claims AS c "
        "WHERE c.extraction = (SELECT max(e.seq) FROM extractions AS e WHERE e.article_id = c.article_id) "
        "AND NOT EXISTS (SELECT 1 FROM articles AS a JOIN articles AS later "
        "ON later.series = a.series AND later.version > a.version WHERE a.id = c.article_id)"
    )
    create_search(op.get_bind())
