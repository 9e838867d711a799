"""How a member signs in, and what its IT needs to know of us."""

from typing import Any

from django.conf import settings
from django.http import Http404
from django.urls import reverse

from radslag.people.admission.models import IdentityProvider
from radslag.people.admission.queries import fault_of, identity_provider_of
from radslag.people.members.models import Cooperation, Member
from radslag.windows.desk.queries.access import plain_page

SHOWN = ("kind", "issuer", "client_id", "metadata", "email_attribute", "name_attribute")


def member_or_404(cooperation: Cooperation, slug: str) -> Member:
    """The cooperation's member at that address."""
    if found := cooperation.members.filter(slug=slug).first():
        return found
    raise Http404


def signing_in_page(member: Member, *, tried: bool) -> dict[str, Any]:
    """What is told of the member's sign-in, and when it is tried what is wrong with it."""
    provider = identity_provider_of(member)
    return plain_page(member.cooperation) | {
        "member": member,
        "provider": provider,
        "told": _told(provider),
        "ours": _ours(f"{member.cooperation.slug}.{member.slug}"),
        "tried": tried and provider is not None,
        "fault": fault_of(provider) if tried and provider else None,
    }


def _told(provider: IdentityProvider | None) -> dict[str, Any]:
    if provider is None:
        return {}
    return {name: getattr(provider, name) for name in SHOWN} | {"domains": " ".join(provider.domains)}


def _ours(address: str) -> dict[str, str]:
    metadata = settings.ADDRESS + reverse("saml_metadata", args=[address])
    return {
        "redirect": settings.ADDRESS + reverse("openid_connect_callback", args=[address]),
        "metadata": metadata,
        "entity": metadata,
        "answer": settings.ADDRESS + reverse("saml_acs", args=[address]),
    }
