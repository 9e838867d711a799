"""Which reader takes what: any plan file as a plan document."""

from dataclasses import dataclass

from radslag.domain.plan_document import Body, PlanDocument
from radslag.press.exchange.plan_json import read_plan_json


class UnreadableError(ValueError):
    """The file is no plan: one clear sentence with the remedy."""


@dataclass(frozen=True)
class Known:
    """Names a reader may take for granted."""

    members: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


def decode(data: bytes) -> str:
    """The file as text."""
    return data.decode()


def read_plan(data: bytes, *, known: Known | None = None) -> PlanDocument:
    """The plan in a file."""
    return read_plan_json(data)
