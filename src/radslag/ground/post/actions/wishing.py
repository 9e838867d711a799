"""Keeps what each person wishes to get."""

from typing import Any

from django.db import transaction

from radslag.ground.accounts.models import User
from radslag.ground.post.models import Wish


@transaction.atomic
def wish(*, acting_user: User, **wishes: Any) -> bool:
    """Let the person's own wishes be those; False if they already were."""
    kept, _ = Wish.objects.select_for_update().get_or_create(account=acting_user)
    changed = {name: value for name, value in wishes.items() if getattr(kept, name) != value}
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.save(update_fields=list(changed))
    return bool(changed)
