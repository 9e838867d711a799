"""A new cooperation: its name and address, members, bodies and first plan, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from radslag.domain import plan_document as domain
from radslag.domain.limits import LONGEST_NAME
from radslag.domain.municipalities import Municipality
from radslag.windows.desk.forms.drafts import PlanFileForm

ADDRESS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_ADDRESS = 40
YEARS = (2000, 2100)
KINDS = {
    "committee": _("Committee, steering group or board"),
    "management_group": _("Management group or preparatory group"),
    "network": _("Network or working group"),
    "secretariat": _("Secretariat"),
    "other": _("Other"),
}


class RowsOfBodies(forms.Widget):
    """The rows of bodies on the page, each a name and a kind."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[tuple[str, str]]:  # noqa: ARG002
        """The pairs in their order."""
        return list(zip(data.getlist("body"), data.getlist("kind"), strict=False))


class BodiesField(forms.Field):
    """The bodies named; a row without a name is none."""

    widget = RowsOfBodies

    def clean(self, value: list[tuple[str, str]]) -> tuple[domain.Body, ...]:
        """The bodies, if each can be one and no two have the same name."""
        rows = [(" ".join(name.split()), kind) for name, kind in value]
        named = [(name, kind) for name, kind in rows if name]
        if any(len(name) > LONGEST_NAME or "\0" in name for name, _kind in named):
            raise forms.ValidationError(_("A name of a body is longer than 200 characters. Shorten it."))
        if any(kind not in KINDS for _name, kind in named):
            raise forms.ValidationError(_("Choose what kind of body each of them is."))
        if len({name.casefold() for name, _kind in named}) < len(named):
            raise forms.ValidationError(_("Two bodies have the same name. Change one of them."))
        return tuple(domain.Body(name=name, kind=kind) for name, kind in named)  # type: ignore[arg-type]


class BeginningForm(PlanFileForm):
    """All that is asked to begin a cooperation."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, help_text=_("As your documents have it.")
    )
    slug = forms.RegexField(
        rf"^{ADDRESS}$",
        label=_("Address"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Small letters a–z, digits and hyphens. It stays the same ever after."),
        error_messages={"invalid": _("Write only small letters a–z, digits and single hyphens.")},
    )
    find = forms.CharField(label=_("Find a municipality"), required=False)
    members = forms.MultipleChoiceField(
        label=_("Members"), error_messages={"required": _("Choose at least one municipality.")}
    )
    bodies = BodiesField(label=_("Bodies"), required=False)
    plan = forms.ChoiceField(
        label=_("First plan"),
        choices={"empty": _("Begin with an empty plan"), "file": _("Read a plan from a file")},
        widget=forms.RadioSelect,
    )
    year = forms.IntegerField(
        label=_("Year of the empty plan"), min_value=YEARS[0], max_value=YEARS[1], required=False
    )

    def __init__(self, municipalities: tuple[Municipality, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipalities = {each.code: each for each in municipalities}
        self.fields["members"].choices = [(each.code, each.name) for each in municipalities]  # type: ignore[attr-defined]
        self.fields["file"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask for what the kind of first plan needs."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("plan") == "file" and told.get("file") is None and "file" not in self.errors:
            self.add_error("file", _("Choose the file with the plan, or begin with an empty one."))
        if told.get("plan") == "empty" and not told.get("year") and "year" not in self.errors:
            self.add_error("year", _("Say which year the plan is for."))
        return told

    def shown(self) -> dict[str, Any]:
        """What the page shows more of than its fields, as filled in so far."""
        empty: dict[str, Any] = {"find": "", "members": [], "slug": "", "bodies": []}
        return {name: self[name].value() or nothing for name, nothing in empty.items()}

    def told(self) -> Mapping[str, Any]:
        """What was filled in, as what begins a cooperation takes it."""
        said = self.cleaned_data
        chosen = [self.municipalities[code] for code in dict.fromkeys(said["members"])]
        members = tuple(domain.Member(name=each.name, code=each.code) for each in chosen)
        from_file = said["plan"] == "file"
        return {
            "told": domain.Cooperation(name=said["name"], members=members),
            "bodies": said["bodies"],
            "slug": said["slug"],
            "year": None if from_file else said["year"],
            "file": (said["file"].read(), said["file"].name) if from_file else None,
        }
