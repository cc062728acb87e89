"""Damaged pages and documents through every reader, in a child process with limits, to find what a reader cannot stand.

    nice -n 19 python tests/benchmarks/fuzz_readers.py --minutes 30 --seed 1 --output findings [--kind html --kind pdf]
    python tests/benchmarks/fuzz_readers.py --replay findings/html-1-2817.bin

A finding is an exception other than MemoryError, a child that died, or more CPU time than a file of that size may
take; its bytes are kept with a .json that tells kind, step, traceback and the number of the execution. Every execution
follows from (seed, number) and the seed files alone. These are made here; where OIT_CORPUS names a folder of real
pages and documents, those are damaged as well. Exits 1 where anything was
found. A child that takes 30 s of CPU is ended, and tells in which line it was.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "sites")]

import documents  # noqa: E402
import pdf_writer  # noqa: E402
from mutations import WORDS, mutated, mutated_zip, opened_pdf  # noqa: E402

KINDS = {"html": 8, "pdf": 4, "docx": 3, "xlsx": 3, "csv": 1, "text": 1, "rtf": 1, "zip": 1}
_MEMORY_MB = 1536
_MOST_CPU_SECONDS = 30
_MOST_WALL_SECONDS = 900
_LARGEST_SEED = 100_000
_CPU_SECONDS, _CPU_SECONDS_PER_MB = {"html": 2.0}, {"html": 8.0}
_SOURCE = """
# การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ประจำปีงบประมาณ พ.ศ. ๒๕๖๙
## มาตรการส่งเสริมคุณธรรมและความโปร่งใส
- ข้อ ๑ เผยแพร่ข้อมูล [O1 โครงสร้าง](/ita/2569/o1.pdf)
- ข้อ ๒ [แผนดำเนินงานและการใช้งบประมาณประจำปี](docs/plan%20%E0%B9%92.xlsx)
| มาตรการ | ขั้นตอน | ระยะเวลา | ผู้รับผิดชอบ |
| ทบทวนคู่มือ | ประชุมคณะทำงาน | ต.ค. 2568 - มี.ค. 2569 | สำนักปลัด |
| อบรมจริยธรรม | จัดอบรม | ไตรมาส 2/2569 | กองการเจ้าหน้าที่ |
!นายสมชาย ใจดี นายกองค์การบริหารส่วนตำบล โทร 02-281-8100
ประกาศ ณ วันที่ ๑๕ ตุลาคม พ.ศ. ๒๕๖๘
"""
_TABS = """<!doctype html><html lang=th><head><meta charset=utf-8><title>ITA 2569</title><base href=/a/></head><body>
<nav><ul class=menu><li><a href=/>หน้าแรก</a><li><a href=#x>เมนู</a></ul></nav>
<ul><li><a href=#y69 data-toggle=tab>2569</a><li><a href=#y68 data-toggle=tab>2568</a></ul>
<div class=tab-pane id=y69>%s</div><div class="tab-pane collapse" id=y68>%s</div>
<button data-bs-target=#m onclick="openTab(event,'m')">O9 ถาม-ตอบ</button><div class=modal id=m><iframe src=q.html>
</iframe></div><form action=/send><input name=a><textarea name=b></textarea><select><option value=/x.php?id=1>ปี 2567
</select></form><script>location.href='/home'</script></body></html>"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong with one damaged file, and where it can be made again."""

    kind: str
    what: str
    step: str
    cpu_seconds: float
    seed: int
    number: int
    told: str


def main() -> int:
    asked = _asked()
    if asked.child:
        _serve()
        return 0
    if asked.replay:
        return _replay(Path(asked.replay))
    output = Path(asked.output)
    output.mkdir(parents=True, exist_ok=True)
    found: list[Finding] = []
    done: Counter[str] = Counter()
    child = Child(output / "child.log")
    begun = time.monotonic()
    for number, kind, body in executions(asked.seed, asked.kind or list(KINDS), asked.start):
        if time.monotonic() - begun > asked.minutes * 60:
            break
        answer = child.run(kind, body)
        done[kind] += 1
        if what := _fault(kind, body, answer):
            finding = Finding(kind, what, answer["step"], answer["cpu"], asked.seed, number, answer["told"])
            found.append(finding)
            _keep(output, finding, body)
            child = child if what != "died" else Child(output / "child.log")
    child.end()
    minutes = (time.monotonic() - begun) / 60
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(done.items()))
    print(f"{sum(done.values())} executions in {minutes:.1f} minutes ({told}); {len(found)} findings")
    return 1 if found else 0


def _asked() -> argparse.Namespace:
    asks = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    asks.add_argument("--minutes", type=float, default=5.0)
    asks.add_argument("--seed", type=int, default=1)
    asks.add_argument("--start", type=int, default=0, help="number of the first execution")
    asks.add_argument("--kind", action="append", choices=list(KINDS))
    asks.add_argument("--output", default="fuzz-findings")
    asks.add_argument("--replay", metavar="FILE")
    asks.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return asks.parse_args()


def executions(seed: int, kinds: list[str], start: int) -> Iterator[tuple[int, str, bytes]]:
    """Damaged files without end: number, kind, bytes."""
    files = {kind: seeds for kind, seeds in seed_files().items() if kind in kinds}
    weights = [KINDS[kind] for kind in files]
    number = start
    while True:
        rng = Random(f"{seed}:{number}")
        kind = rng.choices(list(files), weights)[0]
        yield number, kind, _damaged(kind, rng.choice(files[kind]), files[kind], rng)
        number += 1


def _damaged(kind: str, body: bytes, others: list[bytes], rng: Random) -> bytes:
    if kind in {"docx", "xlsx", "zip"} and rng.random() < 0.85:
        return mutated_zip(body, WORDS["xml"], rng, others)
    if kind == "pdf" and rng.random() < 0.5:
        body = opened_pdf(body)
    words = WORDS.get({"docx": "zip", "xlsx": "zip", "rtf": "text"}.get(kind, kind), WORDS["text"])
    return mutated(body, words, rng, others)


def seed_files() -> dict[str, list[bytes]]:
    """What is damaged, by kind: small files made here, then those of the corpus."""
    plain = documents.to_html(_SOURCE)
    thai_page = f"<html><head><meta charset=tis-620><title>ประกาศ</title></head><body>{plain}</body></html>"
    sheet, word = documents.to_xlsx(_SOURCE), documents.to_docx(_SOURCE)
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr("content.xml", "<office:text><text:p>แผน</text:p></office:text>")
    out_csv = io.StringIO()
    csv.writer(out_csv).writerows([["ที่", "โครงการ", "งบประมาณ"], ["1", 'จัดซื้อ "พัสดุ", 2569', "1,500.00"]])
    made = {
        "html": [(_TABS % (plain, plain)).encode(), thai_page.encode("cp874", "ignore"), _hub().encode()],
        "pdf": [documents.to_pdf(_SOURCE), pdf_writer.scan()],
        "docx": [word],
        "xlsx": [sheet],
        "csv": [out_csv.getvalue().encode("utf-8-sig"), out_csv.getvalue().encode("cp874")],
        "text": [_SOURCE.encode(), "**ประกาศ**\nที่\tเรื่อง\n1\tแผน 2569\n".encode("utf-16")],
        "rtf": [rb"{\rtf1\ansi\ansicpg874 {\fonttbl\f0 Arial;}\b O1 \'e1\'bc\'b9\b0\par}"],
        "zip": [parcel.getvalue(), word, sheet],
    }
    for kind, body in _corpus():
        made[kind].append(body)
    return made


def _hub() -> str:
    rows = "".join(
        f"<tr><td>O{n}<td>ข้อที่ {n} แผน<td><a href=o{n}.pdf>ดูเอกสาร</a><a href=#><img src=i.png></a>"
        for n in range(1, 26)
    )
    return f"<html><body><h1>OIT 2569</h1><table>{rows}</table><div><p>MOIT 1 <a href=m>ก</a></div></body></html>"


def _corpus() -> Iterator[tuple[str, bytes]]:
    place = os.environ.get("OIT_CORPUS")
    for path in sorted(Path(place).rglob("*")) if place else ():
        kind = {".htm": "html", ".txt": "text"}.get(path.suffix.lower(), path.suffix.lower().removeprefix("."))
        if path.is_file() and kind in KINDS and 0 < path.stat().st_size <= _LARGEST_SEED:
            yield kind, path.read_bytes()


def _fault(kind: str, body: bytes, answer: dict[str, object]) -> str | None:
    if answer["what"] != "read":
        return str(answer["what"])
    megabytes = len(body) / 1e6
    allowed = _CPU_SECONDS.get(kind, 10.0) + _CPU_SECONDS_PER_MB.get(kind, 10.0) * megabytes
    return "slow" if float(str(answer["cpu"])) > allowed else None


def _keep(output: Path, finding: Finding, body: bytes) -> None:
    name = f"{finding.kind}-{finding.seed}-{finding.number}"
    (output / f"{name}.bin").write_bytes(body)
    (output / f"{name}.json").write_text(json.dumps(asdict(finding), ensure_ascii=False, indent=1), "utf-8")
    last = finding.told.strip().splitlines()[-1:] or [""]
    print(f"{name}: {finding.what} in {finding.step}, {len(body)} bytes, {finding.cpu_seconds:.1f} s: {last[0][:160]}")
    sys.stdout.flush()


def _replay(path: Path) -> int:
    body, kind = path.read_bytes(), path.name.partition("-")[0]
    child = Child(path.with_suffix(".log"))
    answer = child.run(kind, body)
    child.end()
    print(f"{_fault(kind, body, answer) or 'fine'} after {answer['step']}, {answer['cpu']:.2f} s {answer['steps']}")
    print(answer["told"])
    return 1 if _fault(kind, body, answer) else 0


class Child:
    """The process that reads; it is asked by a line of JSON followed by the bytes."""

    def __init__(self, log: Path) -> None:
        self._log = log
        call = [sys.executable, "-X", "faulthandler", __file__, "--child"]
        with log.open("wb") as errors:
            self._process = subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)

    def run(self, kind: str, body: bytes) -> dict[str, object]:
        """what: read, raised, died; step: how far it came; cpu: seconds; told: the traceback."""
        send, receive = self._process.stdin, self._process.stdout
        assert send is not None
        assert receive is not None
        clock = threading.Timer(_MOST_WALL_SECONDS, self._process.kill)
        clock.start()
        try:
            send.write(json.dumps({"kind": kind, "bytes": len(body)}).encode() + b"\n" + body)
            send.flush()
            answer: dict[str, object] = json.loads(receive.readline())
        except (OSError, ValueError):
            code = self._process.wait()
            told = self._log.read_text("utf-8", "replace")[-8000:]
            answer = {"what": "died", "step": "?", "cpu": 0.0, "steps": {}, "told": f"{told}\nexit code {code}"}
        finally:
            clock.cancel()
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


def _serve() -> None:
    import faulthandler
    import resource
    import signal

    from fuzz_steps import Steps

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_MB * 2**20, _MEMORY_MB * 2**20))
    faulthandler.register(signal.SIGXCPU, chain=True)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not mix with the answers
    steps = Steps()
    while line := sys.stdin.buffer.readline():
        job = json.loads(line)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + _MOST_CPU_SECONDS, most))
        answer = steps.read(job["kind"], sys.stdin.buffer.read(job["bytes"]))
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    sys.exit(main())
