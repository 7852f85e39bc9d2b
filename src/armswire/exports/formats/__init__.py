"""The list of exporters. To add one, write its module beside this file and name it here."""

from __future__ import annotations

from armswire.errors import SettingError
from armswire.exports.exporter import Exporter
from armswire.exports.formats.csv_table import CsvTable
from armswire.exports.formats.html_report import HtmlReport
from armswire.exports.formats.jsonl import ARTICLES, CLAIMS, DISPUTES, JUDGEMENTS, POSITIONS, TRANSFERS
from armswire.exports.formats.sipri_register import SipriLeftOut, SipriRegister

EXPORTERS: tuple[Exporter, ...] = (
    CLAIMS,
    TRANSFERS,
    DISPUTES,
    ARTICLES,
    POSITIONS,
    JUDGEMENTS,
    CsvTable(),
    SipriRegister(),
    SipriLeftOut(),
    HtmlReport(),
)


def find_exporter(name: str) -> Exporter:
    """The exporter of that name. Raises SettingError that names those there are."""
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    known = ", ".join(exporter.name for exporter in EXPORTERS)
    raise SettingError("no export has this name", value=name, remedy=f"Use one of: {known}")
