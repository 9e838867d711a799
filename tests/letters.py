"""What stands in letters."""

from __future__ import annotations

import re

from django.core.mail import EmailMessage


def path_in(letter: EmailMessage) -> str:
    """The path of the link in a letter, which must be the same in its text and its HTML."""
    [in_text] = re.findall(r"https?://[^/\s]+(/\S+)", str(letter.body))
    [(html, _)] = letter.alternatives  # type: ignore[attr-defined]
    assert f'{in_text}"' in str(html)
    return str(in_text)
