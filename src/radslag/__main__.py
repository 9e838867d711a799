"""``python -m radslag`` is ``radslag``."""

import sys

from radslag.cli import main

sys.exit(main())
