// What the messengers let people do. Phones and composers ask here, never for a messenger's name.

const TO_A_BOT = {
  start: "phone.start", notStarted: "people.notstarted", invited: "phone.start.code", badge: "phone.badge.bot", quiet: "phone.quiet",
  block: "phone.block", unblock: "phone.unblock", isBlocked: "phone.isblocked", askContact: "contact.ask",
};
const TO_AN_ACCOUNT = {
  ...TO_A_BOT, start: "phone.follow", notStarted: "people.notfollowed", badge: "phone.badge.oa",
  block: "phone.oa.block", unblock: "phone.oa.unblock", isBlocked: "phone.oa.isblocked", askContact: "contact.oa.ask",
};
const CHANNELS = {
  telegram: { name: "Telegram", look: "telegram", edits: true, commands: true, keyboard: true, stickers: false, typedChoices: false, follows: false,
    says: { ...TO_A_BOT, invited: "phone.start.invited", badge: null, quiet: "phone.online" } },
  zalo_bot: { name: "Zalo Bot", look: "zalo", edits: false, commands: false, keyboard: false, stickers: true, typedChoices: true, follows: false,
    says: TO_A_BOT },
  zalo_oa: { name: "Zalo OA", look: "zalo", edits: false, commands: false, keyboard: false, stickers: true, typedChoices: false, follows: true,
    says: TO_AN_ACCOUNT },
};

/** The messengers' ids, in the order in which they are offered. */
export const CHANNEL_IDS = Object.keys(CHANNELS);

/**
 * The facts of a person's messenger: `name`, `look` (how the phone is drawn), what it has
 * (`edits`, `commands`, `keyboard` of the bot, `stickers`, `typedChoices` instead of buttons,
 * `follows`), and the keys of what its phone `says`.
 */
export const channelOf = (person) => CHANNELS[person.channel] ?? CHANNELS.telegram;

/** The name of a messenger as people write it. */
export const channelName = (id) => CHANNELS[id]?.name ?? id;

/** Whether the account now waits for name and number of this person. */
export const asksContact = (person) =>
  Boolean(person.keyboard?.keyboard?.flat().some((button) => button.request_contact));
