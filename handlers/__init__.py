"""Conversations: one module per job people do. `routers()` says in which order they are asked."""

from aiogram import Router


def routers() -> list[Router]:
    """Fresh routers in order: narrow before wide, free text last."""
    from handlers import basics

    return [basics.router()]
