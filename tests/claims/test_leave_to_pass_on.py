"""Who asks leave to pass arms on, who gives it or refuses it, and what is allowed by a decision of its own."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

LEAVE = [
    ("Germany has approved an Estonian request to pass on 30 howitzers to Ukraine.",
     {"approval DEU>UKR via EST", "request EST: DEU>UKR via EST"}),
    ("Sweden is considering a Czech request to re-export 20 missiles to Moldova.",
     {"consideration SWE>MDA via CZE", "request CZE: SWE>MDA via CZE"}),
    ("Norway has rejected a Finnish request to send on 300 missiles that Finland bought from it in 2011. The government"
     " in Oslo told Helsinki that its laws did not allow Norwegian weapons to reach Israel.",
     {"refusal NOR>ISR via FIN", "request FIN: NOR>ISR via FIN", "agreement NOR>FIN"}),
    ("Latvia rejected an Estonian request for six howitzers.", {"refusal LVA>EST", "request EST: LVA>EST"}),
    ("Sweden has dropped its ban on exporting fighter jets. Under rules approved by the government on Monday, jets built"
     " in Linkoping may be sold to Peru.", {"reversal SWE>PER", "approval SWE>PER"}),
    ("Madrid dropped its resistance on Monday and promised to deliver six Leopard tanks to Ukraine.",
     {"reversal ESP>UKR", "pledge ESP>UKR"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEAVE)
def test_leave_is_asked_given_and_refused(reader: Any, text: str, expected: set[str]) -> None:
    assert expected <= set(outlines(reader, text))


NONE_GIVEN = [
    ("Under rules published on Monday, jets may be sold to Peru.", "approval"),
    ("Under rules approved on Monday by the cabinet, jets may not be sold to Peru.", "approval"),
    ("Norway dropped its opposition to the budget and will send missiles to Ukraine.", "reversal"),
    ("The opposition dropped its objections and the government in Oslo will send missiles to Ukraine.", "reversal"),
]


@pytest.mark.parametrize(("text", "stage"), NONE_GIVEN)
def test_nothing_is_allowed_or_given_up(reader: Any, text: str, stage: str) -> None:
    assert not any(line.startswith(stage) for line in outlines(reader, text))
