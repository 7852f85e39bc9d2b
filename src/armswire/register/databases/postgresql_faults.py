"""What PostgreSQL says when it cannot go on, what that means here, and what to do about it."""

from __future__ import annotations

# The SQLSTATE of its errors, each with what it means here and what to do about it. The first prefix that fits counts.
POSTGRESQL_FAULTS: tuple[tuple[str, str, str], ...] = (
    ("28P01", "the server refused the user or the password", "Give the right password in PGPASSWORD"),
    (
        "28",
        "the server does not let this user in",
        "Check the user in --register, and the server's pg_hba.conf",
    ),
    ("3D000", "there is no such database", "Create it with createdb, or name another with --register"),
    ("3F000", "there is no such schema", "Name one with ?schema=NAME in --register"),
    (
        "42501",
        "the user lacks a right",
        "Let the owner grant it, or name a schema of the user's own with ?schema=NAME in --register",
    ),
    ("25006", "the database may only be read", "Name the server that may be written, or another register"),
    (
        "55P03",
        "another process is writing to the register",
        "Wait until it is done, then run the same command again",
    ),
    ("40", "another process was at work at the same moment", "Run the same command again: it goes on where it stopped"),
    ("53100", "the server's disk is full", "Free some space there and run the same command again"),
    ("53300", "the server has too many connections", "Wait until others are done, then run the same command again"),
    ("53", "the server lacks memory", "Close other programs there, or add fewer articles at once"),
    ("54", "a text is longer than a register can hold (1 GB)", "Leave that article out"),
    ("57014", "the server gave the statement up", "Raise its statement_timeout, then run the same command again"),
    ("57P03", "the server is starting or stopping", "Wait a moment, then run the same command again"),
    ("57P", "the server ended the connection", "Run the same command again when it is up: it goes on where it stopped"),
    ("08", "the connection to the server failed", "Check the network, then run the same command again"),
    (
        "42P01",
        "the register is damaged: a table is missing",
        "Restore it from a copy, or add the articles again into a new register",
    ),
    (
        "42703",
        "the register is damaged: a column is missing",
        "Restore it from a copy, or add the articles again into a new register",
    ),
    ("58", "reading or writing failed on the server's device", "Check its disk, then run the same command again"),
    (
        "XX00",
        "the register is damaged",
        "Restore it from a copy, or add the articles again into a new register",
    ),
)

# What the driver says without an error of the server: a part of its words, what it means, what to do.
POSTGRESQL_LOSSES: tuple[tuple[str, str, str], ...] = (
    ("no password was provided", "the server asks for a password", "Give it in PGPASSWORD"),
    ("refuses SSL", "the server does not encrypt", "Leave sslmode out of --register if the network can be trusted"),
    (
        "network error",
        "the connection to the server was lost",
        "Run the same command again when the server is up: it goes on where it stopped",
    ),
    (
        "Connection reset",
        "the connection to the server was lost",
        "Run the same command again when the server is up: it goes on where it stopped",
    ),
    (
        "connection is closed",
        "the connection to the server was lost",
        "Run the same command again when the server is up: it goes on where it stopped",
    ),
)
