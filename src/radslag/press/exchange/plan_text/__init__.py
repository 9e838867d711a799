"""Reads a plan that was copied as text out of a PDF viewer or a word processor."""

from radslag.press.exchange.plan_text.known import Known, UnreadableError
from radslag.press.exchange.plan_text.reader import read_plan_bytes, read_plan_text

__all__ = ["Known", "UnreadableError", "read_plan_bytes", "read_plan_text"]
