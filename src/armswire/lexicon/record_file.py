"""A knowledge file that holds one record, read by its path."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from armswire.errors import LexiconError

R = TypeVar("R", bound=BaseModel)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_record(path: Path, kind: type[R]) -> R:
    """The record of a YAML file. Raises LexiconError naming file, key and value."""
    try:
        with path.open(encoding="utf-8") as file:
            return kind.model_validate(yaml.load(file, _Loader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"cannot be read: {error}", place=str(path), remedy="Mend the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LexiconError(
            first["msg"], place=f"{path}, {key}", value=first.get("input"), remedy="See the header of the file"
        ) from error
