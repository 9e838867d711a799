"""Writes the reference pages that are made from the code, in docs/reference/."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from radslag.domain.findings import RULES, Rule
from radslag.press.exchange.plan_schema import schema_text

REFERENCE = Path(__file__).resolve().parent.parent / "docs/reference"
FINDINGS = """# Findings

What `radslag check` and the page of findings look for, rule by rule. Each is a pure function in
`radslag.domain.findings`; what it finds carries its rule, a plain Swedish sentence, and the places.
"""


def pages() -> Mapping[str, str]:
    """Every page by its file name."""
    return {"radslag-plan-1.schema.json": schema_text(), "findings.md": "".join(findings_page())}


def findings_page() -> Iterator[str]:
    """The rules under the module of their noun, each in the first sentence of its docstring."""
    yield FINDINGS
    for module, rules in groupby(RULES, inspect.getmodule):
        yield f"\n## {first_line(module).rstrip('.')}\n\n"
        yield from (f"- **{rule_name(rule)}**: {first_line(rule)}\n" for rule in rules)


def rule_name(rule: Rule) -> str:
    """The rule's name as in its findings."""
    return rule.__name__.replace("_", "-")


def first_line(documented: object) -> str:
    """The first sentence that something says of itself."""
    return (inspect.getdoc(documented) or "").split("\n\n")[0].replace("\n", " ")


def main() -> None:
    """Write them all."""
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
