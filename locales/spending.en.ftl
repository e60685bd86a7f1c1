# Paid messages: spent, ceilings, the question before a costly notice.

spending-head = <b>Paid messages in { $month }</b>
spending-spent = Spent: { $dong }đ on { $messages } paid messages (reckoned with the prices below).
spending-way-free = • Free: { $messages }
spending-way-consultation = • Consultation: { $messages }, { $dong }đ
spending-way-template = • ZBS template by account: { $messages }, { $dong }đ
spending-way-phone = • ZBS template by telephone number: { $messages }, { $dong }đ
spending-left-dong = Left to spend this month: { $dong }đ.
spending-left-messages = Left to send this month: { $messages } paid messages.
spending-none-allowed = The school sends no paid messages at present; free ones go as usual.
spending-ceilings = <b>Ceilings</b>
spending-most-month = • A month: { $dong ->
    [none] no ceiling
   *[other] { $dong }đ
  }
spending-most-notice = • A notice: { $dong ->
    [none] no ceiling
   *[other] { $dong }đ
  }
spending-most-messages = • Paid messages a month: { $messages ->
    [none] no ceiling
   *[other] { $messages }
  }
spending-prices = • Price of a message: consultation { $consultation }đ, template { $template }đ, by telephone number { $phone }đ
spending-asks = • You are asked again where a notice needs more than { $messages } paid messages, or more than is left.
spending-how =
    Change it with a button, or type: <code>/kinhphi thang 200000</code> (month), <code>/kinhphi thongbao 50000</code> (notice), <code>/kinhphi tin 500</code> (messages). 0 means no paid messages; <code>/kinhphi tin khong gioi han</code> lifts a ceiling.
    Prices of the school's bill: <code>/kinhphi gia tuvan 60</code>, <code>gia mau 420</code>, <code>gia so 700</code>. The question: <code>/kinhphi hoi 50</code>.
spending-who-sets = The principal sets the ceilings.
spending-saved = Saved.
spending-button-month = Month { $dong }đ
spending-button-notice = A notice { $dong }đ
spending-button-nothing = No paid messages
spending-unclear = “{ $typed }” is not clear to me; nothing was changed. Please type it like <code>/kinhphi thang 200000</code>, <code>/kinhphi thongbao 50000</code> or <code>/kinhphi tin 500</code>.
spending-too-much = The figure in “{ $typed }” is too large; nothing was changed. Please type it like <code>/kinhphi thang 200000</code>.

## What a notice costs

reach-plain = { $channel } { $count }
reach-free = { $channel } free { $count }
reach-consultation = { $channel } consultation { $count } ({ $cost }đ)
reach-template = ZBS template { $count } ({ $cost }đ)
reach-phone = ZBS template by number { $count } ({ $cost }đ)
reach-beyond = beyond the ceiling { $count }
reach-none = not reached { $count }
reach-line = Expected: { $parts }.
spending-question = 💰 This notice costs about <b>{ $dong }đ</b> for { $messages } paid messages. Nothing has been sent yet.
spending-question-beyond = { $ceiling ->
    [notice] The ceiling for one notice is not enough
   *[other] What is left of the month's ceiling is not enough
  }: { $count } people will not get it.
spending-question-nothing = 💰 { $ceiling ->
    [notice] The ceiling for one notice
   *[other] What is left of the month's ceiling
  } is not enough for any paid message: { $count } people will not get it. Nothing has been sent yet.
spending-question-send = Send anyway
spending-question-stop = Stop
notice-spent = 💰 Spent about { $dong }đ on { $messages } paid messages.
