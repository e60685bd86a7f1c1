// The phones that are open side by side. Which ones is remembered; the first time it is the
// people whom the demonstration has pinned.
import { h, isNarrow } from "./dom.js";
import { onLanguage } from "./i18n.js";
import { onMinute } from "./clock.js";
import { everyone, personById, store } from "./store.js";
import { Phone } from "./phone.js";
import { recall, remember } from "./memory.js";

const ENOUGH_IN_VIEW = 0.4;

export class Desk extends EventTarget {
  constructor(element) {
    super();
    this.element = element;
    this.phones = new Map();
    this.current = null;
    this.empty = h("p", { class: "desk-empty", t: "desk.empty" });
    element.append(this.empty);
    this.watcher = new IntersectionObserver((entries) => entries.forEach((entry) => this.#seen(entry)), { threshold: [0, ENOUGH_IN_VIEW] });
    store.addEventListener("person", ({ detail }) => this.phones.get(detail.id)?.show(detail));
    document.addEventListener("visibilitychange", () => this.#each((phone) => phone.readSoon()));
    onMinute(() => this.#each((phone) => phone.tick()));
    onLanguage(() => this.#each((phone) => phone.redraw()));
    addEventListener("popstate", (event) => this.#show(event.state?.phone ?? null));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    element.addEventListener("focusin", (event) => this.#noteFocus(event));
  }

  isOpen(id) {
    return this.phones.has(id);
  }

  /** Open the remembered or pinned phones, unless somebody has opened or closed one already. */
  restore() {
    if (this.phones.size || this.touched) return;
    const known = (recall("open") ?? "").split(" ").map(Number).filter((id) => personById(id));
    const pinned = [...everyone()].filter((person) => person.pinned).map((person) => person.id);
    for (const id of known.length ? known : pinned) this.#add(id, false);
    this.#tellChange();
  }

  /** Open a person's phone, or bring it into view, and go there. */
  open(id) {
    if (!this.phones.has(id)) {
      this.#add(id, true);
      this.#changed();
    }
    if (isNarrow() && this.current !== id) history.pushState({ phone: id }, "");
    this.#show(id);
    const phone = this.phones.get(id);
    if (!isNarrow()) phone.element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "smooth" });
    phone.focus();
  }

  close(id) {
    const phone = this.phones.get(id);
    if (!phone) return;
    this.watcher.unobserve(phone.element);
    phone.element.remove();
    this.phones.delete(id);
    this.#changed();
    this.toList();
  }

  /** Back to the list (which is beside the phones on a wide screen). */
  toList() {
    if (document.body.dataset.view === "phone" && history.state?.phone) history.back();
    else this.#show(null);
    this.dispatchEvent(new Event("tolist"));
  }

  /** Hand an event of the live line to the phone it is about. */
  onEvent(event) {
    if (event.type === "commands" && event.person === null) this.#each((phone) => phone.onEvent(event));
    else this.phones.get(event.person)?.onEvent(event);
  }

  /** Load all open conversations again. */
  reload() {
    this.#each((phone) => phone.attempt(phone.load()));
  }

  #add(id, atStart) {
    const phone = new Phone(personById(id), this);
    this.phones.set(id, phone);
    if (atStart) this.element.prepend(phone.element);
    else this.element.append(phone.element);
    this.watcher.observe(phone.element);
    phone.attempt(phone.load());
  }

  #show(id) {
    this.current = id;
    document.body.dataset.view = id === null ? "list" : "phone";
    this.#each((phone) => phone.element.classList.toggle("current", phone.id === id));
  }

  #seen(entry) {
    const phone = this.phones.get(Number(entry.target.dataset.person));
    if (!phone) return;
    phone.inView = entry.intersectionRatio >= ENOUGH_IN_VIEW;
    phone.readSoon();
  }

  #changed() {
    this.touched = true;
    const order = [...this.element.querySelectorAll(".phone")].map((node) => Number(node.dataset.person));
    remember("open", order.join(" "));
    this.#tellChange();
  }

  #tellChange() {
    this.empty.hidden = this.phones.size > 0;
    this.dispatchEvent(new Event("change"));
  }

  #noteFocus(event) {
    const id = Number(event.target.closest?.(".phone")?.dataset.person);
    if (id) this.#each((phone) => phone.element.classList.toggle("current", phone.id === id));
  }

  // Alt with the arrow keys goes from phone to phone, as messengers go from chat to chat.
  #onKey(event) {
    if (event.key === "Escape" && isNarrow() && this.current !== null && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
      this.toList();
      return;
    }
    if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const nodes = [...this.element.querySelectorAll(".phone")];
    if (!nodes.length) return;
    const at = nodes.indexOf(document.activeElement?.closest(".phone"));
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = at < 0 ? 0 : (at + step + nodes.length) % nodes.length;
    event.preventDefault();
    this.open(Number(nodes[next].dataset.person));
  }

  #each(act) {
    this.phones.forEach(act);
  }
}
