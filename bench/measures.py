"""What is measured, and how."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count, cycle, islice, pairwise, repeat
from pathlib import Path
from time import perf_counter, process_time

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.crowd import crowd
from radslag.cli import main as radslag
from radslag.example import load_example
from radslag.people.bodies.actions.seats import seat_in_secretariat
from radslag.people.members.actions import begin_cooperation
from radslag.people.members.models import Cooperation
from radslag.press.editions.actions import store
from radslag.press.exchange.plan_pdf import write_plan_pdf
from radslag.press.exchange.reading import read_plan
from radslag.work.plans.models import Plan

ROUNDS = 100
SHORT, LONG = 24, 240


@dataclass(frozen=True)
class Measure:
    """Something measured; prints itself as a row of the table."""

    what: str
    unit: str
    most: float
    value: float

    @property
    def is_met(self) -> bool:
        """Whether it is within what was promised."""
        return self.value <= self.most

    def __str__(self) -> str:
        value = f"{self.value:.0f}" if self.unit == "queries" else f"{self.value:.2f}"
        mark = "" if self.is_met else " **missed**"
        return f"| {self.what} | {self.most:g} {self.unit} | {value} {self.unit}{mark} |"


def measure_all(plan_text: bytes) -> Iterator[Measure]:
    """Everything we have promised, in an order that each needs what those before it made."""
    yield Measure("migrate an empty database", "s", 10, seconds(lambda: call_command("migrate", verbosity=0)))
    yield Measure("read a plan document", "s", 0.5, steadily(lambda: read_plan(plan_text)))
    document = load_example()
    cooperation = begin_cooperation(document.cooperation, acting_user=None)
    yield from pages(cooperation)
    store(document, cooperation, acting_user=None, supersede=True)
    yield Measure("the plan as a PDF, the first time", "s", 1, seconds(lambda: write_plan_pdf(document)))
    yield from saving(cooperation)
    yield from publication(cooperation)
    yield from among_many(cooperation)


def pages(cooperation: Cooperation) -> Iterator[Measure]:
    """The action plan, short and long, against a bare view of the same rows."""
    client = Client()
    for activities in (SHORT, LONG):
        lengthen(cooperation, activities)
        ours, bare = addresses(cooperation)
        with CaptureQueriesContext(connection) as asked:
            client.get(ours)
        named = f"action plan with {activities} activities"
        yield Measure(named, "queries", 8, len(asked))
        times = side_by_side(partial(client.get, ours), partial(client.get, bare))
        yield Measure(f"{named}, to a bare Django view", "×", 1.5, times[0] / times[1])


def publication(cooperation: Cooperation) -> Iterator[Measure]:
    """The site as static files, whole and after one change."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        whole = seconds(lambda: publish(folder))
        Plan.objects.filter(cooperation=cooperation).update(title="Plan")
        changed = seconds(lambda: publish(folder))
        pages = sum(1 for file in Path(folder).rglob("*") if file.is_file())
    yield Measure(f"publish the site, {pages} files", "s", 10, whole)
    yield Measure("publish it again after a change", "s", 10, changed)


def publish(folder: str) -> None:
    """What `radslag publish` does; it must go well to be measured."""
    if radslag(["publish", folder]):
        raise SystemExit("radslag publish did not go well")


def saving(cooperation: Cooperation) -> Iterator[Measure]:
    """A word saved in a plan that is worked on, all the way through its address."""
    draft = replace(load_example(), year=2022, title="Plan 2022", decided=None)
    activity, other = store(draft, cooperation, acting_user=None).activities.all()[:2]
    seat = seat_in_secretariat(cooperation, "kansli@bench.example", "Kansli", acting_user=None)
    client, address = (
        Client(),
        reverse("site:desk:edit-field", args=[cooperation.slug, "activity", activity.pk, "time"]),
    )
    if seat.account:
        client.force_login(seat.account)
    words = pairwise(chain([activity.time_text or ""], map("Vecka {}".format, count(1))))

    def post(to: str, base: str, typed: str) -> None:
        answer = client.post(to, {"base": base, "words": typed}, headers={"X-Requested-With": "fetch"})
        if answer.status_code != 200:
            raise SystemExit(f"a save was answered with {answer.status_code}")

    def save() -> None:
        post(address, *next(words))

    save()
    with CaptureQueriesContext(connection) as asked:
        save()
    yield Measure("save a word", "queries", 12, len(asked))
    ours, theirs = side_by_side(save, partial(post, reverse("bare-save", args=[other.pk]), "", "Vecka 1"))
    yield Measure("save a word", "ms", 100, ours * 1000)
    yield Measure("save a word with mandate and register, to a bare Django save", "×", 4, ours / theirs)


def among_many(cooperation: Cooperation) -> Iterator[Measure]:
    """The action plan alone, and in the crowd of a whole country's cooperations."""
    lengthen(cooperation, SHORT)
    ours, _bare = addresses(cooperation)
    get = partial(Client().get, ours)
    alone = steadily(get)
    size = crowd()
    yield Measure(f"action plan among {size}, to alone", "×", 1.2, steadily(get) / alone)


def lengthen(cooperation: Cooperation, activities: int) -> None:
    """Let the cooperation's plan have that many activities."""
    document = load_example()
    rows = tuple(islice(cycle(document.activities), activities))
    store(replace(document, activities=rows), cooperation, acting_user=None, supersede=True)


def addresses(cooperation: Cooperation) -> tuple[str, str]:
    """Where our action plan is, and where the bare one."""
    plan = cooperation.plans.get(decided_by__isnull=False)
    return reverse("site:action-plan", args=[cooperation.slug, plan.year]), reverse("bare", args=[plan.pk])


def seconds(do: Callable[[], object]) -> float:
    """How long it takes, once, by the clock on the wall."""
    started = perf_counter()
    do()
    return perf_counter() - started


def effort(do: Callable[[], object]) -> float:
    """How long the processor works at it, once, whatever else the machine is doing."""
    started = process_time()
    do()
    return process_time() - started


def steadily(do: Callable[[], object]) -> float:
    """How long the processor works at it when nothing disturbs it."""
    return min(map(effort, repeat(do, ROUNDS)))


def side_by_side(*doings: Callable[[], object]) -> list[float]:
    """How long the processor works at each, in turns."""
    taken = [effort(do) for do in chain.from_iterable(repeat(doings, ROUNDS))]
    return [min(taken[first :: len(doings)]) for first in range(len(doings))]
