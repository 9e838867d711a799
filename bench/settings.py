"""Our settings, with a data folder that vanishes afterwards and the bare view beside our addresses."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="radslag-")
os.environ["RADSLAG_DATA"] = _data.name

from radslag.config.settings import *  # noqa: E402, F403
from radslag.config.settings import ALLOWED_HOSTS  # noqa: E402

ROOT_URLCONF = "bench.bare"
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]
