"""A page in editing, and behind it a server as the parts of the shell expect it, with a memory of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

from radslag.domain.prose import bullets, paragraph, to_json
from radslag.ground.shell.frame import Frame

PAGE = Path(__file__).with_name("editing.html")
PURPOSE = to_json([paragraph("Fler laddplatser."), bullets(["längs vägarna", "vid stationerna"])])
FIELDS = {
    "title": ("Titel", "line", "Laddplatser"),
    "comment": ("Kommentar", "text", "Första raden.\nAndra raden."),
    "day": ("Dag", "date", "14 januari 2021"),
    "start": ("Börjar", "time", "13.00"),
    "cost": ("Kostnad", "money", "444 208 kr"),
    "state": ("Läge", "choice", "pågår"),
    "goals": ("Delmål", "several", "Ur tiden\nSpår"),
    "purpose": ("Syfte", "prose", json.dumps(PURPOSE)),
}
GOALS = [("Väg", ["Broar", "Vägar"]), ("Järnväg", ["Spår", "Tunnlar"])]
STATES = [("pågår", "Pågår"), ("klar", "Klar")]


@dataclass
class Memory:
    """What the server knows, whether it answers, and what it has been sent."""

    words: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    homes: dict[str, list[str]] = field(default_factory=dict)
    sent: list[dict[str, str]] = field(default_factory=list)
    down: bool = False

    def begin(self) -> None:
        """Know nothing but what is there from the beginning."""
        self.words = {key: words for key, (*_, words) in FIELDS.items()}
        self.order = ["Elnät", "Laddplatser", "Bussar", "Skola"]
        self.homes = {"Väst": ["Bro", "Väg"], "Norr": ["Tunnel"], "Öst": []}
        self.sent = []
        self.down = False


memory = Memory()


def page(request: HttpRequest, cooperation: str) -> HttpResponse:
    fields = [
        {
            "key": key,
            "action": f"{request.path}{key}/",
            "label": label,
            "kind": kind,
            "words": memory.words[key],
            "options": STATES,
            "groups": GOALS,
            "help": "Som den står i planen." if key == "title" else "",
        }
        for key, (label, kind, _) in FIELDS.items()
    ]
    order = [{"name": name, "action": f"{request.path}{name}/move/"} for name in memory.order]
    homes = {
        home: [{"name": name, "action": f"{request.path}{name}/move/"} for name in names]
        for home, names in memory.homes.items()
    }
    context = {
        "frame": Frame(name="Samverkan i Mellanbygden", home=request.path),
        "fields": fields,
        "order": order,
        "groups": homes.items(),
        "group_names": [(home, home) for home in memory.homes],
    }
    template = engines["django"].from_string(PAGE.read_text(encoding="utf-8"))
    return HttpResponse(template.render(context, request))


def save(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    if memory.down:
        return HttpResponse(status=503)
    given = request.POST.dict() | {"words": "\n".join(request.POST.getlist("words"))}
    memory.sent.append({name: str(given[name]) for name in ("base", "words")})
    base, words, kept = (
        text.replace("\r\n", "\n") for text in (*memory.sent[-1].values(), memory.words[key])
    )
    if not words:
        return JsonResponse({"fault": "Skriv något, annars vet ingen vad det är."}, status=422)
    if kept not in {base, words}:
        return JsonResponse({"theirs": kept, "by": "Kim Ek", "at": "14.02", "merged": None}, status=409)
    memory.words[key] = words.replace(":", ".") if key == "start" else words
    if "X-Requested-With" in request.headers:
        return JsonResponse({"words": memory.words[key], "message": "Sparat 14.03"})
    return redirect(f"/{cooperation}/")


def move(request: HttpRequest, cooperation: str, name: str) -> HttpResponse:
    order = next((names for names in memory.homes.values() if name in names), memory.order)
    at = order.index(name)
    wish: dict[str, Any] = {"up": at - 1, "down": at + 1, "": len(memory.order)}
    to = int(request.POST["to"]) - 1 if "to" in request.POST else wish[request.POST.get("move", "")]
    memory.homes.get(request.POST.get("home", ""), order).insert(max(to, 0), order.pop(at))
    return HttpResponse(status=204) if "X-Requested-With" in request.headers else redirect(f"/{cooperation}/")


pages = [
    path("", page, name="page"),
    path("<slug:key>/", save, name="save"),
    path("<str:name>/move/", move, name="move"),
]
urlpatterns = [
    path("<slug:cooperation>/en/", include((pages, "site"), namespace="en")),
    path("<slug:cooperation>/", include((pages, "site"), namespace="sv")),
]
