"""Bodies begun one by one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.domain.mandate import Act
from radslag.ground.shell.language import address
from radslag.people.bodies.actions.bodies import BodyNameError, begin_body
from radslag.windows.desk.forms.bodies import BodyForm
from radslag.windows.desk.queries.access import plain_page, worked_in_or_404
from radslag.windows.desk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Begin a body, and go on to who sits in it."""
    found, user = worked_in_or_404(request, cooperation, Act.SET_UP)
    form = BodyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            body = begin_body(found, **form.cleaned_data, acting_user=user)
        except BodyNameError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("%(body)s is begun. Appoint who sits in it.") % {"body": body.name})
            return redirect(address(request, "site:desk:body", cooperation, body.slug))
    context = plain_page(found) | {"form": form}
    return page(request, "desk/begin_body.html", context, status=422 if form.errors else 200)
