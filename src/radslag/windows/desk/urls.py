"""Addresses for those who work in a cooperation."""

from django.urls import path

from radslag.windows.desk import views

urlpatterns = [
    path("logga-in/", views.sign_in, name="sign-in"),
    path("logga-ut/", views.sign_out, name="sign-out"),
    path("", views.desk, name="desk"),
    path("import/", views.imports, name="imports"),
    path("import/<int:number>/", views.draft, name="draft"),
    path("import/<int:number>/ratta/", views.correct, name="correct"),
    path("import/<int:number>/spara/", views.accept, name="accept"),
    path("import/<int:number>/kasta/", views.discard, name="discard"),
]
