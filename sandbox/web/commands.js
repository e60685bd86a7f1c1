// The bot's commands for one person: opened with the "/" button or by typing "/", narrowed
// while typing, chosen with the arrow keys without leaving the text field.
import { api } from "./api.js";
import { fold } from "./fold.js";
import { h } from "./dom.js";

export class CommandMenu {
  /** `onChoose(text)` gets "/command"; `field` is the textarea that keeps the focus. */
  constructor(personId, field, onChoose) {
    this.personId = personId;
    this.field = field;
    this.onChoose = onChoose;
    this.known = null;
    this.shown = [];
    this.at = 0;
    this.element = h("div", { class: "commands", role: "listbox", tLabel: "composer.commands", id: `commands-${personId}`, hidden: true });
    field.setAttribute("aria-controls", this.element.id);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** The bot may have changed its commands: ask again next time. */
  forget() {
    this.known = null;
  }

  /** Show the commands that begin with `prefix` (without "/"); with no prefix say when none. */
  async open(prefix = "") {
    this.known ??= await api.commands(this.personId);
    const folded = fold(prefix);
    this.shown = this.known.filter((item) => fold(item.command).startsWith(folded));
    if (!this.shown.length && prefix) {
      this.close();
      return;
    }
    this.at = 0;
    this.element.hidden = false;
    this.#draw();
  }

  close() {
    this.element.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Handle a key of the text field; true when it was used. */
  onKey(event) {
    if (!this.isOpen) return false;
    if (event.key === "Escape") this.close();
    else if (!this.shown.length) return false;
    else if (event.key === "ArrowDown") this.#goTo(this.at + 1);
    else if (event.key === "ArrowUp") this.#goTo(this.at - 1);
    else if (event.key === "Enter" && !event.shiftKey) this.#choose(this.shown[this.at]);
    else if (event.key === "Tab" && !event.shiftKey) this.#choose(this.shown[this.at]);
    else return false;
    return true;
  }

  #goTo(index) {
    this.at = (index + this.shown.length) % this.shown.length;
    this.#draw();
  }

  #choose(item) {
    this.close();
    this.onChoose(`/${item.command}`);
  }

  #draw() {
    this.element.replaceChildren(...this.shown.map((item, index) => {
      const chosen = index === this.at;
      return h("div", {
        class: "command", role: "option", id: `${this.element.id}-${index}`, "aria-selected": String(chosen),
        on: { mousedown: (event) => event.preventDefault(), click: () => this.#choose(item) },
      }, h("span", { class: "command-name", text: `/${item.command}` }), h("span", { class: "command-about", text: item.description ?? "" }));
    }));
    if (!this.shown.length) {
      this.element.append(h("p", { class: "commands-none", t: "commands.none" }));
      return;
    }
    const chosen = this.element.children[this.at];
    this.field.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  }
}
