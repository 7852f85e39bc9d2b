"""Letters for tests, written by the standard library."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

PLAIN = "Norland will sell six patrol boats to Sudmark, the first sale between the two countries, it said on Monday.\n"
HTML = """<html><head><title>Daily</title></head><body><h1>Boats for Sudmark</h1><p>Norland will sell six patrol boats
to Sudmark – the first sale between the two countries, the ministry of defence said on Monday.</p>
<p>Each boat carries a gun of 30 mm, a statement said.</p></body></html>"""


def letter(plain: str | None = PLAIN, html: str | None = HTML, **head: str) -> EmailMessage:
    """A newsletter; lines of the head as keywords, "_" for "-", '' leaves one out."""
    message = EmailMessage()
    lines = {
        "From": "The Desk <desk@courier.example>",
        "To": "readers@courier.example",
        "Subject": "Boats for Südmark",
        "Date": "Mon, 01 Mar 2021 23:30:00 -0500",
        "Message-ID": "<b1@courier.example>",
        "List-Id": '"Harbour Courier Daily" <daily.courier.example>',
    } | {name.replace("_", "-"): line for name, line in head.items()}
    for name, line in lines.items():
        if line:
            message[name] = line
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def mailed(message: EmailMessage) -> bytes:
    """As it is sent."""
    return message.as_bytes(policy=policy.SMTP)
