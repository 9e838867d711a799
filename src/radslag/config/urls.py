"""Root addresses: the cooperation first, then its language, then the page."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import never_cache

from radslag.windows.desk import urls as desk
from radslag.windows.door import urls as door
from radslag.windows.public import urls as public

pages: list[URLPattern | URLResolver] = [
    *public.urlpatterns,
    *desk.open_to_all,
    path("arbete/", include((desk.urlpatterns, "desk"))),
]


def edition(language: str) -> list[URLPattern | URLResolver]:
    """Every page in a language, which stands second in the address."""
    return [
        path(f"ny-samverkan/{language}", never_cache(desk.begin), name="begin"),
        path(f"<slug:cooperation>/{language}", include(pages)),
    ]


urlpatterns = [
    path("", public.start, name="start"),
    path("konto/", (door.urlpatterns, None, None)),  # what `include` answers; it refuses languages this deep
    path("", include((edition("en/"), "site"), namespace="en")),
    path("", include((edition(""), "site"), namespace="sv")),
]
handler400 = "radslag.ground.shell.views.bad_request"
handler403 = "radslag.ground.shell.views.forbidden"
handler404 = "radslag.ground.shell.views.not_found"
handler429 = "radslag.ground.shell.views.too_many"
handler500 = "radslag.ground.shell.views.server_error"
