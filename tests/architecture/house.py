"""The house as its files tell it, for the tests that hold them to the plan."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/radslag"


def modules(folder: Path = PACKAGE) -> list[Path]:
    """Our Python files there, but for migrations and fetched packages."""
    away = {"migrations", "node_modules"}
    return [file for file in sorted(folder.rglob("*.py")) if away.isdisjoint(file.parts)]


@cache
def parsed(file: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imports(file: Path) -> Iterator[str]:
    """The full name of every module that the file imports."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def name(item: Path) -> str:
    """Where a file stands, as the reader of a failing test wants it."""
    return str(item.relative_to(ROOT))


@cache
def order() -> dict[str, tuple[int, int]]:
    """Every context's place (floor, place on it), innermost first, as import-linter is told it."""
    policy = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = {
        contract["containers"][0]: list(reversed(contract["layers"]))
        for contract in policy["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers" and len(contract["containers"]) == 1
    }
    return {
        f"radslag.{floor}.{context.strip()}": (height, place)
        for height, floor in enumerate(layers["radslag"])
        for place, contexts in enumerate(layers.get(f"radslag.{floor}", []))
        for context in contexts.split("|")
    }


def models() -> list[type[Model]]:
    """Every model of ours."""
    return [model for model in apps.get_models() if model.__module__.startswith("radslag.")]


def context(model: type[Model] | Any) -> str:
    """The context a model belongs to: `radslag.work.plans`."""
    return ".".join(model.__module__.split(".")[:3])
