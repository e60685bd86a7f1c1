# Re-marking a test (article 11.1c of the regulation).
re-marking-how = For example <code>phúc khảo Lan toán cuối kì: task 4 was solved</code> (a midterm or final whose mark was shown).
re-marking-why = Please give the reason after a colon: <code>phúc khảo Lan toán cuối kì: task 4 was solved</code>
re-marking-not-shown = No mark of this test was shown yet. Marks are in /diem.
re-marking-late = More than { $days } days have passed since the mark was shown. Please ask the subject's teacher.
re-marking-there = This test { $status ->
    [written] was marked anew already
   *[other] is being marked anew
  }.
re-marking-head = 🔎 <b>{ $status ->
    [asked] Re-marking asked for
    [marking] Re-marking
    [written] Re-marked
    [rejected] Re-marking refused
    [withdrawn] The family has withdrawn the re-marking
   *[overtaken] Re-marking ended: the mark changed or the pupil left the class
  }</b>
re-marking-test = { $pupil }, { $class } · { $subject } · { $column }, term { $term }
re-marking-old = The mark shown: { $mark }
re-marking-reason = Reason: { $reason }
re-marking-marker = Marked by: { $name }
re-marking-said = The principal ({ $name }): { $why }
re-marking-result = Result: <b>{ $mark }</b>{ $same ->
    [yes] { " " }(unchanged)
   *[no] { " " }(in the book)
  }
re-marking-wait = The result comes here.
re-marking-please = You are asked to mark this paper anew. When done tap [Enter the result].
re-marking-choose = Choose a marker
re-marking-refuse = Refuse
re-marking-withdraw = Withdraw
re-marking-enter = Enter the result
re-marking-minutes = Minutes (PDF)
re-marking-papers = See the papers
re-marking-who = Who marks anew?
re-marking-nobody = No other teacher of the subject or department. You may refuse with a reason.
re-marking-named = Given to the marker.
re-marking-refuse-why = Why not? The family reads it.
re-marking-refused = The family was told.
re-marking-withdrawn = Withdrawn.
re-marking-done = This re-marking { $status ->
    [marking] has a marker
    [written] has its result
    [rejected] was refused
    [withdrawn] was withdrawn
   *[other] has ended
  }.
re-marking-send = Send pictures of the paper as first marked and as marked anew (2 to 6), then the mark: <code>8,5</code> or <code>unchanged</code>. It goes into the book at once.
re-marking-paper = { $count } pictures. Send more, or the mark: <code>8,5</code>, <code>unchanged</code>
re-marking-papers-first = Pictures of both papers first (as first marked and as marked anew), then the mark.
re-marking-mark = Not a mark. Send one from 0 to 10 such as <code>8,5</code>, or <code>unchanged</code>; subjects by remarks: <code>Đ</code>, <code>CĐ</code>.
re-marking-paper-caption = Re-marked paper, picture { $number }
re-marking-minutes-caption = Minutes of re-marking number { $number }
re-marking-minutes-title = Minutes of a re-marking
re-marking-minutes-reason = Reason
re-marking-minutes-asked = Asked by
re-marking-minutes-old = Mark before
re-marking-minutes-new = Mark after
re-marking-minutes-papers = Pictures kept
re-marking-minutes-decided = The principal named the marker
re-marking-minutes-written = Marked and entered by
re-marking-minutes-marker = Second marker
re-marking-minutes-note = Entered as soon as the result was known (article 11.1c). To be signed by pen when filed.
menu-phuckhao = Ask for a test to be marked anew
