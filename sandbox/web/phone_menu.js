// What the menus of a phone and of a message offer, which depends on the messenger and on how
// things stand.
import { api } from "./api.js";
import { asksContact, channelOf } from "./channels.js";
import { t } from "./i18n.js";

/** The items for `openMenu`; `phone` carries them out (`attempt`, `shareContact`, `desk`). */
export function phoneMenu(person, phone) {
  const channel = channelOf(person);
  const act = (call, ...more) => () => phone.attempt(call(person.id, ...more));
  const items = [];
  if (channel.commands) items.push({ key: "phone.restart", icon: "restart", act: act(api.start) });
  else if (person.start_payload && person.started && !person.blocked) {
    items.push({ key: "phone.code", icon: "code", act: act(api.text, person.start_payload) });
  }
  if (channel.keyboard || asksContact(person)) items.push({ key: "phone.contact", icon: "phone", act: () => phone.shareContact() });
  if (channel.follows && !person.blocked) {
    items.push(person.follows
      ? { key: "phone.unfollow", icon: "unfollow", act: act(api.unfollow) }
      : { key: "phone.follow", icon: "follow", act: act(api.follow) });
  }
  items.push(person.blocked
    ? { key: channel.says.unblock, icon: "check", act: act(api.unblock) }
    : { key: channel.says.block, icon: "block", danger: true, act: act(api.block) });
  items.push({ key: "phone.close", icon: "close", act: () => phone.desk.close(person.id) });
  return items;
}

/** The items for an own message; `phone` shows notices and lets it be edited. */
export function messageMenu(message, phone) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message.text);
      phone.notices.toast(t("message.copied"));
    } catch {
      phone.notices.toast(t("error.clipboard"), "error"); // refused, or no secure address
    }
  };
  const items = [{ key: "message.copy", icon: "copy", act: copy }];
  if (!message.media && phone.channel.edits) items.unshift({ key: "message.edit", icon: "edit", act: () => phone.composer.edit(message) });
  return items;
}
