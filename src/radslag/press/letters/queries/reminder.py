"""What a reminder says."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.domain.action_plan import party_name
from radslag.domain.colours import readable
from radslag.domain.letter import Link, Part, Row, Sheet
from radslag.domain.reminders import Due, Reminder
from radslag.ground.shell.formats import format_date, join_words
from radslag.people.members.models import Cooperation
from radslag.press.letters.queries.links import Purpose, link, site_address, way_in


def reminder_sheet(
    reminder: Reminder, cooperation: Cooperation, once: str, language: str, today: date
) -> Sheet:
    """The reminder in the language that is spoken, which is the one named."""
    due = reminder.due
    stop = link(Purpose.NO_REMINDERS, once, cooperation, language)
    return Sheet(
        subject=_subject(reminder),
        language=language,
        sender=cooperation.name,
        accent=readable(cooperation.accent),
        heading=due.title,
        heading_in=due.language,
        lead=tuple(words for words in (_when(reminder, today), _vacancy(reminder)) if words),
        button=Link(_("See the activity"), site_address(language, "activity", cooperation.slug, *due.place)),
        aside=(Link(_("Remind me in a week"), link(Purpose.LATER, once, cooperation, language)),),
        parts=(Part(_("In the action plan"), tuple(_facts(due))),),
        foot=_reason(reminder),
        ways_out=(
            Link(_("Choose what you get"), way_in("brev", cooperation, language)),
            Link(_("Stop all reminders"), stop),
        ),
        unsubscribe=stop,
    )


def _subject(reminder: Reminder) -> str:
    words = {"day": format_date(reminder.due.day, year=False), "title": reminder.due.title}
    match reminder.step.urgency:
        case "coming":
            return _("To be done by %(day)s: %(title)s") % words
        case "near":
            return _("Soon to be done, %(day)s: %(title)s") % words
        case "today":
            return _("Last day: %(title)s") % words
        case "late":
            return _("Late since %(day)s: %(title)s") % words


def _when(reminder: Reminder, today: date) -> str:
    day = reminder.due.day
    days = abs((day - today).days)
    words = {"day": format_date(day, weekday=True), "days": days}
    if day > today and reminder.step.urgency == "today":
        return _("To be done by %(day)s. Today is the last working day before.") % words
    if day > today:
        told = ngettext(
            "To be done by %(day)s, in %(days)d day.",
            "To be done by %(day)s, in %(days)d days.",
            days,
        )
        return told % words
    if day == today:
        return _("To be done today, %(day)s.") % words
    told = ngettext(
        "Should have been done by %(day)s, %(days)d day ago.",
        "Should have been done by %(day)s, %(days)d days ago.",
        days,
    )
    return told % words


def _vacancy(reminder: Reminder) -> str:
    if not reminder.vacant:
        return ""
    return _("Nobody who can be written to represents %(members)s here at present.") % {
        "members": join_words(reminder.vacant)
    }


def _facts(due: Due) -> list[Row]:
    parties = join_words([party_name(party) for party in due.responsible])
    return [
        Row(_("Responsible"), parties or _("Nobody is named"), note_in=due.language if parties else ""),
        Row(_("Done by"), format_date(due.day)),
    ]


def _reason(reminder: Reminder) -> str:
    match reminder.because:
        case "lead":
            return _("You get this because you sit for a municipality that leads the activity.")
        case "body":
            return _("You get this because you sit in the body that is responsible.")
        case "member":
            return _("You get this because you sit for the municipality that is responsible.")
        case "chair":
            return _("You get this because you chair the body that is responsible, and it has no members.")
        case "management_group":
            return _("You get this because you chair the management group, and nobody responsible is found.")
        case "secretariat":
            return _("You get this because you work in the secretariat, and nobody responsible is found.")
