"""A fault of ours leaves a trace where whoever keeps the installation looks for it."""

import io
import logging

import pytest
from django.test import Client

from radslag.windows.public.queries import site


def _fail(*_args: object) -> None:
    raise ZeroDivisionError


@pytest.mark.django_db
def test_a_fault_is_written_with_its_traceback(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    [handler] = [each for each in logging.getLogger().handlers if each.name == "errors"]
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    monkeypatch.setattr(handler, "stream", written)
    monkeypatch.setattr(site, "start_page", _fail)
    client.raise_request_exception = False
    assert client.get("/").status_code == 500
    assert "ZeroDivisionError" in written.getvalue()
    assert client.get("/finns-inte/").status_code == 404
    assert "finns-inte" not in written.getvalue()
