// What lays itself over one phone's screen for a moment: toasts, alerts and questions.
import { h } from "./dom.js";

const TOAST_MS = 3500;
const SAME_MS = 2500;

export class Notices {
  /** `screen` is the positioned element of the phone that notices cover. */
  constructor(screen) {
    this.screen = screen;
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    screen.append(this.toasts);
    this.last = { text: null, at: 0 };
  }

  /** The bot's answer to a tap; the same answer by two ways (reply and event) shows once. */
  answer({ text, alert }) {
    if (!text) return;
    const at = performance.now();
    if (this.last.text === text && at - this.last.at < SAME_MS) return;
    this.last = { text, at };
    if (alert) this.alert(text);
    else this.toast(text);
  }

  /** A line that goes by itself. */
  toast(text, kind = "") {
    const line = h("div", { class: `toast ${kind}`.trim(), text });
    this.toasts.append(line);
    setTimeout(() => line.remove(), TOAST_MS);
  }

  /** A text that stays until it is acknowledged. */
  alert(text) {
    return this.#ask(h("p", { class: "ask-text", text }), [{ key: "ok", value: true, primary: true }]);
  }

  /** A question with two ways out; resolves to true for `yesKey`. */
  confirm(questionKey, yesKey) {
    return this.#ask(h("p", { class: "ask-text", t: questionKey }), [
      { key: "cancel", value: false },
      { key: yesKey, value: true, primary: true },
    ]);
  }

  #ask(body, choices) {
    return new Promise((resolve) => {
      const before = document.activeElement;
      const card = h("div", { class: "ask-card", role: "alertdialog", "aria-modal": "true" }, body);
      const cover = h("div", { class: "ask" }, card);
      body.id = `ask-${Math.random().toString(36).slice(2)}`;
      card.setAttribute("aria-labelledby", body.id);
      const end = (value) => {
        cover.remove();
        if (before?.isConnected) before.focus();
        resolve(value);
      };
      const row = h("div", { class: "ask-row" });
      for (const choice of choices) {
        row.append(h("button", { type: "button", t: choice.key, class: choice.primary ? "primary" : "", on: { click: () => end(choice.value) } }));
      }
      card.append(row);
      cover.addEventListener("keydown", (event) => {
        const stops = [...row.children];
        if (event.key === "Escape") end(false);
        else if (event.key === "Tab") stops[(stops.indexOf(document.activeElement) + 1) % stops.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      this.screen.append(cover);
      row.lastElementChild.focus();
    });
  }
}
