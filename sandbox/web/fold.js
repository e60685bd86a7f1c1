// Comparing Vietnamese as people type it: case and diacritics do not matter.

const MARKS = /[\u0300-\u036f]/g;

/** `text` in lower case without diacritics (đ → d), blanks squeezed. */
export function fold(text) {
  return String(text ?? "")
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether every word of `query` occurs in the folded `haystack`. */
export function matches(haystack, query) {
  return fold(query).split(" ").every((word) => haystack.includes(word));
}
