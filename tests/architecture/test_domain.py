"""The rules stand on their own: plain Python, and enough of it."""

import sys

from architecture import house


def test_the_domain_imports_the_standard_library_only() -> None:
    foreign = {
        f"{house.name(file)}: {module}"
        for file in house.modules(house.PACKAGE / "domain")
        for module in house.imports(file)
        if not module.startswith("radslag.domain") and module.split(".")[0] not in sys.stdlib_module_names
    }
    assert foreign == set()


def test_at_least_a_quarter_of_the_code_needs_no_django() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in house.modules()}
    plain = sum(
        length
        for file, length in lines.items()
        if not any(module.split(".")[0] == "django" for module in house.imports(file))
    )
    assert plain / sum(lines.values()) >= 0.25
