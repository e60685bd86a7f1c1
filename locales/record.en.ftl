# The minimum record of a pupil (article 7.1): gaps, filling them in the chat; families report.
record-head = <b>Minimum record of class { $klass }</b>: { $complete } of { $total } pupils are complete.
    { $gaps ->
        [0] Deadline: { $due }.
       *[other] Deadline: { $due }{ $late ->
            [0] , { $left } days left.
           *[other] , { $late } days overdue.
        }
    }
record-none = Nothing is missing in this class. Thank you.
record-line = { $number }. <b>{ $name }</b>: lacks { $gaps }
record-line-later = { $number }. <b>{ $name }</b>: lacks { $gaps } (came later, deadline { $due })
record-foot = Choose a pupil, or type one line: <code>/hoso { $klass } 15 address Thôn 3, xã Thuận Hạnh</code>
record-classes-head = <b>Minimum record</b>: { $gaps ->
    [0] every class is complete.
    [one] { $gaps } pupil lacks something.
   *[other] { $gaps } pupils lack something.
  }
record-class-line = { $gaps ->
    [0] ✅
   *[other] ▫️
  } { $klass }: { $complete } of { $total } complete
record-card = <b>{ $name }</b>, class { $klass }
record-value = { $field }: { $value }
record-no-adult = Guardian: (blank)
record-adult = { $relation ->
    [father] Father
    [mother] Mother
   *[other] Guardian
  }: { $name } · { $phone }
record-adult-short = { $relation ->
    [father] father
    [mother] mother
   *[other] guardian
  } { $name } ({ $phone })
record-blank = (blank)
record-male = Boy
record-female = Girl
record-policy-yes = Yes
record-policy-no = No
record-gaps = ▫️ Missing: { $gaps }
record-field-birth = date of birth
record-field-gender = gender
record-field-ethnic = ethnic group
record-field-address = home address
record-field-guardian = parents
record-field-phone = telephone number
record-field-policy = policy family
record-ask-birth = Date of birth of <b>{ $name }</b> ({ $klass })? For example <code>15/03/2014</code>
record-ask-gender = Is <b>{ $name }</b> ({ $klass }) a boy or a girl?
record-ask-ethnic = Ethnic group of <b>{ $name }</b> ({ $klass })? For example <code>Kinh</code>, <code>Ê Đê</code>, <code>M'Nông</code>
record-ask-address = Home address of <b>{ $name }</b> ({ $klass })? For example <code>Thôn 3, xã Thuận Hạnh</code>
record-ask-guardian = Father, mother or guardian of <b>{ $name }</b> ({ $klass })? For example <code>mother Nguyễn Thị Hoa 0912 345 678</code>
record-ask-phone = Telephone number of the family of <b>{ $name }</b> ({ $klass })? For example <code>mother 0912 345 678</code>
record-ask-policy = Which kind of policy family is that of <b>{ $name }</b> ({ $klass })? For example <code>con thương binh</code>; if none, type <code>no</code>.
record-saved = ✅ Saved: { $field } of <b>{ $name }</b>, class { $klass }: { $value }
record-undone = ↩️ Undone: { $field }.
record-which = Whom do you mean?
record-button-fill = { $count ->
    [1] Fill the gap
   *[other] Fill { $count } gaps
  }
record-button-field = Change { $field }
record-button-class = Back to { $klass }
record-button-skip = Skip
record-button-stop = Stop
record-button-undo = Undo
record-button-card = See the record
record-wrong-birth = “{ $shown }” is no date of birth of a pupil. Type day/month/year, for example <code>15/03/2014</code>
record-wrong-gender = “{ $shown }”: is it a boy or a girl? Type <code>nam</code> or <code>nữ</code>.
record-wrong-ethnic = “{ $shown }” is no ethnic group. For example <code>Kinh</code>, <code>Ê Đê</code>, <code>M'Nông</code>
record-wrong-address = “{ $shown }” is no whole address (at least two words, at most 250 characters). For example <code>Thôn 3, xã Thuận Hạnh</code>
record-wrong-policy = “{ $shown }” is longer than 120 characters. For example <code>con thương binh</code>, or <code>no</code>
record-wrong-guardian = “{ $shown }”: who is it? Say father, mother or guardian, then the name, for example <code>mother Nguyễn Thị Hoa 0912 345 678</code>
record-wrong-phone = “{ $shown }” is no Vietnamese telephone number. It has 10 figures, for example <code>0912 345 678</code>
record-whose-number = Whose number is “{ $shown }”? For example <code>mother 0912 345 678</code>
record-place-taken = The record already has a { $relation ->
    [father] father
    [mother] mother
   *[other] guardian
  }: { $name }. To change the number type it, for example <code>mother 0912 345 678</code>; for another person use the Excel file (/nhap).
record-say-class = Please name the class, for example <code>/hoso 7A1 15</code>
record-no-class = There is no class “{ $typed }” this year. Classes: { $known }. For example <code>/hoso 7A1</code>
record-no-number = Class { $klass } has no number { $number }. For example <code>/hoso { $klass } 15</code>
record-no-name = Nobody in class { $klass } is called “{ $typed }”. For example <code>/hoso { $klass } 15</code> (list number)
record-no-pupil = This pupil is in no class now.
