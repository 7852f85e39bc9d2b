"""`armswire add`: articles into the register."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from armswire.adding import Added

FAILURES = 1

DERIVED_ID = re.compile(r"article-[0-9a-f]{16}")


def command(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE", help="Files, folders, web addresses, or - for standard input.", show_default=False
        ),
    ],
    register: options.Register = None,
    keep: options.Keep = None,
    allow_host: options.AllowHost = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Read articles into the register. Adding the same article again changes nothing."""
    from armswire.adding import add_articles
    from armswire.cli.incoming import check_sources, open_incoming
    from armswire.cli.opened import open_to_write
    from armswire.pipeline import Reader
    from armswire.settings import Settings

    check_sources(sources)
    settings = Settings.from_environment()
    reader = Reader(matrices=settings.matrices, attributions=settings.attributions)
    with (
        open_to_write(register) as opened,
        open_incoming(sources, opened.database.files, keep=keep, allowed=allow_host or ()) as incoming,
    ):
        reports = follow(add_articles(opened, reader, incoming), quiet=quiet, lines=not (json or quiet))
        place = opened.place
    if json:
        from armswire.cli.console import print_json

        print_json(report_json(place, reports))
    else:
        print(summarise(reports, place))
    if any(report.error for report in reports):
        raise typer.Exit(FAILURES)


def follow(reports: Iterable[Added], *, quiet: bool, lines: bool) -> list[Added]:
    """Go through the reports as they come, with progress, a line for each, and failures named on standard error."""
    from rich.progress import TextColumn

    from armswire.cli.console import open_console, open_progress

    errors = open_console(to_errors=True)
    seen: list[Added] = []
    with open_progress(errors, TextColumn("{task.fields[at]}"), quiet=quiet) as progress:
        task = progress.add_task("reading", total=None, at="")
        for report in reports:
            seen.append(report)
            if report.error is not None:
                errors.print(f"armswire: {report.error.message}", markup=False, soft_wrap=True)
            elif lines:
                print(_line(report), flush=True)
            if report.guessed is not None:
                errors.print(f"armswire: {_say_guess(report)}", markup=False, soft_wrap=True)
            progress.update(task, advance=1, at=report.place)
    return seen


def _say_guess(report: Added) -> str:
    return f"{report.place}: not UTF-8, read as {report.guessed}. Save it as UTF-8 if words look wrong"


def _line(report: Added) -> str:
    name = report.id or report.place
    if DERIVED_ID.fullmatch(name) and report.place:
        name = f"{report.place} [{name}]"  # nobody knows an article by an id that it did not bring
    if report.outcome == "unchanged":
        return f"  {name}: unchanged"
    if report.is_same:
        return f"  {name}: another version, which tells the same in all its words"
    told = _plural(report.claims, "claim") if report.relevant else "no word of arms and transfer"
    if report.foreign is not None:
        from armswire.wording.languages import say_language

        told = f"in {say_language(report.foreign)}, which is not read yet"
    return f"  {name}: {told}{', another version' if report.versions else ''}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def count_reports(reports: Iterable[Added]) -> dict[str, int]:
    """How many articles were added, reread, unchanged and failed, how many are other versions of articles that were
    there and tell something else, how many in languages that are not read, and the claims of those read."""
    reports = list(reports)
    outcomes = Counter(report.outcome for report in reports)
    counts = {outcome: outcomes[outcome] for outcome in ("added", "reread", "unchanged", "failed")}
    versions = sum(report.versions > 0 and not report.is_same for report in reports)
    foreign = sum(report.foreign is not None for report in reports)
    return {**counts, "versions": versions, "foreign": foreign, "claims": sum(report.claims for report in reports)}


def count_languages(reports: Iterable[Added]) -> dict[str, int]:
    """How many articles are in each language that is not read, by its code, the most first."""
    return dict(Counter(report.foreign for report in reports if report.foreign is not None).most_common())


def summarise(reports: Iterable[Added], place: str) -> str:
    """One line for all of them, and one for those in languages that are not read."""
    reports = list(reports)
    counts = count_reports(reports)
    parts = [_plural(counts["added"], "article") + " added", _plural(counts["claims"], "claim") + " read"]
    parts += [_plural(counts["versions"], "other version")] if counts["versions"] else []
    parts += [f"{counts[outcome]} {outcome}" for outcome in ("reread", "unchanged", "failed") if counts[outcome]]
    lines = [f"{place}: {', '.join(parts)}"]
    if counts["foreign"]:
        from armswire.wording.languages import say_unread_languages

        lines.append(say_unread_languages(count_languages(reports)))
    return "\n".join(lines)


def report_json(place: str, reports: list[Added]) -> dict[str, Any]:
    """What was done, for machines."""
    return {
        "register": place,
        "counts": count_reports(reports),
        "languages_not_read": count_languages(reports),
        "articles": [_article_json(report) for report in reports],
    }


def _article_json(report: Added) -> dict[str, Any]:
    error = report.error
    shown: dict[str, Any] = {
        "id": report.id,
        "place": report.place,
        "outcome": report.outcome,
        "relevant": report.relevant,
        "claims": report.claims,
        "versions": report.versions,
        "same": report.is_same,
        "guessed_encoding": report.guessed,
        "language_not_read": report.foreign,
    }
    if error is not None:
        shown["error"] = {"problem": error.problem, "value": error.value, "remedy": error.remedy}
        if isinstance(error.value, bytes):
            shown["error"]["value"] = repr(error.value)
    return shown
