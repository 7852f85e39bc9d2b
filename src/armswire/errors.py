"""The tree of exceptions. Rooms raise them; only the faces (the command line) translate them.

ArmswireError                 everything that this program raises on purpose
├── ArticleError              this article cannot be read: name it, skip it, go on
├── FetchError                this address may not or cannot be fetched: name it, skip it, go on
├── LexiconError              a knowledge file is wrong: fix the file
├── ModelError                a trained model cannot be loaded: install again, or read without it
├── SettingError              a setting or argument is wrong: fix it
│   └── UnknownRecordError    no record is called so, or several are: ask for another
├── InputError                the input as a whole cannot be used: stop
├── OutputError               what is asked for cannot be written: stop
└── RegisterError             the register cannot be used: stop
"""

from __future__ import annotations


class ArmswireError(Exception):
    """Base of all; carries what a person needs to mend the cause.

    `problem` says what is wrong, `place` names the file and the line or key, `value` is the offending value
    (shortened), `remedy` says what to do.
    """

    def __init__(self, problem: str, *, place: str = "", value: object = None, remedy: str = "") -> None:
        self.problem = problem
        self.place = place
        self.value = value
        self.remedy = remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: place, problem, value, remedy; what is not known is left out."""
        head = f"{self.place}: {self.problem}" if self.place else self.problem
        if self.value is not None:
            shown = repr(self.value)
            head += f" (got {shown if len(shown) <= 80 else shown[:77] + '...'})"
        return f"{head}. {self.remedy}" if self.remedy else f"{head}."


class ArticleError(ArmswireError):
    """One article cannot be read; the run goes on without it."""


class FetchError(ArmswireError):
    """An address may not be asked, or what it answers cannot be used; the run goes on without it."""


class AddressError(FetchError):
    """An address may not be asked, now or later."""


class LexiconError(ArmswireError):
    """An entry of a knowledge file breaks its schema."""


class ModelError(ArmswireError):
    """A trained model's file is missing or broken."""


class SettingError(ArmswireError):
    """A setting or an argument has a value that cannot be used."""


class UnknownRecordError(SettingError):
    """Nothing in the register is called so, or several things are."""


class InputError(ArmswireError):
    """No part of the input can be used."""


class OutputError(ArmswireError):
    """A file, or standard output, does not take what is written."""


class RegisterError(ArmswireError):
    """The register cannot be opened, read or written."""
