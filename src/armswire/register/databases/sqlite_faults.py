"""What SQLite says when it cannot go on, what that means here, and what to do about it."""

from __future__ import annotations

# SQLite's names of its results (Python 3.11+ tells them), each with what it means here and what to do about it.
# The first prefix that fits counts: SQLITE_IOERR_WRITE is a write that the system refused, on most systems a full
# disk or a limit on the size of files; other I/O errors are hardware or a network folder.
SQLITE_FAULTS: tuple[tuple[str, str, str], ...] = (
    ("SQLITE_FULL", "the disk is full", "Free some space and run the same command again: it goes on where it stopped"),
    (
        "SQLITE_IOERR_WRITE",
        "the system refused to write: the disk is full, or a limit on the size of files is reached",
        "Free some space and run the same command again: it goes on where it stopped",
    ),
    (
        "SQLITE_IOERR",
        "reading or writing failed on the device",
        "Check the disk or the network folder, then run the same command again",
    ),
    (
        "SQLITE_READONLY",
        "the register or its folder is read-only",
        "Make both writable, or name another register with --register",
    ),
    (
        "SQLITE_CANTOPEN",
        "the register cannot be opened",
        "Check that the folder exists and may be read and written, or name another register with --register",
    ),
    (
        "SQLITE_BUSY",
        "another process is writing to the register",
        "Wait until it is done, then run the same command again",
    ),
    ("SQLITE_LOCKED", "the register is locked", "Wait until the other process is done, then run the command again"),
    ("SQLITE_NOTADB", "this file is not a register", "Name a register with --register, or a new file to begin one"),
    (
        "SQLITE_CORRUPT",
        "the register is damaged",
        "Restore it from a copy, or add the articles again into a new register",
    ),
    ("SQLITE_TOOBIG", "a text is longer than a register can hold (1 GB)", "Leave that article out"),
    ("SQLITE_NOMEM", "there is not enough memory", "Close other programs, or add fewer articles at once"),
)
