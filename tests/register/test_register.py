"""The register: only added to, and any change behind its back is found."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from radslag.ground.accounts.models import User
from radslag.ground.register.actions import enter
from radslag.ground.register.models import Chain, Entry
from radslag.ground.register.queries import broken_at, chains

NORTH = "norra"


def fill(count: int = 3, slug: str = NORTH) -> Chain:
    for number in range(count):
        enter("sak.gjord", f"Sak {number}", acting_user=None, cooperation_slug=slug, antal=number, namn="Åsa")
    return Chain.objects.get(cooperation_slug=slug)


def behind_our_back(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.django_db
def test_entries_hang_together_each_cooperation_for_itself() -> None:
    person = User.objects.create_user("a@example.org")
    fill()
    enter("annat.gjort", "Södra", acting_user=person, cooperation_slug="sodra")
    assert [chain.length for chain in chains()] == [3, 1]
    assert [broken_at(chain) for chain in chains()] == [None, None]
    assert [entry.number for entry in Entry.objects.filter(chain__cooperation_slug=NORTH)] == [1, 2, 3]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE register_entry SET subject = 'Annat' WHERE number = 2", 2),
        ("UPDATE register_entry SET seal = %s WHERE number = 1", 1),
        ("DELETE FROM register_entry WHERE number = 1", 1),
        ("DELETE FROM register_entry WHERE number = 3", 3),
    ],
)
def test_a_change_behind_our_back_is_found(statement: str, broken: int) -> None:
    chain = fill()
    behind_our_back(statement, *(["f" * 64] if "%s" in statement else []))
    found = broken_at(chain)
    assert found is not None
    assert found.number == broken


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        lambda: Entry.objects.first().save(),  # type: ignore[union-attr]
        lambda: Entry.objects.first().delete(),  # type: ignore[union-attr]
        lambda: Entry.objects.update(subject="x"),
        lambda: Entry.objects.all().delete(),
    ],
)
def test_an_entry_is_neither_changed_nor_removed(change: Callable[[], object]) -> None:
    fill(1)
    with pytest.raises(TypeError, match="never"):
        change()


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_make_one_unbroken_chain() -> None:
    fill(1)
    together = threading.Barrier(2)

    def write() -> None:
        together.wait()
        fill(5)
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    chain = Chain.objects.get()
    assert chain.length == 11
    assert broken_at(chain) is None
