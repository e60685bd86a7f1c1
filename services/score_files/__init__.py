"""Marks in files: the sheet a teacher fills in, its way back, and the layouts of other systems."""
