// One person's row in the list: name, messenger and post, the last words, what is unread.
import { avatar } from "./avatar.js";
import { channelName, channelOf } from "./channels.js";
import { currentLanguage, t } from "./i18n.js";
import { h } from "./dom.js";
import { postText } from "./store.js";
import { shortMoment, toDate } from "./dates.js";

/** What `Rows` needs to draw `person`, who stands at `place` of `of`. */
export function personRow(person, { isOpen, isActive, place, of }) {
  const unread = person.unread ?? 0;
  const moment = person.last ? shortMoment(toDate(person.last.date)) : "";
  const post = postText(person);
  const messenger = channelName(person.channel);
  const line = person.last ? lastLine(person.last) : person.started ? "" : t(channelOf(person).says.notStarted);
  const spoken = [person.name, post, messenger, unread ? t("people.unread.count", { n: unread }) : "", isOpen ? t("people.opened") : ""];
  return {
    signature: JSON.stringify([person.name, post, line, moment, unread, person.last?.from, currentLanguage()]),
    className: ["person", isOpen && "open", isActive && "active", unread && "unread"].filter(Boolean).join(" "),
    attributes: {
      id: `row-${person.id}`, role: "option", "aria-selected": isOpen, "aria-setsize": of, "aria-posinset": place,
      "aria-label": spoken.filter(Boolean).join(", "),
    },
    children: () => [
      avatar(person),
      h("span", { class: "person-facts" },
        h("span", { class: "person-top" }, h("span", { class: "person-name", text: person.name }), h("span", { class: "person-moment", text: moment })),
        h("span", { class: "person-middle" }, h("span", { class: `tag ${person.channel}`, text: messenger }),
          h("span", { class: "person-post", text: post || (person.phone ?? "") }),
          unread ? h("span", { class: "badge", text: unread > 99 ? "99+" : String(unread) }) : null),
        h("span", { class: "person-last", text: line })),
    ],
  };
}

function lastLine(last) {
  const text = last.text.replace(/\s+/g, " ").slice(0, 90);
  return last.from === "me" ? `➤ ${text}` : text;
}
