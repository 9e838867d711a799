"""Somebody's letters, and the links in them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.domain.mandate import Act
from radslag.ground.shell.language import address
from radslag.press.letters import actions
from radslag.press.letters.queries.links import LinkError, opened
from radslag.windows.desk.forms.letters import WishForm
from radslag.windows.desk.queries import letters as queries
from radslag.windows.desk.queries.access import cooperation_or_404, worked_in_or_404
from radslag.windows.desk.views.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Choose what to get; for the secretariat also what did not arrive."""
    found, user = worked_in_or_404(request, cooperation)
    sent = request.method == "POST"
    form = WishForm(request.POST) if sent else WishForm(initial=queries.wishes_of(user))
    if sent and form.is_valid():
        actions.choose(found, acting_user=user, **form.cleaned_data)
        messages.success(request, _("What you get is saved."))
        return redirect(address(request, "site:desk:letters", cooperation))
    context = queries.letters_page(found, user) | {"form": form}
    return page(request, "desk/letters.html", context, status=422 if form.errors else 200)


@require_POST
def send_again(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Try a letter that was given up once more."""
    found, user = worked_in_or_404(request, cooperation, Act.KEEP_LETTERS)
    letter = queries.letter_or_404(found, number)
    messages.info(request, queries.told_again(actions.send_again(letter, found, acting_user=user), letter))
    return redirect(address(request, "site:desk:letters", cooperation) + "#troubled")


@require_POST
def put_away(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """Let a letter that was given up trouble nobody any more."""
    found, user = worked_in_or_404(request, cooperation, Act.KEEP_LETTERS)
    if actions.put_away(queries.letter_or_404(found, number), found, acting_user=user):
        messages.success(request, _("The letter is put away. It will not be sent."))
    return redirect(address(request, "site:desk:letters", cooperation) + "#troubled")


@csrf_exempt  # the token is the permission, and a mail program posts without our form (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, cooperation: str, token: str) -> HttpResponse:
    """What a link in a letter does: told when opened, done when asked for."""
    found = cooperation_or_404(cooperation)
    try:
        asked = opened(token, found, queries.signed_in(request))
    except LinkError as error:
        status = 410 if error.why == "old" else 404
        return page(request, "desk/link_unusable.html", queries.unusable_page(found, error), status=status)
    if request.method == "POST" and asked.letter.account:
        actions.answer(asked, found, queries.today(), acting_user=asked.letter.account)
    return page(request, "desk/link.html", queries.link_page(found, asked))


@require_safe
def way_in(request: HttpRequest, cooperation: str, room: str) -> HttpResponse:
    """To a page behind the door, by way of the door for whoever has not signed in."""
    found = cooperation_or_404(cooperation)
    inside = address(request, f"site:{queries.room_or_404(room)}", found.slug)
    if request.user.is_authenticated:
        return redirect(inside)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': inside})}")
