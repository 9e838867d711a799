"""Several who do something at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection


def at_once(*doings: Callable[[], object]) -> list[Exception]:
    """Do them all at the same time; answers with what was refused."""
    together, refused = threading.Barrier(len(doings)), list[Exception]()

    def run(do: Callable[[], object]) -> None:
        together.wait()
        try:
            do()
        except Exception as error:  # noqa: BLE001 – told to the test
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(do,)) for do in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused
