"""What the reader is given beforehand, and how it refuses what it cannot read."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.domain.plan_document import Body


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the database already holds of the cooperation: its name, area, members and bodies.

    They are words to recognise: nothing of this comes into the document unless the text speaks of it.
    """

    cooperation: str | None = None
    area: str | None = None
    members: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


class UnreadableError(ValueError):
    """The file cannot be read as one plan; the message is a Swedish sentence that says why and what to do."""
