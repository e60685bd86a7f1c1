// Buttons of bots: those under a message, and the keyboard that replaces typing.
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { isSafeLink, safeLink } from "./sanitize.js";

const STYLES = new Set(["primary", "success", "danger"]);
const styled = (base, button) => (STYLES.has(button.style) ? `${base} ${button.style}` : base);

/** The rows under a message; `onTap(button)` returns a promise, during which it shows as busy. */
export function inlineButtons(rows, onTap) {
  if (!rows?.length) return null;
  const box = h("div", { class: "inline-buttons" });
  for (const row of rows) {
    box.append(h("div", { class: "inline-row" }, ...row.map((button) => inlineButton(button, onTap))));
  }
  return box;
}

function inlineButton(button, onTap) {
  if (isSafeLink(button.url)) {
    const link = safeLink(button.url);
    link.className = styled("inline-button link", button);
    link.textContent = button.text;
    link.title = `${button.url} (${t("message.opens")})`;
    return link;
  }
  if (button.copy) return copyButton(button);
  const element = h("button", { type: "button", class: styled("inline-button", button), text: button.text });
  element.addEventListener("click", async () => {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    try {
      await onTap(button);
    } finally {
      element.removeAttribute("aria-busy");
    }
  });
  return element;
}

function copyButton(button) {
  const element = h("button", { type: "button", class: styled("inline-button", button), text: button.text, title: button.copy });
  element.addEventListener("click", async () => {
    await navigator.clipboard?.writeText(button.copy);
    element.classList.add("copied");
    setTimeout(() => element.classList.remove("copied"), 1200);
  });
  return element;
}

/** The bot's keyboard below the composer; `onPress(button)` gets what was pressed. */
export function replyKeyboard(rows, onPress) {
  const box = h("div", { class: "reply-keyboard", role: "group", tLabel: "keyboard.label" });
  for (const row of rows) {
    box.append(h("div", { class: "reply-row" }, ...row.map((button) =>
      h("button", { type: "button", class: styled("reply-button", button), text: button.text, on: { click: () => onPress(button) } }))));
  }
  return box;
}
