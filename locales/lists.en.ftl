# The four lists of a class after its roll, for the homeroom teacher.
lists-unexplained = <b>Unexplained ({ $count })</b>
lists-discrepancy = <b>To be cleared up ({ $count })</b>
lists-explained = <b>Explained ({ $count })</b>
lists-marked = <b>Marked on the roll ({ $count })</b>
lists-all-clear = Every absence is explained.
lists-told = { $how ->
    [told] the family is told at { $at }, no answer yet
    [failed] the message did not reach the family, please phone
    [call_back] family asked to be called back at { $at }
    [called] family called back at { $at }
   *[nobody] no message reaches the family, please phone
  }
lists-leave-asked = the family has asked for leave, waiting for your answer
lists-differs = { $kind ->
    [present] the family asked for leave, the roll says: { $state }
    [left_home] the family says the child left for school, the roll says: { $state }
    [parents] two guardians say different things, the roll says: { $state }
   *[not_asked] the family says it asked for no leave, the roll says: { $state }
  }
lists-button-here = { $name }: arrived
lists-button-call = { $name }: call, tell again
lists-button-present = { $name }: present is right
lists-button-absent = { $name }: on leave after all
lists-button-talked = { $name }: talked it over
lists-card = { $name }, class { $class }
lists-card-nobody = No guardian on record.
lists-card-again = Tell the family again
lists-card-p = With leave (P), give a reason
lists-card-k = Without leave (K), give a reason
lists-card-here = Has arrived
lists-reason-ask = Why is { $pupil } absent ({ $letter })? Please type the reason, for example: has a fever, the mother phoned. Only the homeroom teacher and the heads can read it. /huy to leave it.
lists-reason-empty = The reason is empty. For example: has a fever, the mother phoned.
lists-reason-long = The reason is longer than { $most } characters. Please shorten it, for example: has a fever, the mother phoned.
lists-saved-here = Saved: { $pupil } has arrived. A family that was told gets a correction.
lists-saved-absent = Saved: { $pupil } is on leave as the family asked.
lists-saved-clear = Saved: cleared up with the family of { $pupil }.
lists-told-again = The family of { $pupil } was told again ({ $count } people).
lists-already-here = { $pupil } is marked as present already.
lists-already-absent = { $pupil } is marked as absent already.
lists-already-clear = This was cleared up for { $pupil } already.
lists-no-leave = There is no request for leave of { $pupil } for this session any more.
lists-nobody-linked = No message reaches the family of { $pupil }. Please phone them.
lists-not-yet-told = The first message reaches the family of { $pupil } at { $hour }:{ $minute }; no need to tell them again.
lists-told-just-now = The family of { $pupil } was told just now. You can tell them again after 10 minutes.
lists-which-class = Please name one class, for example: /danhsach 7A1
lists-no-roll = No roll of class { $name } on { $day } yet.
absence-again = Dear guardian of { $pupil }, class { $class }: the school still does not know why your child is absent today ({ $day }). Please answer with one of the choices below.
