"""Takes plan documents in for review, stores what is accepted, and freezes what is decided."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from radslag.decisions.meetings.actions import store_calendar, store_decisions
from radslag.decisions.papers.actions import store_documents
from radslag.domain import mandate, swedish
from radslag.domain import plan_document as domain
from radslag.domain.limits import misfits
from radslag.domain.plan_document import Body, Decision, PlanDocument
from radslag.domain.pointer_words import in_words
from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.people.bodies.actions.seats import seat_in_secretariat
from radslag.people.bodies.actions.storing import store_bodies
from radslag.people.bodies.queries import bodies_of, held_seats, sits_in
from radslag.people.looks.actions import change_look
from radslag.people.looks.queries import look_of
from radslag.people.members.actions import AddressTakenError, begin_cooperation, store_members
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import cooperation_named, held_alone, members_of
from radslag.press.editions.models import Draft, Edition
from radslag.press.editions.queries import compose, corrected, edition_in_force, known_in
from radslag.press.exchange.plan_json import canonical, fingerprint, from_json, to_json
from radslag.press.exchange.reading import Known, decode, read_plan
from radslag.work.budget.actions import store_budget
from radslag.work.conferences.actions import store_conferences
from radslag.work.plans.actions.storing import Surroundings, put_in_force, store_plan
from radslag.work.plans.models import Plan
from radslag.work.plans.queries import plan_of_year, plans_of
from radslag.work.programme.actions import store_programme


class NotAcceptableError(ValueError):
    """The document cannot be stored as it is; the message says why and what to do."""


def take_in(
    data: bytes, file_name: str, cooperation: Cooperation | None, *, acting_user: User | None
) -> Draft:
    """Read a file into a draft for review; a file taken in before gives the draft it gave then.

    Without a cooperation the one that the document names is meant, and begun if there is none. The reading,
    which may take seconds, comes before the transaction, so that nobody waits for it.
    """
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, cooperation))
    document = read_plan(data, known=known_in(cooperation))
    if cooperation:
        _require_same_cooperation(cooperation, document)
    return _keep(document, data, file_name, cooperation, acting_user=acting_user)


def set_up(
    told: domain.Cooperation,
    bodies: Sequence[domain.Body],
    slug: str,
    *,
    year: int | None = None,
    file: tuple[bytes, str] | None = None,
    acting_user: User | None,
) -> Cooperation:
    """Begin a cooperation whole: members, bodies, a seat in its secretariat for who begins it, and a plan.

    The plan is a file, by content and name, that becomes a draft for review, or an empty one for the year.
    Asked for twice, it is begun once.
    """
    mandate.require(mandate.Act.BEGIN_COOPERATION, held_seats(acting_user, None))
    known = Known(
        cooperation=told.name,
        area=told.area,
        members=tuple(member.name for member in told.members),
        bodies=tuple(bodies),
    )
    document = read_plan(file[0], known=known) if file else None
    try:
        with transaction.atomic():
            cooperation = begin_cooperation(told, slug=slug, acting_user=acting_user)
            store_members(cooperation, told, acting_user=acting_user)
            store_bodies(cooperation, bodies, acting_user=acting_user)
            if acting_user:
                seat_in_secretariat(cooperation, acting_user.email, str(acting_user), acting_user=acting_user)
            if document and file:
                _require_same_cooperation(cooperation, document)
                _keep(document, *file, cooperation, acting_user=acting_user)
            elif year:
                store(_empty_plan(told, bodies, year), cooperation, acting_user=acting_user)
    except AddressTakenError:
        if begun := _begun_before(told, slug, acting_user):
            return begun
        raise
    return cooperation


def _empty_plan(told: domain.Cooperation, bodies: Sequence[domain.Body], year: int) -> PlanDocument:
    return PlanDocument(
        year=year, title=f"Verksamhetsplan {year}", cooperation=told, bodies=tuple(bodies), language="sv"
    )


def _begun_before(told: domain.Cooperation, slug: str, acting_user: User | None) -> Cooperation | None:
    sites = sits_in(acting_user) if acting_user else []
    return next((each for each in sites if (each.slug, each.name) == (slug, told.name)), None)


@transaction.atomic
def _keep(
    document: PlanDocument,
    data: bytes,
    file_name: str,
    cooperation: Cooperation | None,
    *,
    acting_user: User | None,
) -> Draft:
    if cooperation is None:
        cooperation = cooperation_named(document.cooperation.name) or begin_cooperation(
            document.cooperation, acting_user=acting_user
        )
    draft, is_new = Draft.objects.exclude(status=Draft.Status.DISCARDED).get_or_create(
        cooperation=cooperation,
        fingerprint=hashlib.sha256(data).hexdigest(),
        defaults={
            "file_name": file_name[:200],
            "text": decode(data).replace("\r\n", "\n").replace("\r", "\n"),
            "document": to_json(document),
            "taken_in_by": acting_user,
        },
    )
    if is_new:
        _enter("draft.taken_in", draft, acting_user)
    return draft


@transaction.atomic
def correct(draft: Draft, pointer: str, words: str, *, acting_user: User | None) -> None:
    """Let a value of the draft be what somebody says it is; `PlanJsonError` if it cannot be that."""
    draft = _waiting(draft, acting_user)
    draft.corrections |= {pointer: words.strip()}
    corrected(draft)
    draft.save(update_fields=["corrections"])
    _enter("draft.corrected", draft, acting_user, pointer=pointer, value=words)


@transaction.atomic
def accept(draft: Draft, *, acting_user: User | None, supersede: bool = False) -> Plan:
    """Store the draft as the plan of its year; accepting it again gives the plan it became."""
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, draft.cooperation))
    stored = Draft.objects.select_for_update().get(pk=draft.pk)
    if stored.status == Draft.Status.ACCEPTED and stored.plan:
        return stored.plan
    draft = _waiting(draft, acting_user)
    document = corrected(draft)
    if not supersede:
        _require_no_other_work(draft.cooperation, document)
    _correct_name(draft, document.cooperation, acting_user=acting_user)
    plan = store(document, draft.cooperation, acting_user=acting_user, supersede=supersede)
    draft.status, draft.plan = Draft.Status.ACCEPTED, plan
    draft.save(update_fields=["status", "plan"])
    _enter("draft.accepted", draft, acting_user)
    return plan


def _correct_name(draft: Draft, told: domain.Cooperation, *, acting_user: User | None) -> None:
    """A cooperation named after what the file was misread as takes the corrected name; others keep theirs."""
    read, look = from_json(draft.document).cooperation, look_of(draft.cooperation)
    if (look.name, look.area) == (read.name, read.area or ""):
        corrected_look = replace(look, name=told.name, area=told.area or "")
        change_look(draft.cooperation, corrected_look, acting_user=acting_user)


def _require_no_other_work(cooperation: Cooperation, document: PlanDocument) -> None:
    """A working plan is somebody's work, which a file takes the place of only when that is said."""
    earlier = plan_of_year(cooperation, document.year) if document.year else None
    if earlier and not earlier.decided_by and fingerprint(compose(earlier)) != fingerprint(document):
        raise NotAcceptableError(
            f"Det finns redan en plan för {earlier.year} som någon arbetar med. Markera att den ska ersättas."
        )


@transaction.atomic
def discard(draft: Draft, *, acting_user: User | None) -> None:
    """Put the draft away without storing it; the file can be taken in anew."""
    draft = _waiting(draft, acting_user)
    draft.status = Draft.Status.DISCARDED
    draft.save(update_fields=["status"])
    _enter("draft.discarded", draft, acting_user)


@transaction.atomic
def store(
    document: PlanDocument,
    cooperation: Cooperation,
    *,
    acting_user: User | None,
    supersede: bool = False,
) -> Plan:
    """Store a plan document whole and freeze it if it is decided; storing the same again changes nothing.

    A plan already frozen is only followed by one with a later decision, or by a better reading of the
    same one when `supersede` says so; the earlier edition is kept.
    """
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, cooperation))
    if document.year is None:
        raise NotAcceptableError("Planen saknar år. Ange året innan den sparas.")
    _require_within_limits(document)
    held_alone(cooperation)
    earlier = plan_of_year(cooperation, document.year)
    frozen = edition_in_force(earlier) if earlier else None
    if earlier and frozen and frozen.fingerprint == fingerprint(document):
        return earlier
    if earlier and frozen and not supersede:
        _require_later_decision(earlier, document)
    plan = _store_parts(document, document.year, cooperation, acting_user=acting_user)
    _freeze(plan, document, acting_user=acting_user)
    return plan


@transaction.atomic
def decide(plan: Plan, day: date, *, acting_user: User | None) -> Plan:
    """Let a working plan be decided as it stands, by the committee that day, and freeze it."""
    cooperation = plan.cooperation
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, cooperation))
    held_alone(cooperation)
    plan = Plan.objects.select_related("cooperation", "decided_by").get(pk=plan.pk)
    if plan.decided_by:
        raise NotAcceptableError(f"Planen är redan beslutad {swedish.format_date(plan.decided_by.date)}.")
    if day > timezone.localdate():
        raise NotAcceptableError("Beslutet kan inte ligga framåt i tiden. Ange dagen då det togs.")
    taken_by = next((body.name for body in bodies_of(cooperation) if body.kind == "committee"), None)
    told = Decision(date=day, text=f"{plan.title} fastställs.", body=taken_by)
    _require_within_limits(replace(compose(plan), decided=day))
    [decision] = store_decisions(cooperation, [told], acting_user=acting_user)
    put_in_force(plan, decision, acting_user=acting_user)
    _freeze(plan, compose(plan), acting_user=acting_user)
    return plan


@transaction.atomic
def store_new(document: PlanDocument, cooperation: Cooperation, *, acting_user: User | None) -> Plan:
    """Store a plan for a year that has none; a plan that exists is never overwritten."""
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, cooperation))
    held_alone(cooperation)
    if document.year and plan_of_year(cooperation, document.year):
        raise NotAcceptableError(f"Det finns redan en plan för {document.year}. Arbeta vidare i den.")
    return store(document, cooperation, acting_user=acting_user)


def _store_parts(
    document: PlanDocument, year: int, cooperation: Cooperation, *, acting_user: User | None
) -> Plan:
    told_in = year if document.decided is None else None
    store_members(cooperation, document.cooperation, told_in=told_in, acting_user=acting_user)
    bodies = store_bodies(
        cooperation,
        [*document.bodies, *_bodies_only_met(document, cooperation)],
        told_in=year,
        is_decided=document.decided is not None,
        is_newest=all(plan.year <= year for plan in plans_of(cooperation, with_drafts=True)),
        acting_user=acting_user,
    )
    decisions = store_decisions(cooperation, document.decisions, acting_user=acting_user)
    documents = store_documents(cooperation, document.documents, acting_user=acting_user)
    programme = (
        store_programme(cooperation, document.programme, acting_user=acting_user)
        if document.programme
        else None
    )
    store_calendar(cooperation, year, document.meetings, bodies, acting_user=acting_user)
    around = Surroundings(programme=programme, bodies=bodies, decisions=decisions, documents=documents)
    plan = store_plan(cooperation, year, document, around, acting_user=acting_user)
    store_conferences(plan, document.conferences, acting_user=acting_user)
    store_budget(plan, document.budget, acting_user=acting_user)
    return plan


def _bodies_only_met(document: PlanDocument, cooperation: Cooperation) -> list[Body]:
    """The bodies that have meetings but that neither the document nor the cooperation presents."""
    presented = {body.name for body in document.bodies} | {body.name for body in bodies_of(cooperation)}
    met = dict.fromkeys(meeting.body for meeting in document.meetings)
    return [Body(name=name, kind="other") for name in met if name not in presented]


def _freeze(plan: Plan, document: PlanDocument, *, acting_user: User | None) -> None:
    if plan.decided_by is None:
        return
    edition = Edition.objects.create(
        plan=plan,
        fingerprint=fingerprint(document),
        decided=plan.decided_by.date,
        canonical=canonical(document).decode(),
        places=to_json(document).get("places", {}),
    )
    enter(
        "plan.frozen",
        plan.title,
        acting_user=acting_user,
        cooperation_slug=plan.cooperation.slug,
        fingerprint=edition.fingerprint,
    )


def _waiting(draft: Draft, acting_user: User | None) -> Draft:
    """The draft as it is now, locked for whoever may change it."""
    mandate.require(mandate.Act.TAKE_IN_PLAN, held_seats(acting_user, draft.cooperation))
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if draft.status != Draft.Status.WAITING:
        raise NotAcceptableError("Utkastet är redan avslutat. Läs in filen på nytt om något ska ändras.")
    return draft


def _enter(verb: str, draft: Draft, acting_user: User | None, **details: str) -> None:
    slug = draft.cooperation.slug
    enter(verb, draft.file_name, acting_user=acting_user, cooperation_slug=slug, draft=draft.pk, **details)


def _require_within_limits(document: PlanDocument) -> None:
    misfit = next(misfits(document), None)
    if misfit:
        place = in_words(misfit.pointer)
        raise NotAcceptableError(
            f"{place[:1].upper()}{place[1:]} {misfit.reason}. Rätta det innan planen sparas."
        )


def _require_same_cooperation(cooperation: Cooperation, document: PlanDocument) -> None:
    told = {member.name for member in document.cooperation.members}
    ours = {member.name for member in members_of(cooperation)}
    if document.cooperation.name != cooperation.name and told and ours and not told & ours:
        raise NotAcceptableError(
            f"Planen gäller {document.cooperation.name}, inte {cooperation.name}. "
            f"Läs in den hos {document.cooperation.name}."
        )


def _require_later_decision(earlier: Plan, document: PlanDocument) -> None:
    decided = earlier.decided_by.date if earlier.decided_by else None
    if decided and (document.decided is None or document.decided <= decided):
        raise NotAcceptableError(
            f"{earlier.title} är redan beslutad {swedish.format_date(decided)} "
            "och ändras bara av ett senare beslut. "
            "Är det samma beslut, bättre läst, så säg att det ska ersätta den tidigare läsningen."
        )
