"""What is chosen for next year's plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.domain.limits import LARGEST_COUNT
from radslag.domain.next_year import Choices, counted_on, elections, proposals, proposed
from radslag.domain.plan_document import Chair, PlanDocument
from radslag.domain.population import population_on
from radslag.ground.shell.formats import format_date
from radslag.ground.shell.numbers import number_in


class NextYearForm(forms.Form):
    """The rows that go on, who was elected, and the members' inhabitants; all may be left empty."""

    rows = forms.TypedMultipleChoiceField(label=_("Activities"), coerce=int, required=False)

    def __init__(self, document: PlanDocument, data: Any = None) -> None:
        super().__init__(data)
        year = (document.year or 0) + 1
        self.elections, self.members = elections(document), document.cooperation.members
        names = [(member.name, member.name) for member in self.members]
        self.fields["rows"].choices = [  # type: ignore[attr-defined]
            (each.row.number, each.reason) for each in proposals(document, year)
        ]
        self.fields["rows"].initial = sorted(proposed(document).rows)
        for number, each in enumerate(self.elections):
            role = _("chair") if each.role == "chair" else _("vice chair")
            self.fields[f"person_{number}"] = forms.CharField(
                label=f"{each.body}, {role}",
                required=False,
                max_length=200,
                help_text=f"{document.year}: {', '.join(filter(None, (each.person, each.member)))}",
            )
            self.fields[f"member_{number}"] = forms.ChoiceField(
                label=_("Municipality"), required=False, choices=[("", "–"), *names]
            )
        fee = document.budget.fee if document.budget else None
        self.day = counted_on(fee, year)
        known = dict(population_on(self.members, self.day).counts)
        for number, member in enumerate(self.members):
            self.fields[f"count_{number}"] = forms.IntegerField(
                label=member.name,
                required=False,
                min_value=0,
                max_value=LARGEST_COUNT,
                initial=known.get(member.name),
            )

    @property
    def day_in_words(self) -> str:
        """The day that the inhabitants are counted on."""
        return format_date(self.day)

    @property
    def chosen_rows(self) -> set[int]:
        """The rows that are ticked, as sent or to begin with."""
        return {number for each in self["rows"].value() or () if (number := number_in(str(each))) is not None}

    @property
    def chairs(self) -> list[tuple[Any, Any]]:
        """The fields for each election: the person, and the municipality."""
        return [(self[f"person_{n}"], self[f"member_{n}"]) for n in range(len(self.elections))]

    @property
    def counts(self) -> list[Any]:
        """The fields for inhabitants."""
        return [self[f"count_{number}"] for number in range(len(self.members))]

    def choices(self) -> Choices:
        """What was chosen, once the form is valid."""
        said = self.cleaned_data
        chairs = [
            (each.body, Chair(person=person, member=said[f"member_{n}"] or None, role=each.role, year=None))
            for n, each in enumerate(self.elections)
            if (person := said[f"person_{n}"])
        ]
        counts = {
            member.name: said[f"count_{n}"]
            for n, member in enumerate(self.members)
            if said[f"count_{n}"] is not None
        }
        return Choices(rows=frozenset(said["rows"]), chairs=tuple(chairs), populations=counts)
