"""What follows from the claims is kept by neighbourhood, so that new articles touch only what they concern.

Judgements have their tables, and so has what the support test found. What is built stands in `migrations/v0002`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from armswire.register.databases.word_index import create_word_indices, drop_word_indices
from armswire.register.migrations.v0002 import back, came_in, following, judged, lists, placing, sayings, versions

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the new tables; what followed is worked out again when the register is first looked at."""
    for name in ("transfers", "transfer_actors", "positions", "echoes"):
        op.drop_table(name)
    for name in ("transfer_claims", "disputes"):
        op.execute(sa.delete(sa.table(name)))
    op.execute(sa.text("DELETE FROM meta WHERE key IN ('changes', 'derived')"))
    for room in (came_in, following, lists, sayings, placing, judged, versions):
        room.build()
    create_word_indices(op.get_bind())


def downgrade() -> None:
    """All goes that version 1 has no place for, judgements too; what followed is worked out again by its program."""
    drop_word_indices(op.get_bind())
    back.take_back()
