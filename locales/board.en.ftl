# The board of the day for principal and vice principals.
board-head =
    📊 <b>{ $today ->
        [yes] Today
       *[no] Board
    }, { $half ->
        [morning] morning
       *[afternoon] afternoon
    } of { $day }</b>
board-total = Rolls: { $taken }/{ $classes } classes. Present: { $present }/{ $size } pupils ({ $rate }).
board-total-none = No class has its roll yet (0/{ $classes }).
board-no-lessons = No class has lessons in this session.
board-absent-none = Nobody is absent.
board-absent = Absent { $absent }: with leave { $excused }, without { $unexcused }, not explained { $unexplained }.
board-late = Late { $late }, left early { $left }.
board-grade = <b>Grade { $grade }</b>: { $taken }/{ $classes } classes · { $present }/{ $size } pupils ({ $rate }) · P { $excused }, K { $unexcused }, not explained { $unexplained }
board-grade-none = <b>Grade { $grade }</b>: 0/{ $classes } classes
board-rate = { $whole }.{ $tenth }%
board-missing = 🔴 <b>No roll yet ({ $count ->
        [one] 1 class
       *[other] { $count } classes
    })</b>
board-missing-line = • { $name }: the card is with { $who }
board-missing-nobody = • Nobody has the card: { $names }
board-missing-names = • { $names }
board-waiting =
    { $count ->
        [one] 1 class has not begun yet.
       *[other] { $count } classes have not begun yet.
    }
board-alarms = 🚨 <b>Left home and did not arrive ({ $count })</b>
board-open = ⏳ <b>Not explained for over { $minutes ->
        [0] { $hours } h
       *[other] { $minutes } min
    } ({ $count })</b>
board-open-line = • { $name } ({ $class }), absent since { $since }: { $case ->
        [told] family told, no answer yet
        [left_home] the family says the child left home
        [call_back] the family waits for a call
        [called] the family was called
        [searching] being looked for
        [found] found
       *[other] family not told
    }
board-more = • and { $count } more
board-changes = 🏫 <b>Class sizes, last { $days } days ({ $count })</b>
board-change-in = • { $day }: { $name } came to { $to }
board-change-out = • { $day }: { $name } left { $from } for another school
board-change-dropped = • { $day }: { $name } dropped out ({ $from })
board-change-moved = • { $day }: { $name } moved from { $from } to { $to }
board-change-returned = • { $day }: { $name } came back to { $to }
board-at = As of { $time }.

# One grade, one class.
board-of-grade =
    <b>Grade { $grade }</b>, { $half ->
        [morning] morning
       *[afternoon] afternoon
    } of { $day }
board-class = • { $name }: { $present }/{ $size } pupils · P { $excused }, K { $unexcused }, not explained { $unexplained }, late { $late }
board-class-missing = • { $name } ({ $list } pupils): <b>no roll yet</b>. The card is with { $who }
board-class-nobody = • { $name } ({ $list } pupils): <b>no roll yet</b>. Nobody has the card
board-class-waiting = • { $name } ({ $list } pupils): has not begun yet
board-class-hint = To take it yourself: <code>{ $name } đủ</code> (all present) or <code>{ $name } vắng Lan p</code>.
board-class-none = This class has no lessons and no roll in that session.
board-no-grade = Grade { $grade } has no lessons then. The grades: { $known }. For example: /homnay khối { $example }
board-no-class = The school has no class { $typed }. Its classes: { $known }. For example: /homnay 7A1
board-not-understood = «{ $typed }» was not understood. Type /homnay for the whole school, or add a grade, a class, a day. For example: /homnay khối 7 · /homnay 7A1 · /homnay 27/11

# Buttons.
board-button-refresh = Refresh
board-button-trend = Chart
board-button-grade = Grade { $grade }
board-button-class = Class { $name }
board-button-half =
    { $half ->
        [morning] See the morning
       *[afternoon] See the afternoon
    }
board-button-open = All that are not explained
board-button-changes = All changes of class size
board-button-board = Open the board
board-nothing-open = Nobody is left whose absence has waited too long.
board-nothing-changed = No class has changed in the last { $days } days.

# The chart of the last weeks.
board-trend-title = Absence by day
board-trend-span = { $first } – { $last }
board-trend-legend-excused = with leave (P)
board-trend-legend-unexcused = without (K)
board-trend-legend-unexplained = not explained
board-trend-week = week of { $day }: { $rate }
board-trend-weekday =
    { $weekday ->
        [0] Mo
        [1] Tu
        [2] We
        [3] Th
        [4] Fr
        [5] Sa
       *[6] Su
    }
board-trend-head = 📈 <b>Absence in the last { $weeks } weeks</b>
board-trend-line = • Week of { $day }: { $rate } (P { $excused }, K { $unexcused }, not explained { $unexplained })
board-trend-most = Most: { $day }, { $rate } ({ $absent }/{ $size } pupils).
board-trend-none = No roll was taken in the last { $weeks } weeks.
board-trend-file = absence-{ $day }.png

# The summary at the end of the day.
board-summary = 🌇 <b>Summary of { $day }</b>
board-summary-half =
    <b>{ $half ->
        [morning] Morning
       *[afternoon] Afternoon
    }</b>
board-summary-missing = No roll: { $names }.
board-summary-open = Still not explained ({ $count }): { $names }.
board-summary-open-none = Every absence is explained, or the family has asked for leave.
