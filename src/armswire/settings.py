"""The environment as one frozen object. Only the faces read it; rooms receive values."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from armswire.errors import SettingError

REGISTER = "armswire.db"
MATRIX_LIBRARIES = ("openblas", "blis")
ATTRIBUTION_METHODS = ("network", "rules")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment sets.

    `register` is the file, or the address of the database, that holds the register, `matrices` the library that
    multiplies for the parser, `attributions` the way by which attributions are found, `password` what a database asks
    for, `token` what a server of ours asks for.
    """

    register: str
    matrices: str
    attributions: str
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings of the process; the first named value is what holds where a variable is not set.

        ARMSWIRE_REGISTER (armswire.db in the working folder), ARMSWIRE_MATRICES (openblas, blis),
        ARMSWIRE_ATTRIBUTIONS (network, rules), ARMSWIRE_TOKEN (none) and PGPASSWORD (as every program for PostgreSQL
        knows it). Raises SettingError that names a variable whose value cannot be used.
        """
        values = os.environ if environment is None else environment
        return cls(
            register=values.get("ARMSWIRE_REGISTER") or REGISTER,
            matrices=_one_of(values, "ARMSWIRE_MATRICES", MATRIX_LIBRARIES, "unknown library for matrices"),
            attributions=_one_of(
                values, "ARMSWIRE_ATTRIBUTIONS", ATTRIBUTION_METHODS, "unknown way to find attributions"
            ),
            password=values.get("PGPASSWORD"),
            token=values.get("ARMSWIRE_TOKEN") or None,
        )

    def register_or(self, given: str | None) -> str:
        """The register named on the command line, else the one of the settings."""
        return self.register if given is None else given


def _one_of(values: Mapping[str, str], name: str, known: Sequence[str], problem: str) -> str:
    """The value of a variable, the first known one where it is not set."""
    value = values.get(name) or known[0]
    if value not in known:
        raise SettingError(problem, place=name, value=value, remedy=f"Use one of: {', '.join(known)}")
    return value
