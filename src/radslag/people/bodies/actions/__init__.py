"""Verbs of bodies and seats: stored from a plan, or given, ended and put right one by one."""
