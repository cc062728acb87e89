"""Evidence → Finding: the best evidence decides, and doubt stays doubt.

status.py asks the questions, gaps.py says in Thai what is missing and what to
do, near.py keeps what almost was evidence.
"""

from oit_checker.judge.finding import judge
from oit_checker.judge.status import Piece, Situation, piece_status

__all__ = ["Piece", "Situation", "judge", "piece_status"]
