"""Write again what is expected of golden cases, to be read by eye before it is kept.

    python tests/golden/renew.py CASE...

A reading is kept only where every slot is what the claim scheme asks for; `git diff` shows what changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from armswire.articles.read import read
from armswire.errors import ArticleError
from armswire.model.encoding import encode_claim
from armswire.pipeline import Reader

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/article.json"))

# Ids are derived from the rest; the document is the case.
LEFT_OUT = frozenset({"id", "document"})


def read_case(reader: Reader, case: str) -> list[dict[str, Any]]:
    """The claims of a case as in the contract, without ids."""
    [article] = read([str(FOLDER / case / "article.json")])
    if isinstance(article, ArticleError):
        raise article
    claims = reader.read_article(article).claims
    return [{key: value for key, value in encode_claim(claim).items() if key not in LEFT_OUT} for claim in claims]


def main() -> int:
    """Renew the cases named."""
    reader = Reader()
    for case in sys.argv[1:]:
        text = json.dumps(read_case(reader, case), ensure_ascii=False, indent=1)
        (FOLDER / case / "expected.json").write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
