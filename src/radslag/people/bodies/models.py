"""Committee, management group, networks and secretariat, and who sits in them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from radslag.domain.limits import LONGEST_NAME
from radslag.domain.seats import OFFICES
from radslag.people.members.models import Cooperation, Member


class Body(models.Model):
    """A body of the cooperation, with the short names its documents use and what they say of its meetings."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee"
        MANAGEMENT_GROUP = "management_group"
        NETWORK = "network"
        SECRETARIAT = "secretariat"
        OTHER = "other"

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=LONGEST_NAME)
    slug = models.SlugField(max_length=100)
    kind = models.CharField(max_length=20, choices=Kind)
    abbreviations = models.JSONField(default=list)
    description = models.TextField(null=True)
    meets = models.JSONField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("cooperation", "name"), name="body_named_once"),
            models.UniqueConstraint(fields=("cooperation", "slug"), name="body_addressed_once"),
        )

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A person's seat (uppdrag): in a body, or an office held at a member or for the cooperation.

    Held from `from_day` to `to_day`, both included, None open. `account` is whose it is once they sign in;
    `member_name` is the member as a plan told it; `decision` says on what decision they were appointed;
    `phone` is how they are reached in the seat, and leaves with it. `told_in` is the year of the plan that
    told of it, None for a seat that somebody here has given or seen to.
    """

    class Role(models.TextChoices):
        CHAIR = "chair", _("Chair")
        VICE_CHAIR = "vice_chair", _("Vice chair")
        ORDINARY = "ordinary", _("Ordinary member")
        SUBSTITUTE = "substitute", _("Substitute")
        CO_OPTED = "co_opted", _("Co-opted")
        REGISTRAR = "registrar", _("Registrar")
        COUNCILLOR = "councillor", _("Councillor")
        AUDITOR = "auditor", _("Auditor")

    class ExOfficio(models.TextChoices):
        BOARD_CHAIR = "board_chair", _("as chair of the municipal executive board")
        MUNICIPAL_DIRECTOR = "municipal_director", _("as municipal director")

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="seats")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="seats")
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="seats")
    member_name = models.TextField(blank=True)
    person = models.TextField()
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="seats"
    )
    phone = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=20, choices=Role)
    ex_officio = models.CharField(max_length=20, choices=ExOfficio, blank=True)
    from_day = models.DateField(null=True)
    to_day = models.DateField(null=True)
    decision = models.TextField(blank=True)
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    told_in = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=("account", "cooperation")),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(body=None, role__in=sorted(OFFICES))
                | (models.Q(body__isnull=False) & ~models.Q(role__in=sorted(OFFICES))),
                name="office_or_body",
            ),
            models.CheckConstraint(
                condition=models.Q(from_day=None)
                | models.Q(to_day=None)
                | models.Q(to_day__gte=models.F("from_day")),
                name="seat_begins_before_it_ends",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
