"""Every part of the frame on one page, with words of no cooperation in particular: for looks and for axe."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from radslag.domain.money import Money
from radslag.ground.shell.drawing.bars import bar_widths
from radslag.ground.shell.drawing.sweden import map_of
from radslag.ground.shell.drawing.tree import Node
from radslag.ground.shell.drawing.year_wheel import Event, year_wheel
from radslag.ground.shell.frame import Frame, Link

PAGE = Path(__file__).with_name("gallery.html")
THINGS = ("Elnät", "Laddplatser", "Upphandling av bussar", "Yrkeshögskola")
PLACES = {"0128": ("Salem", 16_961), "0126": ("Huddinge", 113_234), "0127": ("Botkyrka", 94_847)}


class Filter(forms.Form):
    word = forms.CharField(label="Sök", required=False)
    kind = forms.ChoiceField(label="Slag", required=False, choices=[("", "Alla"), ("a", "Det första")])


class Letter(forms.Form):
    title = forms.CharField(label="Titel", help_text="Som den ska stå i planen.")
    file = forms.FileField(label="Fil")
    note = forms.CharField(label="Kommentar", widget=forms.Textarea, initial="x")
    sure = forms.BooleanField(label="Ersätt det som finns", required=False)


def gallery(request: HttpRequest, cooperation: str) -> HttpResponse:
    word = request.GET.get("word", "").lower()
    leaf = Node("Utifrån god framkomlighet och minskad påverkan.", note="7 aktiviteter", url="#mal")
    branches = tuple(
        Node("Stark infrastruktur", kicker=f"Område {n}", children=(leaf, leaf)) for n in range(4)
    )
    days = [(date(2021, month, 14 + 3 * kind), kind) for month in range(1, 13) for kind in range(4)]
    widths = bar_widths([count for _name, count in PLACES.values()])
    context = {
        "frame": Frame(
            name="Samverkan i Mellanbygden",
            home=request.path,
            menu=tuple(Link(label, request.path, label == "Mål") for label in ("Plan", "Mål", "Kalender")),
            foot=(Link("Logga in", request.path),),
            statement=request.path,
        ),
        "facts": ["Beslutad 14 januari 2021", "22 aktiviteter"],
        "actions": [Link("Hämta som PDF", request.path)],
        "filter": Filter(request.GET, auto_id="filter-%s"),
        "shown": [thing for thing in THINGS if word in thing.lower()],
        "things": THINGS,
        "letter": Letter({"note": "x"} if "faults" in request.GET else None),
        "tree": Node(
            "Stärkt samordning för en hållbar utveckling.", kicker="Övergripande mål", children=branches
        ),
        "wheel": year_wheel(
            2021, [Event(day, "Ett möte", kind, when="14/1") for day, kind in days], date(2021, 6, 3)
        ),
        "keys": [(0, "Kommittén"), (1, "Ledningsgruppen"), (2, "Övriga"), (3, "Konferenser")],
        "map": map_of(PLACES, values={code: n for code, (_, n) in PLACES.items()}, urls={"0128": "#salem"}),
        "bars": [(name, count, width) for (name, count), width in zip(PLACES.values(), widths, strict=True)],
        "amount": Money.from_kronor(2_030_208),
        "day": date(2021, 1, 14),
        "start": time(13),
        "end": time(14, 30),
    }
    return HttpResponse(
        engines["django"].from_string(PAGE.read_text(encoding="utf-8")).render(context, request)
    )


def broken(request: HttpRequest, cooperation: str) -> HttpResponse:
    raise RuntimeError("on purpose")


pages = [path("", gallery, name="gallery"), path("broken/", broken, name="broken")]
urlpatterns = [
    path("<slug:cooperation>/en/", include((pages, "site"), namespace="en")),
    path("<slug:cooperation>/", include((pages, "site"), namespace="sv")),
]
handler400 = "radslag.ground.shell.views.bad_request"
handler403 = "radslag.ground.shell.views.forbidden"
handler404 = "radslag.ground.shell.views.not_found"
handler500 = "radslag.ground.shell.views.server_error"
