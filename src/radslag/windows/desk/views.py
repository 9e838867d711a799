"""Pages for those who work in a cooperation."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.ground.shell.language import address, spoken
from radslag.press.editions import actions
from radslag.press.exchange.plan_json import PlanJsonError
from radslag.press.exchange.reading import UnreadableError
from radslag.windows.desk import queries
from radslag.windows.desk.forms import AcceptForm, CorrectionForm, PlanFileForm, SignInForm
from radslag.windows.frame import frame_of


def sign_in(request: HttpRequest, cooperation: str) -> HttpResponseBase:
    """Sign in, and go on to the desk."""
    view = LoginView.as_view(
        template_name="desk/sign_in.html",
        authentication_form=SignInForm,
        next_page=address(request, "site:desk:desk", cooperation),
        extra_context=_framed(request, queries.plain_page(queries.cooperation_or_404(cooperation))),
    )
    return view(request)


@require_POST
def sign_out(request: HttpRequest, cooperation: str) -> HttpResponseBase:
    """Sign out, and go on to the front page."""
    return LogoutView.as_view(next_page=address(request, "site:front", cooperation))(request)


@require_safe
def desk(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What there is to do."""
    found, _user = queries.worked_in_or_404(request, cooperation)
    return render(request, "desk/desk.html", _framed(request, queries.desk_page(found)))


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Take in a plan file."""
    found, user = queries.worked_in_or_404(request, cooperation)
    sent = request.method == "POST"
    form = PlanFileForm(request.POST, request.FILES) if sent else PlanFileForm()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            draft = actions.take_in(file.read(), file.name, found, acting_user=user)
        except (UnreadableError, PlanJsonError, actions.NotAcceptableError) as error:
            form.add_error("file", str(error))
        else:
            return redirect(address(request, "site:desk:draft", cooperation, draft.pk))
    context = _framed(request, queries.imports_page(found)) | {"form": form}
    return render(request, "desk/imports.html", context, status=422 if form.errors else 200)


@require_safe
def draft(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """A draft beside its source."""
    found, _user = queries.worked_in_or_404(request, cooperation)
    chosen = request.GET.get("value", "")
    shown = queries.draft_page(queries.draft_or_404(found, number), spoken(), chosen)
    return render(request, "desk/draft.html", _framed(request, shown) | {"accept_form": AcceptForm()})


@require_POST
def correct(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Let a value be what it should be; words that cannot be it stay in the form, with the reason."""
    found, user = queries.worked_in_or_404(request, cooperation)
    draft = queries.draft_or_404(found, number)
    form = CorrectionForm(request.POST)
    if form.is_valid():
        try:
            actions.correct(draft, **form.cleaned_data, acting_user=user)
            messages.success(request, _("The value is saved in the draft."))
        except (PlanJsonError, actions.NotAcceptableError) as error:
            shown = queries.draft_page(draft, spoken(), form["pointer"].value(), form["words"].value())
            context = _framed(request, shown) | {"accept_form": AcceptForm(), "fault": str(error)}
            return render(request, "desk/draft.html", context, status=422)
    else:
        messages.error(request, _("That is too long, or has characters that no text has. Nothing was saved."))
    return redirect(address(request, "site:desk:draft", cooperation, number) + "#doubtful")


@require_POST
def accept(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Store the draft as the plan of its year."""
    found, user = queries.worked_in_or_404(request, cooperation)
    draft = queries.draft_or_404(found, number)
    form = AcceptForm(request.POST)
    supersede = form.is_valid() and form.cleaned_data["supersede"]
    try:
        plan = actions.accept(draft, acting_user=user, supersede=supersede)
    except (PlanJsonError, actions.NotAcceptableError) as error:
        messages.error(request, str(error))
        return redirect(address(request, "site:desk:draft", cooperation, number))
    messages.success(request, _("The plan is stored."))
    return redirect(address(request, "site:plan", cooperation, plan.year))


@require_POST
def discard(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Put the draft away."""
    found, user = queries.worked_in_or_404(request, cooperation)
    try:
        actions.discard(queries.draft_or_404(found, number), acting_user=user)
        messages.success(request, _("The draft is put away. Take in the file again to resume."))
    except actions.NotAcceptableError as error:
        messages.error(request, str(error))
    return redirect(address(request, "site:desk:imports", cooperation))


def _framed(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    cooperation, plan = context["cooperation"], context["plan"]
    frame = frame_of(request, cooperation.slug, cooperation.name, plan.year if plan else None)
    return {"frame": frame, **context}
