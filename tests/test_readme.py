"""What the READMEs promise is what the program does: options, codes, limits, names, links and the example in Python."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import typer.main

from oit_checker import api, cli
from oit_checker.cli.app import LATEST, app
from oit_checker.cli.settings import default_map
from oit_checker.config import CrawlLimits, Politeness, ReadLimits
from oit_checker.model.evidence import ItemStatus
from oit_checker.model.labels import ITEM_STATUS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
THAI = (ROOT / "README.th.md").read_text(encoding="utf-8")
BOTH = [pytest.param(README, id="english"), pytest.param(THAI, id="thai")]
DOCUMENTS = ["README.md", "README.th.md", "CONTRIBUTING.md", "CHANGELOG.md"]

GROUP = typer.main.get_group(app)
AUDIT = GROUP.commands["audit"]
MOST_PICTURE_BYTES = 250_000


def rows(heading: str) -> list[list[str]]:
    """Cells of the first table below a heading, code marks taken off; header and rule left out."""
    below = README.partition(heading)[2]
    table = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert table is not None, heading
    lines = table[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found is not None, language
    return found[1]


def options() -> dict[str, Any]:
    return {name: option for option in AUDIT.params for name in option.opts if name.startswith("--")}


def test_every_option_of_audit_has_its_row_and_no_other() -> None:
    assert {row[0] for row in rows("### Options of audit")} == {*options(), "--help"}


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in rows("### Options of audit")])
def test_default_is_the_one_that_the_program_has(row: list[str]) -> None:
    name, told = row[0], row[1]
    elsewhere = {
        "--year": LATEST.removeprefix("nacc-"),
        "--checklist": LATEST,
        "--rate": f"{Politeness().rate:g}",
        "--agency-kind": "from the site",
    }
    default = options()[name].default if name in options() else None
    values = default if isinstance(default, list) else [default] if default not in {None, False} else []
    said = " ".join(str(value.value if isinstance(value, Enum) else value) for value in values)
    assert told == elsewhere.get(name, said)


def test_exit_codes_are_all_told() -> None:
    known = {0, *(code for name, code in vars(cli).items() if name.startswith("EXIT_"))}
    named = {int(row[0]) for row in rows("The summary goes to stdout")}
    assert named == known - {cli.EXIT_INTERRUPTED}
    assert f"`{cli.EXIT_INTERRUPTED}`" in README


@pytest.mark.parametrize("kind", [CrawlLimits, Politeness, ReadLimits])
def test_limits_are_the_ones_of_the_settings(kind: type[CrawlLimits] | type[Politeness] | type[ReadLimits]) -> None:
    told = {row[0]: row[1] for row in rows("## Politeness")}
    values = {field.name: field.default for field in fields(kind) if isinstance(field.default, int | float)}
    assert {name: told.get(name) for name in values} == {name: _limit(name, value) for name, value in values.items()}


def _limit(name: str, value: float) -> str:
    return f"{value / 1024**2:g} MiB" if name.endswith("_bytes") else f"{value:g}"


@pytest.mark.parametrize("text", BOTH)
@pytest.mark.parametrize("status", ItemStatus)
def test_every_status_is_explained_in_the_words_of_the_report(status: ItemStatus, text: str) -> None:
    assert re.search(rf"^\|.*{re.escape(ITEM_STATUS[status])}.*\|$", text, re.MULTILINE)


@pytest.mark.parametrize("text", BOTH)
def test_every_command_that_is_shown_exists(text: str) -> None:
    shown = set(re.findall(r"oit-checker ([a-z]+)(?: |`)", text))
    assert shown
    assert shown <= set(GROUP.commands)


@pytest.mark.parametrize("text", BOTH)
def test_options_outside_the_table_exist(text: str) -> None:
    prose = re.sub(r"^\| `--.*$", "", text, flags=re.MULTILINE)
    prose = re.sub(r"`[^`\n]*tests/benchmarks/[^`\n]*`", "", prose)  # these have options of their own
    known = {name for command in [GROUP, *GROUP.commands.values()] for option in command.params for name in option.opts}
    ours = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", prose)) - {"--extra"}  # an option of uv
    assert ours
    assert ours <= known


def test_settings_file_and_environment_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "oit-checker.toml"
    file.write_text(block("toml"), encoding="utf-8")
    assert default_map(GROUP, file).keys() == tomllib.loads(block("toml")).keys()
    known = {f"OIT_CHECKER_AUDIT_{option.name}".upper() for option in AUDIT.params}
    named = set(re.findall(r"OIT_CHECKER_[A-Z_]+", README))
    assert named
    assert named <= known


def test_python_example_names_what_there_is_and_calls_it_rightly() -> None:
    tree = ast.parse(block("python"))
    imported = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "oit_checker.api"]
    names = {alias.name for node in imported for alias in node.names}
    assert names
    assert names <= set(api.__all__)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    ours = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]
    assert {call.func.id for call in ours if isinstance(call.func, ast.Name)} == names - {"ItemStatus"}
    for call in ours:
        assert isinstance(call.func, ast.Name)
        given = {keyword.arg: None for keyword in call.keywords if keyword.arg is not None}
        inspect.signature(getattr(api, call.func.id)).bind(*call.args, **given)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_relative_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []


def test_each_readme_leads_to_the_other() -> None:
    assert "](README.th.md)" in README
    assert "](README.md)" in THAI


def test_pictures_are_small_enough_to_load_on_a_telephone() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README + THAI))
    assert shown
    assert [name for name in shown if (ROOT / name).stat().st_size > MOST_PICTURE_BYTES] == []
