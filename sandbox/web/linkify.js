// Plain text that can be pressed: web addresses open, /commands are sent, hidden text shows.
import { label } from "./i18n.js";
import { h } from "./dom.js";
import { safeLink } from "./sanitize.js";

const PRESSABLE = /(https?:\/\/[^\s<>"'）)\]]*[^\s<>"'）)\].,;:!?…])|(?<![\w/.@-])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/gi;
const LEFT_ALONE = "a, button, code, pre";

/** Make addresses below `root` pressable, and commands, which `onCommand(text)` sends, if given. */
export function linkify(root, onCommand) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    PRESSABLE.lastIndex = 0;
    if (!node.parentElement?.closest(LEFT_ALONE) && PRESSABLE.test(node.data)) found.push(node);
  }
  found.forEach((node) => node.replaceWith(...pieces(node.data, onCommand)));
  root.querySelectorAll(".spoiler").forEach(makePressable);
}

function pieces(text, onCommand) {
  const parts = [];
  let from = 0;
  PRESSABLE.lastIndex = 0; // matchAll goes on where the last test stopped
  for (const match of text.matchAll(PRESSABLE)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1]) {
      const link = safeLink(match[1]);
      link.textContent = match[1];
      parts.push(link);
    } else if (!onCommand) {
      parts.push(match[0]);
    } else {
      const command = match[2];
      parts.push(h("button", { type: "button", class: "command-link", text: command, on: { click: () => onCommand(command) } }));
    }
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

function makePressable(spoiler) {
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  label(spoiler, "label", "message.spoiler");
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    spoiler.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label", "data-t-label"]) spoiler.removeAttribute(name);
  };
  spoiler.addEventListener("click", show);
  spoiler.addEventListener("keydown", show);
}
