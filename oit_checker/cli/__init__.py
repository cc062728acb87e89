"""The command line: verbs for officers. Results go to stdout, everything else to stderr.

Exit codes: 0 done, 1 below --fail-under, 2 wrong usage or checklist, 3 the site could not be audited at all.
Of `check`: 0 every document is whole, 1 something lacks or needs a person, 2 something given could not be read.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from oit_checker.own_process import run_and_end

EXIT_LACKING = 1
EXIT_BELOW, EXIT_USAGE, EXIT_NOT_AUDITED, EXIT_INTERRUPTED = 1, 2, 3, 130

_LOADED = 200_000
"""More objects than an audit has once everything is loaded, and few beside what memory it may take."""


def start() -> None:
    """The command line as a process of its own."""
    run_and_end(main)


def main() -> None:
    """Run the command line; every fault of ours ends in one clear message and an exit code."""
    gc.set_threshold(_LOADED, 20, 20)
    gc.callbacks.append(_leave_what_is_loaded)
    import typer

    from oit_checker.cli.app import app
    from oit_checker.errors import OitError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(app(prog_name="oit-checker", standalone_mode=False))
    except typer.TyperException as fault:
        _refuse(fault)
    except typer.Abort:
        sys.exit(EXIT_INTERRUPTED)
    except OitError as fault:
        from oit_checker.privacy import mask  # late: only a fault needs it

        print(mask(f"oit-checker: {fault}"), file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_USAGE)


def _leave_what_is_loaded(_phase: str, _told: dict[str, int]) -> None:
    """The first time the collector looks it is spared all that is there: what is loaded stays.

    From then on it looks sooner, but not often: what judging makes dies by reference counts, so it finds little.
    """
    gc.callbacks.remove(_leave_what_is_loaded)
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _refuse(fault: Any) -> None:
    """Answer a command line that cannot be understood; one without any word is answered with the help."""
    from oit_checker.cli.refusals import refusal

    if type(fault).__name__ == "NoArgsIsHelpError":
        print(fault.message)  # noqa: T201
    else:
        print(f"oit-checker: {refusal(fault)}", file=sys.stderr)  # noqa: T201
    sys.exit(EXIT_USAGE)
