# What is said about Zalo only.

## Zalo Bot

zalo-bot-token-refused = Zalo does not accept the token in ZALO_BOT_TOKEN. Look at .env: “Zalo Bot Manager” sends it in Zalo when the bot is made, and it looks like 12345689:abc-xyz.
zalo-bot-picture-missing = (A picture belongs to this message but cannot be sent here; please ask the school if you need to see it.)
zalo-bot-file-missing = (The file { $name } belongs to this message but cannot be sent here; please ask the school if you need to see it.)
