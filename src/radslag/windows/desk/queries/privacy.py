"""What is kept of the people of a cooperation, for how long, and what has been removed."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from radslag.domain.retention import RULES
from radslag.ground.register.queries import OF_THE_INSTALLATION, entries_of
from radslag.people.bodies.queries import seats_in
from radslag.people.privacy.queries import extract_of
from radslag.windows.desk.queries.access import Worker, plain_page
from radslag.windows.desk.queries.history import told

KEPT = {
    "secret_letters": _("The words of letters that let somebody in, once they are sent"),
    "letters": _("The words of other letters"),
    "keys": _("Links that no longer open anything"),
    "sessions": _("Where somebody was signed in, once they no longer are"),
    "seat_phones": _("The phone number told for a seat, once the seat has ended"),
    "account_phones": _("The phone number of somebody who has no seat any more"),
    "visits": _("When somebody last looked at what was new"),
    "accounts": _("The account of somebody who neither has a seat nor signs in"),
}
MOST_REMOVALS = 20


def privacy_page(worker: Worker) -> dict[str, Any]:
    """The rules, the latest removals, and everybody of whom an extract can be made."""
    people = {seat.account.pk: seat.person for seat in seats_in(worker.cooperation) if seat.account}
    registers = (worker.cooperation.slug, OF_THE_INSTALLATION)
    removals = [
        entry
        for slug in registers
        for entry in entries_of(slug).filter(verb="personal.removed")[:MOST_REMOVALS]
    ]
    return plain_page(worker.cooperation) | {
        "rules": [(KEPT[rule.kind], rule.days) for rule in RULES],
        "removals": [
            (told(entry), [(KEPT[kind], count) for kind, count in (entry.new or {}).items()])
            for entry in sorted(removals, key=lambda entry: entry.at, reverse=True)[:MOST_REMOVALS]
        ],
        "people": sorted(people.items(), key=lambda one: one[1]),
    }


def extract_or_404(worker: Worker, number: int) -> dict[str, Any]:
    """Everything that the cooperation keeps of the person with that account; 404 if they never sat there."""
    for seat in seats_in(worker.cooperation):
        if seat.account and seat.account.pk == number:
            return extract_of(seat.account, worker.cooperation)
    raise Http404
