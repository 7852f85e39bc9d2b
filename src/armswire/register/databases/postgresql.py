"""A register in a schema of a PostgreSQL database. Nothing is written to a schema that holds something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sqlalchemy import Connection, Engine, create_engine, event

from armswire.errors import RegisterError
from armswire.register.databases.address import Address
from armswire.register.databases.database import Database, Holds
from armswire.register.databases.faults import named_faults
from armswire.register.databases.postgresql_connection import WayIn, quoted
from armswire.register.schema import REGISTER_MARK, metadata

# The first half of the number that writers lock, "ARMW"; the second tells schemas of one database apart.
_LOCK = 0x41524D57


class PostgresqlSchema(Database):
    """A schema of a database, and how many seconds to wait for another process that writes."""

    another_place = "Name an empty schema with ?schema=NAME in --register, or another database"

    def __init__(self, address: Address, *, patience: float) -> None:
        self.place = str(address)
        self.read_only = False
        self._address = address
        self._schema = address.schema
        self._lacks_schema = False
        self._way_in = WayIn(address, patience)

    def connect(self) -> Connection:
        """Every statement sees what is there when it begins."""
        return self._reader.connect()

    def writer(self) -> Engine:
        """Transactions that wait for the lock when they begin, and see what others wrote until then."""
        return self._writer

    def close(self) -> None:
        """The connections that read and write stay open from one use to the next."""
        self._reader.dispose()
        self._writer.dispose()

    def look(self, connection: Connection) -> Holds:
        """What the comment on `meta` tells."""
        mark = connection.exec_driver_sql(
            "SELECT obj_description(to_regclass(quote_ident(current_schema()) || '.meta'), 'pg_class')"
        ).scalar()
        if mark == REGISTER_MARK:
            return Holds.REGISTER
        tables = connection.exec_driver_sql(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
        ).scalar()
        return Holds.SOMETHING_ELSE if tables else Holds.NOTHING

    def begin_use(self) -> None:
        """The schema, where it is not there yet."""
        if not self._lacks_schema or self._address.schema is None:
            return
        with self.writer().begin() as connection:
            if connection.exec_driver_sql("SELECT current_schema()").scalar() is None:
                connection.exec_driver_sql(f"CREATE SCHEMA {quoted(self._address.schema)}")

    def mark(self, connection: Connection) -> None:
        """Text is ordered by its bytes, as in every other register, whatever the database's own order is."""
        found = connection.exec_driver_sql(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND data_type IN ('character varying', 'text')"
            " AND collation_name IS DISTINCT FROM 'C'"
        ).all()
        for name in metadata.tables:
            changes = [
                f'ALTER {quoted(row.column_name)} TYPE {row.data_type} COLLATE "C"'
                for row in found
                if row.table_name == name
            ]
            if changes:
                connection.exec_driver_sql(f"ALTER TABLE {quoted(name)} {', '.join(changes)}")
        connection.exec_driver_sql(f"COMMENT ON TABLE meta IS '{REGISTER_MARK}'")

    def begin_moment(self, connection: Connection) -> None:
        """A transaction that sees what its first statement saw."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def begin_scratch(self, connection: Connection) -> None:
        """Nothing is to be set: the server's temporary tables stand before those of the schema."""

    def kept(self, name: str) -> str:
        """In the schema."""
        return f"{quoted(self._schema or 'public')}.{quoted(name)}"

    def own(self, name: str) -> str:
        """In the schema of temporary tables."""
        return f"pg_temp.{quoted(name)}"

    def index_own(self, table: str, name: str, columns: Sequence[str]) -> str:
        """An index stands in the schema of its table."""
        return f"CREATE INDEX IF NOT EXISTS {quoted(name)} ON {self.own(table)} ({', '.join(map(quoted, columns))})"

    def refuse_writing(self) -> RegisterError:
        """Who may not insert into its tables, or is connected to a copy that follows another server, only reads."""
        return RegisterError(
            "the register may only be read by this user, or on this server",
            place=self.place,
            remedy="Let its owner grant INSERT, UPDATE and DELETE on its tables, or name another with --register",
        )

    def examine(self, *, create: bool) -> None:
        """Raises RegisterError where the server does not answer, and where no register can be used so."""
        with named_faults(self.place), self.connect() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
            if encoding != "UTF8":
                raise RegisterError(
                    "the database does not hold every character",
                    place=self.place,
                    value=encoding,
                    remedy="Create one with: createdb --encoding UTF8 --template template0 NAME",
                )
            found = connection.exec_driver_sql("SELECT current_schema()").scalar()
            if found is None and self._address.schema is None:
                raise RegisterError(
                    "the database has no schema that this user may use", place=self.place, remedy=self.another_place
                )
            self._schema, self._lacks_schema = found or self._address.schema, found is None
            self.read_only = self.look(connection) is Holds.REGISTER and not _may_write(connection)
        if self.read_only and create:
            raise self.refuse_writing()

    @cached_property
    def _reader(self) -> Engine:
        return self._engine()

    @cached_property
    def _writer(self) -> Engine:
        engine = self._engine()
        event.listen(engine, "begin", self._lock)
        return engine

    def _engine(self) -> Engine:
        engine = create_engine("postgresql+pg8000://", creator=self._way_in.open, pool_size=1, max_overflow=0)
        # One statement for many rows, where the driver would send a statement for each.
        engine.dialect.use_insertmanyvalues_wo_returning = True
        return engine

    def _lock(self, connection: Connection) -> None:
        # A lock on no table: the schema may not be there yet, and readers go on.
        schema = "'" + (self._schema or "").replace("'", "''") + "'"
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext({schema}))")


def find_postgresql(address: Address, *, create: bool, patience: float) -> PostgresqlSchema:
    """The register at an address, or the one that can be begun there.

    Raises RegisterError where the driver is not installed, where the server or its database cannot be used, and where a
    register is to be written (`create`) and cannot be.
    """
    try:
        import pg8000  # noqa: F401
    except ModuleNotFoundError as error:
        raise RegisterError(
            "the driver for PostgreSQL is not installed",
            place=str(address),
            remedy="Install it with: pip install 'armswire[postgresql]'",
        ) from error
    database = PostgresqlSchema(address, patience=patience)
    try:
        database.examine(create=create)
    except BaseException:
        database.close()
        raise
    return database


def _may_write(connection: Connection) -> bool:
    tables = ", ".join(f"('{name}')" for name in ("meta", "articles", "claims", "transfers"))
    statement = (
        "SELECT current_setting('transaction_read_only') = 'off' AND NOT pg_is_in_recovery() AND"
        " (SELECT bool_and(has_table_privilege(quote_ident(current_schema()) || '.' || name, 'INSERT'))"
        f" FROM (VALUES {tables}) AS tables (name))"
    )
    return bool(connection.exec_driver_sql(statement).scalar())
