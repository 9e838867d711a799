"""A working plan's pages, and the addresses that its every word is saved at."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from radslag.domain.editing import FaultError
from radslag.domain.mandate import Act, NotMandatedError
from radslag.ground.editing import actions
from radslag.ground.shell.formats import format_times
from radslag.ground.shell.language import address
from radslag.press.editions import actions as editions
from radslag.windows.desk.forms.editing import DecideForm, MoveForm
from radslag.windows.desk.queries import working_plan as queries
from radslag.windows.desk.queries.access import signed_in_or_404, worked_in_or_404
from radslag.windows.desk.queries.editing import KINDS, kind_or_404, unsaved_page
from radslag.windows.desk.views.page import page

ENDINGS = {name: leaf.ending for name, leaf in queries.PAGES.items()}
"""How the addresses of the working plan's pages end, by their names."""


def plan_page(name: str) -> Callable[[HttpRequest, str, int], HttpResponse]:
    """The view of a page of the working plan, by the name of its address."""

    @require_safe
    def view(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
        found, user = signed_in_or_404(request, cooperation)
        shown = queries.page_of(name, found, user, year)
        return page(
            request,
            "desk/editing/page.html",
            shown | {"back": {"back": request.path}, "decide_form": DecideForm()},
        )

    return view


@require_POST
def decide(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """Let the plan be decided as it stands."""
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
    form = DecideForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["decided"].as_text().removeprefix("* ")))
        return redirect(address(request, "site:desk:working-plan", cooperation, year))
    try:
        editions.decide(queries.plan_or_404(found, year), form.cleaned_data["decided"], acting_user=user)
    except editions.NotAcceptableError as error:
        messages.error(request, str(error))
        return redirect(address(request, "site:desk:working-plan", cooperation, year))
    messages.success(request, _("The plan is decided and in force. Everyone can read it."))
    return redirect(address(request, "site:plan", cooperation, year))


@require_safe
def body(request: HttpRequest, cooperation: str, body: str) -> HttpResponse:
    """What is said of a body."""
    found, user = signed_in_or_404(request, cooperation)
    shown = queries.body_page(found, user, body)
    return page(request, "desk/editing/page.html", shown | {"back": {"back": request.path}})


@require_safe
def members(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Which municipalities are members, and how many live there."""
    found, user = signed_in_or_404(request, cooperation)
    shown = queries.members_page(found, user)
    return page(request, "desk/editing/page.html", shown | {"back": {"back": request.path}})


@require_safe
def history(request: HttpRequest, cooperation: str, kind: str, key: int) -> HttpResponse:
    """Everything that has been done to a thing, each change with its way back."""
    found, user = signed_in_or_404(request, cooperation)
    return page(
        request, "desk/editing/history.html", queries.history_page(found, user, kind_or_404(kind), key)
    )


@require_POST
def field(request: HttpRequest, cooperation: str, kind: str, key: int, field: str) -> HttpResponseBase:
    """Save the words of a field."""
    found, user = signed_in_or_404(request, cooperation)
    told = kind_or_404(kind)
    sent = {"base": request.POST.get("base", ""), "words": _words(request)}
    try:
        kept = actions.change(found, told, key, field, **sent, acting_user=user)
    except (actions.NotThereError, NotMandatedError) as error:
        raise Http404 from error
    except (actions.ConflictError, FaultError) as error:
        return _unsaved(request, error, unsaved_page(found, user, told, key, field))
    if _is_fetched(request):
        return JsonResponse({"words": kept, "message": _saved()})
    messages.success(request, _saved())
    return _back(request, cooperation, f"#{kind}-{key}")


@require_POST
def move(request: HttpRequest, cooperation: str, kind: str, key: int) -> HttpResponseBase:
    """Give a thing another place among the others, or in another home."""
    found, user = worked_in_or_404(request, cooperation)
    form, told = MoveForm(request.POST), kind_or_404(kind)

    def put() -> None:
        if form.new_home is None:
            actions.move(found, told, key, form.place_after, acting_user=user)
        else:
            actions.transfer(found, told, key, form.new_home, form.place_after, acting_user=user)

    return _done(request, cooperation, put, f"#{kind}-{key}")


@require_POST
def remove(request: HttpRequest, cooperation: str, kind: str, key: int) -> HttpResponseBase:
    """Take a thing away."""
    found, user = worked_in_or_404(request, cooperation)
    told = kind_or_404(kind)
    return _done(request, cooperation, lambda: actions.remove(found, told, key, acting_user=user))


@require_POST
def add(request: HttpRequest, cooperation: str, kind: str) -> HttpResponseBase:
    """Add a thing, last among the others."""
    found, user = worked_in_or_404(request, cooperation)
    told, sent = kind_or_404(kind), request.POST.dict()
    words = {told.first: sent.get("words", "")}
    return _done(request, cooperation, lambda: actions.add(found, told, sent, words, acting_user=user))


@require_POST
def undo(request: HttpRequest, cooperation: str, entry: int) -> HttpResponseBase:
    """Take back what an entry of the register tells."""
    found, user = worked_in_or_404(request, cooperation)
    return _done(request, cooperation, lambda: actions.undo(found, KINDS, entry, acting_user=user))


def _done(
    request: HttpRequest, cooperation: str, do: Callable[[], object], anchor: str = ""
) -> HttpResponseBase:
    """Do it, and go onward or back to where one was; what could not be done is told there."""
    fault = ""
    try:
        do()
    except (actions.NotThereError, NotMandatedError) as error:
        raise Http404 from error
    except FaultError as error:
        fault = str(error)
    if _is_fetched(request):
        return JsonResponse(
            {"fault": fault} if fault else {"message": _saved()}, status=422 if fault else 200
        )
    if fault:
        messages.error(request, fault)
    else:
        messages.success(request, _saved())
    return _back(request, cooperation, anchor, "" if fault else request.POST.get("onward", ""))


def _unsaved(
    request: HttpRequest, error: actions.ConflictError | FaultError, shown: dict[str, Any]
) -> HttpResponseBase:
    """Why the words were not saved: for the page's script, or as a page that keeps them."""
    words = _words(request)
    shown["back"] = {"back": request.POST.get("back", "")}
    if isinstance(error, FaultError):
        if _is_fetched(request):
            return JsonResponse({"fault": str(error)}, status=422)
        refused = {"fault": str(error), "typed": words, "base": request.POST.get("base", "")}
        return page(request, "desk/editing/unsaved.html", {**shown, **refused}, status=422)
    at = format_times(timezone.localtime(error.at).time()) if error.at else ""
    told: dict[str, Any] = {
        "theirs": error.theirs,
        "by": error.by or _("Somebody else"),
        "at": at,
        "merged": error.merged,
    }
    if _is_fetched(request):
        return JsonResponse(told, status=409)
    context = {**shown, **told, "fault": str(error), "typed": words, "base": error.theirs}
    return page(request, "desk/editing/unsaved.html", context, status=409)


def _words(request: HttpRequest) -> str:
    """What the field is to say; of several that are ticked, each on a line."""
    return "\n".join(request.POST.getlist("words"))


def _is_fetched(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _saved() -> str:
    return _("Saved %(time)s") % {"time": format_times(timezone.localtime().time())}


def _back(request: HttpRequest, cooperation: str, anchor: str = "", to: str = "") -> HttpResponse:
    """To the page that one came from, if it is one of ours."""
    asked = to or request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(asked, {request.get_host()}) or not asked.startswith("/"):
        asked = address(request, "site:desk:desk", cooperation)
    return redirect(asked + anchor)
