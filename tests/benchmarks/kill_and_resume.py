"""Audits that are killed at random moments, and gone on with until they complete: nothing is lost, nothing asked twice.

    python tests/benchmarks/kill_and_resume.py --kills 50

A small made site is audited once undisturbed. Then audits of it are broken off again and again, as the power would
(SIGKILL to the program and all it has started), as a system would (SIGTERM), and as a person would (SIGINT): while the
program starts, after some requests of the crawl or of the verification, or when it has stopped asking and reads and
judges. Each is gone on with by --resume until it ends by itself; if there are kills left, the next audit begins.

When it has ended, the report must be that of the undisturbed run: every item's status, evidence and gaps, every link's
outcome, and the set of pages that were seen. The way by which the crawl came to a page is left out: where two links
lead to it, which of them was met first is chance. The crawl may have asked for a page a second time only where a
request was open at a kill.
A crawl that was stopped politely is verified as far as it got, and anew when it is whole: those requests are told,
and not held against it. Exits with 1 on any difference.

On the site as it is served here only the ITA list's own evidence is named like items. --decoys adds pages and documents
that are named like them as well: which of many equal ones become evidence depends on the order of the crawl, and an
interruption changes that order, so that differences are to be expected there.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measuring import AUDIT, MeasuringError, Site, crawl_ended_at, kill_tree, note, print_table, serving
from site_log import Asked

from oit_checker.snapshot import Snapshot

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
OPTIONS = ("--rate", "20", "--quiet", "--resume")
LONGEST_S = 600.0
_POLL_S = 0.02
HEADER = (
    "audits",
    "kills",
    "SIGKILL / SIGTERM / SIGINT",
    "while starting / crawling / verifying / judging",
    "sittings",
    "pages asked twice by the crawl",
    "requests open at kills",
    "evidence asked again",
    "outcome",
)


@dataclass(slots=True)
class Story:
    """What befell one audit. crawls: the stretches of time (seconds since the epoch) in which it crawled."""

    sittings: int = 0
    last: str = ""
    kills: Counter[str] = field(default_factory=Counter)
    moments: Counter[str] = field(default_factory=Counter)
    open_at_kills: int = 0
    crawls: list[tuple[float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """When to strike: so many seconds after the start, or after so many requests, or when none has come for a while."""

    after_s: float
    requests: int
    quiet_s: float

    @classmethod
    def drawn(cls, rng: random.Random, mean_requests: int) -> Moment:
        if rng.random() < 0.15:
            return cls(rng.uniform(0, 3), 0, LONGEST_S)
        return cls(LONGEST_S, rng.randint(1, 2 * mean_requests), rng.uniform(0.1, 3))

    def has_come(self, began: float, log: Sequence[Asked]) -> bool:
        now = time.time()
        if now - began >= self.after_s or (self.requests and len(log) >= self.requests):
            return True
        return bool(log) and now - log[-1].at >= self.quiet_s


def start(site: Site, output: Path) -> subprocess.Popen[bytes]:
    command = [*AUDIT, site.url, *OPTIONS, "--output", str(output)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def broken_off(site: Site, output: Path, rng: random.Random, kills_left: int, mean_requests: int) -> Story:
    """One audit, broken off at most kills_left times, until it ends by itself."""
    story = Story()
    while True:
        began = time.time()
        process = start(site, output)
        story.sittings += 1
        may_strike = story.kills.total() < kills_left
        was_struck = may_strike and _struck(process, site, output, story, Moment.drawn(rng, mean_requests), began, rng)
        _end(process, was_struck=was_struck)
        story.crawls.append((began, _crawl_end(output, began)))
        note(f"  sitting {story.sittings}: {story.last if was_struck else 'not broken off'}; {state(output)}")
        if not was_struck or has_told_all(output, began):
            return story


def _struck(
    process: subprocess.Popen[bytes],
    site: Site,
    output: Path,
    story: Story,
    moment: Moment,
    began: float,
    rng: random.Random,
) -> bool:
    """Wait for the moment and break the audit off; False where it ended before."""
    while process.poll() is None:
        log = [entry for entry in site.log() if entry.at >= began]
        if not moment.has_come(began, log):
            time.sleep(_POLL_S)
            continue
        number, phase = rng.choice(SIGNALS), _phase(output, began, log)
        story.last = f"{number.name} while {phase}, {time.time() - began:.1f} s after the start"
        story.kills[number.name] += 1
        story.moments[phase] += 1
        story.open_at_kills += log[-1].at_once if log else 0
        if number is signal.SIGKILL:
            kill_tree(process.pid)
        else:
            process.send_signal(number)
        return True
    return False


def _phase(output: Path, began: float, log: Sequence[Asked]) -> str:
    if not log:
        return "starting"
    if not _is_crawled(output):
        return "crawling"
    return "verifying" if time.time() - log[-1].at < 0.3 else "judging"


def _is_crawled(output: Path) -> bool:
    folder = output / "snapshot"
    return Snapshot.has(folder) and Snapshot.is_finished(folder)


def state(output: Path) -> str:
    """What the snapshot holds, for the log."""
    folder = output / "snapshot"
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        records = (folder / "pages.jsonl").read_bytes().count(b"\n")
    except FileNotFoundError:
        return "no snapshot yet"
    outcome = "unfinished" if manifest.get("unfinished") else manifest["outcome"]
    return f"{records} records, crawl {outcome}, audit {'ended' if (folder / 'finished.json').exists() else 'open'}"


def has_told_all(output: Path, began: float) -> bool:
    """Whether a sitting that was broken off had nothing left to do but to end: its whole report was written."""
    place = output / "gap_report.json"
    if not place.exists() or place.stat().st_mtime < began:
        return False
    return bool(json.loads(place.read_bytes())["run"]["outcome"] == "completed")


def _crawl_end(output: Path, began: float) -> float:
    """When this sitting stopped crawling; its beginning where it had nothing to crawl."""
    return max(began, crawl_ended_at(output)) if _is_crawled(output) else time.time()


def _end(process: subprocess.Popen[bytes], *, was_struck: bool = False) -> None:
    """Wait for the end. Raises MeasuringError where it does not, or not well though nobody broke it off."""
    try:
        _, said = process.communicate(timeout=LONGEST_S)
    except subprocess.TimeoutExpired:
        kill_tree(process.pid)
        raise MeasuringError(f"an audit did not end within {LONGEST_S:.0f} s") from None
    if process.returncode and not was_struck:
        raise MeasuringError(f"exit {process.returncode}: {said[-2000:].decode(errors='replace')}")


def told(output: Path) -> dict[str, Any]:
    """What must be alike in two audits of the same site: all that is said of it, and nothing about the run."""
    report = json.loads((output / "gap_report.json").read_bytes())
    kept = ("agency", "score", "sub_indicators", "hubs", "open_data")
    shown = {item["code"]: item for item in report["items"]}
    links = {link["url"]: link for link in report["links"]}
    return {
        **{f"item {code}": _without_ways(item) for code, item in shown.items()},
        **{f"link {url}": _without_ways(link) for url, link in links.items()},
        **{name: report[name] for name in kept},
        "outcome": report["run"]["outcome"],
        "pages": pages_of(output),
    }


def pages_of(output: Path) -> list[str]:
    """The pages of a snapshot; of the endless calendar a few are seen, whichever come first, and none counts here."""
    records = Snapshot.open(output / "snapshot").pages()
    seen = {record.fetched.final_url for record in records if record.fetched.body_sha256 is not None}
    return sorted(url for url in seen if "/calendar?" not in url)


def _without_ways(part: Any) -> Any:
    """Leave out how the crawl came to a page: two links may lead to it, and which came first is chance."""
    if isinstance(part, dict):
        return {name: _without_ways(value) for name, value in part.items() if name not in {"found_on", "path"}}
    return [_without_ways(value) for value in part] if isinstance(part, list) else part


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The names of what is not alike."""
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))


def asked_again(log: Sequence[Asked], story: Story) -> tuple[Counter[str], Counter[str]]:
    """What the crawl asked for more often than once, and what verification did; by target, times beyond the first."""
    crawl: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for entry in log:
        is_crawl = any(began <= entry.at < ended for began, ended in story.crawls)
        (crawl if is_crawl else rest)[entry.target] += 1
    for target in ("/robots.txt", "/sitemap.xml"):  # asked for in each sitting: rules may have changed
        del crawl[target], rest[target]
    return tuple(Counter({t: n - 1 for t, n in part.items() if n > 1}) for part in (crawl, rest))  # type: ignore[return-value]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="how often an audit is broken off (50)")
    parser.add_argument("--pages", type=int, default=120, help="size of the site (120)")
    parser.add_argument("--latency", type=float, default=50, help="milliseconds before each answer (50)")
    parser.add_argument("--mean", type=int, default=12, help="requests between two kills, on average (12)")
    parser.add_argument("--decoys", action="store_true", help="with pages that compete with the list's evidence")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder in which the outputs of all audits stay")
    given = parser.parse_args()
    served = ["--pages", str(given.pages), "--latency", str(given.latency), "--evidence", "3"]
    served += [] if given.decoys else ["--no-decoys"]
    with serving(*served) as site, tempfile.TemporaryDirectory() as folder:
        return run(site, given.keep or Path(folder), given)


def run(site: Site, folder: Path, given: argparse.Namespace) -> int:
    rng = random.Random(given.seed)
    _end(start(site, folder / "undisturbed"))
    expected = told(folder / "undisturbed")
    plain, _ = asked_again(site.log(), Story(crawls=[(0.0, crawl_ended_at(folder / "undisturbed"))]))
    note(f"undisturbed: {len(expected['pages'])} pages, {len(site.log())} requests, asked twice: {dict(plain)}")
    stories: list[Story] = []
    wrong: list[str] = []
    twice = again = 0
    while (left := given.kills - sum(story.kills.total() for story in stories)) > 0:
        output = folder / f"audit-{len(stories)}"
        site.reset()
        story = broken_off(site, output, rng, left, given.mean)
        stories.append(story)
        crawl, rest = asked_again(site.log(), story)
        crawl -= plain
        twice, again = twice + crawl.total(), again + rest.total()
        wrong += [f"audit {len(stories)}: {name}" for name in differences(expected, told(output))]
        if crawl.total() > story.open_at_kills:
            wrong.append(f"audit {len(stories)}: asked twice {dict(crawl)}, open at kills {story.open_at_kills}")
        note(f"audit {len(stories)}: {story}, asked twice {dict(crawl)}; differences so far: {wrong}")
    print_table(HEADER, [_row(stories, twice, again, wrong)])
    for name in wrong:
        print(f"- {name}")
    return 1 if wrong else 0


def _row(stories: Sequence[Story], twice: int, again: int, wrong: Sequence[str]) -> list[object]:
    kills = sum((story.kills for story in stories), Counter[str]())
    moments = sum((story.moments for story in stories), Counter[str]())
    return [
        len(stories),
        kills.total(),
        " / ".join(str(kills[number.name]) for number in dict.fromkeys(SIGNALS)),
        " / ".join(str(moments[name]) for name in ("starting", "crawling", "verifying", "judging")),
        sum(story.sittings for story in stories),
        twice,
        sum(story.open_at_kills for story in stories),
        again,
        f"{len(wrong)} differences" if wrong else "as the undisturbed run",
    ]


if __name__ == "__main__":
    sys.exit(main())
