"""How a cooperation looks: its emblems, those it has had as well."""

from django.db import models

from radslag.people.members.models import Cooperation


class Emblem(models.Model):
    """A picture that is or was a cooperation's emblem, under a file name made from what it holds."""

    cooperation = models.ForeignKey(Cooperation, on_delete=models.PROTECT, related_name="emblems")
    file_name = models.CharField(max_length=30)
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("cooperation", "file_name"), name="emblem_kept_once"),)

    def __str__(self) -> str:
        return self.file_name
