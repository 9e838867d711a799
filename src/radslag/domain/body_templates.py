"""The bodies that cooperations usually have, to begin with."""

from __future__ import annotations

from collections.abc import Mapping

from radslag.domain.plan_document import Body

BODY_TEMPLATES: Mapping[str, tuple[Body, ...]] = {
    "committee": (
        Body(name="Samarbetskommittén", kind="committee"),
        Body(name="Ledningsgruppen", kind="management_group"),
        Body(name="Nätverket för planeringschefer", kind="network"),
        Body(name="Nätverket för näringslivschefer", kind="network"),
        Body(name="Kansliet", kind="secretariat"),
    ),
    "steering_group": (
        Body(name="Styrgruppen", kind="committee"),
        Body(name="Arbetsgruppen", kind="network"),
        Body(name="Kansliet", kind="secretariat"),
    ),
    "board": (
        Body(name="Direktionen", kind="committee"),
        Body(name="Beredningen", kind="management_group"),
        Body(name="Förbundskansliet", kind="secretariat"),
    ),
}
"""By the name of the pattern: a political committee over networks, a steering group over a working group,
and the board (direktion) of a federation (kommunalförbund)."""
