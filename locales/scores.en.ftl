# The gradebook: marks, columns, locks.
scores-no-such-subject = There is no such subject. Send for example: 7A1 toán tx1: 8 7,5 9
scores-locked = This column of class { $class } is locked, so nothing was saved. To correct it, send: sửa điểm Lan { $class } toán tx1 7 thành 8
scores-need-figures = { $subject } is marked in figures from 0 to 10, for example 7,5. Nothing was saved.
scores-need-remarks = { $subject } is assessed by remarks: write Đ (passed) or CĐ (not passed). Nothing was saved.
scores-not-on-list = One of the pupils is not on the list of { $list }. Nothing was saved.
scores-exempt = { $name } is exempt from this subject, so there is no mark to enter. Nothing was saved.
