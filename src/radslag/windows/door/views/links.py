"""Signing in by a link in a letter, and accepting an invitation by one."""

import logging
from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.ground.accounts.actions import tell_name, use_key
from radslag.ground.accounts.queries import INVITATION, SIGN_IN, KeyRefusedError, key_for
from radslag.ground.shell.views import too_many
from radslag.people.members.queries import cooperation_at
from radslag.windows.door import queries
from radslag.windows.door.actions import LIFETIME, answer_whoever_asks
from radslag.windows.door.forms import AddressForm, NameForm

if TYPE_CHECKING:
    from radslag.ground.accounts.models import User

log = logging.getLogger("radslag.door")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a link; the answer is the same whether or not anybody has the address."""
    onwards = queries.safe_next(request)
    if request.method != "POST" and request.user.is_authenticated:
        return redirect(onwards or queries.place_of(request.user))
    form = AddressForm(request.POST or None)
    if not form.is_valid():
        context = queries.sign_in_page(onwards) | {"form": form}
        return render(request, "door/sign_in.html", context, status=422 if form.errors else 200)
    email = form.cleaned_data["email"].lower()
    if not ratelimit.consume(request, action="request_login_code", key=email):
        log.warning("Too many links asked for: %s", email)
        return too_many(request)
    answer_whoever_asks(email, onwards, acting_user=None)
    request.session["link_sent_to"] = email
    return redirect("door_sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What to do now that the letter is on its way."""
    if "link_sent_to" not in request.session:
        return redirect("account_login")
    context = {"email": request.session["link_sent_to"], "minutes": LIFETIME.seconds // 60}
    return render(request, "door/sent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def key(request: HttpRequest, secret: str) -> HttpResponse:
    """Show whose key it is, and let them in when they say so: what only opens the page uses nothing up."""
    try:
        if request.method != "POST":
            return render(request, "door/key.html", {"key": key_for(SIGN_IN, secret)})
        found = use_key(SIGN_IN, secret, acting_user=None)
    except KeyRefusedError as error:
        return _refused(request, error)
    return _let_in(request, found.account, found.payload.get("next", ""))


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Accept an invitation by saying what one is called."""
    try:
        found = key_for(INVITATION, secret)
        form = NameForm(request.POST or None, initial={"name": found.account.name})
        if not form.is_valid():
            context = {
                "key": found,
                "form": form,
                "cooperation": cooperation_at(found.payload["cooperation"]),
            }
            return render(request, "door/invitation.html", context, status=422 if form.errors else 200)
        account = use_key(INVITATION, secret, acting_user=None).account
    except KeyRefusedError as error:
        return _refused(request, error)
    tell_name(account, form.cleaned_data["name"], acting_user=account)
    return _let_in(request, account, "")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, and go to the front page of where one was."""
    onwards = queries.safe_next(request)
    logout(request)
    return redirect(onwards or "start")


def _let_in(request: HttpRequest, account: "User", onwards: str) -> HttpResponse:
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, account, method="link", email=account.email)
    login = Login(user=account, email=account.email, redirect_url=onwards or None)
    answer: HttpResponse = perform_login(request, login)
    return answer


def _refused(request: HttpRequest, error: KeyRefusedError) -> HttpResponse:
    return render(request, "door/refused.html", {"reason": str(error)}, status=410)
