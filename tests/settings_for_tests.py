"""Our settings, with a data folder that vanishes afterwards, a known key and quick passwords."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="radslag-")
os.environ["RADSLAG_DATA"] = _data.name
os.environ["RADSLAG_SECRET_KEY"] = "not a secret"

from radslag.config.settings import *  # noqa: E402, F403
from radslag.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": f"{_data.name}/test.sqlite3"}
