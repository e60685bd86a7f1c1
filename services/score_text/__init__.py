"""What a teacher writes to enter a column of marks, read into cells, notes and questions.

`head` finds class, subject, term and column; `reading` the marks. Nothing is guessed: what can be
read in two ways is a question with its options, and the rest is kept while it is asked.
"""
