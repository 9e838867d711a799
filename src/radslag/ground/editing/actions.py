"""The verbs of editing: change, add, remove, move, transfer, and undo any of them.

Whatever is done to a cooperation is done by one at a time, so that what is compared with is what is there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import serializers
from django.db import connection, transaction

from radslag.domain.editing import FaultError
from radslag.domain.mandate import Act, NotMandatedError, may
from radslag.domain.swedish import join_words
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field, Kind, Row, effect_of, is_undone, last_change, removal_of
from radslag.ground.register.actions import enter
from radslag.ground.register.models import Entry
from radslag.ground.register.queries import entry_of


class NotThereError(LookupError):
    """There is no such thing, or no longer."""


class ClosedError(FaultError):
    """It is decided; the message says by what."""


class GoneError(FaultError):
    """Somebody has removed it, or what it was to stand in; the message says so."""


class ConflictError(Exception):
    """Somebody else has saved other words meanwhile; nothing was saved."""

    def __init__(self, theirs: str, entry: Entry | None, merged: str | None) -> None:
        super().__init__("Någon annan har ändrat samtidigt. Jämför texterna och välj.")
        self.theirs, self.merged = theirs, merged
        self.by = str(entry.acting_user or "") if entry else ""
        self.at: datetime | None = entry.at if entry else None


@dataclass(frozen=True)
class _Doing:
    """Somebody at work in a cooperation, whose other writers wait; `undoes` is the entry being undone."""

    cooperation: Any
    acting_user: User | None
    undoes: int | None = None

    def enter(self, verb: str, kind: Kind, row: Row, /, **told: Any) -> Entry:
        undone = {} if self.undoes is None else {"undoes": self.undoes, "effect": verb}
        return enter(
            verb if self.undoes is None else "undone",
            str(row) or str(kind.title),
            acting_user=self.acting_user,
            cooperation_slug=self.cooperation.slug,
            about=kind.about(row),
            within=kind.within(row),
            **told,
            **undone,
        )

    def row(self, kind: Kind, key: int) -> Row:
        row = kind.rows(self.cooperation).filter(pk=key).first()
        if row is None:
            removal = removal_of(self.cooperation.slug, f"{kind.name}:{key}")
            if removal and self.sees(kind):
                by = removal.acting_user or "Någon"
                raise GoneError(f"{by} har tagit bort det här. Ångra det, så kan det ändras igen.")
            raise NotThereError(f"{kind.name}:{key}")
        return row

    def begin(self, kind: Kind, beside: Mapping[str, str]) -> Row:
        row = kind.begin(self.cooperation, beside) if kind.begin else None
        if row is None and kind.begin and self.sees(kind):
            raise GoneError("Det som det skulle stå i finns inte längre. Välj en annan plats.")
        if row is None:
            raise NotThereError(kind.name)
        return row

    def sees(self, kind: Kind) -> bool:
        """Whether they may know what there is; to others there is no such thing."""
        return may(Act.SEE_DRAFTS, kind.held(self.acting_user, self.cooperation))

    def require(self, kind: Kind, row: Row, field: str = "") -> None:
        asked = kind.asks(row, field, kind.held(self.acting_user, self.cooperation))
        if asked:
            raise NotMandatedError(asked)
        if reason := kind.closed(row, field):
            raise ClosedError(reason)


@transaction.atomic
def change(
    cooperation: Any,
    kind: Kind,
    key: int,
    field_name: str,
    *,
    base: str,
    words: str,
    acting_user: User | None,
) -> str:
    """Let a field say that, if it still says `base`; answers with the words as they are kept."""
    doing, field = _begin(cooperation, acting_user), _field(kind, field_name)
    row = doing.row(kind, key)
    doing.require(kind, row, field_name)
    form = field.form(row)
    now, words = form.write(field.take(row)), form.in_order(words, base)
    kept = form.write(form.read(words))
    if kept == now:
        return now
    if not form.same(base, now):
        entry = last_change(cooperation.slug, kind.about(row), field_name)
        raise ConflictError(now, entry, form.merged(base, words, now))
    return _change(doing, kind, row, field, now=now, value=form.read(words))


@transaction.atomic
def add(
    cooperation: Any,
    kind: Kind,
    beside: Mapping[str, str],
    words: Mapping[str, str],
    *,
    acting_user: User | None,
) -> Row:
    """A new row, last beside the others, saying that."""
    doing = _begin(cooperation, acting_user)
    row = doing.begin(kind, beside)
    doing.require(kind, row)
    last = kind.siblings(row).last()
    row.position = last.position + 1 if last else 0
    _say(kind, row, {kind.first: "", **words})
    doing.enter("added", kind, row, new=kind.words(row))
    return row


@transaction.atomic
def remove(cooperation: Any, kind: Kind, key: int, *, acting_user: User | None) -> Entry:
    """Take a row away; the register keeps all its words."""
    doing = _begin(cooperation, acting_user)
    row = doing.row(kind, key)
    doing.require(kind, row)
    return _remove(doing, kind, row)


@transaction.atomic
def move(
    cooperation: Any, kind: Kind, key: int, to: Callable[[int], int], *, acting_user: User | None
) -> int:
    """Give a row another place among its siblings, counted from 1; answers with the place it got."""
    doing = _begin(cooperation, acting_user)
    row = doing.row(kind, key)
    doing.require(kind, row)
    if not kind.beside:
        raise NotThereError(kind.name)
    return _move(doing, kind, row, to)


@transaction.atomic
def transfer(
    cooperation: Any, kind: Kind, key: int, home: int, to: Callable[[int], int], *, acting_user: User | None
) -> int:
    """Let a row stand in another of its homes, at the place that `to` makes of the last; answers with it."""
    doing = _begin(cooperation, acting_user)
    row = doing.row(kind, key)
    doing.require(kind, row)
    return _transfer(doing, kind, row, home, to)


@transaction.atomic
def undo(
    cooperation: Any, kinds: Mapping[str, Kind], number: int, *, acting_user: User | None
) -> tuple[Kind, int]:
    """Take back what an entry of the register tells; answers with what it was done to."""
    entry = entry_of(cooperation.slug, number)
    name, _, key = entry.about.partition(":") if entry else ("", "", "")
    if entry is None or name not in kinds or effect_of(entry) not in _UNDOING:
        raise NotThereError(str(number))
    held = _begin(cooperation, acting_user)
    if not held.sees(kinds[name]):
        raise NotThereError(str(number))
    if is_undone(cooperation.slug, number):
        raise FaultError("Det är redan ångrat.")
    doing = _Doing(held.cooperation, acting_user, undoes=number)
    _UNDOING[effect_of(entry)](doing, kinds[name], int(key), entry)
    return kinds[name], int(key)


def _begin(cooperation: Any, acting_user: User | None) -> _Doing:
    # Without such locks, as on SQLite, a transaction that writes is alone from its beginning.
    if connection.features.has_select_for_update:
        type(cooperation).objects.select_for_update(no_key=True).get(pk=cooperation.pk)
    return _Doing(cooperation, acting_user)


def _field(kind: Kind, name: str) -> Field:
    found = kind.field(name)
    if found is None:
        raise NotThereError(f"{kind.name} {name}")
    return found


def _change(doing: _Doing, kind: Kind, row: Row, field: Field, *, now: str, value: Any) -> str:
    field.put(row, value)
    if not field.carried_by:
        _save(kind, row, may_clash=field.name == kind.first)
    kept = field.words(row)
    doing.enter("changed", kind, row, old=now, new=kept, field=field.name)
    return kept


def _say(kind: Kind, row: Row, words: Mapping[str, str]) -> None:
    """Store a new row with those words; what stands in rows of its own is put when the row is there."""
    told = [one for one in kind.fields if one.name in words]
    values = [(one, one.form(row).read(words[one.name])) for one in told]
    for one, value in values:
        if not one.carried_by:
            one.put(row, value)
    _save(kind, row, is_new=True)
    for one, value in values:
        if one.carried_by:
            one.put(row, value)


def _save(kind: Kind, row: Row, *, is_new: bool = False, may_clash: bool = True) -> None:
    if may_clash and (reason := kind.clash(row)):
        raise FaultError(reason)
    row.save(force_insert=is_new)


def _remove(doing: _Doing, kind: Kind, row: Row) -> Entry:
    if kind.is_lasting:
        raise NotThereError(kind.name)
    _require_nothing_on(kind, row)
    kept = json.loads(serializers.serialize("json", [row]))[0]["fields"]
    place = {"place": _places(kind, row).index(row.pk) + 1} if kind.beside else {}
    entry = doing.enter("removed", kind, row, old=kind.words(row), row=kept, **place)
    row.delete()
    return entry


def _require_nothing_on(kind: Kind, row: Row) -> None:
    carried = {one.carried_by for one in kind.fields}
    held = []
    for hanging in kind.model._meta.related_objects:  # noqa: SLF001
        if hanging.many_to_many:
            continue
        name = hanging.get_accessor_name() or hanging.related_model.__name__
        count = hanging.related_model.objects.filter(**{hanging.field.name: row}).count()
        if name not in carried and count:
            one, several = kind.hanging.get(name, ("rad", "rader"))
            held.append(f"{count} {one if count == 1 else several}")
    if held:
        told = join_words(held)
        raise FaultError(f"”{row}” kan inte tas bort, för {told} hör dit. Ta bort eller flytta det först.")


def _move(doing: _Doing, kind: Kind, row: Row, to: Callable[[int], int]) -> int:
    keys = _places(kind, row)
    old = keys.index(row.pk) + 1
    new = min(max(to(old), 1), len(keys))
    if new != old:
        keys.insert(new - 1, keys.pop(old - 1))
        _put_in_order(kind, row, keys)
        doing.enter("moved", kind, row, old=old, new=new)
    return new


def _transfer(doing: _Doing, kind: Kind, row: Row, home: int, to: Callable[[int], int]) -> int:
    homes = {one.pk: one for one in kind.homes(row)} if kind.homes else {}
    if home not in homes:
        raise NotThereError(f"{kind.name} {home}")
    old, place = getattr(row, kind.beside[0]), _places(kind, row).index(row.pk) + 1
    if old.pk == home:
        return _move(doing, kind, row, to)
    setattr(row, kind.beside[0], homes[home])
    doing.require(kind, row)
    keys = _places(kind, row)
    new = min(max(to(len(keys) + 1), 1), len(keys) + 1)
    row.save(update_fields=[kind.beside[0]])
    _put_in_order(kind, row, [*keys[: new - 1], row.pk, *keys[new - 1 :]])
    doing.enter("transferred", kind, row, old=str(old), new=str(homes[home]), home=old.pk, place=place)
    return new


def _places(kind: Kind, row: Row) -> list[int]:
    return list(kind.siblings(row).values_list("pk", flat=True))


def _put_in_order(kind: Kind, row: Row, keys: list[int]) -> None:
    rows = {one.pk: one for one in kind.siblings(row).only("pk", "position")}
    changed = []
    for position, key in enumerate(keys):
        if rows[key].position != position:
            rows[key].position = position
            changed.append(rows[key])
    kind.model.objects.bulk_update(changed, ["position"])


def _change_back(doing: _Doing, kind: Kind, key: int, entry: Entry) -> None:
    field = _field(kind, entry.details.get("field", ""))
    row = doing.row(kind, key)
    doing.require(kind, row, field.name)
    form = field.form(row)
    now = form.write(field.take(row))
    old, new = str(entry.old), str(entry.new)
    back = old if form.same(new, now) else form.merged(new, old, now)
    if back is None:
        raise FaultError("Samma ord har ändrats igen sedan dess. Ångra den senare ändringen först.")
    _change(doing, kind, row, field, now=now, value=form.read(back))


def _take_away_again(doing: _Doing, kind: Kind, key: int, _entry: Entry) -> None:
    row = doing.row(kind, key)
    doing.require(kind, row)
    _remove(doing, kind, row)


def _bring_back(doing: _Doing, kind: Kind, key: int, entry: Entry) -> None:
    if kind.model.objects.filter(pk=key).exists():
        raise FaultError("Det finns redan där.")
    row = _as_it_was(kind, key, entry.details["row"])
    _require_grounds(kind, row)
    doing.require(kind, row)
    told_words: dict[str, str] = entry.old or {}
    _say(kind, row, {one.name: told_words[one.name] for one in kind.fields if one.carried_by})
    if kind.beside:
        keys = [other for other in _places(kind, row) if other != key]
        keys.insert(entry.details["place"] - 1, key)
        _put_in_order(kind, row, keys)
    doing.enter("added", kind, row, new=kind.words(row))


def _as_it_was(kind: Kind, key: int, columns: Mapping[str, Any]) -> Row:
    told = {"model": kind.model._meta.label_lower, "pk": key, "fields": columns}  # noqa: SLF001
    return next(iter(serializers.deserialize("python", [told]))).object


def _require_grounds(kind: Kind, row: Row) -> None:
    """What the row points at must still be there; what it can be without, it is then without."""
    for pointer in kind.model._meta.concrete_fields:  # noqa: SLF001
        key = getattr(row, pointer.attname)
        if (
            pointer.is_relation
            and key is not None
            and not pointer.related_model.objects.filter(pk=key).exists()
        ):
            if not pointer.null:
                raise FaultError("Det som det hörde till är borttaget. Ångra det först.")
            setattr(row, pointer.attname, None)


def _move_back(doing: _Doing, kind: Kind, key: int, entry: Entry) -> None:
    row = doing.row(kind, key)
    doing.require(kind, row)
    _move(doing, kind, row, lambda _place: int(entry.old or 1))


def _transfer_back(doing: _Doing, kind: Kind, key: int, entry: Entry) -> None:
    row = doing.row(kind, key)
    doing.require(kind, row)
    home, place = entry.details["home"], entry.details["place"]
    try:
        _transfer(doing, kind, row, home, lambda _last: place)
    except NotThereError as error:
        raise FaultError("Det som det hörde till är borttaget. Ångra det först.") from error


_UNDOING: Mapping[str, Callable[[_Doing, Kind, int, Entry], None]] = {
    "changed": _change_back,
    "added": _take_away_again,
    "removed": _bring_back,
    "moved": _move_back,
    "transferred": _transfer_back,
}
