// Where a messenger has no buttons, a bot ends its message with what may be typed: numbered lines
// ("1) Có mặt") or codes ("• DUYET H4"). The page offers to type it; the real phone does not.
import { h } from "./dom.js";
import { label, t } from "./i18n.js";

const NUMBERED = /^(\d{1,3}|\p{Lu}{1,2})[.)] +(\S.*)$/u;
const CODED = /^• +(\p{Lu}[\p{Lu}\d]*(?: \p{Lu}\d{1,2})?)(?: +(\S.*))?$/u;

/**
 * The answers that the end of `text` offers: `[{typed, about, more}]`. `about` says what the
 * answer means, `more` that words of one's own belong behind it.
 */
export function quickReplies(text) {
  const lines = String(text ?? "").trimEnd().split("\n");
  const found = [];
  let at = lines.length - 1;
  for (; at >= 0; at -= 1) {
    const reply = replyIn(lines[at].trim());
    if (!reply) break;
    found.unshift(reply);
  }
  // A list that no line asks for is part of what the message tells.
  return /[:?]$/.test(lines[at]?.trim() ?? "") ? found : [];
}

function replyIn(line) {
  const coded = line.match(CODED);
  if (coded) return { typed: coded[1], about: coded[2] ?? "", more: Boolean(coded[2]) };
  const numbered = line.match(NUMBERED);
  return numbered && { typed: numbered[1], about: numbered[2], more: false };
}

/** The chips for `replies`; `onReply(reply)` gets the one that was pressed. */
export function quickReplyBar(replies, onReply) {
  const chips = replies.map((reply) => {
    const chip = h("button", { type: "button", class: "quick-reply", on: { click: () => onReply(reply) } },
      h("span", { text: reply.more ? `${reply.typed} …` : reply.typed }));
    label(chip, "label", reply.more ? "quick.write" : "quick.send", { typed: reply.typed, about: reply.about });
    return chip;
  });
  return h("div", { class: "quick-replies", role: "group", tLabel: "quick.label" },
    h("span", { class: "quick-hint", t: "quick.hint", title: t("quick.label") }), h("div", { class: "quick-chips" }, ...chips));
}
