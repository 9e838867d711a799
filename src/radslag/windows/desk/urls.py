"""Addresses for those who work in a cooperation."""

from django.urls import path
from django.views.decorators.cache import never_cache

from radslag.windows.desk.views import desk, drafts, editing, next_year, register

urlpatterns = [
    path("logga-in/", never_cache(desk.sign_in), name="sign-in"),
    path("logga-ut/", never_cache(desk.sign_out), name="sign-out"),
    path("", never_cache(desk.desk), name="desk"),
    path("nasta-ar/", never_cache(next_year.next_year), name="next-year"),
    path("import/", never_cache(drafts.imports), name="imports"),
    path("import/<int:number>/", never_cache(drafts.draft), name="draft"),
    path("import/<int:number>/ratta/", never_cache(drafts.correct), name="correct"),
    path("import/<int:number>/spara/", never_cache(drafts.accept), name="accept"),
    path("import/<int:number>/kasta/", never_cache(drafts.discard), name="discard"),
    *(
        path(f"<int:year>/{ending}", never_cache(editing.plan_page(name)), name=name)
        for name, ending in editing.ENDINGS.items()
    ),
    path("organisation/<slug:body>/andra/", never_cache(editing.body), name="edit-body"),
    path("andra/angra/<int:entry>/", never_cache(editing.undo), name="undo"),
    path("andra/<slug:kind>/ny/", never_cache(editing.add), name="add"),
    path("andra/<slug:kind>/<int:key>/flytta/", never_cache(editing.move), name="move"),
    path("andra/<slug:kind>/<int:key>/ta-bort/", never_cache(editing.remove), name="remove"),
    path("andra/<slug:kind>/<int:key>/<slug:field>/", never_cache(editing.field), name="edit-field"),
    path("register/", never_cache(register.register), name="register"),
    path("register/<int:number>/", never_cache(register.entry), name="entry"),
]
