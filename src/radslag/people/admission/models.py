"""How a member's own sign-in (identitetsutgivare) is reached."""

from django.db import models

from radslag.people.members.models import Member


class IdentityProvider(models.Model):
    """A member municipality's own sign-in, over OpenID Connect or SAML.

    It vouches for addresses in its own `domains` and in no others, so that no member can let anybody in
    as somebody else's chair.
    """

    class Kind(models.TextChoices):
        OIDC = "oidc", "OpenID Connect"
        SAML = "saml", "SAML 2.0"

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="identity_provider")
    kind = models.CharField(max_length=4, choices=Kind)
    domains = models.JSONField(default=list)
    issuer = models.URLField(max_length=500, blank=True)
    client_id = models.CharField(max_length=200, blank=True)
    client_secret = models.CharField(max_length=500, blank=True)
    metadata = models.TextField(blank=True)
    email_attribute = models.CharField(max_length=200, blank=True)
    name_attribute = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}"

    @property
    def is_ready(self) -> bool:
        """Whether everything is told that signing in through it needs."""
        told = self.metadata if self.kind == self.Kind.SAML else self.issuer and self.client_id
        return bool(told and self.domains)

    @property
    def address(self) -> str:
        """What names it in the addresses of the door: `cooperation.member`."""
        return f"{self.member.cooperation.slug}.{self.member.slug}"
