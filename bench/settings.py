"""Our settings, with a data folder that vanishes afterwards and the bare view beside our addresses."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="radslag-")
os.environ["RADSLAG_DATA"] = _data.name

from radslag.config.settings import *  # noqa: E402, F403

ROOT_URLCONF = "bench.bare"
ALLOWED_HOSTS = ["testserver", "localhost"]
