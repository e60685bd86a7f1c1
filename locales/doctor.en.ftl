# `solienlac doctor`: how things stand and what to do.
doctor-zone = Timezone { $zone }.
doctor-zone-bad = The timezone “{ $zone }” is not known. Set TIMEZONE in .env, for example Asia/Ho_Chi_Minh.
doctor-disk = The data folder { $path } can be written; { $free } GB are free.
doctor-folder-bad = The data folder { $path } cannot be written: { $problem }. Mend its rights, or change DATA_DIR in .env.
doctor-disk-little = The disk of { $path } has only { $free } GB left. Make room before it is full.
doctor-no-database = There is no database yet. Run: solienlac init
doctor-database-old = The database stands at { $stands }, this program needs { $newest }. Run: solienlac upgrade
doctor-no-school = There are no pupils yet. Run: solienlac import FILE.xlsx
doctor-school = The school has { $pupils } pupils and { $staff } staff; { $linked } accounts are linked.
doctor-clock = This machine's clock is right.
doctor-clock-skew = This machine's clock is off by { $seconds } seconds. Let it be set automatically.
doctor-polling = Messages are fetched from the server (PUBLIC_URL is not set, no public address needed).
doctor-no-address = Zalo: without a public address no picture, file or link can be sent, and messages may be missed. Good enough for a trial; for service set PUBLIC_URL in .env (see docs/zalo.en.md).
doctor-address = The public address { $url } leads to this program.
doctor-address-not-https = PUBLIC_URL must begin with https:// (it is { $url }).
doctor-address-port = PUBLIC_URL must not carry a port (it is { $url }): Zalo only takes an https domain on port 443. Let the proxy listen on 443 and drop the port.
doctor-address-certificate = The https certificate of { $url } is not valid or has ended. Renew it on the proxy and try again.
doctor-address-bot-rests = { $url } could not be tried: the bot is not running. Run “solienlac run”, then “solienlac doctor” again.
doctor-address-nobody-listens = Nobody answers at { $url }, and nothing listens on port { $port } of this machine. Run “solienlac run”; if the bot uses another port, mend WEBHOOK_PORT.
doctor-address-closed = The bot listens on port { $port } of this machine, but { $url } cannot be reached from here. Check the domain, port 443 and the proxy. Some routers do not let machines inside call their own public address: if a telephone on mobile data opens { $url }/health, ignore this line.
doctor-address-other = Another program answers at { $url }. Let the proxy pass every path on to port { $port } of this machine.
doctor-no-token = There is no bot token at all. Telegram: get one from @BotFather and set TELEGRAM_TOKEN in .env. Zalo: see docs/zalo.en.md.
doctor-telegram-unreachable = Telegram: its server cannot be reached from this network. Check the line; where the network does not let it through, use Zalo (see docs/zalo.en.md).
doctor-token-bad = Telegram does not know this token (error { $code }). Check TELEGRAM_TOKEN.
doctor-telegram = Telegram knows the bot @{ $name }.

## Zalo Bot

doctor-zalo-bot = Zalo Bot: Zalo knows the bot “{ $name }”.
doctor-zalo-token-bad = Zalo Bot: Zalo does not know this token (error { $code }). Copy it again from Zalo Bot Manager's message into ZALO_BOT_TOKEN.
doctor-zalo-error = Zalo Bot: Zalo reports error { $code }. Try again later; if it stays, look at ZALO_API_BASE and docs/zalo.en.md.
doctor-zalo-unreachable = Zalo Bot: Zalo's server cannot be reached from this network. Check the line and ZALO_API_BASE.
doctor-zalo-poll = Zalo Bot: messages are fetched from the server; for trials only, since what comes while the bot rests may be lost.
doctor-zalo-hook = Zalo Bot: Zalo reaches the bot's address.
doctor-zalo-hook-untried = Zalo Bot: the address is this bot's; Zalo does not let us test it. Write to the bot and see whether it answers.
doctor-zalo-hook-none = Zalo Bot: Zalo does not have this bot's address yet. Run “solienlac run”: the bot sets it when it starts.
doctor-zalo-hook-other = Zalo Bot: Zalo brings messages to another address. Another program may use the same token: stop it, then start this bot again.
doctor-zalo-hook-elsewhere = Zalo Bot: Zalo brings messages to a public address, but no PUBLIC_URL is set here. Set it, or just run “solienlac run”: the bot removes that address and fetches.
doctor-zalo-hook-bad = Zalo Bot: Zalo cannot call the bot's address ({ $outcome }). { $hint ->
    [blocked] A firewall is in the way: Zalo's caller names itself "Java/…" (User-Agent). With Cloudflare, switch off “Browser Integrity Check” and blocking rules (WAF) for the path /zalo-bot/.
   *[other] Check the domain, the https certificate and the proxy; Zalo's caller names itself "Java/…" (User-Agent), which firewalls and Cloudflare (“Browser Integrity Check”, WAF) must not block.
  }
doctor-zalo-month = Zalo Bot: { $messages } of { $most } messages were sent this month.
doctor-zalo-month-full = Zalo Bot: { $messages } of { $most } messages were sent this month, the rest is kept for answers; notices wait for the next month or go by another messenger. Move families to the Official Account, or mend ZALO_BOT_MONTHLY if the school's plan has more.
doctor-zalo-people = Zalo Bot: { $people } of { $most } people have written to the bot.
doctor-zalo-people-full = Zalo Bot: { $people } people have written to the bot, the free plan has { $most }. New ones may be left out: invite them to the Official Account.

## Official Account

doctor-oa-missing = Official Account: { $names } is missing in .env. Run “solienlac zalo connect”, which leads through it (docs/zalo.en.md).
doctor-oa-no-keys = Official Account: there are no keys yet. Get a pair in the API Explorer and run “solienlac zalo connect”.
doctor-oa-keys-refused = Official Account: Zalo takes the keys no more, or there are none. Get a new pair in the API Explorer and run “solienlac zalo connect”.
doctor-oa-keys-later = Official Account: there is no access token just now; the running bot renews it. Wait a few minutes and look again; if it stays, start the bot again.
doctor-oa-keys = Official Account: the keys are good until { $until } and renew themselves daily while the bot runs.
doctor-oa-keys-end = Official Account: the keys end on { $until }. Let the bot run so that it renews them; if it does and this stays, get a new pair and run “solienlac zalo connect”.
doctor-oa-unreachable = Official Account: Zalo's server cannot be reached from this network. Check the line and ZALO_OA_API_BASE.
doctor-oa-busy = Official Account: this minute's calls are used up. Look again in a minute.
doctor-oa-error = Official Account: Zalo reports error { $code }. { $hint ->
    [account] The account is disabled or gone. See its state at oa.zalo.me.
    [app] The app is not activated, was removed, or may not use the API. Check it at developers.zalo.me.
    [consent] The account has not allowed this app. Allow it at oa.zalo.me under linked apps.
    [verify] The account must be verified first. See docs/zalo.en.md.
    [package] The account's package does not include the API. See packages at oa.zalo.me.
    [secret] The app's secret is wrong. Copy ZALO_APP_SECRET again.
    [cloud] There is no Zalo Cloud account, or no money on it. See zalo.cloud.
    [template] There is no such template, or the app may not use it. See “solienlac zalo templates”.
   *[other] Look the number up on Zalo's pages; wait a while and try again.
  }
doctor-oa = Official Account: “{ $name }”, package { $package }.
doctor-oa-other = Official Account: these keys open “{ $name }” (id { $id }), but ZALO_OA_ID is { $ours }. Mend ZALO_OA_ID, or get the keys of the right account.
doctor-oa-unverified = Official Account: it is not verified. Hand in the establishment decision and the official letter (docs/zalo.en.md).
doctor-oa-no-cloud = Official Account: no Zalo Cloud account is linked, so paid messages cannot go. Link one at zalo.cloud.
doctor-oa-hook = Official Account: the webhook works; a rightly signed event is taken, a wrongly signed one is refused.
doctor-oa-hook-unreachable = Official Account: the webhook cannot be reached. Run “solienlac run”, then see the line about the public address above.
doctor-oa-hook-bad = Official Account: the webhook answers { $status } instead of 200. { $kind ->
    [refused] The running bot has other keys (start it again after changing .env), or the proxy changes bodies or drops the header X-ZEvent-Signature.
    [nobody] The proxy does not pass this path on, or the bot runs with another ZALO_APP_SECRET; start it again.
    [down] The bot is not running or just starting. Run “solienlac run” and try again.
   *[other] Check the proxy: it must pass every call on as it is.
  }
doctor-oa-hook-open = Official Account: a wrongly signed event is answered { $status } as well. The proxy or another program answers in the bot's place; let the proxy pass calls on.
doctor-oa-hook-slow = Official Account: the webhook answers after { $seconds } seconds; Zalo waits for 2. Check the line and what stands between.
doctor-oa-signed = Official Account: Zalo signs its events over: { $variant }.
doctor-oa-heard = Official Account: Zalo brought the last event at { $at }.
doctor-oa-never-heard = Official Account: Zalo has not brought any event yet. Paste the address of “solienlac zalo webhook” into Webhook at developers.zalo.me, switch the events on, write to the account and look again. If nothing comes, check ZALO_OA_SECRET.

## Templates and money

doctor-template-none = ZBS template: none is set, so those who have not written to the account for long get nothing on Zalo. Set one with “solienlac zalo templates use ID”.
doctor-template-fault = ZBS template: the setting is not right ({ $fault }). Set it again with “solienlac zalo templates use ID”.
doctor-template-gone = Template { $id }: Zalo does not show it (error { $code }). See which there are: “solienlac zalo templates”.
doctor-template = Template { $id } “{ $name }” may be used and its fields fit; it goes by { $ways ->
    [template] Zalo account
    [phone] telephone number
    [both] Zalo account, else by telephone number
   *[none] no way yet: set it again with --by
  }.
doctor-template-status = Template { $id }: its state is { $status }, it cannot be sent. Wait for Zalo's approval or choose another: “solienlac zalo templates”.
doctor-template-unknown = Template { $id } has no field “{ $name }”. Set it again with “solienlac zalo templates use { $id }”.
doctor-template-missing = The template requires the field “{ $name }” and nothing is set for it. Add --field { $name }=SOURCE when setting the template.
doctor-template-long = Template: the field “{ $name }” takes { $most } characters, the setting allows { $ours }. Set it again with “solienlac zalo templates use { $id }”.
doctor-template-link = Template { $id }: links have { $ours } characters, the field “{ $name }” takes { $most }. Use a shorter domain, or a template with a longer field.
doctor-template-price = Template { $id }: Zalo says { $theirs } đồng, the setting { $ours } đồng. Set it again with “solienlac zalo templates use { $id }” so that costs are reckoned rightly.
doctor-template-quota = ZBS template: Zalo lets { $left } of { $most } go today.
doctor-template-quota-none = ZBS template: today's { $most } are used up; the rest waits for tomorrow or goes by another messenger.
doctor-budget = Paid messages: { $dong } đồng for { $messages } messages this month; ceilings: { $most ->
    [none] none in đồng
   *[other] { $most } đồng
  }, { $most_messages ->
    [none] none in messages
   *[other] { $most_messages } messages
  }.
doctor-budget-reached = Paid messages: { $dong } đồng for { $messages } messages this month, the ceiling is reached ({ $most ->
    [none] none in đồng
   *[other] { $most } đồng
  }, { $most_messages ->
    [none] none in messages
   *[other] { $most_messages } messages
  }). To go on, raise it: “solienlac zalo budget --month-cost N”.
doctor-budget-zero = Paid messages: the ceiling is 0, so only free ones go. To change that: “solienlac zalo budget --month-cost N”.
doctor-budget-zero-template = Paid messages: a template is set but the ceiling is 0, so none can go. Set a ceiling: “solienlac zalo budget --month-cost N”.
doctor-budget-none = Paid messages: there is no ceiling at all. Better set one: “solienlac zalo budget --month-cost N”.
doctor-good = Everything is in order.
doctor-bad = { $count } things need doing.
