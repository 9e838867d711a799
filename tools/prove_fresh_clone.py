"""Proves that a fresh clone needs only Python and make: runs `make demo`, `make lint` and `make test` in one.

The environment is emptied: a new HOME, a PATH with nothing on it but Python, make and the system's basic
tools, and no inherited variables but those that say how this machine reaches the network.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("make", "git", "sh", "env", "echo", "uname", "mkdir", "rm", "touch", "cat", "useradd")
NETWORK = (
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "NODE_EXTRA_CA_CERTS",
    "PIP_CERT",
    "PIP_INDEX_URL",
    "SSL_CERT_FILE",
)
PATIENCE = 30  # seconds
ADDRESS = re.compile(r"http://localhost:\d+\S*")


def main() -> int:
    """0 when everything the README promises came true."""
    with tempfile.TemporaryDirectory(prefix="radslag-proof-") as folder:
        clone, environment = prepare(Path(folder))
        prove_demo(clone, environment)
        for goal in ("lint", "test"):
            run(["make", goal], clone, environment)
        left = subprocess.check_output(["git", "status", "--porcelain"], cwd=clone, text=True)
        if left:
            sys.exit(f"make left in the clone what git neither keeps nor ignores:\n{left}")
    return 0


def prepare(folder: Path) -> tuple[Path, dict[str, str]]:
    """A clone of this repository in the folder, and the emptied environment for it."""
    clone, home, tools = folder / "clone", folder / "home", folder / "bin"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    if (shared := ROOT.parent / "shared").is_dir():
        (folder / "shared").symlink_to(shared)
    home.mkdir()
    tools.mkdir()
    search = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    for name in TOOLS:
        if found := shutil.which(name, path=search):
            (tools / name).symlink_to(found)
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    network = {name: os.environ[name] for key in NETWORK for name in (key, key.lower()) if name in os.environ}
    return clone, {"HOME": str(home), "PATH": str(tools), **network}


def run(command: list[str], clone: Path, environment: dict[str, str]) -> None:
    """Run the command to its end; ends this program with its code if it fails."""
    started = time.monotonic()
    print(f"— {' '.join(command)}", flush=True)
    if code := subprocess.run(command, cwd=clone, env=environment, check=False).returncode:
        sys.exit(code)
    print(f"— {' '.join(command)}: {time.monotonic() - started:.0f} s", flush=True)


def prove_demo(clone: Path, environment: dict[str, str]) -> None:
    """`make demo` prints an address, and the page there is served; then it is stopped."""
    started = time.monotonic()
    print("— make demo", flush=True)
    demo = subprocess.Popen(
        ["make", "demo"],
        cwd=clone,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        address = told_address(demo)
        status = answered(address)
        print(f"— make demo: {address} answers {status} after {time.monotonic() - started:.0f} s", flush=True)
    finally:
        stop(demo)


def told_address(demo: subprocess.Popen[str]) -> str:
    """The address that the demo prints; ends this program if it stops without one."""
    assert demo.stdout is not None  # noqa: S101
    for line in demo.stdout:
        print(line, end="", flush=True)
        if found := ADDRESS.search(line):
            return found.group()
    sys.exit("make demo ended without an address")


def answered(address: str) -> int:
    """The status of the page there, as soon as somebody opens; ends this program if nobody does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310
                return int(answer.status)
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.1)
    sys.exit(f"nobody answers at {address}")


def stop(demo: subprocess.Popen[str]) -> None:
    """End the demo and what it started."""
    os.killpg(demo.pid, signal.SIGTERM)
    try:
        demo.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(demo.pid, signal.SIGKILL)
        sys.exit("make demo does not end when told to")


if __name__ == "__main__":
    sys.exit(main())
