"""Files of rules and figures (evidence.yaml and those beside it): read, checked against their record, digested."""

from __future__ import annotations

import hashlib
from importlib import resources
from typing import TypeVar

import yaml
from pydantic import ValidationError

from armswire.errors import LexiconError
from armswire.lexicon.records import Record

_Rules = TypeVar("_Rules", bound=Record)


def read_rules(name: str) -> bytes:
    """The content of a file of `data/`."""
    return (resources.files("armswire.lexicon") / "data" / name).read_bytes()


def parse_rules(kind: type[_Rules], content: bytes, place: str) -> _Rules:
    """The content of a file as its record; `place` is what messages call it.

    Raises LexiconError with the key that is wrong.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return kind.model_validate(yaml.load(content, Loader=loader))
    except yaml.YAMLError as error:
        raise LexiconError(f"not valid YAML: {error}", place=place, remedy="Repair the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LexiconError(first["msg"], place=f"{place}: {key}", value=first["input"], remedy="Repair it") from error


def digest_rules(*names: str) -> str:
    """A short digest of some files of `data/`."""
    together = hashlib.sha256()
    for name in names:
        together.update(read_rules(name))
    return together.hexdigest()[:16]
