"""The environment as one object."""

from __future__ import annotations

import pytest

from armswire.errors import SettingError
from armswire.settings import Settings


def test_defaults_where_the_environment_says_nothing() -> None:
    settings = Settings.from_environment({"ARMSWIRE_REGISTER": ""})
    assert settings == Settings(register="armswire.db", matrices="openblas", attributions="network")


def test_the_environment_and_what_goes_before_it() -> None:
    settings = Settings.from_environment({"ARMSWIRE_REGISTER": "/x/y.db", "ARMSWIRE_MATRICES": "blis"})
    assert settings.register_or(None) == "/x/y.db"
    assert settings.register_or("z.db") == "z.db"
    assert settings.matrices == "blis"


def test_a_password_is_not_shown() -> None:
    settings = Settings.from_environment({"PGPASSWORD": "kestrel"})
    assert settings.password == "kestrel"
    assert "kestrel" not in repr(settings)


def test_a_value_that_cannot_be_used_is_named() -> None:
    with pytest.raises(SettingError, match=r"ARMSWIRE_MATRICES.*'abacus'"):
        Settings.from_environment({"ARMSWIRE_MATRICES": "abacus"})
