"""What is shown when there is no page to show; the arguments are those that Django gives such views."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from radslag.ground.shell.frame import Frame


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be understood."""
    return _fault(
        request,
        400,
        _("That could not be understood"),
        _("The address or what was sent along with it is not complete. Go back and try again."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: not for this visitor."""
    return _fault(
        request,
        403,
        _("You do not have access to this"),
        _("If you think you should have, ask those who keep the site."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: nothing there."""
    return _fault(
        request,
        404,
        _("The page is not here"),
        _("It may have been moved, or the address may be mistyped. Nothing decided has been removed."),
    )


def too_many(request: HttpRequest) -> HttpResponse:
    """429: too often in too short a time."""
    return _fault(
        request,
        429,
        _("Too many attempts"),
        _("Wait 5 minutes, and try again. Nothing is lost."),
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 when a form was too old to be trusted (CSRF)."""
    return _fault(
        request,
        403,
        _("The form was open too long"),
        _("For safety it was not sent. Go back, copy what you wrote, load the page again and resend it."),
    )


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: the fault is ours. Needs neither database nor session."""
    text = loader.render_to_string(
        "shell/fault.html",
        {
            "code": 500,
            "heading": _("Something went wrong here"),
            "text": _("The fault is ours, and nothing you sent has been saved. Try again in a while."),
            "frame": Frame(name="Rådslag", home="/"),
        },
    )
    return HttpResponse(text, status=500)


def _fault(request: HttpRequest, code: int, heading: str, text: str) -> HttpResponse:
    frame = Frame(name="Rådslag", home="/")
    context = {"code": code, "heading": heading, "text": text, "frame": frame}
    return render(request, "shell/fault.html", context, status=code)
