"""What the claims answer, as tables that Datasette and SQL can read, and views that join and unpack.

``questions``, ``answers``, ``origins`` and ``relations`` are computed (``selon datasette`` fills them) and may be made
again at any time; ``tabulated`` says from which claims. The views of a claim's tellers, figures, dates and places read
its form, so they are always up to date.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from selon.ledger.dialects import item_field, items_of, joined

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _tables()
    _views_of_claims(op.get_bind())
    _views_of_questions()


def _tables() -> None:
    counted = ("answers", "articles", "outlets", "independent", "anonymous", "unknown", "conflicts", "updates")
    op.create_table(
        "questions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in counted),
        sa.Column("changed", sa.Text),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_table(
        "answers",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("question", sa.Text, sa.ForeignKey("questions.id"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("as_of", sa.Text),
        sa.Column("low", sa.Double),
        sa.Column("high", sa.Double),
        sa.Column("answer", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("origin", sa.Text),
        sa.Column("through", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("anonymous", sa.Boolean, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
    )
    op.create_index("answers_question", "answers", ["question", "ordinal"])
    op.create_index("answers_claim", "answers", ["claim"])
    op.create_table(
        "origins",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("question", sa.Text, sa.ForeignKey("questions.id"), nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("teller", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
    )
    op.create_index("origins_question", "origins", ["question"])
    op.create_index("origins_article", "origins", ["article_id"])
    op.create_table(
        "relations",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("question", sa.Text, sa.ForeignKey("questions.id"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("a", sa.Text, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("b", sa.Text, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("relations_question", "relations", ["question"])
    op.create_table(
        "tabulated",
        sa.Column("at", sa.Text, primary_key=True),
        sa.Column("selon", sa.Text, nullable=False),
        sa.Column("last_claim", sa.Integer, nullable=False),
        sa.Column("last_judgement", sa.Integer, nullable=False),
    )


def _views_of_claims(connection: sa.Connection) -> None:
    def field(path: str, type: str = "text") -> str:
        return item_field(connection, path, type)

    def items(name: str) -> str:
        return items_of(connection, name)

    start, end = field("span.0", "integer"), field("span.1", "integer")
    words = f"substr(a.text, {start} + 1, {end} - {start})"  # both databases count code points, as spans do
    tellers = f"SELECT {joined(connection, field('speaker'), ' ← ')} FROM {items('relay')}"
    figures = f"SELECT {joined(connection, words, ' · ')} FROM {items('quantities')}"
    op.execute("DROP VIEW claims_with_articles")
    op.execute(
        "CREATE VIEW claims_with_articles AS SELECT c.id AS claim, c.speaker, c.stance, c.certainty, c.words, "
        f"({figures}) AS figures, ({tellers}) AS through, "
        "c.source, c.kind, c.place, c.anonymous, c.inferred, a.published, a.publisher, a.title, a.language, a.url, "
        "a.input_id AS article, a.version, c.article_id, c.seq "
        "FROM current_claims AS c JOIN articles AS a ON a.id = c.article_id"
    )
    values = {
        "quantities": f"{field('low', 'double precision')} AS low, {field('high', 'double precision')} AS high, "
        f"{field('unit')} AS unit",
        "times": f'{field("start")} AS "from", {field("end")} AS "to", '
        f"coalesce({field('type')}, 'DATE') AS type, {field('value')} AS value",
        "places": f"{field('name')} AS name, {field('country')} AS country, {field('lat', 'double precision')} AS lat, "
        f"{field('lon', 'double precision')} AS lon",
    }
    for name, columns in values.items():
        op.execute(
            f"CREATE VIEW claim_{name} AS SELECT c.id AS claim, c.speaker, {words} AS words, {columns}, "
            f"c.words AS content, a.published, c.article_id FROM current_claims AS c "
            f"JOIN articles AS a ON a.id = c.article_id CROSS JOIN {items(name)}"
        )
    op.execute(
        f"CREATE VIEW claim_relays AS SELECT c.id AS claim, {field('speaker')} AS teller, c.speaker, "
        f"c.words AS content, c.article_id FROM current_claims AS c CROSS JOIN {items('relay')}"
    )


def _views_of_questions() -> None:
    op.execute(
        "CREATE VIEW answers_with_articles AS SELECT q.text AS asked, r.as_of, r.low, r.high, r.answer, r.speaker, "
        "r.through, r.origin, r.stance, r.certainty, r.words, r.anonymous, r.counts, a.published, a.publisher, "
        "a.title, a.url, r.question, r.ordinal, r.claim, c.article_id "
        "FROM answers AS r JOIN questions AS q ON q.id = r.question JOIN claims AS c ON c.id = r.claim "
        "JOIN articles AS a ON a.id = c.article_id"
    )
    op.execute(
        "CREATE VIEW origins_with_articles AS SELECT q.text AS asked, o.origin, o.teller, a.publisher, a.published, "
        "a.title, a.url, q.independent, o.question, o.article_id "
        "FROM origins AS o JOIN questions AS q ON q.id = o.question JOIN articles AS a ON a.id = o.article_id"
    )
    op.execute(
        "CREATE VIEW relations_with_claims AS SELECT q.text AS asked, r.kind, r.why, x.speaker AS a_speaker, "
        "x.words AS a_words, y.speaker AS b_speaker, y.words AS b_words, r.question, r.a, r.b "
        "FROM relations AS r JOIN questions AS q ON q.id = r.question "
        "JOIN claims AS x ON x.id = r.a JOIN claims AS y ON y.id = r.b"
    )
    op.execute(
        "CREATE VIEW tabulated_since AS SELECT t.at, t.selon, "
        "(SELECT count(*) FROM claims AS c WHERE c.seq > t.last_claim) AS claims_since, "
        "(SELECT count(*) FROM judgements AS j WHERE j.seq > t.last_judgement) AS judgements_since "
        "FROM tabulated AS t"
    )
