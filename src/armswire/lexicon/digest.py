"""A short mark of the knowledge files, by which a reading with other knowledge is told apart."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable


@lru_cache(maxsize=1)
def lexicon_digest() -> str:
    """The digest of the bundled files, read once."""
    return folder_digest(resources.files("armswire.lexicon").joinpath("data"))


def folder_digest(folder: Traversable) -> str:
    """8 hexadecimal digits of the SHA-256 over names and contents of the YAML files in a folder and below it."""
    digest = hashlib.sha256()
    _update(digest, folder, "")
    return digest.hexdigest()[:8]


def _update(digest: hashlib._Hash, folder: Traversable, path: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            _update(digest, entry, name)
        elif entry.name.endswith(".yaml"):
            digest.update(f"{name}\0".encode() + entry.read_bytes() + b"\0")
