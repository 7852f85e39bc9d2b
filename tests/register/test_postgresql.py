"""What only PostgreSQL can say: addresses, passwords, rights, other people's schemas, a server that goes away."""

from __future__ import annotations

import gc

import pytest

from armswire.errors import RegisterError, SettingError
from armswire.register import queries
from armswire.register.databases.address import is_address, read_address
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim
from tests.servers import PASSWORD, Server


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            "postgresql://anna:se%40cret@db.example:5433/arms?schema=desk",
            "postgresql://anna@db.example:5433/arms?schema=desk",
        ),
        ("postgres://db.example/arms", "postgresql://db.example/arms"),
        ("postgresql:///arms", "postgresql://localhost/arms"),
        ("postgresql://@/arms?host=/run/postgresql", "postgresql:///arms?host=/run/postgresql"),
        ("postgresql://a%40b:x@[::1]/my%20arms?sslmode=require", "postgresql://a%40b@[::1]/my%20arms"),
    ],
)
def test_an_address_is_shown_without_its_password(given: str, shown: str) -> None:
    assert is_address(given)
    address = read_address(given)
    assert str(address) == shown
    assert "cret" not in repr(address)
    assert read_address(shown).database == address.database


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("mysql://anna:secret@host/arms", "no register can be kept there"),
        ("postgresql://anna:secret@host", "names no database"),
        ("postgresql://anna:secret@host/arms/more", "names no database"),
        ("postgresql://anna:secret@host:port/arms", "cannot be read"),
        ("postgresql://anna:secret@host/arms?desk=secret", "no such part"),
        ("postgresql://anna:secret@host/arms?schema=", "names no database"),
        ("postgresql://anna:secret@host/arms?sslmode=perhaps", "unknown sslmode"),
    ],
)
def test_what_is_no_address_is_said_without_its_password(given: str, problem: str) -> None:
    with pytest.raises(SettingError, match=problem) as caught:
        open_register(given)
    assert caught.value.remedy
    assert "secret" not in caught.value.message


@pytest.mark.parametrize("path", ["armswire.db", "/x/postgresql:/y.db", "C:\\arms.db", "a:b.db"])
def test_paths_are_no_addresses(path: str) -> None:
    assert not is_address(path)


def refused(place: str, problem: str, **options: object) -> RegisterError:
    with pytest.raises(RegisterError, match=problem) as caught:
        open_register(place, **options)  # type: ignore[arg-type]
    assert caught.value.place == str(read_address(place))
    assert caught.value.remedy
    assert PASSWORD not in caught.value.message
    assert "wrong-one" not in caught.value.message
    return caught.value


def test_whoever_is_not_let_in_is_told_why(postgresql: Server) -> None:
    refused(postgresql.remote(), "asks for a password")
    refused(postgresql.remote(":wrong-one"), "refused the user or the password")
    refused(postgresql.remote(), "refused the user or the password", password="wrong-one")
    refused(postgresql.remote(database="nowhere"), "no such database", password=PASSWORD)
    refused(postgresql.remote(f":{PASSWORD}", port=1), "cannot be reached")
    refused(postgresql.remote(f":{PASSWORD}", options="?sslmode=require"), "does not encrypt")
    gc.collect()


def test_a_password_comes_with_the_address_or_beside_it(postgresql: Server) -> None:
    with open_register(postgresql.remote(f":{PASSWORD}", database="writers", options="?schema=beside")) as register:
        record(register, make_article(), [make_claim()])
        assert PASSWORD not in register.place
    place = postgresql.remote(database="writers", options="?schema=beside")
    with open_register(place, password=PASSWORD, create=False) as register:
        assert queries.count(register).claims == 1


def test_a_schema_of_another_program_is_refused_and_left_alone(postgresql: Server) -> None:
    postgresql.run("CREATE SCHEMA theirs")
    postgresql.run("CREATE TABLE theirs.claims (id int)")
    refused(postgresql.address(schema="theirs"), "another program")
    tables = postgresql.run("SELECT table_name FROM information_schema.tables WHERE table_schema = 'theirs'")
    assert tables == [["claims"]]


def test_odd_names_of_schemas_are_no_trouble(postgresql: Server) -> None:
    place = postgresql.address(schema="it%27s%20%22odd%22")
    for articles in (1, 2):
        with open_register(place) as register:
            record(register, make_article(f"a{articles}", f"Text {articles}."), [])
            assert queries.count(register).articles == articles
    assert postgresql.run('SELECT count(*) FROM "it\'s ""odd""".articles') == [[2]]


def test_without_a_schema_it_is_the_one_that_the_server_finds_first(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE plain")
    with open_register(postgresql.address(database="plain")) as register:
        record(register, make_article(), [])
    assert postgresql.run("SELECT count(*) FROM public.articles", database="plain") == [[1]]


def test_text_is_ordered_by_its_bytes_in_every_column(postgresql: Server) -> None:
    place = postgresql.new_place()
    open_register(place).close()
    schema = read_address(place).schema
    columns = postgresql.run(
        "SELECT DISTINCT collation_name FROM information_schema.columns WHERE data_type IN ('text', 'character varying')"
        f" AND table_schema = '{schema}' AND table_name != 'alembic_version'"
    )
    assert columns == [["C"]]


def test_who_may_only_read_reads_and_is_told_when_writing(postgresql: Server) -> None:
    place = postgresql.address(schema="shown")
    with open_register(place) as register:
        record(register, make_article(), [make_claim()])  # what follows is worked out by whoever looks
    postgresql.run("CREATE USER guest")
    postgresql.run("GRANT USAGE ON SCHEMA shown TO guest")
    postgresql.run("GRANT SELECT ON ALL TABLES IN SCHEMA shown TO guest")
    guest = postgresql.address(user="guest", schema="shown")
    refused(guest, "may only be read")
    with open_register(guest, create=False) as register:
        assert register.read_only
        assert queries.count(register).transfers == 1
        with pytest.raises(RegisterError, match="may only be read"):
            record(register, make_article("late", "Another text about rockets."), [])
    assert postgresql.run("SELECT count(*) FROM shown.transfers") == [[0]]


def test_who_may_not_create_is_told(postgresql: Server) -> None:
    postgresql.run("CREATE USER visitor")
    refused(postgresql.address(user="visitor", schema="visitors"), "lacks a right")


def test_a_database_of_few_characters_is_refused(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0 LOCALE_PROVIDER libc")
    refused(postgresql.address(database="latin"), "does not hold every character")


def test_a_connection_that_the_server_ends_is_named(postgresql: Server) -> None:
    place = postgresql.new_place()
    with open_register(place) as register:
        record(register, make_article(), [make_claim()])
        postgresql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'armswire'")
        with pytest.raises(RegisterError, match="ended the connection|connection to the server was lost"):
            record(register, make_article("late", "Another text about rockets."), [])
    with open_register(place) as register:
        assert queries.count(register).articles == 1
    gc.collect()
