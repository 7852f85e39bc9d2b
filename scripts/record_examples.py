"""Re-record the examples of the README from real runs; with --check, fail where they are out of date.

An example is a comment `<!-- recorded: COMMAND -->` with a fenced block behind it, which is written anew: the command
and what it prints. In COMMAND `{claim:ARTICLE:STAGE}` and `{transfer:ARTICLE:STAGE}` stand for the id of the first such
claim of a bundled dispatch, or of its transfer; `head=N` before it keeps N lines.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PAGES = (Path(__file__).parents[1] / "README.md", Path(__file__).parents[1] / "docs" / "architecture.md")
EXAMPLE = re.compile(r"(<!-- recorded: (?:head=(?P<head>\d+) )?(?P<command>.+?) -->\n)```[a-z]*\n.*?```\n", re.DOTALL)
NAMED = re.compile(r"\{(claim|transfer):([\w-]+):(\w+)\}")
READER = re.compile(r"\b(\d+\.\d+\.\d+)\+[0-9a-f]{8}\b")
SHORT = len("claim-") + 6


class Recorder:
    """Runs commands in a folder of its own, in which the demo has been run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "ARMSWIRE_REGISTER": "armswire-demo.db", "NO_COLOR": "1", "COLUMNS": "140"}
        self._run(["armswire", "demo"])
        self.claims: list[dict[str, Any]] = [
            json.loads(line) for line in self._run(["armswire", "export", "claims"]).splitlines()
        ]

    def example(self, command: str, head: int | None) -> str:
        """The fenced block for a command."""
        named = NAMED.sub(lambda found: self._identify(*found.groups()), command)
        printed = self._run(shlex.split(named))
        lines = READER.sub(r"\1", printed).replace(str(self._folder), "...").rstrip("\n").split("\n")
        if head is not None and len(lines) > head:
            lines = [*lines[:head], "[...]"]
        return "\n".join(["```console", f"$ {named}", *lines, "```", ""])

    def _identify(self, kind: str, article: str, stage: str) -> str:
        claim = next(c for c in self.claims if c["document"] == article and c["stage"] == stage)
        identifier: str = claim["id"] if kind == "claim" else claim["transfer"]
        return identifier[: SHORT + len(kind) - len("claim")]

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=self._folder, env=self._environment, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        return done.stdout


def record(text: str, recorder: Recorder) -> str:
    """The page with its examples written anew."""
    return EXAMPLE.sub(
        lambda found: found[1] + recorder.example(found["command"], int(found["head"]) if found["head"] else None), text
    )


def main() -> int:
    """Write or check; 1 where a page is out of date."""
    outdated = 0
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(Path(folder).resolve())
        for page in PAGES:
            old = page.read_text(encoding="utf-8")
            new = record(old, recorder)
            if "--check" not in sys.argv[1:]:
                page.write_text(new, encoding="utf-8")
            elif new != old:
                print(f"{page} is out of date: run scripts/record_examples.py", file=sys.stderr)
                outdated = 1
    return outdated


if __name__ == "__main__":
    sys.exit(main())
