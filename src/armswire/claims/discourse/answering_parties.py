"""Who answers where a paper or a pronoun stands as the subject: "a statement from the embassy called it a lie"."""

from __future__ import annotations

from armswire.claims.operators.stacking import Stacking
from armswire.claims.scene import Scene


def answering_party(scene: Scene, stacking: Stacking, i: int) -> int | None:
    """The token of who gives the answer at token `i`: the subject, or who put out the paper that is the subject."""
    subject = stacking.agent(i)
    if subject is None and scene.grammar.is_verb(i):
        subject = next(iter(scene.grammar.kids(i, "nsubj")), None)
    if subject is None:
        return None
    if stacking.party(subject) is None:
        return _issuer(scene, stacking, subject)
    return _teller(scene, stacking, i, subject)


def _teller(scene: Scene, stacking: Stacking, i: int, subject: int) -> int:
    """ "the navy said that it had no comment": the navy, whom the pronoun takes up; else the subject."""
    tokens = scene.grammar.tokens
    # "I cannot confirm that, and I will not deny it": both are said in the one speech.
    i = scene.grammar.first_conjunct(i)
    if tokens[subject].pos != "PRON" or tokens[i].dep not in {"ccomp", "advcl"}:
        return subject
    above = stacking.agent(tokens[i].head)
    party = stacking.party(above)
    return above if above is not None and party is not None and party.shares(stacking.party(subject)) else subject


def _issuer(scene: Scene, stacking: Stacking, paper: int) -> int:
    """ "a statement from the Malian embassy", "the navy's statement"; the paper itself where nobody is named."""
    if scene.grammar.tokens[paper].lemma not in scene.language.document_nouns:
        return paper
    places = (*scene.grammar.kids(paper, "poss"), *scene.grammar.behind(paper, scene.language.prepositions.sender))
    return next((place for place in places if stacking.party(place) is not None), paper)
