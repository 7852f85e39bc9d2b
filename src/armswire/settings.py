"""The environment as one frozen object. Only the faces read it; rooms receive values."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from armswire.errors import SettingError

REGISTER = Path("armswire.db")
MATRIX_LIBRARIES = ("openblas", "blis")


@dataclass(frozen=True, slots=True)
class Settings:
    """`register` is the file that holds the register, `matrices` the library that multiplies for the parser."""

    register: Path
    matrices: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """ARMSWIRE_REGISTER (armswire.db in the working folder) and ARMSWIRE_MATRICES (openblas; or blis).

        Raises SettingError that names a variable whose value cannot be used.
        """
        values = os.environ if environment is None else environment
        matrices = values.get("ARMSWIRE_MATRICES") or MATRIX_LIBRARIES[0]
        if matrices not in MATRIX_LIBRARIES:
            raise SettingError(
                "unknown library for matrices",
                place="ARMSWIRE_MATRICES",
                value=matrices,
                remedy=f"Use one of: {', '.join(MATRIX_LIBRARIES)}",
            )
        return cls(register=Path(values.get("ARMSWIRE_REGISTER") or REGISTER), matrices=matrices)

    def register_or(self, given: Path | None) -> Path:
        """The register named on the command line, else the one of the settings."""
        return self.register if given is None else given
