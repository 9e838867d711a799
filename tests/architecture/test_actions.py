"""A change has somebody behind it and happens whole or not at all."""

import ast
from collections.abc import Iterator

from architecture import house


def public_actions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for file in house.modules():
        if file.name == "actions.py" or file.parent.name == "actions":
            for node in house.parsed(file).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield f"{house.name(file)} {node.name}", node


def test_every_action_is_told_who_acts() -> None:
    untold = [
        where
        for where, action in public_actions()
        if "acting_user" not in {argument.arg for argument in action.args.kwonlyargs}
    ]
    assert untold == []


def test_no_model_builds_a_world_and_nothing_listens_behind_the_scenes() -> None:
    hidden = [
        f"{house.name(file)}: {module}"
        for file in house.modules()
        for module in house.imports(file)
        if module.startswith("django") and module.endswith((".signals", ".dispatch"))
    ]
    assert hidden == []
