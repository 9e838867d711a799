"""Addresses for those who work in a cooperation."""

from django.urls import path
from django.views.decorators.cache import never_cache

from radslag.windows.desk.views import desk, drafts, letters

urlpatterns = [
    path("logga-in/", never_cache(desk.sign_in), name="sign-in"),
    path("logga-ut/", never_cache(desk.sign_out), name="sign-out"),
    path("", never_cache(desk.desk), name="desk"),
    path("brev/", never_cache(letters.letters), name="letters"),
    path("brev/<int:number>/skicka-igen/", never_cache(letters.send_again), name="send-again"),
    path("import/", never_cache(drafts.imports), name="imports"),
    path("import/<int:number>/", never_cache(drafts.draft), name="draft"),
    path("import/<int:number>/ratta/", never_cache(drafts.correct), name="correct"),
    path("import/<int:number>/spara/", never_cache(drafts.accept), name="accept"),
    path("import/<int:number>/kasta/", never_cache(drafts.discard), name="discard"),
]

open_to_all = [
    path("brev/<str:token>/", never_cache(letters.link), name="letter"),
    path("brev/vidare/<slug:room>/", never_cache(letters.way_in), name="way-in"),
]
"""What the links in a letter lead to, for whoever has the letter."""
