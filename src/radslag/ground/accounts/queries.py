"""Named questions about accounts."""

from radslag.ground.accounts.models import User


def account_of(email: str) -> User | None:
    """The account with that e-mail address."""
    return User.objects.filter(email=email.lower()).first()
