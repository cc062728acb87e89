"""What it takes to judge a kept snapshot again: seconds of CPU on one core, and memory.

    python tests/benchmarks/judge_again.py --pages 2000 --evidence 4 --reps 3

A made site of 2,000 pages whose ITA list offers 100 documents (4 for each of 25 items) is audited once; its snapshot is
then judged again and again, without the network, on one core where the program taskset is to be had. Exits with 1 where
a judgement differs from that of the audit.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from measuring import JUDGE, audit_command, measure, note, print_table, serving, spread

HEADER = (
    "pages",
    "documents read",
    "addresses verified",
    "runs",
    "CPU s",
    "wall s on one core",
    "largest process MB",
    "all processes MB",
    "same items as the audit",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000, help="size of the site (2000)")
    parser.add_argument("--evidence", type=int, default=4, help="documents of each of the 25 items (4)")
    parser.add_argument("--reps", type=int, default=3, help="how often it is judged (3)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        audited, judged = Path(folder, "audited"), Path(folder, "judged")
        with serving("--pages", str(given.pages), "--evidence", str(given.evidence)) as site:
            note(f"audit: {measure(audit_command(site, audited))}")
        command = [*JUDGE, str(audited / "snapshot"), "--quiet", "--output", str(judged)]
        costs, same = [], True
        before = json.loads((audited / "gap_report.json").read_bytes())
        for _ in range(given.reps):
            costs.append(measure(command, one_core=True))
            note(f"judge: {costs[-1]}")
            same = same and json.loads((judged / "gap_report.json").read_bytes())["items"] == before["items"]
    row = [
        before["run"]["pages_crawled"],
        before["run"]["documents_read"],
        before["run"]["urls_verified"],
        given.reps,
        spread([cost.cpu_s for cost in costs]),
        spread([cost.wall_s for cost in costs]),
        f"{max(cost.largest_mb for cost in costs):.0f}",
        f"{max(cost.tree_mb for cost in costs):.0f}",
        "yes" if same else "NO",
    ]
    print_table(HEADER, [row])
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
