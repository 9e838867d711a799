"""Invitations: who is awaited, asked once more or no more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from radslag.domain.mandate import Act
from radslag.ground.shell.language import address
from radslag.people.admission.actions import invite, withdraw_invitation
from radslag.windows.desk.queries.access import worker_or_404
from radslag.windows.desk.queries.invitations import awaited_or_404, invitations_page
from radslag.windows.desk.views.page import page


@require_safe
def invitations(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Everybody with a seat who has not come in yet."""
    worker = worker_or_404(request, cooperation, Act.INVITE)
    return page(request, "desk/invitations.html", invitations_page(worker))


@require_POST
def send(request: HttpRequest, cooperation: str, account: int) -> HttpResponse:
    """Invite somebody once more; what was sent before no longer opens anything."""
    worker = worker_or_404(request, cooperation, Act.INVITE)
    awaited = awaited_or_404(worker, account)
    invite(awaited.account.email, str(awaited), worker.cooperation, acting_user=worker.user)
    messages.success(request, _("An invitation is on its way to %(who)s.") % {"who": awaited})
    return redirect(address(request, "site:desk:invitations", cooperation))


@require_POST
def withdraw(request: HttpRequest, cooperation: str, account: int) -> HttpResponse:
    """Let an invitation open nothing any more."""
    worker = worker_or_404(request, cooperation, Act.INVITE)
    awaited = awaited_or_404(worker, account)
    withdraw_invitation(awaited.account, worker.cooperation, str(awaited), acting_user=worker.user)
    messages.success(request, _("The invitation of %(who)s opens nothing any more.") % {"who": awaited})
    return redirect(address(request, "site:desk:invitations", cooperation))
