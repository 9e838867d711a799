"""The cooperation's public pages, and its plan as files and feeds."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from radslag.domain import action_plan as table
from radslag.ground.shell.language import spoken
from radslag.press.exchange.calendar_feed import write_calendar_feed
from radslag.press.exchange.emblem import MEDIA_TYPES as EMBLEM_TYPES
from radslag.press.exchange.writing import MEDIA_TYPES
from radslag.windows.frame import PUBLISHING, emblem_address, frame_of
from radslag.windows.public.forms import ComparisonForm, SelectionForm
from radslag.windows.public.queries import files, people, plans, site

ONLY_SEEN = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
ASSESSED = date(2026, 11, 23)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The installation's cooperations, or straight to the only one unless the page becomes a file."""
    context = site.start_page(request)
    found = context["cooperations"]
    if len(found) == 1 and PUBLISHING not in request.META and not context["may_begin"]:
        return redirect("site:front", found[0].slug)
    marked = [(each, emblem_address(each) if each.emblem else None) for each in found]
    return render(request, "public/start.html", context | {"cooperations": marked})


@require_safe
def front(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What the cooperation is, what is decided, what is next."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/front.html", site.front_page(found))


@require_safe
def plan(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """The operational plan, to be read."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/plan.html", plans.plan_page(found))


@require_safe
def goals(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """The goal tree."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/goals.html", plans.goals_page(found))


@require_safe
def action_plan(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """The action plan: grouped, filtered, sorted; only the table when only that is asked for."""
    found = plans.plan_or_404(request, cooperation, year)
    rows = plans.rows_of(found)
    form = SelectionForm(request.GET, table.choices(rows))
    context = {"form": form, **plans.action_plan_page(found, rows, form.selection())}
    return _narrowed(request, "public/action_plan.html", "table", context)


@require_safe
def activity(request: HttpRequest, cooperation: str, year: int, number: int) -> HttpResponse:
    """One activity."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/activity.html", plans.activity_page(found, number))


@require_safe
def calendar(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """The year's meetings and conferences, as a wheel and as a list."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/calendar.html", plans.calendar_page(found))


@require_safe
def budget(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """Both sides of the budget, and the fee member by member."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/budget.html", plans.budget_page(found))


@require_safe
def findings(request: HttpRequest, cooperation: str, year: int) -> HttpResponse:
    """What does not add up."""
    found = plans.plan_or_404(request, cooperation, year)
    return _page(request, "public/findings.html", plans.findings_page(found))


@require_safe
def comparison(request: HttpRequest, cooperation: str, year: int, other: int) -> HttpResponse:
    """Two years side by side; only the tables when only they are asked for."""
    form = ComparisonForm(request.GET)
    context = {"form": form, "differences_only": form.differences_only()}
    context |= plans.comparison_page(request, cooperation, year, other)
    return _narrowed(request, "public/comparison.html", "tables", context)


@require_safe
def comparison_file(request: HttpRequest, cooperation: str, year: int, other: int, form: str) -> HttpResponse:
    """Two years side by side as a file."""
    compared = plans.comparison_page(request, cooperation, year, other)["comparison"]
    name = f"jamforelse-{min(year, other)}-{max(year, other)}.{form}"
    return _file(files.comparison_writer_or_404(form)(compared, spoken()), name)


@require_safe
def download(request: HttpRequest, cooperation: str, year: int, name: str, form: str) -> HttpResponse:
    """The plan, or a part of it, as a file."""
    found = plans.plan_or_404(request, cooperation, year)
    writer = files.writer_or_404(name, form)
    document = files.document_of(found)
    if name == "handlingsplan":
        choices = table.choices(table.number_rows(document.activities))
        document = files.narrowed(document, SelectionForm(request.GET, choices).selection())
    return _file(writer(document, spoken(), found.cooperation.accent), f"{name}-{year}.{form}")


@require_safe
def bodies(request: HttpRequest, cooperation: str) -> HttpResponse:
    """All bodies and who chairs them."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/bodies.html", people.bodies_page(found))


@require_safe
def body(request: HttpRequest, cooperation: str, body: str) -> HttpResponse:
    """One body."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/body.html", people.body_page(request, found, body))


@require_safe
def feed(request: HttpRequest, cooperation: str, body: str | None = None) -> HttpResponse:
    """The meetings and conferences, or one body's meetings, as a calendar to subscribe to."""
    found = site.cooperation_or_404(cooperation)
    name = people.body_page(request, found, body)["body"].name if body else None
    document = files.current_document(found)
    return _file(write_calendar_feed(document, body=name, language=spoken()), f"{body or 'kalender'}.ics")


@require_safe
def members(request: HttpRequest, cooperation: str) -> HttpResponse:
    """The members on a map and in a table."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/members.html", people.members_page(found))


@require_safe
def member(request: HttpRequest, cooperation: str, member: str) -> HttpResponse:
    """One member."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/member.html", people.member_page(found, member))


@require_safe
def decisions(request: HttpRequest, cooperation: str) -> HttpResponse:
    """What has been decided."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/decisions.html", site.decisions_page(found))


@require_safe
def documents(request: HttpRequest, cooperation: str) -> HttpResponse:
    """The governing documents, and the plans year by year."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "public/documents.html", site.documents_page(found))


@require_safe
def accessibility(request: HttpRequest, cooperation: str) -> HttpResponse:
    """How accessible the site is, and how to report what is not."""
    found = site.cooperation_or_404(cooperation)
    return _page(request, "shell/statement.html", {**site.plain_page(found), "assessed": ASSESSED})


@require_safe
def colours(_request: HttpRequest, cooperation: str, accent: str, seal: str) -> HttpResponse:
    """The tones of a colour, as a style sheet."""
    site.cooperation_or_404(cooperation)
    return _kept(site.style_sheet_or_404(f"#{accent}", seal).encode(), "text/css; charset=utf-8")


@require_safe
def emblem(_request: HttpRequest, cooperation: str, seal: str, form: str) -> HttpResponse:
    """An emblem, which is seen and does nothing else, whatever it holds."""
    data = site.emblem_or_404(site.cooperation_or_404(cooperation), f"{seal}.{form}")
    response = _kept(data, EMBLEM_TYPES[form])
    response.headers["Content-Security-Policy"] = ONLY_SEEN
    return response


def _kept(content: bytes, media_type: str) -> HttpResponse:
    """What is at an address that no other content will ever have."""
    return HttpResponse(
        content, content_type=media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    cooperation, plan = context["cooperation"], context["plan"]
    frame = frame_of(request, cooperation, plan.year if plan else None)
    return render(request, template, {"frame": frame, **context})


def _narrowed(request: HttpRequest, template: str, part: str, context: dict[str, Any]) -> HttpResponse:
    """The page, or only the part of it that holds its list when the filter asks for that."""
    wants_part = request.headers.get("HX-Request") and not request.headers.get("HX-History-Restore-Request")
    response = _page(request, f"{template}#{part}" if wants_part else template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _file(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=MEDIA_TYPES[name.rsplit(".", 1)[1]],
        headers={"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""},
    )
