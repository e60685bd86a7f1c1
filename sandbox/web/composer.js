// Where one person writes: text, files, and what else the messenger has (commands, the bot's
// keyboard, stickers). What cannot be sent comes back into the field.
import { api } from "./api.js";
import { Attachments } from "./attachments.js";
import { channelOf } from "./channels.js";
import { CommandMenu } from "./commands.js";
import { button, h } from "./dom.js";
import { Gate } from "./gate.js";
import { replyKeyboard } from "./keyboards.js";
import { label } from "./i18n.js";
import { stickerTray } from "./stickers.js";

const TALLEST_PX = 140;

export class Composer {
  /**
   * `attempt(promise)` shows a failure on the phone and resolves to whether it worked;
   * `shareContact()` asks before it shares the number; `lastOwn()` is the newest own text.
   */
  constructor(person, { attempt, shareContact, lastOwn, cover, area }) {
    this.person = person;
    this.channel = channelOf(person);
    this.attempt = attempt;
    this.shareContact = shareContact;
    this.lastOwn = lastOwn;
    this.editing = null;
    this.keyboardRows = null;
    this.field = h("textarea", { rows: "1", class: "field", tPlaceholder: "composer.placeholder", autocomplete: "off" });
    label(this.field, "label", "composer.label", { name: person.name });
    this.files = new Attachments(() => this.#refresh(), this.channel.stickers);
    this.commands = new CommandMenu(person.id, this.field, (text) => this.send(text));
    this.keyboardBox = h("div", { class: "keyboard-box", hidden: true });
    this.gate = new Gate(person, attempt);
    this.#build();
    this.files.acceptDrops(area, cover);
    this.files.acceptPastes(this.field);
    this.show(person);
    this.#refresh();
  }

  #build() {
    this.keyboardToggle = button("composer.keyboard", "keyboard", { hidden: true, "aria-expanded": "false" });
    this.keyboardToggle.addEventListener("click", () => this.#showKeyboard(this.keyboardBox.hidden));
    this.sendButton = button("composer.send", "send", { class: "icon-button send", on: { click: () => this.submit() } });
    const cancel = button("composer.cancel", "close", { on: { click: () => this.stopEditing() } });
    this.editBar = h("div", { class: "edit-bar", hidden: true },
      h("div", { class: "edit-facts" }, h("span", { class: "edit-head", t: "composer.editing" }), h("span", { class: "edit-text" })), cancel);
    const stickers = this.channel.stickers ? stickerTray((emoji) => this.attempt(api.sticker(this.person.id, emoji))) : null;
    this.row = h("div", { class: "composer-row" },
      stickers?.toggle, this.channel.commands && this.#slashButton(), this.field, this.keyboardToggle, ...this.#attachButtons(), this.sendButton);
    this.element = h("div", { class: "composer" }, this.commands.element, this.editBar, this.files.element, this.row, stickers?.tray,
      this.keyboardBox, this.gate.element, this.files.picker, this.files.photoPicker);
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => this.#onInput());
    this.field.addEventListener("blur", () => this.commands.close());
  }

  #slashButton() {
    return button("composer.commands", "slash", { on: { mousedown: (event) => event.preventDefault(), click: () => this.#toggleCommands() } });
  }

  #attachButtons() {
    const opens = (key, iconName, picker) => button(key, iconName, { on: { click: () => picker.click() } });
    if (!this.channel.stickers) return [opens("composer.attach", "attach", this.files.picker)];
    return [opens("composer.file", "attach", this.files.picker), opens("composer.photo", "picture", this.files.photoPicker)];
  }

  /** Follow the person: blocked, not yet started, or free to write. */
  show(person) {
    this.person = person;
    const free = this.gate.show(person);
    this.row.hidden = !free;
    this.keyboardBox.hidden = !free || !this.keyboardRows || this.keyboardToggle.getAttribute("aria-expanded") !== "true";
    if (!free) this.commands.close();
  }

  /** The bot's keyboard (Telegram's `ReplyKeyboardMarkup`), or null when it was taken away. */
  setKeyboard(markup) {
    if (!this.channel.keyboard) return;
    this.keyboardRows = markup?.keyboard?.length ? markup.keyboard : null;
    if (markup?.input_field_placeholder) this.field.placeholder = markup.input_field_placeholder;
    else label(this.field, "placeholder", "composer.placeholder");
    this.keyboardToggle.hidden = !this.keyboardRows;
    this.keyboardBox.replaceChildren(...(this.keyboardRows ? [replyKeyboard(this.keyboardRows, (pressed) => this.#press(pressed))] : []));
    this.#showKeyboard(Boolean(this.keyboardRows));
  }

  /** Send `text` as the person, apart from what stands in the field. */
  send(text) {
    if (this.field.value.startsWith("/")) this.#write("");
    return this.attempt(api.text(this.person.id, text));
  }

  /** Begin a text that is to be completed. */
  begin(text) {
    this.#write(text);
    this.field.focus();
  }

  /** Where the focus belongs on this phone. */
  focusTarget() {
    return this.row.hidden ? this.gate.focusTarget() : this.field;
  }

  /** Begin to edit an own message. */
  edit(message) {
    this.editing = message;
    this.editBar.hidden = false;
    this.editBar.querySelector(".edit-text").textContent = message.text;
    label(this.sendButton, "label", "composer.save");
    this.#write(message.text);
    this.field.focus();
  }

  stopEditing() {
    this.editing = null;
    this.editBar.hidden = true;
    label(this.sendButton, "label", "composer.send");
    this.#write("");
    this.field.focus();
  }

  /** Send or save what was written and attached. */
  async submit() {
    const text = this.field.value.trim();
    const { editing } = this;
    if (editing) {
      if (!text) return;
      this.stopEditing();
      if (text === editing.text) return;
      if (!(await this.attempt(api.edit(this.person.id, editing.id, text)))) this.edit({ ...editing, text });
      return;
    }
    const files = this.files.take();
    if (!text && !files.length) return;
    this.#write("");
    this.commands.close();
    const worked = files.length
      ? await this.#sendFiles(files, text)
      : await this.attempt(api.text(this.person.id, text));
    if (!worked && !this.field.value) this.#write(text);
  }

  async #sendFiles(files, caption) {
    let worked = true;
    for (const [index, { file, as }] of files.entries()) {
      worked = (await this.attempt(api.file(this.person.id, file, as, index === 0 ? caption : ""))) && worked;
    }
    return worked;
  }

  async #press(pressed) {
    if (pressed.request_contact) await this.shareContact();
    else await this.attempt(api.tapKeyboard(this.person.id, pressed.text));
  }

  #toggleCommands() {
    if (this.commands.isOpen) this.commands.close();
    else this.attempt(this.commands.open());
    this.field.focus();
  }

  #showKeyboard(shown) {
    this.keyboardToggle.setAttribute("aria-expanded", String(shown));
    this.keyboardBox.hidden = !shown || this.row.hidden;
  }

  #onInput() {
    const typed = this.field.value.match(/^\/([a-z0-9_]*)$/i);
    if (typed && !this.editing && this.channel.commands) this.attempt(this.commands.open(typed[1]));
    else this.commands.close();
    this.#refresh();
  }

  #onKey(event) {
    if (event.isComposing) return; // Telex and other input methods finish their word first
    const wasOwn = this.#ownKey(event);
    if (wasOwn) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #ownKey(event) {
    if (this.commands.onKey(event)) return true;
    if (event.key === "Enter" && !event.shiftKey) {
      this.submit();
      return true;
    }
    if (event.key === "Escape" && this.editing) {
      this.stopEditing();
      return true;
    }
    if (event.key === "ArrowUp" && this.channel.edits && !this.field.value && !event.altKey) {
      const own = this.lastOwn();
      if (own) this.edit(own);
      return Boolean(own);
    }
    return false;
  }

  #write(text) {
    this.field.value = text;
    this.#refresh();
  }

  #refresh() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST_PX)}px`;
    this.sendButton.classList.toggle("ready", Boolean(this.field.value.trim() || this.files.files.length));
  }
}
