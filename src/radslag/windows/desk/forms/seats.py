"""Who is appointed, as what, for whom and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from radslag.domain.limits import YEARS
from radslag.domain.seats import OFFICES, Fault, Role
from radslag.ground.shell.formats import format_date
from radslag.people.bodies.actions.seats import Appointment, SeatError
from radslag.people.bodies.queries import ex_officio_choices, role_choices

LONGEST_PERSON = 300
PHONE = re.compile(r"[+\d\s()/.,–-]*")
PLACES = {"ends_first": "to_day", "two_chairs": "role", "held_already": "person"}


class DayField(forms.DateField):
    """A day that the almanac has, in years that plans have."""

    def __init__(self, label: Any, help_text: Any = "", *, required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            error_messages={"invalid": _("There is no such day. Write it as 2021-03-01.")},
        )

    def clean(self, value: Any) -> Any:
        """Refuse years that nobody means."""
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(_("There is no such day. Write it as 2021-03-01."))
        return day


class DayForm(forms.Form):
    """As of which day something is shown."""

    per = DayField(_("As of"), required=False)


class EndForm(forms.Form):
    """The last day of a seat."""

    to_day = DayField(_("Last day"))


class UndoForm(forms.Form):
    """What is to be undone, by its numbers in the register."""

    entries = forms.RegexField(r"^\d{1,9}(-\d{1,9}){0,19}$")

    def numbers(self) -> list[int]:
        """The numbers told; none if they are not numbers."""
        return [int(each) for each in self.cleaned_data["entries"].split("-")] if self.is_valid() else []


class PersonForm(forms.Form):
    """Who somebody is, and how they are reached."""

    person = forms.CharField(label=_("Name"), max_length=LONGEST_PERSON)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Without it they cannot sign in."),
        error_messages={"invalid": _("That is no e-mail address. Write it as name@municipality.se.")},
    )
    phone = forms.CharField(label=_("Phone"), required=False, max_length=40)
    from_day = DayField(_("From and including"))
    decision = forms.CharField(
        label=_("On what decision"),
        required=False,
        max_length=500,
        help_text=_("For example: KS 2021-03-01 § 12"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_day"].initial = timezone.localdate
        for name, kind in (("person", "off"), ("email", "off"), ("phone", "off")):
            self.fields[name].widget.attrs["autocomplete"] = kind

    def clean_person(self) -> str:
        """The name with its spaces put right, in composed letters."""
        return " ".join(unicodedata.normalize("NFC", self.cleaned_data["person"]).split())

    def clean_email(self) -> str:
        """The address as accounts are known by it."""
        return str(self.cleaned_data["email"]).lower()

    def clean_phone(self) -> str:
        """Refuse what cannot be called."""
        phone = " ".join(str(self.cleaned_data["phone"]).split())
        if not PHONE.fullmatch(phone):
            raise forms.ValidationError(_("That is no phone number. Write it with digits."))
        return phone

    def appointment(self, **more: Any) -> Appointment:
        """What was said, as an appointment."""
        return Appointment(**{"role": "ordinary", **self.cleaned_data, **more})

    def refuse(self, error: SeatError) -> None:
        """Say by its field why the seat cannot be held so."""
        field = PLACES.get(error.fault.rule)
        self.add_error(field if field in self.fields else None, told_in_words(error.fault))

    def taken_by(self, person: str, appointing: str) -> None:
        """Say that somebody else was appointed meanwhile; sent once more, both sit."""
        words = {"person": person, "by": appointing or gettext("the secretariat")}
        self.add_error(
            "person",
            gettext(
                "%(person)s was just appointed here by %(by)s. Save again if both are to sit, or go back."
            )
            % words,
        )

    def overtaken_by(self, person: str, appointing: str) -> None:
        """Say that somebody else has just taken over; sent once more, this form's person does instead."""
        words = {"person": person, "by": appointing or gettext("the secretariat")}
        told = gettext(
            "%(person)s has just been appointed by %(by)s. Save again to appoint yours instead, or go back."
        )
        self.add_error("person", told % words)

    def changed_by(self, change: str, acting: str) -> None:
        """Say what somebody else made of the seat meanwhile; sent once more, this form's words stand."""
        words = {"change": change, "by": acting or gettext("the secretariat")}
        told = gettext("%(by)s changed this while you wrote. %(change)s. Save again to let your words stand.")
        self.add_error(None, told % words)


class SeatForm(PersonForm):
    """A seat: who, as what, for whom, how long, on what decision."""

    role = forms.ChoiceField(label=_("As what"))
    member = forms.ChoiceField(label=_("For which municipality"), required=False)
    to_day = DayField(
        _("To and including"), _("Leave it empty if it is until further notice."), required=False
    )
    ex_officio = forms.ChoiceField(label=_("By virtue of office"), required=False, choices=ex_officio_choices)
    field_order = (
        "person",
        "email",
        "phone",
        "role",
        "member",
        "from_day",
        "to_day",
        "decision",
        "ex_officio",
    )

    def __init__(self, *args: Any, roles: Iterable[Role], members: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk) if member else "": member for member in members}
        names = [
            (key, member.name if member else gettext("None in particular"))
            for key, member in self.members.items()
        ]
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]
        self.fields["member"].choices = names  # type: ignore[attr-defined]
        if len(names) == 1:
            self.fields["member"].widget = forms.HiddenInput()
            self.fields["member"].initial = names[0][0]

    def clean(self) -> dict[str, Any]:
        """Hold together what no field can see alone."""
        told = super().clean() or self.cleaned_data
        role, member = told.get("role"), self.members.get(told.get("member", ""))
        if role in OFFICES and role != "auditor" and member is None and "member" in told:
            self.add_error("member", _("Say for which municipality."))
        if "" not in self.members and member is None and "member" in told:
            self.add_error("member", _("Say for which municipality."))
        told["member"] = None if role == "auditor" else member
        if told.get("from_day") and told.get("to_day") and told["to_day"] < told["from_day"]:
            self.add_error("to_day", _("The seat ends before it begins. Change one of the days."))
        return told


def told_in_words(fault: Fault) -> str:
    """Why the seat cannot be held so, in the page's language."""
    if fault.rule == "gone":
        return gettext("Somebody else has just taken the seat back. Load the page again.")
    if fault.other is None:
        return gettext("The seat ends before it begins. Change one of the days.")
    until = fault.other.to_day
    words = {
        "person": fault.other.person,
        "until": format_date(until) if until else gettext("further notice"),
    }
    if fault.rule == "two_chairs":
        return (
            gettext("%(person)s has that office until %(until)s. End that seat first, or begin later.")
            % words
        )
    return gettext("%(person)s has that seat already, until %(until)s. Change it instead.") % words
