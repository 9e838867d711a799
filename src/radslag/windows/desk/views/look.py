"""The cooperation's name, colour and emblem."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from radslag.domain.mandate import Act
from radslag.ground.shell.language import address
from radslag.people.looks import actions
from radslag.people.looks.queries import look_of
from radslag.windows.desk.forms.look import LookForm, chosen_accent
from radslag.windows.desk.queries import look as queries
from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.views.page import page
from radslag.windows.frame import style_sheet_address


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Change the look, or only try it."""
    found, user = worked_in_or_404(request, cooperation, Act.SET_UP)
    trying = request.POST.get("do") == "try"
    form = LookForm(initial=queries.initial_look(found) | (request.POST.dict() if trying else {}))
    if request.method == "POST" and not trying:
        form = LookForm(request.POST, request.FILES)
        if form.is_valid():
            picture, kept = form.cleaned_data["emblem"], found.emblem
            if picture:
                kept = actions.keep_emblem(found, *picture, acting_user=user)
            actions.change_look(found, form.look(kept), acting_user=user)
            messages.success(request, _("The look is saved."))
            return redirect(address(request, "site:desk:look", cooperation))
    context = queries.look_page(found, form["name"].value() or "", chosen_accent(form["accent"].value()))
    context |= {"form": form, "sheet": style_sheet_address(cooperation, context["tried"].accent)}
    return page(request, "desk/look.html", context, status=422 if form.errors else 200)


@require_POST
def reset_look(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Give colour and emblem up for the installation's own."""
    found, user = worked_in_or_404(request, cooperation, Act.SET_UP)
    actions.change_look(found, replace(look_of(found), accent="", emblem=""), acting_user=user)
    messages.success(request, _("Colour and emblem are those of the installation again."))
    return redirect(address(request, "site:desk:look", cooperation))


@require_POST
def undo_look(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Take the latest change back."""
    found, user = worked_in_or_404(request, cooperation, Act.SET_UP)
    actions.undo_look(found, acting_user=user)
    messages.success(request, _("The latest change of the look is undone."))
    return redirect(address(request, "site:desk:look", cooperation))
