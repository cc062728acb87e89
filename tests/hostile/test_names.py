"""A name that is public when it is looked up and private when it is connected to: what was judged is what is used."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from evil import Evil, page

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.snapshot import Snapshot
from spiders.job import Job

_CHILD = """
import json, sys
from oit_checker.fetch import addresses
answers, asked = json.loads(sys.argv[1]), []
async def look_up(name):
    asked.append(name)
    if name not in answers:
        return [name]
    return [answers[name].pop(0) if len(answers[name]) > 1 else answers[name][0]]
addresses.ask_system = look_up
from spiders.__main__ import main
try:
    main()
finally:
    print(json.dumps({"asked": asked}))
"""


def crawl_with_names(evil: Evil, folder: Path, answers: dict[str, list[str]], hosts: tuple[str, ...]) -> Snapshot:
    """Crawl in a child whose name server answers differently every time it is asked."""
    Snapshot.create(folder)
    job = Job(
        site=f"{evil.url}/",
        into=str(folder),
        hosts=(f"127.0.0.1:{evil.port}", *hosts),
        limits=CrawlLimits(),
        politeness=Politeness(rate=0, timeout_s=3),
        phrases=(),
        boost=(),
    )
    child = [sys.executable, "-c", _CHILD, json.dumps(answers)]
    done = subprocess.run(
        child,
        input=replace(job).line().encode() + b"\n",
        capture_output=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    return Snapshot.open(folder)


def test_a_rebound_name_is_judged_at_each_connection(evil: Evil, tmp_path: Path) -> None:
    """The name leads to the site's own kind of network at first, then to the network around this machine."""
    host = f"rebind.example.go.th:{evil.port}"
    evil.links("/", *(f"http://{host}/p{number}" for number in range(4)))
    evil.otherwise = lambda asked: page(asked.path) if asked.path.startswith("/p") else None
    answers = {"rebind.example.go.th": ["127.0.0.1", "127.0.0.1", "10.255.255.1"]}
    snapshot = crawl_with_names(evil, tmp_path / "s", answers, (host,))
    came = {record.fetched.url: record.fetched.http_status for record in snapshot.pages() if host in record.fetched.url}
    assert came, "the first answer was one that may be connected to"
    # Whatever was answered to later questions, nothing but the judged address was ever connected to.
    assert set(evil.hosts) <= {host, f"127.0.0.1:{evil.port}"}
    assert all(status == 200 for status in came.values())


def test_a_name_that_leads_inside_is_never_connected_to(evil: Evil, tmp_path: Path) -> None:
    host = f"inside.example.go.th:{evil.port}"
    evil.links("/", f"http://{host}/a", "/good")
    evil.pages["/good"] = page("ดี")
    snapshot = crawl_with_names(evil, tmp_path / "s", {"inside.example.go.th": ["169.254.169.254"]}, (host,))
    assert host not in evil.hosts
    failures = {record.fetched.failure for record in snapshot.pages() if host in record.fetched.url}
    assert all(str(failure) in {"forbidden_address", "dns", "robots"} for failure in failures)
