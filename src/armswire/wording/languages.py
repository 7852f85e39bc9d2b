"""Languages by their English names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from armswire.model.document import Translation

UNDETERMINED = "und"


def say_language(code: str) -> str:
    """The name of a language by its ISO 639 code, which stands for itself where nobody has a name for it."""
    return "no language" if code == UNDETERMINED else _names().get(code.replace("-", "_"), code)


def say_translation(translation: Translation) -> str:
    """That an article says it is translated: "from Korean, by a machine"."""
    source = "from another language" if translation.language is None else f"from {say_language(translation.language)}"
    return f"{source}, by a machine" if translation.by_machine else source


def say_unread_languages(languages: Mapping[str, int]) -> str:
    """How many articles came in languages that are not read: "3 articles in languages that are not read yet: ..."."""
    total = sum(languages.values())
    many = sorted(languages.items(), key=lambda one: (-one[1], say_language(one[0])))
    told = ", ".join(f"{number} {say_language(code)}" for code, number in many)
    return f"{total} article{'' if total == 1 else 's'} in languages that are not read yet: {told}"


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)
