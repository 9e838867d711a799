"""A save asks the database little, whatever is saved."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from editing.conftest import working_plan
from radslag.ground.accounts.models import User
from radslag.ground.editing.queries import Field
from radslag.people.bodies.actions.bodies import begin_body
from radslag.people.bodies.actions.membership import MEMBER
from radslag.people.members.models import Cooperation
from radslag.windows.desk.queries.editing import KINDS

MOST = 12
"""With who is signed in (2), and what opens and closes the transaction (2)."""
MOST_IN_ROWS_OF_ITS_OWN = 16
MOST_OF_A_FEW = {"body name": 13, "meeting body": 13, "plan programme": 21}
"""The name is compared with other bodies'; a programme is looked for what all activities serve."""
OTHER_WORDS = {
    "date": "3 mars 2022",
    "inhabitants": "31 december 2025: 98 765",
    "line": "Annat",
    "money": "2022",
    "prose": '[{"type": "paragraph", "content": [{"type": "text", "text": "Annat"}]}]',
    "text": "Annat",
    "time": "9.00–10.00",
}


def other_words(field: Field, row: Any) -> str:
    """Something that the field does not say."""
    if field.options:
        return next(words for words, _label in field.options(row) if words != field.words(row))
    if field.groups:
        return field.groups(row)[-1][1][-1]
    return OTHER_WORDS.get(field.name) or OTHER_WORDS[field.form(row).control]


@pytest.mark.parametrize("name", KINDS)
def test_a_save_of_any_field_asks_few_questions(
    client: Client, cooperation: Cooperation, secretary: User, name: str
) -> None:
    working_plan(cooperation)
    begin_body(cooperation, "Laddnätverket", "network", acting_user=secretary)
    client.force_login(secretary)
    kind = KINDS[name]
    waits = connection.features.has_select_for_update  # asks for the cooperation, upon which others wait
    said_once = [MEMBER.field("name")]
    for field in (one for one in kind.fields if one not in said_once):
        row = [row for row in kind.rows(cooperation) if not kind.closed(row, field.name)][-1]
        address = f"/{cooperation.slug}/arbete/andra/{name}/{row.pk}/{field.name}/"
        sent = {"base": field.words(row), "words": other_words(field, row)}
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(address, sent, headers={"X-Requested-With": "fetch"})
        assert answer.status_code == 200, (field.name, answer.content)
        usual = MOST_IN_ROWS_OF_ITS_OWN if field.carried_by else MOST
        most = MOST_OF_A_FEW.get(f"{name} {field.name}", usual)
        assert len(asked) <= most + waits, field.name
