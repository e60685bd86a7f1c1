// Building the page from code. Text always goes in as text nodes, so a name or a message
// can never become markup; bot HTML has its own door (sanitize.js).
import { label } from "./i18n.js";
import { icon } from "./icons.js";

/**
 * An element. `props`: `class`, `text`, `t` / `tLabel` / `tPlaceholder` (keys of the
 * dictionary, kept up to date on a change of language), `data` (dataset), `on` (listeners),
 * anything else an attribute; `false`, `null` and `undefined` leave the attribute out.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name === "t") label(element, "text", value);
    else if (name === "tLabel") label(element, "label", value);
    else if (name === "tPlaceholder") label(element, "placeholder", value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button that shows only an icon; its name comes from the dictionary. */
export function button(key, iconName, props = {}) {
  return h("button", { type: "button", class: "icon-button", tLabel: key, ...props }, icon(iconName));
}

/** Whether the page shows one thing at a time. */
export function isNarrow() {
  return matchMedia("(max-width: 719px)").matches;
}
