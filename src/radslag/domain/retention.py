"""What is kept of people and for how long (gallring): rules as data, and which day each reaches back to.

Dataskyddsförordningen (EU 2016/679) art. 5.1 e lets personal data be kept no longer than they are needed;
who has sat where is a public record (arkivlagen 1990:782) and is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal[
    "secret_letters", "letters", "keys", "sessions", "seat_phones", "account_phones", "visits", "accounts"
]


@dataclass(frozen=True)
class Rule:
    """Something that is removed so many days after it was last needed."""

    kind: Kind
    days: int

    def before(self, today: date) -> date:
        """What was last needed before that day is removed."""
        return today - timedelta(days=self.days)


RULES: tuple[Rule, ...] = (
    Rule("secret_letters", 0),
    Rule("letters", 90),
    Rule("keys", 30),
    Rule("sessions", 0),
    Rule("seat_phones", 30),
    Rule("account_phones", 30),
    Rule("visits", 365),
    Rule("accounts", 365),
)


def rule_for(kind: Kind) -> Rule:
    """The rule of that kind."""
    return next(rule for rule in RULES if rule.kind == kind)
