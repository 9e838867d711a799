"""The action plan's table, and a word saved in it, by bare Django views, for ours to be measured against."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path

from radslag.config import urls
from radslag.work.plans.models import Activity

TEMPLATE = engines["django"].from_string("""<!doctype html>
<html lang="sv"><title>{{ plan.title }}</title>
<table class="ds-table actions"><caption class="ds-sr-only">Handlingsplan {{ plan.year }}</caption>
<thead><tr>
  <th scope="col" aria-sort="none"><a href="?order=title">Aktivitet</a></th>
  <th scope="col" aria-sort="none"><a href="?order=responsible">Ansvarig</a></th>
  <th scope="col" aria-sort="none"><a href="?order=time">Tid</a></th>
  <th scope="col">Kostnad</th>
</tr></thead>
{% for goal, rows in groups %}<tbody>
{% ifchanged rows.0.focus_area %}
<tr><th scope="colgroup" colspan="4" class="group">{{ rows.0.focus_area.name }}</th></tr>
{% endifchanged %}
<tr><th scope="rowgroup" colspan="4" class="subgroup">
  <span>{{ goal }}</span> <span class="soft keep">{{ rows|length }} aktivitet{{ rows|pluralize:"er" }}</span>
</th></tr>
{% for activity in rows %}<tr>
  <th scope="row">
    <a href="{% url 'site:activity' plan.cooperation.slug plan.year activity.position %}">
      {{ activity.title|default:activity.comment }}
    </a>
    {% if activity.title %}<p class="actions__comment">{{ activity.comment|default:"" }}</p>{% endif %}
  </th>
  <td data-label="Ansvarig">{% for party in activity.responsible.all %}
    {% if not forloop.first %}<br>{% endif %}<span>{{ party }}</span>
    {% if party.leads %}({{ party.leads|join:", " }}){% endif %}
    {% if party.part %}<span class="soft">({{ party.part }})</span>{% endif %}
  {% endfor %}</td>
  <td data-label="Tid">{{ activity.time_text|default:"" }}</td>
  <td data-label="Kostnad">{{ activity.cost_text|default:"" }}</td>
</tr>{% endfor %}
</tbody>{% endfor %}
</table></html>""")


def action_plan(request: HttpRequest, plan: int) -> HttpResponse:
    """The rows under each of their goals."""
    rows = Activity.objects.filter(plan=plan).select_related("plan__cooperation", "focus_area")
    found = list(rows.prefetch_related("goals__subgoal", "responsible__body", "responsible__member"))
    groups: dict[str, list[Activity]] = {}
    for activity in found:
        for goal in activity.goals.all():
            groups.setdefault(str(goal), []).append(activity)
    return HttpResponse(TEMPLATE.render({"plan": found[0].plan, "groups": groups.items()}, request))


@login_required
@transaction.atomic
def save(request: HttpRequest, activity: int) -> HttpResponse:
    """Say when the activity is done, whatever was said before, without a register or anybody's mandate."""
    row = Activity.objects.select_related("plan__cooperation").get(pk=activity)
    row.time_text = request.POST["words"]
    row.save()
    return JsonResponse({"words": row.time_text})


urlpatterns = [
    path("bare/<int:plan>/", action_plan, name="bare"),
    path("bare/save/<int:activity>/", save, name="bare-save"),
    path("", include(urls)),
]
