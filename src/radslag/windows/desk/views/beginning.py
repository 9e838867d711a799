"""The beginning of a cooperation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.ground.shell.frame import Frame
from radslag.ground.shell.language import address
from radslag.people.members.actions import AddressTakenError
from radslag.people.members.queries import municipalities
from radslag.press.editions.actions import NotAcceptableError, set_up
from radslag.press.exchange.plan_json import PlanJsonError
from radslag.press.exchange.reading import UnreadableError
from radslag.windows.desk.forms.beginning import KINDS, BeginningForm
from radslag.windows.desk.queries import beginning as queries
from radslag.windows.desk.queries.access import operator_or_404

if TYPE_CHECKING:
    from radslag.ground.accounts.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a cooperation at once and whole; the buttons inside the page only change what it shows."""
    user = operator_or_404(request)
    form = BeginningForm(municipalities(), initial=queries.first_answers())
    if request.POST.get("do") == "begin":
        form = BeginningForm(municipalities(), request.POST, request.FILES)
        if slug := _begun(form, user):
            messages.success(request, _("The cooperation is ready to work in."))
            return redirect(address(request, "site:desk:desk", slug))
    elif request.method == "POST":
        form = BeginningForm(municipalities(), initial=queries.resumed_answers(request.POST))
    frame = Frame(name="Rådslag", home="/")
    context = queries.beginning_page(**form.shown()) | {"form": form, "kinds": KINDS, "frame": frame}
    return render(request, "desk/beginning.html", context, status=422 if form.errors else 200)


def _begun(form: BeginningForm, user: User) -> str | None:
    """The address of the cooperation that the form began; None when the form has something to put right."""
    if not form.is_valid():
        return None
    try:
        return set_up(**form.told(), acting_user=user).slug
    except AddressTakenError:
        form.add_error("slug", _("The address is taken. Choose another."))
    except (UnreadableError, PlanJsonError, NotAcceptableError) as error:
        form.add_error("file", str(error))
    return None
