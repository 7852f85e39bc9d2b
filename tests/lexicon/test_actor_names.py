"""Names of actors by their code."""

from __future__ import annotations

from armswire.lexicon.actor_names import bundled_actor_names
from armswire.lexicon.loader import load_lexicon


def test_the_names_are_those_of_the_lexicon() -> None:
    lexicon = load_lexicon()
    names = bundled_actor_names()
    assert {state.code for state in lexicon.states} <= set(names)
    assert all(names[state.code] == state.name for state in lexicon.states)
    assert {o.code for o in lexicon.organisations if not o.code.startswith("org:")} <= set(names)
    assert not any(code.startswith("org:") for code in names)
