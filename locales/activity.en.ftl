# Extra classes and clubs (/nhom).
activity-head = <b>Extra classes and clubs</b>
activity-none = There is no extra class or club yet.
activity-line =
    • <b>{ $name }</b>: { $size } pupils; { $leader ->
        [none] nobody leads it
       *[other] { $leader }
    }{ $ended ->
        [yes] {" "}(ended)
       *[no] { "" }
    }
activity-free = Extra classes and clubs have lists and rolls here, and no fee of any kind.
activity-new = New group
activity-not-found = There is no group of that name, or several are like it. Please choose below.
activity-ask-name = What is the group called? For example: <code>Phụ đạo Toán 8</code>, <code>CLB Cờ vua</code>
activity-ask-label = Of which kind is this group?
activity-saved = ✅ Saved: group <b>{ $name }</b>.
activity-card =
    <b>{ $name }</b> ({ $label }): { $size } pupils. Led by: { $leader ->
        [none] nobody yet
       *[other] { $leader }
    }.
activity-of-class = { $klass }: { $names }
activity-over = The group has ended; its last day was { $day }.
activity-add = Add pupils
activity-remove = Remove pupils
activity-lead = Leader
activity-end = End the group
activity-reopen = Open it again
activity-all = All groups
activity-open = Show the group
activity-ask-add = Who joins { $name }? Write by class, for example: <code>7A1: Lan, Minh; 7A2: Huy</code> or <code>7A1 5 12</code>
activity-ask-remove = Who leaves { $name }? For example: <code>Lan 7A1, Huy 7A2</code>
activity-ask-lead = Who leads { $name }? Write the full name or the staff code, for example: <code>Trần Anh Khoa</code>
activity-which-leader = Whom do you mean?
activity-added = ✅ Saved: { $count } added to <b>{ $name }</b>: { $names }. The group has { $size } pupils.
activity-removed = ✅ Saved: { $count } taken off <b>{ $name }</b>: { $names }. The group has { $size } pupils.
activity-same = In it already: { $names }.
activity-unknown = Not found: { $names }. Write the name with its class, for example: Lan 7A1
activity-unclear = Who is “{ $who }”?
activity-news-leader = You have been given <b>{ $name }</b> to lead. Its list: <code>/nhom { $name }</code>. Its roll: write <code>{ $name } đủ</code>

# Refusals
activity-none-such = There is no such group.
activity-no-money = No fee hangs on groups here. Write the name without money, for example: Phụ đạo Toán 8
activity-name-length = A group’s name has 3 to { $longest } signs, for example: Phụ đạo Toán 8
activity-there = There is a group { $name } already. Choose another name, or open that one: /nhom { $name }
activity-no-year = Today is outside the school year, so no group can be made.
activity-leader-unknown = Nobody of the staff is called “{ $name }”. Write the full name or the staff code, for example: Trần Anh Khoa
activity-ended = Group { $name } has ended. Open it again before changing its list.
activity-say-names = Write the pupils’ names with their class, for example: 7A1: Lan, Minh; 7A2: Huy
