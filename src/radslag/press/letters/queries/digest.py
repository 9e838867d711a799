"""What the weekly digest says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.decisions.meetings.models import Decision, Meeting
from radslag.decisions.meetings.queries import decisions_of, next_meetings
from radslag.domain.colours import readable
from radslag.domain.letter import Link, Part, Row, Sheet
from radslag.domain.reminders import Due, answerable
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import entered_between
from radslag.ground.shell.formats import format_date, format_times, join_words
from radslag.people.bodies.queries import bodies_of, seats_in, unappointed_in, vacancies_in
from radslag.people.members.models import Cooperation
from radslag.people.members.queries import members_of
from radslag.press.letters.queries.links import Purpose, link, site_address, way_in
from radslag.press.letters.queries.readers import Readers, open_dues
from radslag.work.plans.queries import decisions_only_in_drafts, plans_of

AHEAD = timedelta(days=30)
CALENDAR = timedelta(days=14)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST = 20
WRITTEN_IN = "sv"
"""The language of what bodies are called and of what they decide."""
CHANGES = ("plan.frozen", "seat.given")
"""The verbs of the register that a digest tells of: nothing that only drafts are about."""


@dataclass(frozen=True)
class Week:
    """What there is to tell in a cooperation this week, gathered once for all who are told."""

    cooperation: Cooperation
    today: date
    readers: Readers
    dues: tuple[Due, ...]
    meetings: tuple[Meeting, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[Entry, ...]
    vacant: Mapping[str, tuple[str, ...]]
    unappointed: tuple[str, ...]


def week_in(cooperation: Cooperation, readers: Readers, today: date) -> Week:
    """What there is to tell that day: what changed in the week before, of which each change is told once."""
    monday = today - today.weekday() * DAY
    since = monday - WEEK
    plans = plans_of(cooperation)
    years = [plan.year for plan in plans]
    told = decisions_of(cooperation, but=decisions_only_in_drafts(cooperation))
    coming = next_meetings(cooperation, today, MOST * 2, years=years)
    bodies, seats = bodies_of(cooperation), seats_in(cooperation)
    vacant = vacancies_in(bodies, members_of(cooperation), seats, today)
    return Week(
        cooperation=cooperation,
        today=today,
        readers=readers,
        dues=tuple(due for due in open_dues(plans, today) if due.day <= today + AHEAD),
        meetings=tuple(meeting for meeting in coming if meeting.date <= today + CALENDAR),
        decisions=tuple(one for one in told if since <= one.date < monday),
        changes=tuple(entered_between(cooperation.slug, _midnight(since), _midnight(monday), CHANGES)),
        vacant={body.name: vacant[body.pk] for body in bodies if body.pk in vacant},
        unappointed=tuple(body.name for body in unappointed_in(bodies, seats, today)),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def digest_sheet(week: Week, account: int, once: str, language: str) -> Sheet | None:
    """The person's digest in the language that is spoken, which is the one named; None if all is quiet."""
    awaiting = tuple(_awaiting(week, account, language))
    found = [
        Part(_("Awaits you"), awaiting),
        Part(_("Changed last week"), tuple(_changed(week, language))),
        Part(_("In the calendar"), tuple(_coming(week, account, language))),
        Part(_("Vacant seats"), tuple(_vacant(week, account))),
        Part(_("Nobody appointed yet"), tuple(_unappointed(week, account))),
    ]
    parts = tuple(Part(part.heading, part.rows[:MOST]) for part in found if part.rows)
    if not parts:
        return None
    stop = link(Purpose.NO_DIGEST, once, week.cooperation, language)
    return Sheet(
        subject=_subject(week, len(awaiting)),
        language=language,
        sender=week.cooperation.name,
        accent=readable(week.cooperation.accent),
        heading=_("Week %(week)d") % {"week": week.today.isocalendar().week},
        lead=(_lead(len(awaiting)),),
        button=Link(_("To your desk"), way_in("skrivbord", week.cooperation, language)),
        parts=parts,
        foot=_("You get this once a week because you take part in %(name)s.")
        % {"name": week.cooperation.name},
        ways_out=(
            Link(_("Choose what you get"), way_in("brev", week.cooperation, language)),
            Link(_("Stop the weekly letter"), stop),
        ),
        unsubscribe=stop,
    )


def _subject(week: Week, awaiting: int) -> str:
    told = {"week": week.today.isocalendar().week, "count": awaiting}
    if not awaiting:
        return _("Week %(week)d: nothing awaits you") % told
    return (
        ngettext(
            "Week %(week)d: %(count)d thing awaits you", "Week %(week)d: %(count)d things await you", awaiting
        )
        % told
    )


def _lead(awaiting: int) -> str:
    if not awaiting:
        return _("Nothing awaits you. This is what else there is.")
    return _("This awaits you, and this is what else there is.")


def _awaiting(week: Week, account: int, language: str) -> Iterator[Row]:
    for due in week.dues:
        if account in dict(answerable(due, week.readers.seats)):
            late = due.day < week.today
            told = _("Late since %(day)s") if late else _("To be done by %(day)s")
            url = site_address(language, "activity", week.cooperation.slug, *due.place)
            yield Row(due.title, told % {"day": format_date(due.day)}, url, title_in=due.language)


def _changed(week: Week, language: str) -> Iterator[Row]:
    slug = week.cooperation.slug
    for decision in week.decisions:
        told = _("Decided %(day)s") % {"day": format_date(decision.date)}
        yield Row(decision.text, told, site_address(language, "decisions", slug), title_in=WRITTEN_IN)
    for entry in _each_once(week.changes):
        if entry.verb == "seat.given":
            if body := (entry.new or {}).get("body"):
                yield Row(body, _("%(who)s has a seat") % {"who": entry.subject}, title_in=WRITTEN_IN)
            else:
                yield Row(entry.subject)
        else:
            told = _("Decided, and its words kept as they were decided")
            yield Row(entry.subject, told, title_in=WRITTEN_IN)


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    return list({(entry.verb, entry.subject): entry for entry in entries}.values())


def _coming(week: Week, account: int, language: str) -> Iterator[Row]:
    mine, everything = week.readers.bodies_of(account), week.readers.in_secretariat(account)
    for meeting in week.meetings:
        if everything or meeting.body.name in mine:
            when = [format_date(meeting.date, weekday=True)]
            when += [format_times(meeting.start, meeting.end)] if meeting.start else []
            when += [meeting.place] if meeting.place else []
            url = site_address(language, "calendar", week.cooperation.slug, meeting.year)
            yield Row(meeting.body.name, ", ".join(when), url, title_in=WRITTEN_IN)


def _vacant(week: Week, account: int) -> Iterator[Row]:
    if week.readers.in_secretariat(account):
        for body, members in week.vacant.items():
            told = _("Nobody sits for %(members)s") % {"members": join_words(members)}
            yield Row(body, told, title_in=WRITTEN_IN)


def _unappointed(week: Week, account: int) -> Iterator[Row]:
    if week.readers.in_secretariat(account):
        yield from (Row(body, title_in=WRITTEN_IN) for body in week.unappointed)
