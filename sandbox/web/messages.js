// The conversation on one phone: bubbles in order, days and unread marks between them, the
// newest in view unless somebody is reading further up. Long conversations show their end.
import { button, h } from "./dom.js";
import { dayHeading, dayOf, toDate } from "./dates.js";
import { isPicture } from "./media.js";
import { messageView } from "./message.js";
import { quickReplies, quickReplyBar } from "./quick_replies.js";

const PAGE = 120;
const NEAR_END_PX = 60;
const RUN_MS = 5 * 60_000;

export class Messages {
  /** `hooks` as for `messageView` (without `pictures`, `quoted`), `onScroll()`, and `onReply(reply)` where answers are offered. */
  constructor(hooks) {
    this.hooks = { ...hooks, pictures: () => this.#pictures(), quoted: (id) => this.items.get(id) };
    this.items = new Map();
    this.drawn = new Map();
    this.room = PAGE;
    this.unreadFrom = null;
    this.content = h("div", { class: "log-content" });
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", tLabel: "phone.messages" }, this.content);
    this.toEnd = button("phone.newest", "down", { class: "icon-button to-end", hidden: true, on: { click: () => this.scrollToEnd(true) } });
    this.element = h("div", { class: "log-frame" }, this.log, this.toEnd);
    this.atEnd = true;
    this.lastTop = 0;
    this.log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.atEnd && this.scrollToEnd()).observe(this.content);
    new ResizeObserver(() => this.atEnd && this.scrollToEnd()).observe(this.log);
  }

  /** Replace everything (first load, or after the line was interrupted). */
  set(list) {
    this.items = new Map(list.map((message) => [message.id, message]));
    this.draw();
  }

  /** Add or replace one message. */
  put(message) {
    const isNew = !this.items.has(message.id);
    this.items.set(message.id, message);
    if (isNew && message.from === "me") {
      this.unreadFrom = null;
      this.atEnd = true;
    }
    this.draw();
  }

  remove(id) {
    this.items.delete(id);
    this.draw();
  }

  /** Mark where the last `count` bot messages begin. */
  markUnread(count) {
    const fromBot = this.#ordered().filter((message) => message.from === "bot");
    this.unreadFrom = count > 0 && fromBot.length ? fromBot[Math.max(0, fromBot.length - count)].id : null;
    this.draw();
  }

  /** The newest own text that can be edited. */
  lastOwn() {
    return this.#ordered().reverse().find((message) => message.from === "me" && message.text && !message.media && !message.contact);
  }

  newestId() {
    return this.#ordered().at(-1)?.id ?? 0;
  }

  scrollToEnd(smooth = false) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  /** Write everything anew (after a change of language). */
  redraw() {
    this.drawn.clear();
    this.draw();
  }

  draw() {
    const wanted = this.#plan();
    const keys = new Set(wanted.map((part) => part.key));
    for (const [key, part] of this.drawn) {
      if (!keys.has(key)) {
        part.node.remove();
        this.drawn.delete(key);
      }
    }
    let place = this.content.firstChild;
    for (const part of wanted) {
      const known = this.drawn.get(part.key);
      if (known?.signature === part.signature) {
        if (known.node === place) place = place.nextSibling;
        else this.content.insertBefore(known.node, place);
        continue;
      }
      const node = part.build();
      if (known && known.node.isConnected) {
        if (known.node === place) place = place.nextSibling;
        known.node.remove();
      }
      this.content.insertBefore(node, place);
      this.drawn.set(part.key, { signature: part.signature, node });
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
    if (this.atEnd) this.scrollToEnd();
  }

  #plan() {
    const all = this.#ordered();
    const parts = [];
    if (!all.length) parts.push({ key: "none", signature: "", build: () => h("p", { class: "log-none", t: "phone.nothing" }) });
    if (all.length > this.room) parts.push({ key: "older", signature: "", build: () => this.#olderButton() });
    let before = null;
    for (const message of all.slice(-this.room)) {
      const date = toDate(message.date);
      if (!before || dayOf(toDate(before.date)) !== dayOf(date)) {
        const text = dayHeading(date);
        parts.push({ key: `day-${message.id}`, signature: text, build: () => h("div", { class: "day", role: "separator" }, h("span", { text })) });
        before = null;
      }
      if (message.id === this.unreadFrom) {
        parts.push({ key: "unread", signature: "", build: () => h("div", { class: "unread-line", role: "separator" }, h("span", { t: "phone.unread" })) });
        before = null;
      }
      const first = before?.from !== message.from || date - toDate(before.date) > RUN_MS;
      parts.push({
        key: message.id,
        signature: `${first}${JSON.stringify(message)}`,
        build: () => messageView(message, this.hooks, first),
      });
      before = message;
    }
    const replies = this.hooks.onReply && before?.from === "bot" ? quickReplies(before.text) : [];
    if (replies.length) {
      parts.push({ key: "replies", signature: `${before.id}${before.text}`, build: () => quickReplyBar(replies, this.hooks.onReply) });
    }
    return parts;
  }

  #olderButton() {
    return h("button", {
      type: "button", class: "older", t: "phone.older",
      on: {
        click: () => {
          const fromEnd = this.log.scrollHeight - this.log.scrollTop;
          this.room += PAGE;
          this.draw();
          this.log.scrollTop = this.log.scrollHeight - fromEnd;
        },
      },
    });
  }

  #ordered() {
    return [...this.items.values()].sort((a, b) => a.id - b.id);
  }

  #pictures() {
    return this.#ordered().filter((message) => message.media && isPicture(message.media)).map((message) => message.media);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    // Only a scroll upwards leaves the end; a picture that has loaded below does not.
    this.atEnd = isNear || (this.atEnd && scrollTop >= this.lastTop);
    this.lastTop = scrollTop;
    this.toEnd.hidden = this.atEnd;
    this.hooks.onScroll();
  }
}
