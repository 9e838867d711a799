"""How a member's people sign in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.domain.mandate import Act
from radslag.people.admission.actions import set_up_sign_in
from radslag.windows.desk.forms.signing_in import SigningInForm
from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.queries.signing_in import member_or_404, signing_in_page
from radslag.windows.desk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, cooperation: str, member: str) -> HttpResponse:
    """Tell how the member signs in, and try it."""
    found, user = worked_in_or_404(request, cooperation, Act.SET_UP)
    whose = member_or_404(found, member)
    context = signing_in_page(whose, tried="try" in request.GET)
    sent = request.method == "POST"
    form = SigningInForm(request.POST if sent else None, initial=context["told"])
    if form.is_valid():
        set_up_sign_in(whose, form.cleaned_data, acting_user=user)
        messages.success(request, _("Saved. Try it before you tell the municipality."))
        return redirect(request.path)
    return page(request, "desk/signing_in.html", context | {"form": form}, 422 if form.errors else 200)
