"""Next year's plan from this year's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.domain.mandate import Act
from radslag.domain.next_year import next_year as carried_on
from radslag.ground.shell.language import address
from radslag.press.editions import actions
from radslag.windows.desk.forms.next_year import NextYearForm
from radslag.windows.desk.queries import next_year as queries
from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def next_year(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Choose what goes on, and make a draft of it; a plan that already exists is never touched."""
    found, user = worked_in_or_404(request, cooperation, Act.TAKE_IN_PLAN)
    step, sent = queries.step_of(found), request.method == "POST"
    form = NextYearForm(step.document, request.POST if sent else None) if step else None
    if sent and step and form and form.is_valid():
        document = carried_on(step.document, form.choices()).document
        try:
            plan = actions.store_new(document, found, acting_user=user)
            messages.success(request, _("The draft is made. Only those who work here see it."))
            return redirect(address(request, "site:plan", cooperation, plan.year))
        except actions.NotAcceptableError as error:
            messages.error(request, str(error))
    context = queries.next_year_page(found, step) | {"form": form}
    return page(request, "desk/next_year.html", context, status=422 if form and form.errors else 200)
