"""Personal data: what is kept, and an extract of it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from radslag.domain.mandate import Act
from radslag.windows.desk.queries.access import worker_or_404
from radslag.windows.desk.queries.privacy import extract_or_404, privacy_page
from radslag.windows.desk.views.page import page


@require_safe
def privacy(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What is kept of people, for how long, and what has been removed."""
    worker = worker_or_404(request, cooperation, Act.CARE_FOR_PERSONAL_DATA)
    return page(request, "desk/privacy.html", privacy_page(worker))


@require_safe
def extract(request: HttpRequest, cooperation: str, account: int) -> HttpResponse:
    """Everything that the cooperation keeps of a person."""
    worker = worker_or_404(request, cooperation, Act.CARE_FOR_PERSONAL_DATA)
    told = extract_or_404(worker, account)
    headers = {"Content-Disposition": f'attachment; filename="personuppgifter-{account}.json"'}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2}, headers=headers)
