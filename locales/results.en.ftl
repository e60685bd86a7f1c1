# A class's levels of results (circular 22/2021).
level-very-good = Very good
level-good = Good
level-passed = Passed
level-failed = Not passed
results-how = Send a class and a term, for example <code>/ketqua 7A1 hk1</code>, <code>/ketqua 7A1 cả năm</code>
results-head = 🎓 <b>Results of { $class }, { $term ->
    [1] term I
    [2] term II
   *[0] the year
  }</b> (by circular 22; not approved results)
results-counts = { $counts }
results-missing = Marks missing (pupils): { $subjects }
results-line = { $number }. { $name }: <b>{ $level }</b>{ $lifted ->
    [none] { "" }
   *[other] { " " }(raised a level, only { $lifted } pulled it down, art. 9.3)
  }{ $better ->
    [none] { "" }
   *[other] ; not { $better }: { $why }
  }{ $unsettled ->
    [yes] { " " }⚠️ for the principal (art. 9.3 can be read in two ways)
   *[no] { "" }
  }
why-all = { $subjects }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  } below { $bound }
why-strong = only { $count } subjects of { $bound } ({ $strong } needed)
why-remarks = { $subjects } not passed
