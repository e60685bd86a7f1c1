// A round picture for people without one: the first letters of their first and last word on a
// colour of their own.
import { h } from "./dom.js";

const COLOURS = 8;

/** The avatar of a person. */
export function avatar(person) {
  const words = String(person.name ?? "").trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => [...word].find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? "").join("").toLocaleUpperCase("vi");
  return h("span", { class: `avatar colour-${Math.abs(Number(person.id) || 0) % COLOURS}`, "aria-hidden": "true", text: letters || "?" });
}
