"""Looking after the marks: what is odd, the monthly check, targets (articles 4 and 5.3). What comes
of it concerns teaching, never figures."""
