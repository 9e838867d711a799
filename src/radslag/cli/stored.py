"""What is done with the plans in the database."""

import sys
from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from radslag.cli.accounts import EXAMPLE_SECRETARY
from radslag.cli.files import account, content_of
from radslag.cli.refusals import CommandError
from radslag.domain import findings
from radslag.domain.plan_document import Finding, PlanDocument
from radslag.domain.pointer_words import called
from radslag.example import load_example
from radslag.ground.accounts.queries import account_of
from radslag.ground.register.queries import broken_at, chains
from radslag.people.bodies.actions.seats import seat_in_secretariat
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.queries import cooperation_named, cooperations
from radslag.press.editions import actions
from radslag.press.editions.queries import corrected, edition_per, in_force
from radslag.press.exchange.plan_json import read_plan_json
from radslag.press.exchange.writing import WRITERS
from radslag.work.plans.queries import plans_of

if TYPE_CHECKING:
    from radslag.people.members.models import Cooperation
    from radslag.press.editions.models import Draft
    from radslag.work.plans.models import Plan

SEVERITIES = {"error": "Fel", "warning": "Varning", "notice": "Att notera"}


def example(_asked: Namespace) -> int:
    """Put the example in the database; a second time changes nothing."""
    call_command("migrate", verbosity=0)
    document = load_example()
    with transaction.atomic():
        cooperation = cooperation_named(document.cooperation.name) or begin_cooperation(
            document.cooperation, acting_user=None
        )
        plan = actions.store(document, cooperation, acting_user=None)
        if not account_of(EXAMPLE_SECRETARY):
            seat_in_secretariat(cooperation, EXAMPLE_SECRETARY, "Kansliet", acting_user=None)
    print(f"{plan.title} för {cooperation.name} finns i databasen.")
    return 0


def take_in(asked: Namespace) -> int:
    """Read a file into a draft, and store it at once if so asked."""
    call_command("migrate", verbosity=0)
    data = content_of(asked.file)
    name = asked.file.name.encode(errors="replace").decode()
    cooperation = _cooperation(asked.cooperation) if asked.cooperation else None
    print(f"Läser {name} …", file=sys.stderr)
    try:
        draft = actions.take_in(data, name, cooperation, acting_user=None)
    except actions.NotAcceptableError as error:
        raise CommandError(str(error)) from error
    document = corrected(draft)
    print(account(document), file=sys.stderr)
    if asked.accept:
        return _accept(draft, supersede=asked.supersede)
    doubtful = sum(place.doubt is not None for place in document.places.values())
    print(f"Utkast {draft.pk}: {doubtful} värden är tveksamma. Granska på {_review_address(draft)}.")
    return 0


def _accept(draft: "Draft", *, supersede: bool) -> int:
    print("Sparar …", file=sys.stderr)
    try:
        plan = actions.accept(draft, acting_user=None, supersede=supersede)
    except actions.NotAcceptableError as error:
        reason = f"{error} (--supersede) Utkastet väntar på {_review_address(draft)}."
        raise CommandError(reason) from error
    print(f"{plan.title} för {plan.cooperation.name} är sparad.")
    return 0


def _review_address(draft: "Draft") -> str:
    return f"{settings.ADDRESS}/{draft.cooperation.slug}/arbete/import/{draft.pk}/"


def check(asked: Namespace) -> int:
    """Say what does not add up; 1 if any of it is an error."""
    document = in_force(_plans(asked)[0])
    found = findings.check(document)
    for finding in found:
        print(_line(finding, document))
    if not found:
        print("Allt går ihop.")
    return int(any(finding.severity == "error" for finding in found))


def _line(finding: Finding, document: PlanDocument) -> str:
    places = "; ".join(dict.fromkeys(called(document, pointer) for pointer in finding.places))
    return f"{SEVERITIES[finding.severity]} [{finding.rule}] {finding.message} ({places})"


def verify(_asked: Namespace) -> int:
    """Prove that nothing in the registers has been changed; 1 names the first broken entry of each."""
    call_command("migrate", verbosity=0)
    registers = chains()
    broken = {chain.cooperation_slug: found for chain in registers if (found := broken_at(chain))}
    for slug, found in broken.items():
        print(f"{slug or 'Installationen'}: {found.reason}")
    if not broken:
        entries = sum(chain.length for chain in registers)
        print(f"Registren är hela: {entries} poster i {len(registers)} register.")
    return int(bool(broken))


def export(asked: Namespace) -> int:
    """Write a plan, or a part of it, to a file."""
    writer = WRITERS.get((asked.what, asked.to))
    if writer is None:
        raise CommandError(_what_can_be_written(asked))
    plans = _plans(asked)
    accent = plans[0].cooperation.accent
    asked.file.write_bytes(writer(_document(plans, asked.per), asked.language, accent))
    print(f"{asked.file} är skriven.", file=sys.stderr)
    return 0


def _what_can_be_written(asked: Namespace) -> str:
    formats = sorted(form for what, form in WRITERS if what == asked.what)
    if formats:
        return f"{asked.what} kan inte skrivas som {asked.to}. Välj {', '.join(formats)}."
    return f"{asked.what} kan inte skrivas. Välj {', '.join(sorted({what for what, _ in WRITERS}))}."


def _document(plans: "list[Plan]", day: date | None) -> PlanDocument:
    """The first of the plans as it is in force, or the newest that was in force on the day asked for."""
    if day is None:
        return in_force(plans[0])
    edition = next((found for plan in plans if (found := edition_per(plan, day))), None)
    if edition is None:
        raise CommandError(f"{plans[-1].title} var inte beslutad {day}. Ange en senare dag med --per.")
    return read_plan_json(edition.canonical.encode())


def _plans(asked: Namespace) -> "list[Plan]":
    """The plans of the year asked for, or of every year, the newest first; never none."""
    call_command("migrate", verbosity=0)
    cooperation = _cooperation(asked.cooperation)
    plans = [plan for plan in plans_of(cooperation, with_drafts=True) if asked.year in (None, plan.year)]
    if not plans:
        year = f" för {asked.year}" if asked.year else ""
        raise CommandError(f"{cooperation.name} har ingen plan{year}. Läs in en med radslag import.")
    return plans


def _cooperation(slug: str | None) -> "Cooperation":
    found = cooperations()
    if cooperation := next((each for each in found if each.slug == slug), None):
        return cooperation
    if not slug and len(found) == 1:
        return found[0]
    if not found:
        raise CommandError("Databasen är tom. Börja med radslag example eller radslag import FIL.")
    names = ", ".join(cooperation.slug for cooperation in found)
    problem = f"Ingen samverkan har adressen {slug}." if slug else "Det finns flera samverkan."
    raise CommandError(f"{problem} Ange --cooperation: {names}.")
