# A teacher marks P without a request: the family is asked quietly, the homeroom teacher hears.
excused-question = Dear family of { $pupil }, class { $class }: on { $day }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  }, { $who } noted absence with leave. If you have told the school, nothing is needed. If you have not, please press here:
excused-button-deny = We did not ask for leave
excused-button-left = My child left home for school
excused-denied-own = Received: your family did not ask for leave for { $pupil }, class { $class }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day } (noted by { $who }). The homeroom teacher will contact you at once. If your child left home for school, please press here and the school will search:
excused-denied-late = Received: your family did not ask for leave for { $pupil }, class { $class }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day } (noted by { $who }). The homeroom teacher will contact you.
excused-withdrawn = About { $pupil }, class { $class }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }: { $who } had noted leave, the book has been corrected since. Please disregard the earlier message.
excused-closed = { $pupil }, class { $class }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }, noted with leave by { $who }: the school has received an answer.
excused-already = The school has received an answer about this session. Thank you.
excused-said = The teacher has been told.
excused-card = ⚠️ <b>Please check</b> · <b>{ $pupil }</b>, class { $class }, { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }
    { $who } noted leave (P), but { $guardian } said at { $at } that the family did not ask for it.
    Telephone: { $phone }
excused-card-ask = Please call the family, then choose:
excused-card-settled = { $who } has seen to it at { $at }.
excused-button-k = Without leave (K)
excused-button-p = Leave stands (P)
excused-button-present = The pupil is in class
excused-saved-present = Saved: { $pupil } is present.
excused-settled-before = { $name } saw to it at { $when }.
