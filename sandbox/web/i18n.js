// The page's own language (Vietnamese, with an English switch). Elements carry the key of
// their text, so a change of language rewrites what is on screen without losing drafts.
import { TEXTS } from "./texts.js";
import { recall, remember } from "./memory.js";

let language = recall("language") === "en" ? "en" : "vi";
const listeners = new Set();
const variables = new WeakMap();

/** The text of `key` in the page's language; an entry may be a function of `vars`. */
export function t(key, vars = {}) {
  const entry = TEXTS[language][key];
  if (entry === undefined) throw new Error(`no text for ${key}`);
  return typeof entry === "function" ? entry(vars) : entry;
}

/** Whether the dictionary has `key`. */
export const hasText = (key) => TEXTS[language][key] !== undefined;

export const currentLanguage = () => language;

/** Bind the text of `key` to an element; `where` is text, label (name and tip) or placeholder. */
export function label(element, where, key, vars) {
  element.dataset[{ text: "t", label: "tLabel", placeholder: "tPlaceholder" }[where]] = key;
  if (vars) variables.set(element, vars);
  fill(element);
}

function fill(element) {
  const { t: text, tLabel, tPlaceholder } = element.dataset;
  const vars = variables.get(element);
  if (text) element.textContent = t(text, vars);
  if (tPlaceholder) element.setAttribute("placeholder", t(tPlaceholder, vars));
  if (!tLabel) return;
  element.setAttribute("aria-label", t(tLabel, vars));
  if (element.tagName === "BUTTON" || element.tagName === "A") element.title = t(tLabel, vars);
}

/** Write all bound texts below `root`. */
export function translate(root = document) {
  root.querySelectorAll("[data-t], [data-t-label], [data-t-placeholder]").forEach(fill);
}

/** Call `listener` after each change of language. */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Switch the page to `code` ("vi" or "en") and remember it. */
export function setLanguage(code) {
  language = code;
  remember("language", code);
  document.documentElement.lang = code;
  document.title = t("title");
  translate();
  listeners.forEach((listener) => listener());
}
