"""The measured figures as tables: the same for the README, the page and the command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from armswire.model.claim import Polarity, Stage
from armswire.scoring.counts import Count, Share
from armswire.scoring.measured import FigureNames, FirstReading, Measurement, Section, load_measured, load_names
from armswire.wording.figures import say_figure, say_part

# The figures of claims that stand beside each other, as in the README.
CLAIM_FIGURES = ("core_precision", "core_recall", "core_f1", "exact_recall", "attribution")
_OF_A_TABLE = ("precision", "recall", "f1")
_LESS_IS_BETTER = frozenset({"false_merges"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, and what was counted for it ("13 of 14"; nothing where it is a mean)."""

    figure: str
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What the figures of a row are about, in short and in full."""

    words: str
    about: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures; the first column names the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class GroupReport:
    """What was measured on one group of texts, apart by stage, polarity and slot."""

    name: str
    title: str
    about: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All figures. `versions` and `days` say of which program and when; `meanings` are columns with what they count."""

    versions: tuple[str, ...]
    days: tuple[date, ...]
    claims: Table
    groups: tuple[GroupReport, ...]
    first_readings: tuple[FirstReading, ...]
    words: tuple[Table, ...]
    reconciling: Table
    meanings: tuple[tuple[str, str], ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in their order."""
        return (self.claims, *(table for group in self.groups for table in group.tables), *self.words, self.reconciling)


def make_report(measured: Mapping[str, Measurement] | None = None, names: FigureNames | None = None) -> QualityReport:
    """The report, of what comes with the program where nothing else is given. Raises InputError."""
    measured, names = measured or load_measured(), names or load_names()

    def groups_of(section: Section) -> dict[str, Measurement]:
        return {name: measured[name] for name in names.sections[section] if name in measured}

    return QualityReport(
        versions=tuple(sorted({one.version for one in measured.values()})),
        days=tuple(sorted({one.day for one in measured.values()})),
        claims=claim_table(groups_of("claims"), names),
        groups=tuple(_tell_group(name, one, names) for name, one in groups_of("claims").items()),
        first_readings=names.first_readings,
        words=(*_attribution_tables(groups_of("attributions"), names), _chain_table(groups_of("chains"), names)),
        reconciling=_value_table(groups_of("reconciling"), names),
        meanings=tuple((names.figures[name].words, names.figures[name].about) for name in CLAIM_FIGURES),
    )


def claim_table(groups: Mapping[str, Measurement], names: FigureNames) -> Table:
    """How well claims are read, a row for each group of texts."""
    rows = (
        Row(
            names.title(name, one),
            names.groups[name].about,
            tuple(_claim_cell(one, figure) for figure in CLAIM_FIGURES),
        )
        for name, one in groups.items()
    )
    return Table("Claims", ("read from", *(names.figures[name].words for name in CLAIM_FIGURES)), tuple(rows))


def _claim_cell(one: Measurement, figure: str) -> Cell:
    cores = one.tables["cores"]["all"]
    counted = {
        "core_precision": say_part(cores.right, cores.read),
        "core_recall": say_part(cores.found, cores.gold),
        "core_f1": "",
    }
    if figure in counted:
        return Cell(say_figure(one.figure(figure)), counted[figure])
    return _cell(one.shares.get(figure))


def _tell_group(name: str, one: Measurement, names: FigureNames) -> GroupReport:
    title = names.title(name, one)
    stages, polarities = ({value.value: value.value.replace("_", " ") for value in kind} for kind in (Stage, Polarity))
    slots = {name: name.replace("_", " ") for name in names.slots}
    told: tuple[tuple[str, str, Mapping[str, str], Mapping[str, str]], ...] = (
        ("stages", "By stage", stages, {}),
        ("polarities", "By polarity", polarities, {}),
        ("slots", "By slot", slots, names.slots),
    )
    tables = tuple(
        _count_table(heading, one.tables.get(table, {}), words, abouts, names) for table, heading, words, abouts in told
    )
    return GroupReport(name, title, names.groups[name].about, tuple(table for table in tables if table.rows))


def _count_table(
    title: str, counts: Mapping[str, Count], words: Mapping[str, str], abouts: Mapping[str, str], names: FigureNames
) -> Table:
    # Where gold marks nothing, nobody can say what of it is right.
    rows = (
        Row(said, abouts.get(name, ""), _count_cells(counts[name]))
        for name, said in words.items()
        if name in counts and counts[name].gold
    )
    return Table(title, ("", *(names.figures[name].words for name in _OF_A_TABLE)), tuple(rows))


def _count_cells(count: Count) -> tuple[Cell, ...]:
    return (
        Cell(say_figure(count.precision), say_part(count.right, count.read)),
        Cell(say_figure(count.recall), say_part(count.found, count.gold)),
        Cell(say_figure(count.f1)),
    )


def _attribution_tables(groups: Mapping[str, Measurement], names: FigureNames) -> Iterable[Table]:
    for group, one in groups.items():
        told = {name: names.figures[name] for table in one.tables.values() for name in table}
        words, abouts = ({name: getattr(one, kind) for name, one in told.items()} for kind in ("words", "about"))
        yield _count_table(names.title(group, one), one.tables["attributions"], words, abouts, names)
        rows = (
            Row(names.figures[name].words, names.figures[name].about, (_cell(share),))
            for name, share in one.shares.items()
        )
        yield Table("Attributions by how they are told", ("", names.figures["recall"].words), tuple(rows))


def _chain_table(groups: Mapping[str, Measurement], names: FigureNames) -> Table:
    own = set(CLAIM_FIGURES) | {"claim_recall"}
    told = [name for name in names.figures if name not in own and any(name in one.shares for one in groups.values())]
    rows = (
        Row(
            names.figures[name].words,
            names.figures[name].about,
            tuple(_cell(one.shares.get(name)) for one in groups.values()),
        )
        for name in told
        if name != "quiet"
    )
    return Table("Chains of speakers", ("", *(names.title(name, one) for name, one in groups.items())), tuple(rows))


def _value_table(groups: Mapping[str, Measurement], names: FigureNames) -> Table:
    rows = (
        Row(words.words, words.about, tuple(Cell(_say_value(name, one.values.get(name))) for one in groups.values()))
        for name, words in names.figures.items()
        if any(name in one.values for one in groups.values())
    )
    title = "; ".join(names.title(name, one) for name, one in groups.items())
    return Table(title, ("", *("figure" for _ in groups)), tuple(rows))


def _say_value(name: str, value: float | None) -> str:
    # So few that two decimals would hide them.
    return f"{value:.3f}" if value is not None and name in _LESS_IS_BETTER else say_figure(value)


def _cell(share: Share | None) -> Cell:
    return (
        Cell(say_figure(None)) if share is None else Cell(say_figure(share.value), say_part(share.right, share.whole))
    )
