"""The door to the desk, and the desk itself."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from radslag.ground.shell.language import address
from radslag.windows.desk.forms.signing_in import SignInForm
from radslag.windows.desk.queries.access import cooperation_or_404, plain_page, worker_or_404
from radslag.windows.desk.queries.desk import desk_page
from radslag.windows.desk.views.page import framed, page


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, cooperation: str) -> HttpResponseBase:
    """Sign in, and go on to the desk."""
    view = LoginView.as_view(
        template_name="desk/sign_in.html",
        authentication_form=SignInForm,
        next_page=address(request, "site:desk:desk", cooperation),
        extra_context=framed(request, plain_page(cooperation_or_404(cooperation))),
    )
    return view(request)


@require_POST
def sign_out(request: HttpRequest, cooperation: str) -> HttpResponseBase:
    """Sign out, and go on to the front page."""
    return LogoutView.as_view(next_page=address(request, "site:front", cooperation))(request)


@require_safe
def desk(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What there is to do."""
    return page(request, "desk/desk.html", desk_page(worker_or_404(request, cooperation)))
