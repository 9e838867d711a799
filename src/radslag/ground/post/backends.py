"""Ways out for letters: over SMTP, or as files in a folder where there is no mail server."""

import smtplib
import uuid
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone

END = "\r\n.\r\n"


class UnansweredError(smtplib.SMTPServerDisconnected):
    """The whole letter was handed over, and then the server said neither yes nor no."""


class _Attentive(smtplib.SMTP):
    """A connection that knows whether a letter has been handed over whole."""

    handed_over = False

    def send(self, s: bytes | str) -> None:  # type: ignore[override]
        self.handed_over = False
        super().send(s)
        self.handed_over = s.endswith(END.encode() if isinstance(s, bytes) else END)  # type: ignore[arg-type]

    def getreply(self) -> tuple[int, bytes]:
        try:
            return super().getreply()
        except OSError as error:
            if self.handed_over:
                raise UnansweredError(str(error)) from error
            raise


class _AttentiveOverTls(_Attentive, smtplib.SMTP_SSL):
    """The same inside TLS from the first byte."""


class SmtpBackend(EmailBackend):
    """Django's, which tells a letter that was surely not taken from one that may have been."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _AttentiveOverTls if self.use_ssl else _Attentive


class FolderBackend(BaseEmailBackend):
    """Writes each letter as a file that a mail program opens (.eml)."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            file = folder / f"{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:8]}.eml"
            file.touch(mode=0o600)
            file.write_bytes(message.message().as_bytes())
        return len(email_messages)
