"""Root addresses: the cooperation first, then its language, then the page."""

from django.urls import URLPattern, URLResolver, include, path

from radslag.windows.desk import urls as desk
from radslag.windows.public import urls as public

pages: list[URLPattern | URLResolver] = [
    *public.urlpatterns,
    *desk.open_to_all,
    path("arbete/", include((desk.urlpatterns, "desk"))),
]
urlpatterns = [
    path("", public.start, name="start"),
    path("<slug:cooperation>/en/", include((pages, "site"), namespace="en")),
    path("<slug:cooperation>/", include((pages, "site"), namespace="sv")),
]
handler400 = "radslag.ground.shell.views.bad_request"
handler403 = "radslag.ground.shell.views.forbidden"
handler404 = "radslag.ground.shell.views.not_found"
handler500 = "radslag.ground.shell.views.server_error"
