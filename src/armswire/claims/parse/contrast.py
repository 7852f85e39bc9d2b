"""A slip of the parser mended: "confirmed that it had sent shells but [denied] sending missiles".

The parser joins the second answer to the clause that the first one governs; both are given by the same party.
"""

from __future__ import annotations

from dataclasses import replace

from armswire.lexicon.language import LanguageFile
from armswire.model.annotation import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
ANSWERS = frozenset({"deny", "confirm", "decline_comment"})
SPEECH = frozenset({"say", "confirm", "deny"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_contrast(out: list[Token], language: LanguageFile) -> None:
    """Joins each verb of answering behind "but" to the verb of speech over the clause that it was joined to."""
    answering = {form.split()[0] for op in language.operators if op.kind in ANSWERS for form in op.verbs}
    speech = {form.split()[0] for op in language.operators if op.kind in SPEECH for form in op.verbs}
    for token in list(out):
        inner = out[token.head]
        above = out[inner.head]
        joined = token.dep == "conj" and token.tag in FINITE and token.lemma in answering
        if not joined or inner.dep != "ccomp" or above.lemma not in speech or not above.tag.startswith("VB"):
            continue
        between = out[inner.index + 1 : token.index]
        contrasted = any(t.text.lower() in language.answers.contrast_words for t in between)
        has_subject = any(t.head == token.index and t.dep in SUBJECTS for t in between)
        if contrasted and not has_subject and above.index < inner.index:
            out[token.index] = replace(token, head=above.index)
