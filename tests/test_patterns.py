"""A pattern of a module is compiled when it is first asked; each can be compiled."""

from __future__ import annotations

import gc
import pkgutil
import re
import subprocess
import sys
from importlib import import_module

import pytest

import oit_checker
import reports
import spiders
from oit_checker import patterns
from oit_checker.patterns import regex

LOADED = """
import gc
import oit_checker.audit, oit_checker.run, reports.to_html
from oit_checker.patterns import _Compiled
ours = [type(one) for one in gc.get_objects() if isinstance(one, _Compiled)]
print(len(ours), ours.count(_Compiled))
"""


def test_it_answers_as_a_compiled_pattern_does(monkeypatch: pytest.MonkeyPatch) -> None:
    late = regex(r"(?P<year>2[45]\d\d)", re.IGNORECASE)
    assert late.pattern == r"(?P<year>2[45]\d\d)"
    found = late.search("ปี 2569")
    assert found is not None
    assert found["year"] == "2569"
    monkeypatch.setattr(patterns.re, "compile", None)
    assert late.sub("", "ปี 2569") == "ปี "
    assert late.flags & re.IGNORECASE
    assert regex(rb"a").pattern == b"a"


def test_a_wrong_pattern_is_told_when_it_is_asked() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("")


def test_every_pattern_of_ours_can_be_compiled() -> None:
    for package in (oit_checker, spiders, reports):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    ours = [one for one in gc.get_objects() if isinstance(one, patterns._Compiled) and one.pattern != "("]
    assert len(ours) > 700
    for one in ours:
        re.compile(one.pattern, one._as_told)


def test_loading_an_audit_compiles_hardly_any() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    known, compiled = map(int, told.stdout.split())
    assert known > 600
    assert compiled < 20
