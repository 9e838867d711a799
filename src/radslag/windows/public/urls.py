"""Addresses of a cooperation's public pages, below the cooperation's own."""

from django.urls import path

from radslag.windows.public import views

start = views.start

urlpatterns = [
    path("", views.front, name="front"),
    path("organisation/", views.bodies, name="bodies"),
    path("organisation/<slug:body>/", views.body, name="body"),
    path("organisation/<slug:body>/kalender.ics", views.feed, name="body-feed"),
    path("kalender.ics", views.feed, name="feed"),
    path("medlemmar/", views.members, name="members"),
    path("medlemmar/<slug:member>/", views.member, name="member"),
    path("beslut/", views.decisions, name="decisions"),
    path("handlingar/", views.documents, name="documents"),
    path("tillganglighet/", views.accessibility, name="accessibility"),
    path("utseende-<slug:accent>-<slug:seal>.css", views.colours, name="colours"),
    path("emblem-<slug:seal>.<slug:form>", views.emblem, name="emblem"),
    path("<int:year>/", views.plan, name="plan"),
    path("<int:year>/mal/", views.goals, name="goals"),
    path("<int:year>/handlingsplan/", views.action_plan, name="action-plan"),
    path("<int:year>/handlingsplan/<int:number>/", views.activity, name="activity"),
    path("<int:year>/kalender/", views.calendar, name="calendar"),
    path("<int:year>/budget/", views.budget, name="budget"),
    path("<int:year>/att-reda-ut/", views.findings, name="findings"),
    path("<int:year>/jamfor/<int:other>/", views.comparison, name="comparison"),
    path(
        "<int:year>/jamfor/<int:other>/jamforelse.<slug:form>", views.comparison_file, name="comparison-file"
    ),
    path("<int:year>/<slug:name>.<slug:form>", views.download, name="download"),
]
