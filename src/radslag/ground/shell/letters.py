"""Letters to people: words from templates, sent as text and HTML."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.console import EmailBackend as ConsoleBackend
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename


def send_letter(template: str, address: str, context: dict[str, Any]) -> None:
    """Send to the address what `<template>.subject.txt`, `.txt` and `.html` write."""
    subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())
    letter = EmailMultiAlternatives(subject, render_to_string(f"{template}.txt", context), to=[address])
    letter.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    letter.send()


def absolute(path: str) -> str:
    """The path as an address that leads to the site from a letter."""
    return f"{settings.ADDRESS}{path}"


class WrittenLetters(ConsoleBackend):
    """Where no mail server is told of: letters are written to a folder among the data, and to the console."""

    def write_message(self, message: EmailMessage) -> None:
        """Write one of them."""
        folder = Path(settings.DATA) / "letters"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = get_valid_filename(f"{timezone.now():%Y%m%d-%H%M%S-%f}-{message.to[0]}.eml")
        (folder / name).write_bytes(message.message().as_bytes())
        self.stream.write(f"Till: {message.to[0]}\nÄmne: {message.subject}\n\n{message.body}\n")
