"""Results of a term and a year: from conduct, remarks and averages to the principal's approval and
what families are told (articles 3.4, 7.3, 8.2 and 11.1d of the regulation; circular 22/2021)."""
