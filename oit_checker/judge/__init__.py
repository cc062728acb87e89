"""Evidence → Finding: the best evidence decides, and doubt stays doubt.

status.py asks the questions, gaps.py says in Thai what is missing and what to
do, near.py keeps what almost was evidence, scans.py says what OCR read
and what it did not, rendered.py what only a browser shows.
"""

from oit_checker.judge.finding import judge
from oit_checker.judge.rendered import with_rendering
from oit_checker.judge.scans import evidence_notes, in_turn, likeliest_first, run_notes
from oit_checker.judge.status import Piece, Situation, could_tell_more, piece_status

__all__ = [
    "Piece",
    "Situation",
    "could_tell_more",
    "evidence_notes",
    "in_turn",
    "judge",
    "likeliest_first",
    "piece_status",
    "run_notes",
    "with_rendering",
]
