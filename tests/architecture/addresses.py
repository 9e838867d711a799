"""Who gets what at every address: the table that the tests hold the pages to.

A stranger (not signed in) and a neighbour (secretary of another cooperation) must not even learn that
there is something they may not see: they get 404. What is the installation's is for its operators.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answers:
    """The status that each role gets, with what the address is asked by."""

    stranger: int
    neighbour: int
    secretary: int
    method: str = "get"
    data: dict[str, Any] = field(default_factory=dict)


PUBLIC = Answers(200, 200, 200)
SECRETARIAT = Answers(404, 404, 200)

ADDRESSES: dict[str, Answers] = {
    "begin": Answers(404, 404, 404),
    "front": PUBLIC,
    "bodies": PUBLIC,
    "body": PUBLIC,
    "body-feed": PUBLIC,
    "feed": PUBLIC,
    "members": PUBLIC,
    "member": PUBLIC,
    "decisions": PUBLIC,
    "documents": PUBLIC,
    "accessibility": PUBLIC,
    "colours": PUBLIC,
    "emblem": PUBLIC,
    "plan": PUBLIC,
    "goals": PUBLIC,
    "action-plan": PUBLIC,
    "activity": PUBLIC,
    "calendar": PUBLIC,
    "budget": PUBLIC,
    "findings": PUBLIC,
    "download": PUBLIC,
    "desk:sign-in": PUBLIC,
    "desk:sign-out": Answers(302, 302, 302, method="post"),
    "desk:desk": SECRETARIAT,
    "desk:look": SECRETARIAT,
    "desk:reset-look": Answers(404, 404, 302, method="post"),
    "desk:undo-look": Answers(404, 404, 302, method="post"),
    "desk:imports": SECRETARIAT,
    "desk:draft": SECRETARIAT,
    "desk:correct": Answers(404, 404, 302, method="post", data={"pointer": "/title", "words": "Plan"}),
    "desk:accept": Answers(404, 404, 302, method="post"),
    "desk:discard": Answers(404, 404, 302, method="post"),
}
