"""The words a written document puts around its content, in Swedish and English, with its dates and sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

from radslag.domain import swedish
from radslag.domain.action_plan import party_name
from radslag.domain.money import Money
from radslag.domain.plan_document import Responsible

Language = Literal["sv", "en"]

_LABELS: Mapping[str, tuple[str, str]] = {
    "abolished": ("Avskaffad", "Abolished"),
    "action_plan": ("Handlingsplan", "Action plan"),
    "activity": ("Aktivitet", "Activity"),
    "added": ("Tillagt {}", "Added {}"),
    "adopted": ("Daterad {}", "Dated {}"),
    "aligned_to": ("Mål som programmet bidrar till", "Goals the programme contributes to"),
    "amended": ("Justerad {}", "Amended {}"),
    "annex": ("Bilaga", "Annex"),
    "approximate": ("Ungefärlig", "Approximate"),
    "area": ("Fokusområde", "Focus area"),
    "audience": ("För", "For"),
    "bodies": ("Organisation", "Organisation"),
    "body": ("Organ", "Body"),
    "budget": ("Budget", "Budget"),
    "calendar": ("Kalendarium", "Calendar"),
    "cancelled": ("Inställd", "Cancelled"),
    "chair": ("Ordförande", "Chair"),
    "change": ("Förändring", "Change"),
    "change_added": ("Tillkommer", "Added"),
    "change_changed": ("Ändras", "Changed"),
    "change_removed": ("Utgår", "Removed"),
    "change_same": ("Samma", "The same"),
    "checksum": ("Fastställd version, SHA-256", "Decided version, SHA-256"),
    "comment": ("Kommentar", "Comment"),
    "comparison": ("Jämförelse", "Comparison"),
    "concerns": ("Gäller", "Concerns"),
    "conference": ("Konferens", "Conference"),
    "conferences": ("Konferenser", "Conferences"),
    "contents": ("Innehåll", "Contents"),
    "cost": ("Kostnad", "Cost"),
    "costs": ("Kostnader", "Costs"),
    "costs_total": ("Summa kostnader", "Total costs"),
    "counted_on": ("Invånare den", "Inhabitants on"),
    "date": ("Datum", "Date"),
    "decided": ("Beslutad {}", "Decided {}"),
    "decided_by": ("Beslutad {} av {}", "Decided {} by {}"),
    "decision": ("Beslut", "Decision"),
    "decisions": ("Beslut", "Decisions"),
    "described": ("Beskriven", "Described"),
    "document": ("Dokument", "Document"),
    "documents": ("Styrdokument", "Governing documents"),
    "draft": ("Utkast, inte beslutat", "Draft, not decided"),
    "end": ("Slut", "End"),
    "fee": ("Avgift", "Fee"),
    "fee_decided": ("Avgiften är beslutad {}.", "The fee was decided {}."),
    "fee_decided_by": ("Avgiften är beslutad {} av {}.", "The fee was decided {} by {}."),
    "fee_per_inhabitant": ("per invånare och år", "per inhabitant and year"),
    "fee_per_member": ("Avgift per kommun", "Fee per municipality"),
    "focus_areas": ("Fokusområden", "Focus areas"),
    "goal": ("Mål", "Goal"),
    "hosts": ("Värdar", "Hosts"),
    "in_force": ("Gäller {}–{}", "In force {}–{}"),
    "in_force_from": ("Gäller från", "In force from"),
    "in_force_to": ("Gäller till", "In force to"),
    "income": ("Intäkter", "Income"),
    "income_total": ("Summa intäkter", "Total income"),
    "inhabitants": ("Invånare", "Inhabitants"),
    "inhabitants_on": ("Invånare {}", "Inhabitants {}"),
    "kind": ("Slag", "Kind"),
    "meeting": ("möte", "meeting"),
    "meetings": ("Möten", "Meetings"),
    "meets": ("Möts", "Meets"),
    "member": ("Kommun", "Municipality"),
    "members": ("Kommunerna", "The municipalities"),
    "merged": ("Sammanslagen", "Merged"),
    "name": ("Namn", "Name"),
    "no_activity": ("Ingen aktivitet", "No activity"),
    "no_subgoal": ("Utan delmål", "Without sub-goal"),
    "no_focus_area": ("Utan fokusområde", "Without focus area"),
    "note": ("Anmärkning", "Note"),
    "number": ("Nr", "No."),
    "online": ("digitalt", "online"),
    "overall_goal": ("Övergripande mål", "Overall goal"),
    "part": ("Andel", "Share"),
    "part_of_plan": ("Del av planen", "Part of the plan"),
    "place": ("Plats", "Place"),
    "planned": ("Planerad", "Planned"),
    "planning_conference": ("planeringskonferens", "planning conference"),
    "programme": ("Utvecklingsprogram", "Development programme"),
    "responsible": ("Ansvarig", "Responsible"),
    "role": ("Uppgift", "Task"),
    "side": ("Intäkt eller kostnad", "Income or cost"),
    "start": ("Start", "Start"),
    "status": ("Läge", "Status"),
    "subgoal": ("Delmål", "Sub-goal"),
    "sum": ("Summa", "Total"),
    "sum_amount": ("Belopp", "Amount"),
    "tentative": ("preliminärt", "tentative"),
    "time": ("Tid", "Time"),
    "title_of_line": ("Post", "Item"),
    "title": ("Verksamhetsplan", "Operational plan"),
    "untitled": ("Utan rubrik", "Untitled"),
    "vice_chair": ("Vice ordförande", "Vice chair"),
    "via": ("via {}", "via {}"),
    "vision": ("Vision", "Vision"),
    "weekday": ("Veckodag", "Weekday"),
    "wheel": ("Årshjul", "Year wheel"),
    "wheel_alt": (
        "Årshjul för {} med möten och konferenser dag för dag. Samma datum står i tabellerna som följer.",
        "Year wheel of {} with meetings and conferences day by day. The tables that follow give the dates.",
    ),
    "within": ("Under", "Under"),
    "wording": ("Lydelse", "Wording"),
    "yes": ("ja", "yes"),
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Words:
    """The labels, dates and sums of one language."""

    language: Language = "sv"

    def __getitem__(self, label: str) -> str:
        return _LABELS[label][self.language == "en"]

    @property
    def labels(self) -> dict[str, str]:
        """Every label by its key."""
        return {label: self[label] for label in _LABELS}

    @property
    def months(self) -> Sequence[str]:
        """The names of the months, January first."""
        return swedish.MONTHS if self.language == "sv" else _MONTHS

    def date(self, day: date, *, year: bool = True, weekday: bool = False) -> str:
        """14 januari 2021, torsdag 14 januari; 14 January 2021, Thursday 14 January."""
        weekdays = swedish.WEEKDAYS if self.language == "sv" else _WEEKDAYS
        words = [str(day.day), self.months[day.month - 1], *([str(day.year)] if year else [])]
        written = swedish.NO_BREAK_SPACE.join(words)
        return f"{weekdays[day.weekday()]} {written}" if weekday else written

    def times(self, start: time, end: time | None = None) -> str:
        """13.00–14.30, 13:00–14:30."""
        written = swedish.format_times(start, end)
        return written if self.language == "sv" else written.replace(".", ":")

    def number(self, number: int | Decimal) -> str:
        """2 030 208, 2,030,208."""
        return swedish.format_number(number) if self.language == "sv" else f"{number:,}"

    def money(self, amount: Money, *, approximate: bool = False) -> str:
        """ca 2 030 208 kr, about SEK 2,030,208."""
        if self.language == "sv":
            return swedish.format_money(amount, approximate=approximate)
        decimals = 0 if amount.kronor == amount.kronor.to_integral_value() else 2
        written = f"SEK{swedish.NO_BREAK_SPACE}{amount.kronor:,.{decimals}f}"
        return f"about {written}" if approximate else written

    def percent(self, part: float) -> str:
        """18,7 %, 18.7%."""
        written = f"{part * 100:.1f}"
        return (
            f"{written.replace('.', ',')}{swedish.NO_BREAK_SPACE}%"
            if self.language == "sv"
            else f"{written}%"
        )

    def join(self, words: Sequence[str]) -> str:
        """Botkyrka, Salem och Tyresö; Botkyrka, Salem and Tyresö."""
        if self.language == "sv" or len(words) < 2:
            return swedish.join_words(words)
        return f"{', '.join(words[:-1])} and {words[-1]}"

    def place(self, place: str | None, *, online: bool) -> str:
        """Salem; via Teams; digitalt when only that is known."""
        if not online:
            return place or ""
        return self["via"].format(place) if place else self["online"]

    def party(self, party: Responsible, short: Mapping[str, str] | None = None) -> str:
        """A responsible party, by its short name if there is one, with leaders and part in brackets."""
        name = party_name(party)
        name = (short or {}).get(name, name)
        inside = ", ".join(filter(None, (self.join(party.leads), party.part)))
        return f"{name} ({inside})" if inside else name
