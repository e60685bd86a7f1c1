# A pupil is missing without known reason: telling the family, corrections, search, leave, P or K.

# Names and hours
absence-clock = { $hour }:{ $minute }
absence-clock-sharp = { $hour }:00
absence-part-morning = this morning
absence-part-afternoon = this afternoon
absence-part-evening = this evening
absence-teacher = { $gender ->
    [M] Mr
    [F] Ms
   *[other] Teacher
  } { $name }
absence-guardian = { $relation ->
    [father] The father
    [mother] The mother
   *[other] The guardian
  } ({ $name })
absence-no-phone = no phone number on record
absence-reason = Reason: { $reason }

# The alert
absence-alert = Dear family of { $pupil }, class { $class }: up to { $time } { $part } { $pupil } has not been seen in class and the school has not received a request for leave.
absence-alert-group = Dear family of { $pupil }, class { $class }: up to { $time } { $part } { $pupil } has not been seen at { $group } and the school has not received a request for leave.
absence-alert-extra = Dear family of { $pupil }, class { $class }: up to { $time } { $part } { $pupil } has not been seen at the extra lesson and the school has not received a request for leave.
absence-alert-ask = Please let the school know with one of the choices below. (Message of { $day }.)
absence-button-leave = Staying at home, please excuse
absence-button-left = Has left home for school
absence-button-call = Please call me back
absence-button-why = Why do I get this message?
absence-marker-homeroom = the homeroom teacher { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  }
absence-marker-teacher = the teacher who took the roll
absence-why = You get this message because at { $time } { $marker } noted that { $pupil } had not been seen. By the school's rules, when a pupil is missing and no leave was asked for, the guardians who have linked their account are told, { $minutes } minutes after the bell at the earliest. Only the pupil's own guardians get it. To correct it, please write to the homeroom teacher; to stop getting messages on this phone, type /ngatketnoi.

# What became of it, on the alert itself
absence-since-leave = { $who } asked for leave at { $at }. The homeroom teacher will record it.
absence-since-call = { $who } asked to be called back at { $at }. The school has passed it on to the teacher.
absence-since-left = { $who } said at { $at } that the pupil had left home. The school has the message and is telling the teachers to look.
absence-since-left-phone = { $who } said at { $at } that the pupil had left home. No teacher could be reached by message; please phone the school at once.
absence-since-called = { $who } called back at { $at }.
absence-since-talk = { $who } will get in touch with the family.
absence-since-searching = { $who } has been looking since { $at }.
absence-since-found = { $who } met the pupil at { $at }.
absence-since-granted = { $who } granted the leave at { $at }; the absence is excused.
absence-since-refused = { $who } has not granted this request. If needed, please contact the teacher.
absence-ended-late = Correction: { $arrived }.
absence-ended-present = Correction: the pupil is in class; the earlier message was a slip.
absence-ended-excused = Correction: the absence is recorded as excused.
absence-ended-withdrawn = Correction: the earlier message was sent by a slip in the roll; please disregard it.
absence-arrived-at = the pupil was there at { $at }
absence-arrived-minutes = the pupil is there, { $minutes } minutes late
absence-arrived-late = the pupil is there and came late

# What the family hears next
absence-correction = Correction
absence-news-late = about { $pupil }, class { $class }, { $day }: { $arrived }. There is no need to worry.
absence-news-present = about { $pupil }, class { $class }, { $day }: the pupil is in class; the earlier message was a slip. The school apologises.
absence-news-excused = about { $pupil }, class { $class }, { $day }: the absence is recorded as excused.
absence-news-withdrawn = about { $pupil }, class { $class }, { $day }: the earlier message was sent by a slip in the roll; please disregard it. The school apologises.
absence-news-granted = Dear family of { $pupil }, class { $class }: { $who } has granted the leave asked for { $day }; the absence is excused.
absence-news-refused = Dear family of { $pupil }, class { $class }: { $who } has not granted the leave asked for { $day }. If you wish to talk about it, please contact the teacher.
absence-news-talk = Dear family of { $pupil }, class { $class }: { $who } has your request for leave and will get in touch.
absence-news-searched = Dear family of { $pupil }, class { $class }: { $who } has just said that { $pupil } left home for school. The school has the message and is telling the teachers to look.
absence-news-searching = Dear family of { $pupil }, class { $class }: { $who } has been looking since { $at }. You will be told as soon as { $pupil } is met.
absence-news-found = Dear family of { $pupil }, class { $class }: { $who } met { $pupil } at { $at }.
absence-news-higher = Dear family of { $pupil }, class { $class }: the school's leaders have been told of the search as well. You will hear as soon as there is news.
absence-news-phone = Dear family of { $pupil }, class { $class }: the family said that { $pupil } had left home, but no teacher could be reached by message. Please phone the school at once.

# Answers to a guardian's button or words
absence-leave-passed = Your request for leave was passed on to the homeroom teacher.
absence-left-passed = The school has your message and is telling the teachers to look. You will hear of every step.
absence-left-phone = No teacher could be reached by message. Please phone the school at once.
absence-call-passed = Your wish to be called back was passed on to the teacher.
absence-reason-ask = You may say why (not required).
absence-reason-sick = Ill
absence-reason-family = Family matter
absence-reason-other = Another reason
absence-reason-skip = Skip
absence-reason-type = Please type the reason and send it. Type /huy if you would rather not.
absence-reason-saved = Reason saved: { $reason }
absence-reason-skipped = Your request was passed on without a reason. Thank you for telling us.
absence-words-passed = Your words about { $pupil } were passed on to the teacher. Thank you.
absence-words-phone = Your words could not be passed on: none of { $pupil }'s teachers receives messages yet. Please phone the school.
absence-words-choose = So that the school records it rightly, please choose one of these as well.
absence-words-which = Which child is this about?
absence-words-lost = Please write this once more.

# Somebody answered before, or it is over
absence-already-leave = { $relation ->
    [father] The father
    [mother] The mother
   *[other] The guardian
  } ({ $name }) asked for leave for { $pupil } at { $hour }:{ $minute }.
absence-already-left = { $relation ->
    [father] The father
    [mother] The mother
   *[other] The guardian
  } ({ $name }) said at { $hour }:{ $minute } that { $pupil } had left home. The school has the message.
absence-already-call = { $relation ->
    [father] The father
    [mother] The mother
   *[other] The guardian
  } ({ $name }) asked at { $hour }:{ $minute } to be called back about { $pupil }.
absence-already-over = This matter of { $pupil } is over; no answer is needed any more.
absence-staff-taken = { $gender ->
    [M] Mr
    [F] Ms
   *[other] Teacher
  } { $name } took this up at { $hour }:{ $minute }.
absence-staff-ended = { $gender ->
    [M] Mr
    [F] Ms
   *[other] Teacher
  } { $name } has settled this about { $pupil } at { $hour }:{ $minute }.
absence-settled-excused = { $pupil }'s absence is already recorded as excused (P).
absence-settled-unexcused = { $pupil }'s absence is already recorded as without leave (K).
leave-already-granted = { $gender ->
    [M] Mr
    [F] Ms
   *[other] Teacher
  } { $name } granted this request at { $hour }:{ $minute }.
leave-already-refused = { $gender ->
    [M] Mr
    [F] Ms
   *[other] Teacher
  } { $name } recorded the absence as without leave at { $hour }:{ $minute }.
leave-already-over = This request is not waiting any more.
leave-not-own = Somebody else decides on a request of your own family.

# The staff's cards
absence-card-leave = <b>Leave asked for</b> · <b>{ $pupil }</b>, class { $class }, { $day }{ $where ->
    [group] {" "}· { $group }
   *[class] {""}
  }
    { $who }, phone { $phone }, asked for leave at { $at }.
absence-card-search = <b>URGENT · { $pupil }, class { $class }</b>, has not been seen{ $where ->
    [group] {" "}at { $group }
   *[class] {" "}in class
  } but the family says that the pupil has left home.
    { $who }, phone { $phone }, said so at { $at }.
absence-card-call = <b>Please call back</b> · <b>{ $pupil }</b>, class { $class }, absent on { $day }{ $where ->
    [group] {" "}· { $group }
   *[class] {""}
  }
    { $who }, phone { $phone }, asked at { $at } to be called.
absence-button-met = Met the pupil
absence-button-seeking = Looking
absence-button-called = Called
absence-button-grant = Grant
absence-button-talk = Talk first
absence-button-refuse = Record as without leave
absence-card-talk = { $who } told the family at { $at } that they will talk first.
absence-card-searching = { $who } has been looking since { $at }.
absence-card-called = { $who } called at { $at }.
absence-card-now-leave = The family has asked for leave.
absence-card-now-left = The family says that the pupil has left home; see the urgent message.
absence-card-found = { $who } met the pupil at { $at }.
absence-card-granted = { $who } granted the leave at { $at }; recorded as excused (P).
absence-card-refused = { $who } recorded the absence as without leave (K) at { $at }.
absence-card-late = { $who } changed the roll at { $at }: { $arrived }.
absence-card-present = { $who } changed the roll at { $at }: the pupil is there.
absence-card-excused = { $who } recorded the absence as excused (P) at { $at }.
absence-card-withdrawn = { $who } took the roll back at { $at }.
absence-staff-news = About <b>{ $pupil }</b>, class { $class }:
absence-saved-seeking = Saved: you are looking. The family is being told.
absence-saved-met = Saved: { $pupil } was met. The family is being told.
absence-saved-called = Saved: the family was called back.
absence-saved-talk = The family was told that you will get in touch.
absence-talk-already = The family has been told already.
absence-saved-p = Saved: { $pupil } is excused (P).
absence-saved-k = Saved: { $pupil } is absent without leave (K).
absence-words-from = <b>The family's words</b> about <b>{ $pupil }</b>, class { $class }:
    «{ $words }»
    { $who }, phone { $phone }.

# A roll that somebody else took, for the homeroom teacher
absence-summary = <b>Class { $class }</b>, { $half ->
    [morning] morning of
   *[afternoon] afternoon of
  } { $day }: { $who } took the roll at { $at }.
absence-summary-full = Everybody is there.
absence-summary-call = No message tells these families; please let them know:
absence-summary-contact = { $pupil }: { $contacts }
absence-summary-nobody = no guardian on record
absence-summary-more = … and { $count } more lines
absence-summary-replaced = There is a newer version below.
absence-summary-withdrawn = This roll was taken back.
absence-unreached = The message that <b>{ $pupil }</b>, class { $class }, has not been seen did not reach the family. Please phone them:
absence-unreached-failed = { $who }: { $phone }
absence-unreached-uncertain = { $who }: { $phone } (it may have arrived)
absence-button-p = { $name }: P
absence-button-k = { $name }: K
