"""When nothing is left to ask: what may lead on all the same."""

from __future__ import annotations

from pathlib import Path

from spiders.depths import fewest_clicks
from spiders.ending import Ending
from spiders.frontier import Frontier
from spiders.recorder import Recorder


class LastLook:
    """Links that unchanged pages had left to pages without them now, and pages met first on too long a way."""

    def __init__(self, folder: Path, recorder: Recorder, frontier: Frontier, ending: Ending) -> None:
        self._folder = folder
        self._recorder = recorder
        self._frontier = frontier
        self._ending = ending
        self._measured_at = 0

    def finds_more(self) -> bool:
        """Queue what there is; whether there is something to ask for now."""
        for record in self._recorder.settle():
            self._frontier.follow(record)
        if self._frontier.too_deep and self._measured_at != self._recorder.pages:
            self._measured_at = self._recorder.pages
            self._frontier.reconsider(fewest_clicks(self._folder, self._ending.home, self._frontier.key_of))
        return bool(len(self._frontier))
