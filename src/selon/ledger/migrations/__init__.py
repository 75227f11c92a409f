"""The schema's history: one file a step in ``versions/``, run by alembic when a ledger is opened."""
