"""PDFs for tests, written by hand and by pypdf."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

RELEASE = (
    (
        "Patrol boats for Sudmark",
        "",
        "HARBOURTON, 1 March 2021 - Norland will sell six patrol boats to Sudmark, the first",
        "sale between the two countries, the ministry of defence said on Monday. Each of the",
        "boats carries a gun of 30 mm and an anti-aircraft missile; the builder will deliver the am-",
        "munition with the last of them.",
        "The price was not told.",
        "A second contract for surface-to-air missiles is being prepared, the ministry said, and",
    ),
    ("would be signed before the summer. An anti-", "aircraft gun is no part of it."),
)


def paper(
    pages: Sequence[Sequence[str]] = RELEASE, *, told: dict[str, str] | None = None, password: str | None = None
) -> bytes:
    """A PDF whose pages have these lines ('' leaves one out); `told` is its metadata."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
        )
    if told:
        writer.add_metadata(told)
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
