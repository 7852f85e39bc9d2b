"""A short mark of files, by which a reading with other knowledge or other code is told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.resources.abc import Traversable

# Knowledge and the code that reads with it; whatever else lies in a folder does not change a reading.
SUFFIXES = (".py", ".yaml", ".json")


def digest_of(folders: Iterable[Traversable]) -> str:
    """8 hexadecimal digits of the SHA-256 over the names and contents of knowledge and code in folders and below.

    The order of the folders does not matter.
    """
    digest = hashlib.sha256()
    for folder in sorted(folders, key=lambda folder: folder.name):
        _update(digest, folder, folder.name)
    return digest.hexdigest()[:8]


def _update(digest: hashlib._Hash, folder: Traversable, path: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            _update(digest, entry, name)
        elif entry.name.endswith(SUFFIXES):
            digest.update(f"{name}\0".encode() + entry.read_bytes() + b"\0")
