"""The desk itself."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from radslag.ground.register.actions import look_in
from radslag.windows.desk.queries.access import worker_or_404
from radslag.windows.desk.queries.desk import desk_page, news_page
from radslag.windows.desk.views.page import page


@require_safe
def desk(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What there is to do."""
    return page(request, "desk/desk.html", desk_page(worker_or_404(request, cooperation)))


@require_safe
def news(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What has been done since last time; only the list when only that is asked for."""
    fragment = "#news" if request.headers.get("HX-Request") else ""
    worker = worker_or_404(request, cooperation)
    seen = look_in(cooperation, acting_user=worker.user)
    return page(request, f"desk/news.html{fragment}", news_page(worker, seen))
