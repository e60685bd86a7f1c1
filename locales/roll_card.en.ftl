# The roll card: it comes by itself after the bell.
roll-card-head = 📋 <b>Roll of { $session }</b>
roll-card-head-reminder = ⏰ <b>There is no roll yet of { $session }.</b>
roll-card-head-homeroom =
    🔔 <b>Your own class has no roll yet: { $session }.</b>{ $known ->
        [yes] { " " }{ $who } got the card at { $at } and has not answered.
       *[no] { "" }
    }
roll-card-reopened = The roll that was there has been undone.
roll-card-size = { $count } on the roll.
roll-card-leave =
    Leave: { $names }{ $more ->
        [0] .
       *[other] ; and { $more } more.
    }
roll-card-leave-granted = { $name } (granted)
roll-card-leave-asked = { $name } (waiting for an answer)
roll-card-ask =
    { $leave ->
        [0] If everybody is here, choose All here.
       *[other] If all the others are here, choose All here; those with leave stay marked.
    } If somebody is absent, choose Somebody absent, or write the names.
roll-card-full =
    { $leave ->
        [0] All here
       *[other] All here but { $leave } with leave
    }
roll-card-absent = Somebody absent
roll-card-mine = I am teaching this class
roll-card-mine-of = I am teaching { $name }
roll-card-moved = { $who } is teaching { $session } and took the roll card at { $at }.
roll-card-yours = The roll card of { $name } is with you now.
roll-card-taken = ✅ { $who } saved the roll of { $session } at { $at }: { $present } of { $total } here.
roll-card-kept =
    { $count ->
        [one] This pupil has asked for leave and stays marked. If the pupil has come, choose Edit.
       *[other] These pupils have asked for leave and stay marked. If any has come, choose Edit.
    }
roll-card-open = Classes you teach that have no roll yet: { $names }. Which one are you teaching now?
roll-card-open-one = The timetable does not name you for { $names } in this session. If you are teaching it, take the roll card:
roll-card-already = { $name } saved the roll of { $list } at { $time }. To change it, type /diemdanh { $list }
roll-not-yours-yet = You are not assigned to { $list } in this session, so nothing was saved. If you are teaching it, type /diemdanh { $list } to take its card, then send your message again. Your classes and groups: { $mine }.

# Leave that is known before.
roll-by-leave = Marked by their leave: { $names }. If any has come, choose Edit.
roll-grid-leave = Leave: { $names }

# As yesterday.
roll-repeat =
    Roll of { $session }: <b>not saved yet</b>. { $count ->
        [0] The session before ({ $before }) was complete.
       *[other] As in the session before ({ $before }):
    } If this is right, choose Save.
roll-repeat-none = No earlier session of { $list } has a roll, so there is nothing to repeat. Example: 7A1 vắng Lan p

# The list of classes without a roll, for the vice principals.
missing-rolls =
    🔴 <b>No roll yet</b>, { $half ->
        [morning] morning
       *[afternoon] afternoon
    } of { $day }: { $names }
missing-rolls-asked = • { $name }: { $who }
missing-rolls-nobody = • { $name }: nobody of the class has linked an account
missing-rolls-came = { $count } more have come in.
missing-rolls-none =
    ✅ All classes on the list for the { $half ->
        [morning] morning
       *[afternoon] afternoon
    } of { $day } have their roll ({ $count }).
