"""Compiles our own modules where they are installed from a clone, as an installer does those of every other package."""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledInPlace(BuildHookInterface[Any]):
    """Runs for a clone that is used as it stands; a wheel's modules are compiled by whoever installs it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            for package in self.build_config.packages:
                compileall.compile_dir(Path(self.root) / package, quiet=2)
