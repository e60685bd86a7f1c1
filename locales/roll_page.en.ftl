# The roll pages of the class book.
roll-page-no-month = The book of class { $name }, year { $year }, has no page for { $month }. Please choose a month of the year that has begun, such as 11/2026.
roll-page-no-term = Class { $name } has no such term in the plan of { $year }, or it has not begun. Example: term 1.
