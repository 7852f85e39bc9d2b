"""Numbers, sums, dates and items in short words."""

from __future__ import annotations

from armswire.model.claim import Item
from armswire.model.ranges import DateRange, Money, Quantity, describe_dates


def say_number(value: float) -> str:
    """1,400,000,000 as 1.4 billion; below a million with separators."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.10g}"


def say_range(least: float, most: float, *, approximate: bool) -> str:
    """One number or two, "about" before the approximate ones."""
    shown = say_number(least) if least == most else f"{say_number(least)} to {say_number(most)}"
    return f"about {shown}" if approximate else shown


def say_quantity(quantity: Quantity) -> str:
    """About 100,000 rounds."""
    shown = say_range(quantity.min, quantity.max, approximate=quantity.approximate)
    return f"{shown} {quantity.unit}" if quantity.unit else shown


def say_money(money: Money, *, in_brackets: bool = False) -> str:
    """1.4 billion USD; (1.4 billion) USD where it is uncertain and is to be shown as trade registers do."""
    return f"{_number(money, in_brackets=in_brackets)} {money.currency}"


def _number(amount: Quantity | Money, *, in_brackets: bool) -> str:
    """A number or a range; in brackets no "about" is needed."""
    if in_brackets:
        return f"({say_range(amount.min, amount.max, approximate=False)})"
    return say_range(amount.min, amount.max, approximate=amount.approximate)


def say_dates(dates: DateRange | None) -> str:
    """A day, a whole month (2024-03) or year (2024), else the first and last day; nothing where no date is known."""
    return "" if dates is None else describe_dates(dates)


def say_item(item: Item, *, in_brackets: bool = False) -> str:
    """The item's words, with the number before them and the military-list category behind.

    With `in_brackets` the number is shown as trade registers show what is uncertain.
    """
    name = " ".join(item.text.split())
    if item.designation is not None and not _names(name, item.designation):
        name = f"{name} ({item.designation})"
    if item.quantity is None:
        return f"{name} [{item.ml}]"
    unit = item.quantity.unit
    counted = "" if unit is None or unit.casefold() in name.casefold() else f" {unit} of"
    return f"{_number(item.quantity, in_brackets=in_brackets)}{counted} {name} [{item.ml}]"


def _names(words: str, designation: str) -> bool:
    """Whether the words hold the designation, or the first word of it ("K2 tanks" and "K2 Black Panther")."""
    letters = _letters(words)
    return _letters(designation) in letters or _letters(designation.split()[0]) in letters


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
