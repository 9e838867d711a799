"""The desk itself."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from radslag.windows.desk.queries.access import worked_in_or_404
from radslag.windows.desk.queries.desk import desk_page
from radslag.windows.desk.views.page import page


@require_safe
def desk(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What there is to do."""
    found, _user = worked_in_or_404(request, cooperation)
    return page(request, "desk/desk.html", desk_page(found))
