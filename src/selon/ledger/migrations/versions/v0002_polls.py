"""What ``selon watch`` remembers of the addresses that it asks, and a view of claims with their articles.

The view is for whoever opens the ledger with Datasette or SQL: one row a current claim, with what is known of its
article.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "polls",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("polled_at", sa.Text, nullable=False),
    )
    op.execute(
        "CREATE VIEW claims_with_articles AS SELECT c.id AS claim, c.speaker, c.stance, c.certainty, c.words, "
        "c.source, c.kind, c.place, c.anonymous, a.published, a.publisher, a.title, a.language, a.url, "
        "a.input_id AS article, "
        "a.version, c.article_id FROM current_claims AS c JOIN articles AS a ON a.id = c.article_id"
    )
