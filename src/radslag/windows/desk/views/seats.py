"""Who sits where: looked at, appointed, replaced, put right, ended and undone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.domain.mandate import Act, NotMandatedError
from radslag.ground.shell.formats import format_date
from radslag.ground.shell.language import address
from radslag.ground.shell.numbers import number_in
from radslag.people.admission.actions import invite
from radslag.people.bodies.actions import seats as actions
from radslag.press.exchange.contact_list import write_table, write_vcards
from radslag.windows.desk.forms.seats import DayForm, EndForm, PersonForm, SeatForm, UndoForm, told_in_words
from radslag.windows.desk.queries import seats as queries
from radslag.windows.desk.queries.access import Worker, worker_or_404
from radslag.windows.desk.queries.contacts import body_contacts
from radslag.windows.desk.queries.history import sentence_of
from radslag.windows.desk.queries.seat_words import told_appointment
from radslag.windows.desk.views.page import page

MOST_KNOWN = 500


@require_safe
def organisation(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Every body, as of a day."""
    worker = worker_or_404(request, cooperation)
    form, day = _asked_day(request)
    return page(request, "desk/organisation.html", {**queries.organisation_page(worker, day), "form": form})


@require_safe
def body(request: HttpRequest, cooperation: str, body: str) -> HttpResponse:
    """Who sits in a body, as of a day."""
    worker = worker_or_404(request, cooperation)
    form, day = _asked_day(request)
    shown = queries.body_page(worker, queries.body_or_404(worker, body), day, request.GET.get("klart", ""))
    return page(request, "desk/body.html", {**shown, "form": form})


@require_safe
def member(request: HttpRequest, cooperation: str, member: str) -> HttpResponse:
    """Everything that a member fills."""
    worker = worker_or_404(request, cooperation)
    found = queries.member_or_404(worker, member)
    return page(request, "desk/member.html", queries.member_page(worker, found, request.GET.get("klart", "")))


@require_safe
def offices(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Who holds the offices outside the bodies."""
    worker = worker_or_404(request, cooperation)
    return page(request, "desk/offices.html", queries.offices_page(worker, request.GET.get("klart", "")))


@require_safe
def contacts(request: HttpRequest, cooperation: str, body: str, form: str) -> HttpResponse:
    """How those who sit in a body are reached, as a file."""
    worker = worker_or_404(request, cooperation, Act.SEE_CONTACTS)
    found = body_contacts(worker, queries.body_or_404(worker, body))
    if form == "vcf":
        return _file(write_vcards(found), f"{body}.vcf", "text/vcard; charset=utf-8")
    if form == "csv":
        headings = (_("Name"), _("As what"), _("Municipality"), _("E-mail"), _("Phone"))
        return _file(write_table(found, headings), f"{body}.csv", "text/csv; charset=utf-8")
    raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: HttpRequest, cooperation: str, body: str | None = None) -> HttpResponse:
    """Appoint somebody to a body, or to an office."""
    worker = worker_or_404(request, cooperation)
    found = queries.body_or_404(worker, body) if body else None
    members = queries.appointable_members(worker, found)
    roles = queries.appointable_roles(worker, found, members)
    wished = {
        "role": request.GET.get("som", roles[0]),
        "member": next((each.pk for each in members if each and each.slug == request.GET.get("kommun")), ""),
    }
    form = SeatForm(_sent(request), roles=roles, members=members, initial=wished)
    return _appointed(request, worker, form) or page(
        request,
        "desk/appoint.html",
        queries.appointing_page(worker, found, form=form, back=_back(request)),
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, cooperation: str, seat: int) -> HttpResponse:
    """Let somebody else take over a seat."""
    worker = worker_or_404(request, cooperation)
    found = queries.seat_or_404(worker, seat)
    held = {"role": found.role, "ex_officio": found.ex_officio, "member": found.member_id or ""}
    form = SeatForm(_sent(request), roles=(found.role,), members=(found.member,), initial=held)  # type: ignore[arg-type]
    context = queries.appointing_page(worker, found.body, form=form, leaving=found, back=_back(request))
    return _appointed(request, worker, form, found) or page(
        request, "desk/appoint.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, cooperation: str, seat: int) -> HttpResponse:
    """Put right what was said of a seat; from there it is ended or taken back, too."""
    worker = worker_or_404(request, cooperation)
    found = queries.seat_or_404(worker, seat)
    form = _change_form(request, worker, found)
    if request.method == "POST" and form.is_valid():
        try:
            told = form.appointment(body=found.body, account=queries.kept_account(found, form.cleaned_data))
            actions.change_seat(found, told, after=next(iter(_known(request)), None), acting_user=worker.user)
        except actions.SeatError as error:
            form.refuse(error)
        except actions.ChangedError as error:
            form.changed_by(sentence_of(error.entry), str(error.entry.acting_user or ""))
        else:
            messages.success(request, _("The change is saved."))
            return _home(request, worker, found)
    more = {"form": form, "end_form": EndForm(auto_id="end_%s"), "back": _back(request)}
    context = queries.changing_page(worker, found) | more
    return page(request, "desk/seat.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, cooperation: str, seat: int) -> HttpResponse:
    """Let a seat be held to a day and no longer."""
    worker = worker_or_404(request, cooperation)
    found = queries.seat_or_404(worker, seat)
    form = EndForm(request.POST, auto_id="end_%s")
    if not form.is_valid():
        messages.error(request, _("There is no such day. Write it as 2021-03-01."))
        return redirect(address(request, "site:desk:seat", cooperation, seat))
    last_day = form.cleaned_data["to_day"]
    try:
        actions.end_seat(found, last_day, acting_user=worker.user)
    except actions.SeatError as error:
        messages.error(request, told_in_words(error.fault))
        return redirect(address(request, "site:desk:seat", cooperation, seat))
    words = {"person": found.person, "on": format_date(last_day)}
    messages.success(request, _("%(person)s leaves the seat after %(on)s.") % words)
    return _home(request, worker, found)


@require_POST
def withdraw(request: HttpRequest, cooperation: str, seat: int) -> HttpResponse:
    """Take back a seat given by mistake."""
    worker = worker_or_404(request, cooperation)
    found = queries.seat_or_404(worker, seat)
    try:
        actions.withdraw_seat(found, acting_user=worker.user)
        messages.success(request, _("The seat of %(person)s is taken back.") % {"person": found.person})
    except actions.SeatError as error:
        messages.error(request, told_in_words(error.fault))
    return _home(request, worker, found)


@require_POST
def undo(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Undo what was just done to seats."""
    worker = worker_or_404(request, cooperation)
    numbers = UndoForm(request.POST).numbers()
    try:
        actions.undo(worker.cooperation, numbers, acting_user=worker.user)
        messages.success(request, _("Undone. Everything is as it was before."))
    except NotMandatedError as error:
        raise Http404 from error
    except (actions.TooLateError, actions.SeatError):
        messages.error(request, _("The seat has been changed since. Change it instead."))
    return redirect(queries.place_of(request, worker, request.POST.get("at", "")))


@require_http_methods(["GET", "HEAD", "POST"])
def succeed(request: HttpRequest, cooperation: str, member: str, office: str) -> HttpResponse:
    """Let somebody take over every seat that follows an office at a member."""
    worker = worker_or_404(request, cooperation)
    found = queries.member_or_404(worker, member)
    seats = queries.following_or_404(worker, found, office)
    form = PersonForm(_sent(request))
    if request.method == "POST" and form.is_valid() and seats:
        try:
            beside = _known(request) or None
            done = actions.succeed(seats, form.appointment(), beside=beside, acting_user=worker.user)
        except actions.SeatError as error:
            form.refuse(error)
        except actions.TakenError as error:
            form.overtaken_by(error.seat.person, str(error.seat.appointed_by or ""))
        else:
            _welcome(request, worker, *done)
            touched = [seat for each in done for seat in (each.seat, each.instead_of)]
            return _home(request, worker, *touched, member=found.slug)
    known = queries.known_followers(worker, found, office)
    shown = {"form": form, "member": found, "office": office, "seats": seats, "known": known}
    context = queries.appointing_page(worker, None, **shown)
    return page(request, "desk/succeed.html", context, status=422 if form.errors else 200)


def _asked_day(request: HttpRequest) -> tuple[DayForm, date]:
    """The day asked for, today when there is no such day."""
    asked = {"per": request.GET.get("per") or timezone.localdate().isoformat()}
    form = DayForm(asked)
    return form, form.cleaned_data["per"] if form.is_valid() else timezone.localdate()


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _change_form(request: HttpRequest, worker: Worker, seat: Any) -> SeatForm:
    """The form of a seat as it is told; since when it is held need not be known."""
    members = queries.appointable_members(worker, seat.body)
    roles = queries.appointable_roles(worker, seat.body, members)
    form = SeatForm(_sent(request), roles=roles, members=members, initial=queries.as_told(seat))
    form.fields["from_day"].required = False
    return form


def _appointed(
    request: HttpRequest, worker: Worker, form: SeatForm, leaving: Any = None
) -> HttpResponse | None:
    """Appoint as the form says and lead on; None if that cannot be done, and the form says why."""
    if request.method != "POST" or not form.is_valid():
        return None
    body = leaving.body if leaving else queries.body_asked(request, worker)
    told = form.appointment(body=body)
    try:
        done = actions.appoint(
            worker.cooperation, told, instead_of=leaving, beside=_known(request), acting_user=worker.user
        )
    except actions.SeatError as error:
        form.refuse(error)
    except actions.TakenError as error:
        form.taken_by(error.seat.person, str(error.seat.appointed_by or ""))
    else:
        _welcome(request, worker, done)
        return _home(request, worker, done.seat, leaving)
    return None


def _known(request: HttpRequest) -> list[int]:
    """What the form knew when it was opened: the keys of those who sat there, or the last entry of a seat."""
    known = map(number_in, request.POST.get("known", "").split(",")[:MOST_KNOWN])
    return [each for each in known if each is not None]


def _welcome(request: HttpRequest, worker: Worker, *done: actions.Appointed) -> None:
    """Invite those who have not sat in the cooperation before, and say what was done."""
    for each in done:
        if each.newcomer:
            invite(each.newcomer.email, each.seat.person, worker.cooperation, acting_user=worker.user)
        for sentence in told_appointment(each.seat, each.instead_of, invited=each.newcomer is not None):
            messages.success(request, sentence)


def _back(request: HttpRequest) -> str:
    return "kommun" if "kommun" in (request.GET.get("fran"), request.POST.get("fran")) else ""


def _home(request: HttpRequest, worker: Worker, *seats: Any, member: str = "") -> HttpResponse:
    """On to where the first of the seats is shown, with what was done to them to undo."""
    first = seats[0]
    if not member and _back(request) and first.member:
        member = first.member.slug
    place = f"kommun:{member}" if member else f"organ:{first.body.slug}" if first.body else ""
    done = queries.entries_about(worker.cooperation, seats)
    return redirect(queries.place_of(request, worker, place) + (f"?klart={done}" if done else ""))


def _file(content: bytes, name: str, media_type: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})
