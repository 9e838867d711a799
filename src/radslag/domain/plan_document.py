"""The plan document: the one form between every reader and every writer.

A `PlanDocument` says what a cooperation's operational plan (verksamhetsplan) says, whatever it was read from
and whatever it will be written to. It is immutable and compares by value, so that for every format that can
carry a plan, ``read(write(plan)) == plan``. Its JSON form is ``radslag-plan/1`` (`docs/reference/`).

A *pointer* names a value inside the document as in RFC 6901: ``/activities/3/title``. `PlanDocument.places`
maps pointers to where in the source the value stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from radslag.domain.money import Money
from radslag.domain.prose import Block

BodyKind = Literal["committee", "management_group", "network", "secretariat", "other"]
ChairRole = Literal["chair", "vice_chair"]
MeetingKind = Literal["ordinary", "planning_conference"]
ConferenceStatus = Literal["described", "planned", "cancelled", "merged", "abolished"]
DocumentKind = Literal["agreement", "programme", "action_plan", "platform", "directive", "other"]
Part = Literal["plan", "programme"]
Doubt = Literal["inferred", "ambiguous", "unknown_name", "incomplete", "conflicting"]
FurnitureKind = Literal["page_number", "table_of_contents", "header", "repeated"]
Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a value stands in its source: `line` to `to_line` (from 1, both included), or a page or cell.

    `doubt` says why the reader is not sure of the value; a value without doubt was read as it stands.
    """

    line: int | None = None
    to_line: int | None = None
    page: int | None = None
    cell: str | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A stretch of the source that the reader did not use, with its place."""

    place: Place
    text: str


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """A stretch of the source with no content of its own: page numbers, contents list, repeated heads."""

    place: Place
    text: str
    kind: FurnitureKind


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What became of the source's non-blank lines: ``lines == used + furniture + unread``."""

    lines: int
    used: int
    furniture: int
    unread: int


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that does not add up: the id of the rule, how grave it is, a plain Swedish sentence.

    `places` are pointers into the document, the most telling first.
    """

    rule: str
    severity: Severity
    message: str
    places: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Population:
    """Inhabitants (invånare) of a member on a day, as counted by Statistics Sweden."""

    date: date
    count: int


@dataclass(frozen=True, kw_only=True)
class Member:
    """A member municipality (medlemskommun); `code` is its four-digit municipality code, when known."""

    name: str
    code: str | None = None
    populations: tuple[Population, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cooperation:
    """The cooperation (samverkan): its name as its own documents give it, and its members in their order.

    `area` is the place name the document uses for all the members together ("Södertörn"); as a responsible
    party it means the secretariat.
    """

    name: str
    area: str | None = None
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chair:
    """A chair (ordförande) or vice chair of a body for a year; `member` is the member's name."""

    person: str
    member: str | None
    role: ChairRole
    year: int | None


@dataclass(frozen=True, kw_only=True)
class Meets:
    """How often and when a body says that it meets: `text` as written, `weekday` 0 = Monday."""

    text: str | None = None
    times_per_year: int | None = None
    approximate: bool = False
    weekday: int | None = None
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True, kw_only=True)
class Body:
    """A committee, management group, network or secretariat.

    `abbreviations` are all the short names the document uses for it in a responsible column or in brackets;
    `description` is what the document says that it is for.
    """

    name: str
    kind: BodyKind
    abbreviations: tuple[str, ...] = ()
    chairs: tuple[Chair, ...] = ()
    meets: Meets | None = None
    description: str | None = None


@dataclass(frozen=True, kw_only=True)
class InForce:
    """From when to when something is in force; both ends included, None is open."""

    from_: date | None = None
    to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Subgoal:
    """A sub-goal (delmål): `title` as the programme words it, `variants` every other wording met.

    `added_by` is the date of the decision that added it after the programme was adopted.
    """

    title: str
    added_by: date | None = None
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FocusArea:
    """A focus area (fokusområde) with its goal; `goal_variants` are other wordings of the goal.

    `group` is the heading the programme gathers it under ("Regionala utvecklingsfrågor").
    """

    name: str
    goal: str | None = None
    goal_variants: tuple[str, ...] = ()
    subgoals: tuple[Subgoal, ...] = ()
    group: str | None = None


@dataclass(frozen=True, kw_only=True)
class Programme:
    """The development programme (utvecklingsprogram): vision, overall goal, focus areas.

    `horizon` is the year it aims at, `adopted` and `amended` the dates on its cover, `aligned_to` the goals
    of others that it serves.
    """

    title: str
    horizon: int | None = None
    adopted: date | None = None
    amended: date | None = None
    in_force: InForce = field(default_factory=InForce)
    vision: str | None = None
    overall_goal: str | None = None
    overall_goal_variants: tuple[str, ...] = ()
    aligned_to: tuple[str, ...] = ()
    aligned_to_source: str | None = None
    focus_areas: tuple[FocusArea, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Responsible:
    """Who carries out an activity (ansvarig): exactly one of `body` and `member` names it as the document's
    bodies or members do; `text` is what stands in the source when neither is known.

    `leads` are the members named in brackets as leading it, `part` the part of the work it answers for.
    """

    body: str | None = None
    member: str | None = None
    text: str | None = None
    leads: tuple[str, ...] = ()
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What an activity costs: the words as written, and the sum when one is named."""

    text: str
    amount: Money | None = None
    approximate: bool = False


@dataclass(frozen=True, kw_only=True)
class Time:
    """When an activity is done: the words as written, what dates they mean, whether it goes on all year."""

    text: str
    from_: date | None = None
    to: date | None = None
    recurring: bool = False


@dataclass(frozen=True, kw_only=True)
class Activity:
    """A row of the action plan (handlingsplan). `title` is None for a row that only carries a comment.

    `focus_area` and `subgoals` are spelt as in the programme.
    """

    title: str | None
    focus_area: str | None = None
    subgoals: tuple[str, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    cost: Cost | None = None
    time: Time | None = None
    comment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting (sammanträde) of a body. `weekday` is the weekday the document states for it, 0 = Monday.

    `tentative` is True when the document says that the place or time is not settled; `note` is what it adds.
    """

    body: str
    date: date
    start: time | None = None
    end: time | None = None
    place: str | None = None
    online: bool = False
    kind: MeetingKind = "ordinary"
    weekday: int | None = None
    tentative: bool = False
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Conference:
    """A conference (konferens): what is said of it, and whether it is still to be held."""

    name: str
    date: date | None = None
    time: str | None = None
    hosts: tuple[str, ...] = ()
    audience: str | None = None
    status: ConferenceStatus = "described"
    online: bool = False
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Fee:
    """The yearly fee: kronor per inhabitant, the population it is counted on, the decision that set it."""

    per_inhabitant: Money | None = None
    population: int | None = None
    population_date: date | None = None
    decided: date | None = None
    decided_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class BudgetLine:
    """One line of income or cost; `amount` is None when the document gives no sum."""

    title: str
    amount: Money | None = None
    approximate: bool = False


@dataclass(frozen=True, kw_only=True)
class Budget:
    """Both sides of the year's budget, with the totals as the document states them."""

    fee: Fee | None = None
    income: tuple[BudgetLine, ...] = ()
    income_total: Money | None = None
    costs: tuple[BudgetLine, ...] = ()
    costs_total: Money | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A dated decision that the document tells of; `body` names who took it."""

    date: date
    text: str
    body: str | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """A governing document (styrdokument) or annex that the plan refers to."""

    title: str
    date: date | None = None
    kind: DocumentKind = "other"


@dataclass(frozen=True, kw_only=True)
class Section:
    """A stretch of prose under its heading; `number` as written ("4"), `part` the document it belongs to."""

    heading: str
    number: str | None = None
    part: Part = "plan"
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanDocument:
    """A cooperation's operational plan for a year, with everything it carries."""

    year: int | None
    title: str
    cooperation: Cooperation
    decided: date | None = None
    language: str = "sv"
    bodies: tuple[Body, ...] = ()
    programme: Programme | None = None
    activities: tuple[Activity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    conferences: tuple[Conference, ...] = ()
    budget: Budget | None = None
    decisions: tuple[Decision, ...] = ()
    documents: tuple[Document, ...] = ()
    prose: tuple[Section, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()
