# When a messenger gives trouble: its keys are about to end, the budget is used up.

channel-key-refused = ⚠️ <b>{ $channel }</b> no longer accepts the school's key. Messages can only be sent until { $until }; after that, families who use this messenger alone get nothing.
channel-key-dead = ⚠️ <b>{ $channel }</b> no longer accepts the school's key. From now on families who use this messenger alone get nothing.
channel-key-ending = ⚠️ The school's key for <b>{ $channel }</b> ends at { $until }.
channel-key-what-to-do = Please get a new pair of keys at developers.zalo.me (Tools → API Explorer), write it into ZALO_OA_ACCESS_TOKEN and ZALO_OA_REFRESH_TOKEN in the file .env, and start the system again.
channel-refuses = ⛔ Since { $at }, <b>{ $channel }</b> takes no more messages from the school.
channel-refuses-quota = Why: the messages that the messenger allows (a day, a month, or by plan) are used up. When there are new ones, messages go as usual.
channel-refuses-billing = Why: the school's paying account has too little money or is locked. Please look at the Zalo Cloud Account.
channel-refuses-token = Why: the access key is wrong or was replaced. Please get a new one, write it into the .env file and start the system again.
channel-refuses-setup = Why: the school's settings at this messenger are not right. Please run “solienlac doctor” to learn what to mend.
channel-refuses-what-now = Who uses another messenger gets messages there; all others are listed as not reached in the report of each notice.
ceiling-reached-month = 💰 <b>Paid messages have reached the ceiling of { $month }.</b>
ceiling-reached-notice = 💰 <b>Notice no. { $number } has reached the ceiling for one notice.</b>
ceiling-figures =
    Spent: { $dong }đ for { $messages } messages. Ceiling: { $most_dong }đ, { $most_messages } messages.
    The next message costs { $cost }đ and was not sent.
ceiling-what-now = Free messages are sent as before. Whoever has no other way to get a message is listed as not reached; to go on sending, please raise the ceiling with /kinhphi.
spending-no-figure = The ceiling or price “{ $name }” must be a whole number from 0 on, for example 50000.
spending-template-fault = { $what ->
    [id] The template lacks the code (id) that Zalo gave it.
    [fields] The template's fields must come from: school, pupil, title, date, link, name.
    [link] One field of the template must come from link, so that the full text can be opened.
   *[other] Prices and lengths in the template must be whole numbers from 0 on.
  }
channel-page-answers = To answer, send the number of your choice to the school on Zalo.
channel-picture-link = 🖼 See the picture: { $link }
channel-picture-missing = (With a picture that Zalo does not take.)
channel-file-link = 📄 Fetch the file: { $link }
channel-file-missing = (With a file that Zalo does not take.)
outbox-stuck = ⚠️ { $count } messages have not left, the oldest has waited { $minutes } minutes. Look at the line of the machine, then run «solienlac doctor».
