// Light and dark: the system decides until the person has chosen with the toggle.
import { recall, remember } from "./memory.js";
import { button } from "./dom.js";

const system = matchMedia("(prefers-color-scheme: dark)");

function apply() {
  const chosen = recall("theme");
  const dark = chosen ? chosen === "dark" : system.matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  return dark;
}

/** The toggle for the top bar. */
export function themeToggle() {
  const toggle = button("theme", "moon", { class: "icon-button theme-toggle" });
  const show = () => toggle.setAttribute("aria-pressed", String(apply()));
  toggle.addEventListener("click", () => {
    remember("theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    show();
  });
  system.addEventListener("change", show);
  show();
  return toggle;
}
