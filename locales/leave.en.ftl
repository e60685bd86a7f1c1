# Leave, coming late, early pick-up, back again: families write, the homeroom teacher decides.

# Days and hours
leave-day = { $half ->
    [morning] the morning of { $day }
    [afternoon] the afternoon of { $day }
   *[whole] { $day }
  }
leave-days = { $half ->
    [morning] the mornings from { $first } to { $last }
    [afternoon] the afternoons from { $first } to { $last }
   *[whole] { $first } to { $last }
  }
leave-days-count = { $count } school days from { $first }
leave-moment-lesson = { $time } (lesson { $lesson })

# Told to the family
leave-saved = ✅ Noted: <b>{ $pupil }</b>, class { $class }, asks for leave on { $days }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } school days)
  }.
leave-saved-after = ✅ Noted as an explanation: <b>{ $pupil }</b>, class { $class }, was absent on { $days }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } school days)
  }.
leave-saved-late = ✅ Noted: <b>{ $pupil }</b>, class { $class }, comes late on { $days }, at { $when }.
leave-saved-early = ✅ Noted: <b>{ $pupil }</b>, class { $class }, is picked up early on { $days }, at { $when }.
leave-known = The school has this already:
leave-merged = Joined with your earlier request.
leave-off-days = Not counted: { $days }, no lessons.
leave-sent-teacher = The homeroom teacher has been told and will answer here. From now on an absence in these sessions raises no alarm.
leave-sent-after = The homeroom teacher has been told and will answer here.
leave-sent-head = It is more than { $cap } school days on end, so the principal will answer here; the homeroom teacher has been told as well. From now on an absence in these sessions raises no alarm.
leave-sent-noted = The homeroom teacher has been told.
leave-sent-granted = It has been granted.
leave-sent-refused = It has not been granted.
leave-sent-nobody = It is noted for the roll, but no teacher could be reached by message. Please phone the school as well.
leave-reason-ask = The reason (if you like) is read by the homeroom teacher alone; a paper can be sent here as a picture:
leave-undone = Taken back for <b>{ $pupil }</b>, class { $class }: { $days }. The homeroom teacher has been told that your child comes to school.
leave-back = ✅ Noted: <b>{ $pupil }</b>, class { $class }, is at school from { $day }. The homeroom teacher has been told.
leave-back-nobody = ✅ Noted: <b>{ $pupil }</b>, class { $class }, is at school from { $day }. No teacher could be reached by message, please phone the school as well.
leave-stopped = Stopped, nothing was noted.

# Questions
leave-ask-child = Which child is this about? Tap a button or type the name.
leave-ask-child-stranger = “{ $name }” is none of your children at this school; parents can only ask for their own. Which child is this about?
leave-ask-day = Which day? Tap a button or type it, such as 27/11 or Friday.
leave-ask-first = From which day? Tap a button or type it.
leave-ask-last = Until which day, included? Tap a button or type it.
leave-ask-part = { $days }: the whole day, half of it, coming late or going early?
leave-ask-late = When does your child come? Tap a button or type the time, such as 8:30.
leave-ask-early = When will you pick your child up? Tap a button or type the time, such as 9:30.
leave-ask-half = Morning or afternoon?
leave-ask-which = Which one do you take back?
leave-again = I did not understand that answer.
leave-button-not-mine = Not my child
leave-button-many = Several days on end
leave-button-whole = Whole day
leave-button-morning = Morning
leave-button-afternoon = Afternoon
leave-button-late = Comes late
leave-button-early = Picked up early
leave-button-from-lesson = From lesson { $lesson }
leave-button-after-lesson = After lesson { $lesson }
leave-button-stop = Stop
leave-button-edit = Change
leave-button-undo = Take it back
leave-button-comes = My child comes to school

# What cannot be noted
leave-not-a-guardian = This command is for parents of children at this school.
leave-no-class = { $pupil } is in no class at present, so no leave can be asked for.
leave-end-before-start = The last day comes before the first. Please write it again, such as: leave from 25/11 to 27/11.
leave-too-long = By message, leave can be asked for within { $days } days. For more, please come to the school.
leave-too-far-back = Absences of the last { $days } days can be explained here. For earlier ones please see the homeroom teacher.
leave-late-outside = { $time } is in no session (mornings from { $morning }, afternoons from { $afternoon }). Please write again when your child comes.
leave-early-outside = { $time } is in no session (mornings from { $morning }, afternoons from { $afternoon }), so there is nothing to ask for.
leave-no-such-lesson = A session has { $last } lessons at most.
leave-say-half = Please say whether it is the morning or the afternoon.
leave-was-there = { $pupil } was in class on these days; there is nothing to explain.
leave-goes-higher = A request for so many days is decided by the principal.

# The teachers' card
leave-card = <b>Leave asked for</b> · <b>{ $pupil }</b>, class { $class }, { $days }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $count } school days)
  }
    { $who }, phone { $phone }.
leave-card-after = <b>Explained afterwards</b> · <b>{ $pupil }</b>, class { $class }, was absent on { $days }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $count } school days)
  }
    { $who }, phone { $phone }.
leave-card-reason-elsewhere = Reason: with the homeroom teacher.
leave-card-long = More than { $cap } school days on end: decided by the principal.
leave-card-disputed = ⚠️ { $who } says otherwise about these days. Please ask the family; if the child is absent, the family is still told.
leave-card-withdrawn = The family has taken it back.
leave-card-replaced = The family has changed it; see the newer message.
leave-card-lapsed = This request no longer waits.
leave-other-leave = { $who } has asked for leave on these days too.
leave-other-late = { $who } says that the child only comes late.
leave-other-early = { $who } says that the child only goes early.
leave-marked-present = The roll has the child as present.
leave-marked-absent = ⚠️ Today's roll has the child as absent.
leave-note-late = <b>Comes late</b> · <b>{ $pupil }</b>, class { $class }, { $days }, at { $when }.
    { $who }, phone { $phone }.
leave-note-early = <b>Picked up early</b> · <b>{ $pupil }</b>, class { $class }, { $days }, at { $when }.
    { $who }, phone { $phone }.
leave-note-withdrawn = <b>Taken back</b> · <b>{ $pupil }</b>, class { $class }, { $days }: the child is at school from { $day }.
    { $who }, phone { $phone }.
leave-note-back = <b>Back at school</b> · <b>{ $pupil }</b>, class { $class }, from { $day }.
    { $who }, phone { $phone }.
leave-note-disputed = ⚠️ <b>Two guardians differ</b> · <b>{ $pupil }</b>, class { $class }: leave was asked for { $days }, but { $who } says that the child is at school from { $day }. Please phone and ask: { $phone }.

# Answers to the family
leave-news-granted = To the family of { $pupil }, class { $class }: { $who } has granted the leave on { $days }; it counts as absence with leave.
leave-news-refused = To the family of { $pupil }, class { $class }: { $who } has not granted the leave on { $days }; an absence would count as without leave. Please get in touch with the teacher if needed.
leave-news-talk = To the family of { $pupil }, class { $class }: { $who } has received the request for leave on { $days } and will get in touch with you.

# On the roll
leave-on-roll-asked = leave asked for by the family
leave-on-roll-late = family says: comes at { $time }
leave-on-roll-disputed = the family's words differ
leave-on-roll-present = Leave asked for, but not marked absent: { $names }
leave-on-roll-early = Picked up early by the family: { $names }
leave-on-roll-early-one = { $name } at { $time }

# The picture of a paper with a request
leave-button-paper = { $count ->
    [1] See the paper
   *[other] See { $count } papers
  }
leave-paper-saved = ✅ The picture is saved with the request for <b>{ $pupil }</b>, { $days }. Only the homeroom teacher and whoever decides may see it.
leave-paper-known = The request for { $pupil } has this picture already.
leave-paper-which = Which request does this paper belong to?
leave-paper-first = There is no request for this paper. Please ask for leave first, for example <code>my child stays home today, fever</code>, then send the picture.
leave-paper-answer-first = Please answer the question above first, then send the picture again.
leave-paper-dropped = Left out; the picture was not saved.
leave-paper-type = This file is no picture (JPG, PNG) and no PDF. Please take a picture of the paper and send it.
leave-paper-many = This request has { $most } papers; please hand any other to the homeroom teacher.
leave-paper-came = <b>Paper with a request</b> · <b>{ $pupil }</b>, class { $class }, { $days }
    { $who } ({ $phone }) has sent a picture. Only the homeroom teacher and whoever decides may see it.
leave-paper-caption = Paper { $number } of { $count } · { $pupil }, class { $class }, { $days }
leave-paper-not-yours = Only the homeroom teacher and whoever decides the request may see this paper.
leave-paper-none = This request has no paper.
