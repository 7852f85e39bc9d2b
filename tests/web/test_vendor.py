"""What others wrote is here as they published it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import armswire.web

VENDOR = Path(armswire.web.__file__).parent / "static" / "vendor"
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([\d.]+) \| [^|]+ \| [^|]+ \| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_vendored_file_is_listed_with_its_sum_and_its_licence() -> None:
    rows = ROW.findall((VENDOR / "README.md").read_text("utf-8"))
    files = {path.name for path in VENDOR.iterdir() if path.is_file() and path.name != "README.md"}
    assert {name for name, *_ in rows} == files
    notice = (Path(__file__).parents[2] / "NOTICE").read_text("utf-8")
    for name, package, version, digest in rows:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
        assert (VENDOR / "licences" / f"{package}.txt").is_file()
        assert f"{package} {version}" in notice
