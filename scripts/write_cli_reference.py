"""Write docs/reference/cli.md from the commands themselves; with --check, fail where it is out of date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from armswire.cli.main import app

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"

HEAD = """\
# The command line

Generated from the commands by `scripts/write_cli_reference.py`; change it there (`src/armswire/cli/`).

Exit status: 0 done; 1 done, with articles that could not be read (each named on standard error); 2 wrong usage;
3 input, register or output unusable. `NO_COLOR` and `COLUMNS` are respected.

| variable | meaning | default |
|---|---|---|
| `ARMSWIRE_REGISTER` | the register: a file, or the address of a PostgreSQL database | `armswire.db` |
| `PGPASSWORD` | the password for PostgreSQL, where the address has none | none |
| `ARMSWIRE_MATRICES` | the library that multiplies for the parser: `openblas` or `blis` | `openblas` |
"""


def render() -> str:
    """The page."""
    group: Any = typer.main.get_command(app)
    return "\n".join([HEAD, *(_render_command(name, command) for name, command in group.commands.items())])


def _render_command(name: str, command: Any) -> str:
    rows = [_render_parameter(parameter) for parameter in command.params]
    usage = " ".join(["armswire", name, *(_usage_part(p) for p in command.params if p.param_type_name == "argument")])
    table = ["| | |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## {name}", "", f"`{usage} [OPTIONS]`", "", (command.help or "").strip(), "", *table, ""])


def _usage_part(argument: Any) -> str:
    word = _name(argument)
    repeated = f"{word}..." if argument.nargs == -1 else word
    return repeated if argument.required else f"[{repeated}]"


def _name(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _render_parameter(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        shown = f"`{_name(parameter)}`"
    else:
        shown = ", ".join(f"`{option}`" for option in (*parameter.opts, *parameter.secondary_opts))
    required = " Required." if parameter.required and parameter.param_type_name != "argument" else ""
    return f"| {shown} | {(parameter.help or '').strip()}{required} |"


def main() -> int:
    """Write or check; 1 where the page is out of date."""
    page = render()
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
            return 0
        print(f"{PAGE} is out of date: run scripts/write_cli_reference.py", file=sys.stderr)
        return 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
