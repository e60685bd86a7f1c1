// One message as a bubble with its buttons.
import { button, h } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { inlineButtons } from "./keyboards.js";
import { linkify } from "./linkify.js";
import { isPicture, mediaView } from "./media.js";
import { sanitize } from "./sanitize.js";
import { timeOf, toDate } from "./dates.js";

const NAMELESS_STICKER = "🙂";
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*\s?){1,3}$/u;

/**
 * The element of `message`. `hooks`: `onTap(message, button)`, `onCommand(text)`
 * (or null), `onMenu(message, anchor)`, `onForm()`, `pictures()`, `quoted(id)`; `first`: it opens a run of one sender.
 */
export function messageView(message, hooks, first) {
  const mine = message.from === "me";
  const bubble = h("div", { class: "bubble" });
  const quote = message.reply_to ? hooks.quoted(message.reply_to) : null;
  if (quote) bubble.append(quoteView(quote));
  if (message.media) bubble.append(mediaView(message.media, hooks.pictures));
  if (message.contact) bubble.append(contactView(message.contact));
  if (message.form) bubble.append(formView(message.form, hooks.onForm));
  const body = bodyView(message, hooks);
  if (body) bubble.append(body);
  // The time stands at the end of the last line where that is a line of text.
  (body && !body.querySelector(".rich, pre, table, blockquote") ? body : bubble).append(metaView(message, mine));
  if (message.reaction) bubble.append(h("span", { class: "reaction", text: message.reaction }));
  const row = h("div", { class: "bubble-row" }, bubble);
  if (mine && message.text && !message.contact) {
    const menu = button("message.menu", "more", { class: "icon-button message-menu", "aria-haspopup": "menu" });
    menu.addEventListener("click", () => hooks.onMenu(message, menu));
    bubble.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      hooks.onMenu(message, menu);
    });
    row.prepend(menu);
  }
  const classes = ["message", mine ? "me" : "bot", first && "first", message.media && "with-media",
    message.media && isPicture(message.media) && "with-picture", message.sticker && "with-sticker", message.buttons?.length && "with-buttons",
    message.form && "with-form", body?.querySelector("table") && "wide"];
  return h("div", { class: classes.filter(Boolean).join(" "), role: "article", tLabel: mine ? "message.me" : "message.bot", data: { message: message.id } },
    row,
    inlineButtons(message.buttons, (pressed) => hooks.onTap(message, pressed)));
}

function bodyView(message, hooks) {
  const text = message.text || (message.sticker ? NAMELESS_STICKER : "");
  if ((!text && !message.html) || message.contact || message.form) return null;
  const body = h("div", { class: "text" });
  if (message.html) body.append(sanitize(message.html));
  else body.textContent = text;
  if (message.sticker || (!message.html && !message.media && ONLY_EMOJI.test(message.text))) body.classList.add("emoji");
  body.querySelectorAll("table").forEach(inScroller);
  linkify(body, hooks.onCommand);
  return body;
}

function inScroller(table) {
  const scroller = h("div", { class: "table-scroll", tabindex: "0" });
  table.replaceWith(scroller);
  scroller.append(table);
}

function contactView(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return h("div", { class: "contact" }, h("span", { class: "contact-mark" }, icon("phone")),
    h("span", { class: "file-facts" }, h("span", { class: "file-name", text: name }), h("span", { class: "file-size", text: phoneText(contact.phone_number) })));
}

/** An account's request for name and number, with the button that answers it. */
function formView(form, onForm) {
  return h("div", { class: "form-card" },
    h("div", { class: "contact" }, h("span", { class: "contact-mark" }, icon("phone")),
      h("span", { class: "file-facts" }, h("span", { class: "file-name", text: form.title }), h("span", { class: "form-about", text: form.subtitle }))),
    h("button", { type: "button", class: "form-share", t: "contact.form", on: { click: onForm } }));
}

const phoneText = (number) => (/^\+|^0/.test(number) ? number : `+${number}`);

function quoteView(quoted) {
  const short = (quoted.text || quoted.media?.name || "").slice(0, 120);
  return h("div", { class: "quote" }, h("span", { t: "message.reply", class: "quote-head" }), h("span", { class: "quote-text", text: short }));
}

function metaView(message, mine) {
  const date = toDate(message.date);
  const time = h("time", { datetime: date.toISOString(), text: timeOf(date) });
  const meta = h("div", { class: "meta" });
  if (message.edited) meta.append(h("span", { t: "message.edited", class: "edited" }));
  meta.append(time);
  if (mine) {
    const tick = icon("check");
    meta.append(h("span", { class: "tick", title: t("message.sent") }, tick));
  }
  return meta;
}
