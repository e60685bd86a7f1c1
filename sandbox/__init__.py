"""Plays messengers over HTTP on one's own machine.

A school can be tried in a minute, and our tests run against real sockets, without any account and
without sending anything to anybody. The sandbox knows nothing of the bot: it only speaks the
messenger's protocol on one side and a control API (people's phones) on the other.
"""
