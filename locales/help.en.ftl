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
    Parents who are not in yet, or lost their phone: <code>/giadinh { $klass }</code>
    At the month's end: <code>/sodiemdanh { $klass }</code> to check, show families, confirm and sign.
help-principal =
    <b>Approving</b>: notices that need it come here by themselves; see them again at /duyet.
    When you are away: /uyquyen. Duties for named people: /phancong.
    A guardian who must not get news of a pupil: /hanche. Paid messages: /kinhphi.
    Roll books of all classes, signing and corrections: /sodiemdanh.
help-administrator =
    <b>Administration</b>: invite codes and lost phones of staff at /canbo, of parents at <code>/giadinh 7A1</code>; the school’s data goes out as an Excel workbook with /xuat and in with /nhap.
help-guardian =
    <b>Parents</b>: when the pupil is absent and the school does not know why, and when there is a notice, you are told here; answer with the buttons below the message.
    Leave: write as you speak, such as <code>my son is sick, he stays home today</code>, <code>Huy will be late, he comes at 8:30</code>, <code>cancel the leave request</code>; or step by step with /xinnghi.
    A new or lost phone: /ngatketnoi, or ask the homeroom teacher.
help-commands = <b>Commands</b>
help-command = /{ $command } – { $about }
menu-start = Start
menu-diemdanh = Take the roll by tapping
menu-vangmat = Who is absent
menu-sodiemdanh = Roll book: the month's page, signing, files
menu-thongbao = Write a notice
menu-duyet = Notices that wait for approval
menu-dagui = Notices sent, who was not reached
menu-uyquyen = Delegate approvals
menu-quydinhduyet = Which notices need approval
menu-giadinh = Families of a class: invite, unlink
menu-canbo = Staff: invite, unlink
menu-phancong = Grant and take back duties
menu-xuat = The school’s data as an Excel workbook
menu-nhap = Bring a workbook in, after a preview
menu-kinhphi = Paid messages: spent, ceilings
menu-hanche = Bar a guardian
menu-xinnghi = Leave, late, early pick-up
menu-toi = Who I am at the school
menu-kenh = Where messages come
menu-ngonngu = Ngôn ngữ · Language
menu-ngatketnoi = Unlink a phone
menu-trogiup = Help
menu-huy = Drop what is under way
