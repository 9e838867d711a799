"""What a pointer into a plan document is called: ``/activities/2/title`` is "aktivitet 3, rubrik"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from radslag.domain.plan_document import Meeting, PlanDocument
from radslag.domain.swedish import format_date

Language = Literal["sv", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "abbreviations": ("förkortning", "abbreviation"),
    "activities": ("aktivitet", "activity"),
    "added_by": ("tillagd genom beslut", "added by decision"),
    "adopted": ("antaget", "adopted"),
    "aligned_to": ("regionalt mål", "regional goal"),
    "aligned_to_source": ("källa till regionala mål", "source of the regional goals"),
    "amended": ("justerat", "amended"),
    "amount": ("belopp", "sum"),
    "approximate": ("ungefärligt", "approximate"),
    "area": ("område", "area"),
    "audience": ("målgrupp", "audience"),
    "blocks": ("stycke", "paragraph"),
    "bodies": ("organ", "body"),
    "body": ("organ", "body"),
    "budget": ("budget", "budget"),
    "chairs": ("ordförande", "chair"),
    "code": ("kommunkod", "municipality code"),
    "comment": ("kommentar", "comment"),
    "conferences": ("konferens", "conference"),
    "cooperation": ("samverkan", "cooperation"),
    "cost": ("kostnad", "cost"),
    "costs": ("kostnad", "cost"),
    "costs_total": ("summa kostnader", "total costs"),
    "count": ("antal", "count"),
    "date": ("datum", "date"),
    "decided": ("beslutad", "decided"),
    "decided_by": ("beslutad av", "decided by"),
    "decisions": ("beslut", "decision"),
    "description": ("beskrivning", "description"),
    "documents": ("handling", "document"),
    "end": ("slutar", "ends"),
    "fee": ("avgift", "fee"),
    "focus_area": ("fokusområde", "focus area"),
    "focus_areas": ("fokusområde", "focus area"),
    "from": ("från", "from"),
    "goal": ("mål", "goal"),
    "goal_variants": ("annan lydelse av målet", "other wording of the goal"),
    "group": ("grupp", "group"),
    "heading": ("rubrik", "heading"),
    "horizon": ("målår", "horizon"),
    "hosts": ("värd", "host"),
    "in_force": ("gäller", "in force"),
    "income": ("intäkt", "income"),
    "income_total": ("summa intäkter", "total income"),
    "kind": ("slag", "kind"),
    "leads": ("ledande kommun", "leading municipality"),
    "meetings": ("möte", "meeting"),
    "meets": ("sammanträder", "meets"),
    "member": ("kommun", "municipality"),
    "members": ("kommun", "municipality"),
    "name": ("namn", "name"),
    "note": ("anmärkning", "note"),
    "number": ("nummer", "number"),
    "online": ("digitalt", "online"),
    "overall_goal": ("övergripande mål", "overall goal"),
    "overall_goal_variants": ("annan lydelse av övergripande mål", "other wording of the overall goal"),
    "part": ("del", "part"),
    "per_inhabitant": ("per invånare", "per inhabitant"),
    "person": ("person", "person"),
    "place": ("plats", "place"),
    "population": ("invånare", "inhabitants"),
    "population_date": ("invånare per", "inhabitants on"),
    "populations": ("invånarantal", "population"),
    "programme": ("utvecklingsprogram", "programme"),
    "prose": ("avsnitt", "section"),
    "recurring": ("löpande", "recurring"),
    "responsible": ("ansvarig", "responsible"),
    "role": ("uppdrag", "role"),
    "start": ("börjar", "starts"),
    "status": ("läge", "status"),
    "subgoals": ("delmål", "sub-goal"),
    "tentative": ("preliminär", "tentative"),
    "text": ("text", "text"),
    "time": ("tid", "time"),
    "times_per_year": ("gånger per år", "times a year"),
    "title": ("rubrik", "title"),
    "to": ("till", "to"),
    "unread": ("oläst", "unread"),
    "variants": ("annan lydelse", "other wording"),
    "vision": ("vision", "vision"),
    "weekday": ("veckodag", "weekday"),
    "year": ("år", "year"),
}


_ALL_OF_THEM: dict[str, tuple[str, str]] = {
    "activities": ("handlingsplanen", "the action plan"),
    "bodies": ("organen", "the bodies"),
    "conferences": ("konferenserna", "the conferences"),
    "decisions": ("besluten", "the decisions"),
    "documents": ("handlingarna", "the documents"),
    "meetings": ("kalendern", "the calendar"),
    "members": ("kommunerna", "the municipalities"),
    "prose": ("avsnitten", "the sections"),
}


def in_words(pointer: str, language: Language = "sv") -> str:
    """The pointer in words, list positions counted from 1; a key that has no word stands as it is."""
    at = 0 if language == "sv" else 1
    said: list[str] = []
    last = pointer.rpartition("/")[2]
    for key in pointer.split("/")[1:]:
        if key.isdecimal() and said:
            said[-1] = f"{said[-1]} {int(key) + 1}"
        else:
            said.append(_WORDS[key][at] if key in _WORDS else key)
    if last in _ALL_OF_THEM:
        said[-1] = _ALL_OF_THEM[last][at]
    return ", ".join(said)


def called(document: PlanDocument, pointer: str, language: Language = "sv") -> str:
    """The pointer in words, things that have a name by that: ``/bodies/2/abbreviations/0`` is
    "Kansliet, förkortning 1". The pointer must lead to something in the document, or to a part it lacks.
    """
    part, *rest = pointer.split("/")[1:]
    if part == "programme" and document.programme and rest[:1] == ["focus_areas"] and len(rest) > 1:
        name, rest = document.programme.focus_areas[int(rest[1])].name, rest[2:]
    elif part in _NAMES and rest:
        name, rest = _NAMES[part](getattr(document, part)[int(rest[0])], language), rest[1:]
    else:
        return in_words(pointer, language)
    return ", ".join([name, *([in_words("/" + "/".join(rest), language)] if rest not in _THE_NAME else [])])


def _meeting_name(meeting: Meeting, language: Language) -> str:
    day = format_date(meeting.date, year=False) if language == "sv" else meeting.date.isoformat()
    return f"{meeting.body} {day}"


_NAMES: Mapping[str, Callable[[Any, Language], str]] = {
    "bodies": lambda body, _language: body.name,
    "conferences": lambda conference, _language: conference.name,
    "documents": lambda document, _language: document.title,
    "meetings": _meeting_name,
    "prose": lambda section, _language: section.heading,
}
_THE_NAME: tuple[list[str], ...] = ([], ["name"], ["title"], ["heading"])
