"""Who gets what at every address: the table that the tests hold the pages to.

Whoever may not see a page must not even learn that there is one: they get 404. A method that the table does
not name for an address is answered with 405, to everybody alike.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

EVERYBODY = (
    "stranger",
    "seatless",
    "neighbour",
    "councillor",
    "registrar",
    "auditor",
    "network_member",
    "director",
    "chair",
    "administrator",
    "secretary",
    "operator",
)
SECRETARIAT = ("administrator", "secretary", "operator")
APPOINTING = ("director", *SECRETARIAT)
"""Those who appoint the members of the network that the tests fill addresses with."""
INVITING = ("director", *SECRETARIAT)
READING_REGISTER = ("auditor", *SECRETARIAT)
SITTING = ("network_member", "director", "chair", *SECRETARIAT)
SEEING_DRAFTS = ("registrar", "auditor", *SITTING)
WORKING = ("councillor", "registrar", "auditor", *SITTING)


@dataclass(frozen=True)
class Way:
    """What those who may get when they ask in one way, and what is sent along with it."""

    roles: Collection[str]
    status: int = 200
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """How an address answers to those who look and to those who send."""

    get: Way | None = None
    post: Way | None = None


def shown_to(roles: Collection[str]) -> Answers:
    """A page that is only looked at."""
    return Answers(get=Way(roles))


def sent_by(roles: Collection[str], **data: Any) -> Answers:
    """An address that is only sent to, and then leads on."""
    return Answers(post=Way(roles, 302, data))


PUBLIC = shown_to(EVERYBODY)

ADDRESSES: dict[str, Answers] = {
    "begin": Answers(get=Way({"operator"}), post=Way({"operator"})),
    "front": PUBLIC,
    "bodies": PUBLIC,
    "body": PUBLIC,
    "body-feed": PUBLIC,
    "feed": PUBLIC,
    "members": PUBLIC,
    "member": PUBLIC,
    "decisions": PUBLIC,
    "documents": PUBLIC,
    "accessibility": PUBLIC,
    "colours": PUBLIC,
    "emblem": PUBLIC,
    "plan": PUBLIC,
    "goals": PUBLIC,
    "action-plan": PUBLIC,
    "activity": PUBLIC,
    "calendar": PUBLIC,
    "budget": PUBLIC,
    "findings": PUBLIC,
    "download": PUBLIC,
    "comparison": PUBLIC,
    "comparison-file": PUBLIC,
    "desk:desk": shown_to(WORKING),
    "desk:news": shown_to(WORKING),
    "letter": Answers(get=Way({"stranger", "secretary"}), post=Way({"stranger", "secretary"})),
    "way-in": Answers(get=Way(EVERYBODY, 302)),
    "desk:letters": Answers(get=Way(WORKING), post=Way(WORKING, 302, {"digest": "weekly", "language": "sv"})),
    "desk:send-again": sent_by(SECRETARIAT),
    "desk:put-away-letter": sent_by(SECRETARIAT),
    "desk:look": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:reset-look": sent_by(SECRETARIAT),
    "desk:undo-look": sent_by(SECRETARIAT),
    "desk:member-sign-in": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:imports": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:next-year": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 302)),
    "desk:draft": shown_to(SECRETARIAT),
    "desk:correct": sent_by(SECRETARIAT, pointer="/title", words="Plan"),
    "desk:accept": sent_by(SECRETARIAT),
    "desk:discard": sent_by(SECRETARIAT),
    "desk:working-plan": shown_to(SEEING_DRAFTS),
    "desk:decide": sent_by(SECRETARIAT, decided="2021-01-14"),
    "desk:edit-goals": shown_to(SEEING_DRAFTS),
    "desk:edit-action-plan": shown_to(SEEING_DRAFTS),
    "desk:edit-calendar": shown_to(SEEING_DRAFTS),
    "desk:edit-budget": shown_to(SEEING_DRAFTS),
    "desk:edit-text": shown_to(SEEING_DRAFTS),
    "desk:changes": shown_to(SEEING_DRAFTS),
    "desk:edit-body": shown_to(SEEING_DRAFTS),
    "desk:edit-members": shown_to(SEEING_DRAFTS),
    "desk:history": shown_to(SEEING_DRAFTS),
    "desk:edit-field": Answers(post=Way(SECRETARIAT, 422, {"words": "Det är beslutat"})),
    "desk:add": sent_by(SECRETARIAT, year="2021", words="Det är beslutat"),
    "desk:move": sent_by(SECRETARIAT, move="up"),
    "desk:remove": sent_by(SECRETARIAT),
    "desk:undo": sent_by(SECRETARIAT),
    "desk:invitations": shown_to(INVITING),
    "desk:invite": sent_by(INVITING),
    "desk:withdraw-invitation": sent_by(INVITING),
    "desk:privacy": shown_to(SECRETARIAT),
    "desk:extract": shown_to(SECRETARIAT),
    "desk:register": shown_to(READING_REGISTER),
    "desk:entry": shown_to(READING_REGISTER),
    "desk:bodies": shown_to(WORKING),
    "desk:begin-body": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:body": shown_to(WORKING),
    "desk:contacts": shown_to(sorted({*WORKING} - {"councillor"})),
    "desk:member": shown_to(WORKING),
    "desk:offices": shown_to(WORKING),
    "desk:appoint": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:appoint-office": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:succeed": Answers(get=Way(SECRETARIAT), post=Way(SECRETARIAT, 422)),
    "desk:seat": Answers(get=Way(APPOINTING), post=Way(APPOINTING, 422)),
    "desk:replace": Answers(get=Way(APPOINTING), post=Way(APPOINTING, 422)),
    "desk:end": sent_by(APPOINTING, to_day="2099-01-01"),
    "desk:withdraw": sent_by(APPOINTING),
    "desk:undo-seats": sent_by(WORKING),
}


@dataclass(frozen=True)
class DoorAnswers:
    """What a page of the door answers to a look by a stranger, and by somebody signed in."""

    stranger: int
    signed_in: int
    fillings: dict[str, Any] = field(default_factory=dict)


NOWHERE = {"secret": "x"}
NOBODY = {"organization_slug": "ingen.alls"}
DOOR: dict[str, DoorAnswers] = {
    "start": DoorAnswers(302, 302),
    "account_login": DoorAnswers(200, 302),
    "door_sent": DoorAnswers(302, 302),
    "door_password": DoorAnswers(200, 302),
    "door_key": DoorAnswers(410, 410, NOWHERE),
    "door_invitation": DoorAnswers(410, 410, NOWHERE),
    "account_logout": DoorAnswers(405, 405),
    "account_inactive": DoorAnswers(200, 200),
    "mfa_authenticate": DoorAnswers(302, 302),
    "mfa_login_webauthn": DoorAnswers(302, 302),
    "mfa_index": DoorAnswers(302, 200),
    "account_set_password": DoorAnswers(302, 302),
    "account_change_password": DoorAnswers(302, 302),
    "door_remove_password": DoorAnswers(302, 405),
    "mfa_activate_totp": DoorAnswers(302, 200),
    "mfa_deactivate_totp": DoorAnswers(302, 404),
    "mfa_add_webauthn": DoorAnswers(302, 200),
    "mfa_remove_webauthn": DoorAnswers(302, 404, {"pk": 1}),
    "mfa_view_recovery_codes": DoorAnswers(302, 404),
    "mfa_generate_recovery_codes": DoorAnswers(302, 200),
    "account_reauthenticate": DoorAnswers(302, 403),
    "mfa_reauthenticate": DoorAnswers(302, 403),
    "mfa_reauthenticate_webauthn": DoorAnswers(302, 403),
    "door_end_session": DoorAnswers(405, 405),
    "door_extract": DoorAnswers(302, 200),
    "openid_connect_login": DoorAnswers(404, 404, {"provider_id": "ingen.alls"}),
    "openid_connect_callback": DoorAnswers(404, 404, {"provider_id": "ingen.alls"}),
    "saml_login": DoorAnswers(404, 404, NOBODY),
    "saml_acs": DoorAnswers(405, 405, NOBODY),
    "saml_finish_acs": DoorAnswers(404, 404, NOBODY),
    "saml_sls": DoorAnswers(404, 404, NOBODY),
    "saml_metadata": DoorAnswers(404, 404, NOBODY),
}
"""The addresses outside a cooperation, by name."""

FILES = (
    "body-feed",
    "feed",
    "download",
    "comparison-file",
    "colours",
    "emblem",
    "desk:contacts",
    "desk:extract",
)
PAGES = [
    name
    for name, answers in ADDRESSES.items()
    if answers.get and answers.get.status == 200 and name not in FILES
]
"""The addresses that show a page."""
