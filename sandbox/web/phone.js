// One phone: whose it is, its conversation with the bot, and where they write.
import { api, ApiError } from "./api.js";
import { avatar } from "./avatar.js";
import { asksContact, channelName, channelOf } from "./channels.js";
import { Composer } from "./composer.js";
import { button, h } from "./dom.js";
import { followBar } from "./gate.js";
import { icon } from "./icons.js";
import { label, t } from "./i18n.js";
import { Messages } from "./messages.js";
import { openMenu } from "./menu.js";
import { Notices } from "./notices.js";
import { now } from "./clock.js";
import { messageMenu, phoneMenu } from "./phone_menu.js";
import { accountName, keep, patch, personById, postText } from "./store.js";
import { timeOf } from "./dates.js";

const READ_AFTER_MS = 800;
const TYPING_MS = 6000;
const FRESH_MS = 2500;

export class Phone {
  /** `desk` closes phones and knows whether one is in view. */
  constructor(person, desk) {
    this.id = person.id;
    this.channel = channelOf(person);
    this.desk = desk;
    this.inView = false;
    this.loaded = null;
    this.waiting = [];
    this.cover = h("div", { class: "drop-cover", hidden: true }, icon("file"), h("span", { t: "composer.drop" }));
    this.screen = h("div", { class: "screen" });
    this.messages = new Messages({
      onTap: (message, pressed) => this.#tap(message, pressed),
      onCommand: this.channel.commands ? (text) => this.attempt(api.text(this.id, text)) : null,
      onForm: () => this.shareContact(),
      onReply: this.channel.typedChoices ? (reply) => this.#reply(reply) : null,
      onMenu: (message, anchor) => openMenu(anchor, messageMenu(message, this)),
      onScroll: () => this.readSoon(),
    });
    this.notices = new Notices(this.screen);
    this.composer = new Composer(person, {
      attempt: (promise) => this.attempt(promise),
      shareContact: () => this.shareContact(),
      lastOwn: () => this.messages.lastOwn(),
      cover: this.cover,
      area: this.screen,
    });
    this.#build(person);
    this.show(person);
  }

  #build(person) {
    this.clock = h("time", { class: "status-clock" });
    this.botState = h("span", { class: "chat-state", "aria-live": "polite" });
    this.botName = h("span", { class: "chat-name" });
    const back = button("people.back", "back", { class: "icon-button phone-back", on: { click: () => this.desk.toList() } });
    const more = button("phone.menu", "more", { "aria-haspopup": "menu", "aria-expanded": "false" });
    more.addEventListener("click", () => openMenu(more, phoneMenu(personById(this.id), this)));
    const close = button("phone.close", "close", { class: "icon-button phone-close", on: { click: () => this.desk.close(this.id) } });
    this.owner = h("h2", { class: "owner-name", id: `owner-${person.id}` });
    this.post = h("span", { class: "owner-post" });
    this.head = h("header", { class: "owner" }, back, h("span", { class: "owner-avatar" }),
      h("div", { class: "owner-facts" }, this.owner, this.post), more, close);
    this.followBar = followBar(person, (promise) => this.attempt(promise));
    const { look, says } = this.channel;
    const badge = says.badge && h("span", { class: "chat-badge", t: says.badge });
    const face = icon(this.channel.follows ? "school" : "robot");
    this.screen.prepend(
      h("div", { class: "status" }, this.clock, h("span", { class: "status-channel", text: channelName(person.channel) })),
      h("div", { class: "chat-head" }, h("span", { class: "chat-avatar" }, face),
        h("div", { class: "chat-facts" }, this.botName, h("div", { class: "chat-line" }, badge, this.botState))),
      this.followBar.element, this.messages.element, this.composer.element, this.cover,
    );
    this.element = h("section", { class: `phone ${look}`, data: { person: person.id }, tabindex: "-1" }, this.head, h("div", { class: "frame" }, this.screen));
    label(this.element, "label", "phone.of", { name: person.name });
  }

  /** Load the conversation; again after an interruption. What arrives meanwhile is not lost. */
  async load() {
    this.loaded = null;
    const [person, messages] = await Promise.all([api.person(this.id), api.messages(this.id)]);
    this.messages.set(messages);
    this.messages.markUnread(person.unread ?? 0);
    this.composer.setKeyboard(person.keyboard ?? null);
    keep(person);
    this.loaded = true;
    this.waiting.splice(0).forEach((event) => this.onEvent(event));
    this.readSoon();
  }

  /** Follow changes of the person. */
  show(person) {
    this.owner.textContent = person.name;
    this.post.textContent = postText(person);
    this.head.querySelector(".owner-avatar").replaceChildren(avatar(person));
    this.botName.textContent = accountName(person);
    this.element.classList.toggle("unread", (person.unread ?? 0) > 0);
    this.blocked = Boolean(person.blocked);
    this.composer.show(person);
    this.followBar.show(person);
    this.#showState();
    this.tick();
    this.readSoon();
  }

  /** One event of this person from the live line. */
  onEvent(event) {
    if (!this.loaded) {
      this.waiting.push(event);
      return;
    }
    switch (event.type) {
      case "message": return void this.#arrived(event.message);
      case "edit": return void this.messages.put(event.message);
      case "delete": return void this.messages.remove(event.message_id);
      case "typing": return void this.#typing();
      case "answer": return void this.notices.answer(event);
      case "person": return void this.composer.setKeyboard(event.facts.keyboard);
      case "keyboard": return void this.composer.setKeyboard(event.keyboard);
      case "commands": return void this.composer.commands.forget();
    }
  }

  /** The minute has changed. */
  tick() {
    this.clock.textContent = timeOf(now());
  }

  /** The language of the page has changed. */
  redraw() {
    this.messages.redraw();
    this.show(personById(this.id));
  }

  /** Wait for `promise`, tell a failure on this phone; resolves to whether it worked. */
  async attempt(promise) {
    try {
      await promise;
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.notices.toast(error.message, "error");
      return false;
    }
  }

  /** Reading takes a moment, with the end of the conversation before one's eyes. */
  readSoon() {
    const unread = personById(this.id)?.unread ?? 0;
    if (this.reading || !unread || !this.#isSeen()) return;
    this.reading = setTimeout(() => {
      this.reading = null;
      if (!this.#isSeen()) return;
      patch(this.id, { unread: 0 });
      api.read(this.id).catch((error) => {
        if (!(error instanceof ApiError)) throw error; // during an outage; loading again tells
      });
    }, READ_AFTER_MS);
  }

  focus() {
    (this.composer.focusTarget() ?? this.element).focus({ preventScroll: true });
  }

  /** Give name and number, after a question, to whom the messenger lets one give them. */
  async shareContact() {
    if (this.channel.follows && !asksContact(personById(this.id))) this.notices.toast(t("contact.answered"));
    else if (await this.notices.confirm(this.channel.says.askContact, "contact.share")) await this.attempt(api.contact(this.id));
  }

  #reply({ typed, more }) {
    if (more) this.composer.begin(`${typed} `);
    else this.attempt(api.text(this.id, typed));
  }

  #isSeen() {
    return this.loaded && this.inView && document.visibilityState === "visible" && this.messages.atEnd;
  }

  #arrived(message) {
    this.messages.put(message);
    if (message.from !== "bot") return;
    this.#typing(false);
    this.element.classList.add("fresh");
    clearTimeout(this.freshness);
    this.freshness = setTimeout(() => this.element.classList.remove("fresh"), FRESH_MS);
  }

  #typing(isTyping = true) {
    clearTimeout(this.typingTimer);
    this.isTyping = isTyping;
    if (isTyping) this.typingTimer = setTimeout(() => this.#typing(false), TYPING_MS);
    this.#showState();
  }

  #showState() {
    const { says } = this.channel;
    const key = this.isTyping ? "phone.typing" : this.blocked ? says.isBlocked : says.quiet;
    if (this.botState.dataset.t !== key) label(this.botState, "text", key);
    this.botState.classList.toggle("typing", Boolean(this.isTyping));
  }

  async #tap(message, pressed) {
    await this.attempt(
      api.tap(this.id, message.id, pressed.data ?? pressed.text).then((result) => {
        if (result?.answer) this.notices.answer(result.answer);
      }),
    );
  }
}
