"""A plan file, from being taken in to being stored or put away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.domain.mandate import Act
from radslag.ground.shell.language import address, spoken
from radslag.press.editions import actions
from radslag.press.exchange.plan_json import PlanJsonError
from radslag.press.exchange.reading import UnreadableError
from radslag.windows.desk.forms.drafts import AcceptForm, CorrectionForm, PlanFileForm
from radslag.windows.desk.queries import drafts as queries
from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Take in a plan file."""
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
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
    context = queries.imports_page(found) | {"form": form}
    return page(request, "desk/imports.html", context, status=422 if form.errors else 200)


@require_safe
def draft(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """A draft beside its source."""
    found, _user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
    chosen = request.GET.get("value", "")
    shown = queries.draft_page(queries.draft_or_404(found, number), spoken(), chosen)
    return page(request, "desk/draft.html", shown | {"accept_form": AcceptForm()})


@require_POST
def correct(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Let a value be what it should be; words that cannot be it stay in the form, with the reason."""
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
    draft = queries.draft_or_404(found, number)
    form = CorrectionForm(request.POST)
    if form.is_valid():
        try:
            actions.correct(draft, **form.cleaned_data, acting_user=user)
            messages.success(request, _("The value is saved in the draft."))
        except (PlanJsonError, actions.NotAcceptableError) as error:
            shown = queries.draft_page(draft, spoken(), form["pointer"].value(), form["words"].value())
            context = shown | {"accept_form": AcceptForm(), "fault": str(error)}
            return page(request, "desk/draft.html", context, status=422)
    else:
        messages.error(request, _("That is too long, or has characters that no text has. Nothing was saved."))
    return redirect(address(request, "site:desk:draft", cooperation, number) + "#doubtful")


@require_POST
def accept(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Store the draft as the plan of its year."""
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
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
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
    try:
        actions.discard(queries.draft_or_404(found, number), acting_user=user)
        messages.success(request, _("The draft is put away. Take in the file again to resume."))
    except actions.NotAcceptableError as error:
        messages.error(request, str(error))
    return redirect(address(request, "site:desk:imports", cooperation))
