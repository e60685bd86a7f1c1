// A small menu at a button: arrow keys move, Enter chooses, Esc and a click elsewhere close.
import { h } from "./dom.js";
import { icon } from "./icons.js";

const EDGE = 8;
let closeOpen = null;

/** Open a menu at `anchor`; `items` are `{key, icon, danger?, act}`. The focus comes back after. */
export function openMenu(anchor, items) {
  closeOpen?.();
  const menu = h("div", { class: "menu", role: "menu", tabindex: "-1" });
  const close = (refocus = true) => {
    if (closeOpen !== close) return;
    closeOpen = null;
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", outside, true);
    removeEventListener("scroll", onScroll, true);
    if (refocus) anchor.focus();
  };
  const outside = (event) => menu.contains(event.target) || close(false);
  const onScroll = (event) => event.target.contains?.(anchor) && close(false);
  for (const item of items) {
    const choose = () => {
      close();
      item.act();
    };
    menu.append(
      h("button", { type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "menu-item danger" : "menu-item", on: { click: choose } },
        icon(item.icon), h("span", { t: item.key })),
    );
  }
  menu.addEventListener("keydown", (event) => onKey(event, menu, close));
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  closeOpen = close;
  addEventListener("pointerdown", outside, true);
  addEventListener("scroll", onScroll, true);
  menu.firstElementChild?.focus();
}

function onKey(event, menu, close) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const goTo = (index) => items[(index + items.length) % items.length].focus();
  if (event.key === "ArrowDown") goTo(at + 1);
  else if (event.key === "ArrowUp") goTo(at - 1);
  else if (event.key === "Home") goTo(0);
  else if (event.key === "End") goTo(items.length - 1);
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const left = Math.min(Math.max(EDGE, at.right - size.width), innerWidth - size.width - EDGE);
  const below = at.bottom + 4;
  const top = below + size.height > innerHeight - EDGE ? at.top - size.height - 4 : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(EDGE, top)}px`;
}
