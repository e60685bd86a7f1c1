"""Loads every look of a notice, so that the deliverer finds them all."""
