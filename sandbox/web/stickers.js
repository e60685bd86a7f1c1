// The stickers of a phone: a tray of a few, opened beside the text field.
import { button, h } from "./dom.js";
import { label } from "./i18n.js";

const STICKERS = ["👍", "❤️", "😄", "😢", "🙏", "🌸"];

/** A button and its tray; `onChoose(emoji)` gets the sticker that was pressed. */
export function stickerTray(onChoose) {
  const toggle = button("composer.sticker", "smile", { "aria-expanded": "false" });
  const tray = h("div", { class: "stickers", role: "group", tLabel: "composer.sticker", hidden: true });
  const show = (shown) => {
    tray.hidden = !shown;
    toggle.setAttribute("aria-expanded", String(shown));
    if (shown) tray.firstElementChild.focus();
  };
  for (const emoji of STICKERS) {
    const choice = h("button", { type: "button", class: "sticker", text: emoji });
    label(choice, "label", "composer.sticker.send", { emoji });
    choice.addEventListener("click", () => {
      show(false);
      toggle.focus();
      onChoose(emoji);
    });
    tray.append(choice);
  }
  toggle.addEventListener("click", () => show(tray.hidden));
  tray.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const choices = [...tray.children];
    if (step) choices[(choices.indexOf(document.activeElement) + step + choices.length) % choices.length].focus();
    else if (event.key === "Escape") {
      show(false);
      toggle.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { toggle, tray };
}
