"""Nothing grows past what can be read in one go."""

import ast

from architecture import house

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
WRITTEN = {".py", ".js", ".mjs", ".css", ".html", ".typ", ".toml"}


def test_no_file_is_longer_than_400_lines() -> None:
    folders = [house.PACKAGE, house.ROOT / "tests", house.ROOT / "tools", house.ROOT / "frontend"]
    files = (file for folder in folders for file in folder.rglob("*") if file.suffix in WRITTEN)
    away = {"node_modules", "built", "migrations"}
    lengths = {
        house.name(file): len(file.read_text(encoding="utf-8").splitlines())
        for file in files
        if away.isdisjoint(file.parts)
    }
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    too_long = {
        f"{house.name(file)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for folder in ("src", "tests", "tools")
        for file in house.modules(house.ROOT / folder)
        for node in ast.walk(house.parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    }
    assert too_long == {}
