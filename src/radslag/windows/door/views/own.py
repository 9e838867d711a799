"""One's own sign-in: what one is called, how one comes in, where one is signed in."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import password_set
from allauth.mfa.totp.views import activate_totp
from allauth.mfa.webauthn.views import add_webauthn
from allauth.usersessions.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.ground.accounts.actions import forget_password, tell_details
from radslag.people.privacy.queries import extract_of
from radslag.windows.door import queries
from radslag.windows.door.forms import DetailsForm

if TYPE_CHECKING:
    from radslag.ground.accounts.models import User


def as_themselves(
    view: Callable[[HttpRequest, "User"], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Let the view be seen by the signed-in, and told who they are."""

    @login_required
    @wraps(view)
    def seen(request: HttpRequest) -> HttpResponseBase:
        return view(request, request.user)  # type: ignore[arg-type]

    return seen


@require_http_methods(["GET", "HEAD", "POST"])
@as_themselves
def own(request: HttpRequest, user: "User") -> HttpResponse:
    """Everything about how one signs in; name and telephone are changed here."""
    form = DetailsForm(request.POST or None, initial={"name": user.name, "phone": user.phone})
    if form.is_valid():
        tell_details(user, **form.cleaned_data, acting_user=user)
        messages.success(request, _("Your details are saved."))
        return redirect("mfa_index")
    context = queries.own(request, user) | {"form": form}
    return render(request, "door/own.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@as_themselves
def set_password(request: HttpRequest, user: "User") -> HttpResponseBase:
    """Set a first password; only where it will not be all that is asked for."""
    if not queries.has_factor(user):
        messages.warning(request, _("A password needs a second factor. Set up the app or a passkey first."))
        return redirect("mfa_index")
    answer: HttpResponseBase = password_set(request)
    return answer


def then_shows_codes(
    view: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Let whoever has just added a first factor see the recovery codes that came with it."""

    @wraps(view)
    def added(request: HttpRequest) -> HttpResponseBase:
        answer = view(request)
        if request.method == "POST" and answer.headers.get("Location") == reverse("mfa_view_recovery_codes"):
            record_authentication(request, request.user, method="mfa", reauthenticated=True)
        return answer

    return added


def on_ones_own_word(
    view: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Let nobody add what opens every cooperation who is known only by the word of a member of one."""

    @wraps(view)
    def added(request: HttpRequest) -> HttpResponseBase:
        if queries.is_only_vouched_for(request):
            messages.warning(request, _("Sign in by a link first. What you add lets you in everywhere."))
            return redirect("mfa_index")
        return view(request)

    return added


add_app = on_ones_own_word(then_shows_codes(activate_totp))
add_passkey = on_ones_own_word(then_shows_codes(add_webauthn))


@require_POST
@as_themselves
def remove_password(request: HttpRequest, user: "User") -> HttpResponse:
    """Sign in without a password from now on."""
    forget_password(user, acting_user=user)
    update_session_auth_hash(request, user)
    messages.success(request, _("The password is removed. You sign in by a link."))
    return redirect("mfa_index")


@require_POST
@as_themselves
def end_session(request: HttpRequest, user: "User") -> HttpResponse:
    """Sign out somewhere else."""
    get_adapter().end_sessions(queries.session_of(user, request.POST.get("session", "")))
    messages.success(request, _("Signed out there."))
    return redirect("mfa_index")


@require_safe
@as_themselves
def extract(request: HttpRequest, account: "User") -> HttpResponseBase:  # noqa: ARG001 – a view is told
    """Everything that is kept of the person."""
    headers = {"Content-Disposition": 'attachment; filename="mina-uppgifter.json"'}
    kept = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(extract_of(account), json_dumps_params=kept, headers=headers)
