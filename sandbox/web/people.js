// The list at the side: everyone of the school, newest conversation first, found by name, role
// or class without regard to case and diacritics. One stop for the Tab key; arrows move in it.
import { addPersonDialog } from "./person_dialog.js";
import { CHANNEL_IDS, channelName } from "./channels.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { label, onLanguage, t } from "./i18n.js";
import { everyone, haystack, store } from "./store.js";
import { matches } from "./fold.js";
import { personRow } from "./person_row.js";
import { Rows } from "./rows.js";
import { toDate } from "./dates.js";

const ROW_PX = 64;
const FILTERS = ["all", "unread", "open"];

export class PeopleList {
  constructor(element, desk) {
    this.desk = desk;
    this.filter = "all";
    this.channel = null; // of which messenger only, if any
    this.shown = [];
    this.active = -1;
    this.folded = new Map();
    this.search = h("input", { type: "search", class: "search-field", role: "combobox", "aria-expanded": "true", "aria-controls": "people-rows",
      "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", tPlaceholder: "people.search", tLabel: "people.search" });
    this.list = h("div", { class: "rows", id: "people-rows", role: "listbox", tabindex: "0", tLabel: "people.list" });
    this.count = h("p", { class: "people-count", role: "status" });
    this.tabs = h("div", { class: "filters", role: "group", tLabel: "people.list" }, ...FILTERS.map((name) => this.#filterButton(name)));
    this.channels = h("div", { class: "filters channels", role: "group", tLabel: "people.channels", hidden: true }, ...CHANNEL_IDS.map((id) => this.#channelButton(id)));
    const add = button("people.add", "add", { class: "icon-button add-person", on: { click: () => addPersonDialog((person) => desk.open(person.id)) } });
    element.append(
      h("div", { class: "side-head" }, h("div", { class: "search" }, icon("search"), this.search), add),
      this.tabs, this.channels, this.list, this.count,
    );
    this.rows = new Rows(this.list, ROW_PX, (person, index) => this.#row(person, index));
    this.#listen();
    this.update();
  }

  /** Work out anew who is shown. */
  update() {
    const query = this.search.value;
    const kept = this.shown[this.active]?.id;
    const found = [...everyone()].filter((person) => this.#passes(person, query));
    found.sort(byNewest);
    this.shown = found;
    this.active = query ? (found.length ? 0 : -1) : found.findIndex((person) => person.id === kept);
    if (query && kept !== undefined && query === this.query) this.active = Math.max(this.active, found.findIndex((person) => person.id === kept));
    this.query = query;
    this.rows.set(found);
    this.#showCount();
    this.#showUnread();
    this.#showChannels();
    this.#pointAtActive();
  }

  focusSearch() {
    this.search.focus();
    this.search.select();
  }

  focusList() {
    this.list.focus({ preventScroll: true });
  }

  #listen() {
    let planned = false;
    const later = () => {
      if (planned) return;
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        this.update();
      });
    };
    store.addEventListener("people", later);
    this.desk.addEventListener("change", later);
    onLanguage(() => {
      this.folded.clear();
      this.update();
    });
    this.search.addEventListener("input", () => {
      this.list.scrollTop = 0;
      this.update();
    });
    for (const place of [this.search, this.list]) place.addEventListener("keydown", (event) => this.#onKey(event));
    this.list.addEventListener("focus", () => {
      if (this.active < 0 && this.shown.length) this.#goTo(0);
    });
    this.list.addEventListener("click", (event) => {
      const id = Number(event.target.closest("[data-id]")?.dataset.id);
      if (id) this.desk.open(id);
    });
  }

  #onKey(event) {
    const page = Math.max(1, Math.floor(this.list.clientHeight / ROW_PX) - 1);
    const inList = event.currentTarget === this.list;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown") this.#goTo(this.active + 1);
    else if (event.key === "ArrowUp") this.#goTo(this.active - 1);
    else if (event.key === "PageDown") this.#goTo(this.active + page);
    else if (event.key === "PageUp") this.#goTo(this.active - page);
    else if (event.key === "Home" && inList) this.#goTo(0);
    else if (event.key === "End" && inList) this.#goTo(this.shown.length - 1);
    else if (event.key === "Enter" || (event.key === " " && inList)) {
      if (this.shown[this.active]) this.desk.open(this.shown[this.active].id);
    } else if (event.key === "Escape" && this.search.value) {
      this.search.value = "";
      this.update();
    } else if (inList && event.key.length === 1) {
      this.search.focus(); // typing in the list searches; the key itself goes into the field
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #goTo(index) {
    if (!this.shown.length) return;
    this.active = Math.min(Math.max(0, index), this.shown.length - 1);
    this.rows.reveal(this.active);
    this.#pointAtActive();
  }

  #pointAtActive() {
    const id = this.shown[this.active]?.id;
    for (const place of [this.search, this.list]) {
      if (id === undefined) place.removeAttribute("aria-activedescendant");
      else place.setAttribute("aria-activedescendant", `row-${id}`);
    }
  }

  #passes(person, query) {
    if (this.filter === "unread" && !person.unread) return false;
    if (this.filter === "open" && !this.desk.isOpen(person.id)) return false;
    if (this.channel && person.channel !== this.channel) return false;
    if (!query.trim()) return true;
    const source = [person.name, person.role, person.label, person.phone].join("\n");
    let known = this.folded.get(person.id);
    if (known?.source !== source) {
      known = { source, text: haystack(person) };
      this.folded.set(person.id, known);
    }
    return matches(known.text, query);
  }

  #row(person, index) {
    return personRow(person, { isOpen: this.desk.isOpen(person.id), isActive: index === this.active, place: index + 1, of: this.shown.length });
  }

  #filterButton(name) {
    const choose = () => {
      this.filter = name;
      [...this.tabs.children].forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.filter === name)));
      this.list.scrollTop = 0;
      this.update();
    };
    return h("button", { type: "button", class: "filter", "aria-pressed": String(name === "all"), data: { filter: name }, on: { click: choose } },
      h("span", { t: `people.${name}` }), name === "unread" ? h("span", { class: "filter-count" }) : null);
  }

  #channelButton(id) {
    const choose = () => {
      this.channel = this.channel === id ? null : id;
      [...this.channels.children].forEach((chip) => chip.setAttribute("aria-pressed", String(chip.dataset.channel === this.channel)));
      this.list.scrollTop = 0;
      this.update();
    };
    return h("button", { type: "button", class: `filter tag ${id}`, "aria-pressed": "false", data: { channel: id }, text: channelName(id), on: { click: choose } });
  }

  /** The messengers are offered where there are several. */
  #showChannels() {
    const used = new Set([...everyone()].map((person) => person.channel));
    for (const chip of this.channels.children) chip.hidden = !used.has(chip.dataset.channel);
    this.channels.hidden = used.size < 2;
  }

  #showCount() {
    const none = !this.shown.length;
    const emptyKey = this.filter === "all" || this.search.value ? "people.none" : `people.none.${this.filter}`;
    if (none) label(this.count, "text", emptyKey);
    else label(this.count, "text", "people.count", { n: this.shown.length });
  }

  #showUnread() {
    let total = 0;
    for (const person of everyone()) total += person.unread ?? 0;
    this.tabs.querySelector(".filter-count").textContent = total ? (total > 999 ? "999+" : String(total)) : "";
    document.title = total ? `(${total}) ${t("title")}` : t("title");
  }
}

const moment = (person) => (person.last ? toDate(person.last.date).getTime() : 0);

function byNewest(a, b) {
  return moment(b) - moment(a) || (b.arrived ?? 0) - (a.arrived ?? 0) || Number(Boolean(b.pinned)) - Number(Boolean(a.pinned)) || a.id - b.id;
}
