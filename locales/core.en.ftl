# When the system could not deal with a message.
core-set-aside = ⚠️ A message from <b>{ $name }</b>, sent at { $when }, stopped the system three times and was set aside without being handled. Please ask the sender what it was about, and tell technical support code <code>{ $id }</code>.
core-set-aside-stranger = ⚠️ A message from an account that is not linked, sent at { $when }, stopped the system three times and was set aside without being handled. Please tell technical support code <code>{ $id }</code>.
core-not-handled = Sorry, something went wrong on our side with your message of { $when }, and nothing was saved; the administrator has been told (code { $id }). Please write it another way, or type /trogiup.
core-token-refused = Telegram does not accept the token in TELEGRAM_TOKEN. Look at .env: it comes from @BotFather and looks like 123456789:ABC…
