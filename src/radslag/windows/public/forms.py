"""What a visitor can ask of a list."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from radslag.domain.action_plan import Choices, Selection

GROUPINGS = {
    "": _("Goal"),
    "body": _("Responsible"),
    "member": _("Municipality"),
    "time": _("Time"),
    "none": _("No grouping"),
}
ORDERS = {
    "": _("The plan"),
    "title": _("Activity"),
    "responsible": _("Responsible"),
    "time": _("Time"),
}


class Choice(forms.Select):
    """A list to choose from, written straight out: through templates, six cost as much as the table."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        chosen = mark_safe(" selected")
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, chosen if key == (value or "") else "", label) for key, label in self.choices),
        )
        return format_html("<select{}>{}</select>", flatatt({**(attrs or {}), "name": name}), options)


class SelectionForm(forms.Form):
    """Which rows of the action plan to show and how; whatever does not fit is taken as not asked for."""

    text = forms.CharField(label=_("Search"), required=False, max_length=100)
    focus_area = forms.ChoiceField(label=_("Focus area"), required=False, widget=Choice)
    body = forms.ChoiceField(label=_("Responsible"), required=False, widget=Choice)
    member = forms.ChoiceField(label=_("Municipality"), required=False, widget=Choice)
    time = forms.ChoiceField(label=_("Time"), required=False, widget=Choice)
    grouping = forms.ChoiceField(
        label=_("Group by"), required=False, choices=GROUPINGS.items(), widget=Choice
    )
    order = forms.ChoiceField(label=_("Sort by"), required=False, choices=ORDERS.items(), widget=Choice)

    def __init__(self, data: Any, choices: Choices) -> None:
        super().__init__(data, auto_id="select-%s")
        for field, values in (
            ("focus_area", choices.focus_areas),
            ("body", choices.bodies),
            ("member", choices.members),
            ("time", choices.times),
        ):
            options = [("", _("All")), *((value, value) for value in values)]
            self.fields[field].choices = options  # type: ignore[attr-defined]

    def selection(self) -> Selection:
        """What was asked for and can be answered."""
        self.is_valid()
        return Selection(**{name: value for name, value in self.cleaned_data.items() if value})


class ComparisonForm(forms.Form):
    """Whether all that is compared is shown, or only what differs."""

    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[("", _("Everything")), ("differences", _("Only differences"))],
        widget=Choice,
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="compare-%s")

    def differences_only(self) -> bool:
        """Whether only what differs was asked for."""
        return self.is_valid() and self.cleaned_data["show"] == "differences"
