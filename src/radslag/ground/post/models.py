"""Letters that go out, and what each person wishes to get."""

from django.conf import settings
from django.db import models


class Letter(models.Model):
    """A letter to one person, kept from when it was written until long after it was sent.

    `once` is what it is about, so that the same is never written twice; `about` and `postponed_until` let
    somebody be reminded later. `next_try_at` is when to try, or while a try goes on when to stop believing in
    it; `claim` is the mark of whoever tries. The words of one that `lets_in` go when it stops waiting.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        GIVEN_UP = "given_up"
        WITHDRAWN = "withdrawn"

    class Fault(models.TextChoices):
        NONE = ""
        UNREACHABLE = "unreachable"
        POSTPONED = "postponed"
        REFUSED = "refused"
        UNSURE = "unsure"
        MALFORMED = "malformed"

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="letters"
    )
    cooperation_slug = models.SlugField(blank=True)
    kind = models.CharField(max_length=30)
    once = models.CharField(max_length=200, unique=True)
    about = models.CharField(max_length=200, blank=True)
    postponed_until = models.DateField(null=True)
    lets_in = models.BooleanField(default=False)
    language = models.CharField(max_length=5)
    name = models.TextField(blank=True)
    address = models.TextField()
    sender = models.TextField(blank=True)
    subject = models.TextField()
    text = models.TextField()
    html = models.TextField()
    headers = models.JSONField(default=dict)
    message_id = models.CharField(max_length=200, unique=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    claim = models.CharField(max_length=32, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=12, choices=Fault, default=Fault.NONE, blank=True)
    fault_words = models.TextField(blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        indexes = (
            models.Index(
                fields=("next_try_at",),
                condition=models.Q(state__in=("waiting", "sending")),
                name="letter_due",
            ),
            models.Index(fields=("cooperation_slug", "kind", "about"), name="letter_about"),
        )

    def __str__(self) -> str:
        return f"{self.subject} → {self.address}"


class Wish(models.Model):
    """What a person wishes to get, wherever they take part; who has said nothing gets all, in Swedish."""

    class Digest(models.TextChoices):
        WEEKLY = "weekly"
        NEVER = "never"

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wish")
    reminders = models.BooleanField(default=True)
    digest = models.CharField(max_length=10, choices=Digest, default=Digest.WEEKLY)
    language = models.CharField(max_length=5, default=settings.LANGUAGE_CODE)

    def __str__(self) -> str:
        return f"{self.account}: {self.digest}"
