"""The Ministry's evaluation of results, conduct and promotion, as pure functions.

`regimes` says which circular counts for a grade in a year; `tt22` is circular 22/2021, `tt58` is
58/2011 as amended by 26/2020. Figures are decimals, rounded half up to one place. What is missing
gives no conclusion, and is named.
"""
