"""Alembic's entry: runs the migrations on the connection that `migration.upgrade` hands in, inside its transaction."""

from __future__ import annotations

from alembic import context

from armswire.register.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
