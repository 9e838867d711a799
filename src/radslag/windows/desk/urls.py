"""Addresses for those who work in a cooperation."""

from django.urls import path
from django.views.decorators.cache import never_cache

from radslag.windows.desk import views

urlpatterns = [
    path("logga-in/", never_cache(views.sign_in), name="sign-in"),
    path("logga-ut/", never_cache(views.sign_out), name="sign-out"),
    path("", never_cache(views.desk), name="desk"),
    path("import/", never_cache(views.imports), name="imports"),
    path("import/<int:number>/", never_cache(views.draft), name="draft"),
    path("import/<int:number>/ratta/", never_cache(views.correct), name="correct"),
    path("import/<int:number>/spara/", never_cache(views.accept), name="accept"),
    path("import/<int:number>/kasta/", never_cache(views.discard), name="discard"),
]
