"""Zalo as a bot sees it: the Zalo Bot (`bot_…`) and the Official Account (`oa_…`).

`state`, `world`, `phone`, `view` and `notify` are common to both; a door of each turns gestures
into its own kind of events and calls into messages on phones.
"""
