# Help by role and the menu of commands.
help-stranger = This is the school's messaging assistant, for staff, teachers and parents.
help-roll =
    <b>The roll</b>: write as you speak.
    <code>{ $klass } vắng Lan p, Minh k</code>
    <code>{ $klass } đủ</code>
    <code>{ $klass } vắng 2: Lan, Minh; muộn Huy 10</code>
    <code>{ $klass } như hôm qua</code> (as yesterday: the names are shown before anything is saved)
    After the bell the roll card comes by itself: for a full class [All here] is enough. Lessons swapped: /diemdanh and the class.
    p is with leave, k is without leave, nothing means that the reason is not known yet. A slip is undone with the button or by writing again.
help-homeroom =
    <b>Your own class</b> needs no name, as in <code>vắng Lan (có phép)</code>.
    To the whole class: <code>thông báo { $klass }: mai các em mang theo vở tập vẽ</code>
    A pupil leaves, drops out, arrives: <code>/hocsinh Lan { $klass } chuyển trường từ 1/12</code>
    Parents who are not in yet, or lost their phone: <code>/giadinh { $klass }</code>
    Gaps in the record: <code>/hoso { $klass }</code>
    A pupil's attendance: <code>/chuyencan Lan { $klass }</code>, the whole class: <code>/chuyencan { $klass }</code>
    At the month's end: <code>/sodiemdanh { $klass }</code> to check, show families, confirm and sign.
help-board =
    <b>The school today</b>: /homnay has the rolls so far, who is present by grade, absences that nobody has explained, changes of class size, a chart. On Telegram it changes by itself as rolls come in.
    One grade, one class, one day: <code>/homnay khối 7</code>, <code>/homnay 7A1</code>, <code>/homnay hôm qua</code>. At the end of the day a summary comes by itself.
help-principal =
    <b>Approving</b>: notices that need it come here by themselves; see them again at /duyet.
    When you are away: /uyquyen. Duties for named people: /phancong.
    A guardian who must not get news of a pupil: /hanche. Paid messages: /kinhphi.
help-closures =
    <b>Lessons called off</b>: <code>cho nghỉ học khối 6 ngày mai vì bão</code> (shown once before anybody is told); taking it back and make-up days: /nghihoc. The school's days off and swaps: /lichnghi. Bell times and cut-offs: /quydinh.
    Roll books of all classes, signing and corrections: /sodiemdanh.
help-administrator =
    <b>Administration</b>: invite codes and lost phones of staff at /canbo, of parents at <code>/giadinh 7A1</code>; the school’s data goes out as an Excel workbook with /xuat and in with /nhap.
help-guardian =
    <b>Parents</b>: when the pupil is absent and the school does not know why, and when there is a notice, you are told here; answer with the buttons below the message.
    Leave: write as you speak, such as <code>my son is sick, he stays home today</code>, <code>Huy will be late, he comes at 8:30</code>, <code>cancel the leave request</code>; or step by step with /xinnghi.
    New number or address: write <code>my new number is 0912 345 678</code>, or /lienhe.
    How your child attends: /chuyencan, or write <code>tháng này cháu nghỉ mấy buổi</code>.
    A new or lost phone: /ngatketnoi, or ask the homeroom teacher.
help-scores =
    <b>Marks</b>: a whole column in one message, in list order, by number or by name.
    <code>{ $klass } toán tx1: 8 7,5 9 - 6</code> (- is none yet, v absent with a make-up due)
    <code>{ $klass } toán gk: 3:8 5:7,5</code>; <code>{ $klass } toán tx2: Lan 8, Minh 7</code>
    <code>{ $klass } nhạc tx1: cả lớp Đ trừ Huy CĐ</code>; a column pasted from a spreadsheet works too.
    Pupil by pupil: /nhapdiem, then <code>Huy 8,5</code>, at the end <code>xong</code>. By file: <code>/filemau { $klass } toán</code>.
    Look: <code>/sodiem { $klass } toán</code>; what is missing: /conthieu. Families see marks the next afternoon, or when you press [Publish]. For other systems: <code>/xuat { $klass } toán</code>.
help-score-fix =
    <b>A locked mark</b>: <code>sửa điểm Lan { $klass } toán tx1 7 thành 8: cộng sót câu 3</code>, then pictures as evidence. The principal approves, you and the administrator confirm; the minutes are a PDF.
help-score-look =
    <b>Gradebook</b>: <code>/sodiem { $klass } toán</code>; what is missing: /conthieu; a file for other systems: <code>/xuat { $klass } toán</code>.
help-score-lock =
    <b>Locks</b>: <code>/khoaso hk1</code>, <code>/khoaso khối 7 gk</code>; open for a while: <code>/mokhoa { $klass } toán tx1 đến 30/11: nhập sót</code>. Corrections come here by themselves; again: /duyet. Last days, hours: /quydinh. Subjects: /monhoc.
help-score-family =
    <b>Marks of your child</b>: /diem. New marks are told by themselves.
help-results =
    <b>Results</b>: subject teachers confirm averages under <code>/sodiem { $klass } toán</code> and write <code>nhận xét Lan { $klass } toán: clear progress</code>. Homeroom teachers: <code>rèn luyện { $klass }: cả lớp tốt trừ Huy khá</code>, <code>nhận xét chung Lan { $klass }: diligent</code>; what is missing, and the way to the principal, in <code>/tongket { $klass }</code>.
help-commands = <b>Commands</b>
help-command = /{ $command } – { $about }
menu-start = Start
menu-diemdanh = Take the roll by tapping
menu-vangmat = Who is absent
menu-homnay = The school today: rolls, absences, class sizes
menu-sodiemdanh = Roll book: the month's page, signing, files
menu-thongbao = Write a notice
menu-duyet = Notices that wait for approval
menu-dagui = Notices sent, who was not reached
menu-uyquyen = Delegate approvals
menu-quydinhduyet = Which notices need approval
menu-nghihoc = Call lessons off for a storm; make-up days
menu-lichnghi = The school's days off, swaps and make-up days
menu-monhoc = Subjects: figures or remarks, periods a year
menu-nhapdiem = Enter a column of marks
menu-sodiem = A class's page of the gradebook
menu-conthieu = Which marks are missing
menu-diem = Your child's marks
menu-khoaso = Lock the gradebook or a part
menu-mokhoa = Unlock the gradebook until a day
menu-suadiem = Ask for a locked mark to be corrected
menu-filemau = A sheet to enter marks in
menu-mien = Ask for an exemption from a subject
menu-phodiem = A test's marks beside the grade's
menu-lichsudiem = Who changed which mark
menu-ketqua = A class's levels of results, and why
menu-quydinh = Bell times, cut-offs and limits of attendance
menu-hocsinh = Pupils who arrive, leave, change class
menu-nhom = Extra classes and clubs
menu-giadinh = Families of a class: invite, unlink
menu-hoso = Gaps in the minimum record
menu-canbo = Staff: invite, unlink
menu-phancong = Grant and take back duties
menu-xuat = The school’s data as an Excel workbook
menu-nhap = Bring a workbook in, after a preview
menu-kinhphi = Paid messages: spent, ceilings
menu-hanche = Bar a guardian
menu-xinnghi = Leave, late, early pick-up
menu-lienhe = Report a new number or address
menu-chuyencan = A child's attendance: month, term, year
menu-toi = Who I am at the school
menu-saoluu = Backups
menu-kenh = Where messages come
menu-ngonngu = Ngôn ngữ · Language
menu-ngatketnoi = Unlink a phone
menu-trogiup = Help
menu-huy = Drop what is under way
menu-ketqua-family = Your child's results of term and year
menu-tongket = A class's results of term and year
menu-renluyen = Conduct of the class
menu-nhanxet = Remarks on pupils' terms
menu-nhiemvuhe = Give a pupil tasks for summer
menu-xet = Decide on one pupil
menu-inso = Print and sign the gradebook
menu-socanhan = Your own book of marks
