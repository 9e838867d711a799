"""The register, for those who may read it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from radslag.domain.mandate import Act
from radslag.windows.desk.forms.register import RegisterForm
from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.queries.register import entry_page, register_page
from radslag.windows.desk.views.page import page


@require_safe
def register(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Everything that has been done, searched and page by page."""
    found, _user = worked_in_or_404(request, cooperation, Act.SEE_REGISTER)
    form = RegisterForm(request.GET)
    return page(request, "desk/register.html", register_page(found, form.asked()) | {"form": form})


@require_safe
def entry(request: HttpRequest, cooperation: str, number: int) -> HttpResponse:
    """One entry of the register."""
    found, _user = worked_in_or_404(request, cooperation, Act.SEE_REGISTER)
    return page(request, "desk/entry.html", entry_page(found, number))
