"""Addresses for those who work in a cooperation."""

from django.urls import path
from django.views.decorators.cache import never_cache

from radslag.windows.desk.views import desk, drafts, signing_in

urlpatterns = [
    path("", never_cache(desk.desk), name="desk"),
    path("medlemmar/<slug:member>/inloggning/", never_cache(signing_in.member), name="member-sign-in"),
    path("import/", never_cache(drafts.imports), name="imports"),
    path("import/<int:number>/", never_cache(drafts.draft), name="draft"),
    path("import/<int:number>/ratta/", never_cache(drafts.correct), name="correct"),
    path("import/<int:number>/spara/", never_cache(drafts.accept), name="accept"),
    path("import/<int:number>/kasta/", never_cache(drafts.discard), name="discard"),
]
