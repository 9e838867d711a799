"""A real cooperation to begin with: the operational plan of the eight Södertörn municipalities for 2021."""

from __future__ import annotations

from importlib import resources

from radslag.domain.plan_document import PlanDocument
from radslag.press.exchange.plan_json import read_plan_json


def load_example() -> PlanDocument:
    """The plan, contradictions and all: facts and titles as its document has them, longer texts restated."""
    return read_plan_json(resources.files(__name__).joinpath("sodertorn-2021.json").read_bytes())
