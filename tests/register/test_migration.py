"""A register goes to an older version and back without losing what its claims and articles say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import inspect, select

from armswire.errors import RegisterError, SettingError
from armswire.model.judgement import Verdict
from armswire.register import judging, queries, schema
from armswire.register.checks.derived import check_derived
from armswire.register.databases.find import find_database
from armswire.register.databases.version import held_version
from armswire.register.databases.word_index import OWN_NAMES
from armswire.register.judgement_queries import list_judgements
from armswire.register.judgements import add_judgement
from armswire.register.migration import FOLDER, Migrated, migrate
from armswire.register.record import record
from armswire.register.schema import SCHEMA_VERSION
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim
from tests.register.test_databases import export_all, fill

# What the first version has no place for.
_NEWER = ("sourcing", "arrived", "written_in")
CAME_IN = (schema.articles, schema.claims, schema.claim_actors, schema.rejections)


def go(place: str, version: int, *, may_lose: bool = False) -> Migrated:
    database = find_database(place, create=False, patience=10)
    try:
        return migrate(database, version, may_lose=may_lose)
    finally:
        database.close()


def tables(place: str) -> dict[str, object]:
    """Each table with its columns, whether they may be empty, its keys and its indices."""
    database = find_database(place, create=False, patience=10)
    with database.connect() as connection:
        found = inspect(connection)
        described = {
            name: (
                [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)],
                found.get_pk_constraint(name)["constrained_columns"],
                sorted((index["name"], tuple(index["column_names"])) for index in found.get_indexes(name)),
            )
            for name in found.get_table_names()
        }
        version = held_version(database, connection)
    database.close()
    return {"version": version, **described}


def judge(register: Register) -> None:
    claim = next(iter(queries.list_claims(register))).claim
    act = judging.Act("Anna", date(2031, 5, 1), "I read it again")
    assert add_judgement(register, judging.judge_claim(register, Verdict.REJECT, claim.id, act))


def came_in(register: Register) -> dict[str, list[str]]:
    """What came in, as far as every version has a place for it."""
    chosen = {table.name: [column for column in table.columns if column.name not in _NEWER] for table in CAME_IN}
    return {name: sorted(map(repr, register.rows(select(*columns)))) for name, columns in chosen.items()}


def test_the_migrations_build_what_the_schema_says(place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    with open_register(place) as register, register.reading() as connection:
        options = {"compare_type": True, "include_name": lambda name, *_: not (name or "").startswith(OWN_NAMES)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == f"{SCHEMA_VERSION:04d}"
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [f"{SCHEMA_VERSION:04d}"]


def test_a_register_goes_to_the_first_version_and_back_with_all_that_came_in(place: str) -> None:
    with open_register(place) as register:
        fill(register)
        before, exported = came_in(register), export_all(register)
    assert go(place, 1) == Migrated(SCHEMA_VERSION, 1, 0)
    assert tables(place)["version"] == 1
    assert go(place, SCHEMA_VERSION) == Migrated(1, SCHEMA_VERSION, 0)
    with open_register(place) as register:
        assert came_in(register) == before
        assert export_all(register) == exported
        assert list(check_derived(register)) == []
        # Of what was there before, nobody knows when it came.
        assert [one.arrived for one in queries.list_articles(register)] == [None] * len(before["articles"])
        record(register, make_article("later"), [])
        assert queries.get_article(register, "later").arrived is not None


def test_an_older_register_is_brought_to_this_version_when_it_is_opened(place: str) -> None:
    with open_register(place) as register:
        fill(register)
        exported = export_all(register)
    go(place, 1)
    with open_register(place, create=False) as register:
        assert export_all(register) == exported
        judge(register)
        assert len(list(list_judgements(register))) == 1


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_what_goes_down_is_what_was_built_going_up(new_place: Callable[[], str], version: int) -> None:
    up, down = new_place(), new_place()
    with open_register(up) as register:
        record(register, make_article(), [make_claim()])
    go(up, 1)
    first = tables(up)
    go(up, version)
    with open_register(down) as register:
        record(register, make_article(), [make_claim()])
    newest = tables(down)
    go(down, version)
    assert tables(down) == tables(up)
    go(down, 1)
    assert tables(down) == first
    go(down, SCHEMA_VERSION)
    assert tables(down) == newest


def test_judgements_are_lost_only_where_somebody_says_so(place: str) -> None:
    with open_register(place) as register:
        fill(register)
        judge(register)
    with pytest.raises(SettingError, match=r"no place for judgements, and there are 1.*export judgements"):
        go(place, 1)
    with open_register(place) as register:
        assert len(list(list_judgements(register))) == 1
        kept = came_in(register)
    assert go(place, 1, may_lose=True) == Migrated(SCHEMA_VERSION, 1, 1)
    with open_register(place) as register:
        assert came_in(register) == kept
        assert list(list_judgements(register)) == []


@pytest.mark.parametrize("version", [0, SCHEMA_VERSION + 1])
def test_there_is_no_such_version(place: str, version: int) -> None:
    open_register(place).close()
    with pytest.raises(SettingError, match="no such version"):
        go(place, version)


def test_what_is_no_register_is_not_migrated(place: str) -> None:
    with pytest.raises(RegisterError, match="no register here"):
        go(place, SCHEMA_VERSION)
