// What this browser remembers between visits. A browser that forbids storage gets the
// defaults each time; nothing else depends on it.

const PREFIX = "phones.";

/** The remembered value of `key`, or `fallback` when there is none or it cannot be read. */
export function recall(key, fallback = null) {
  try {
    const raw = localStorage.getItem(PREFIX + key);
    return raw === null ? fallback : raw;
  } catch {
    return fallback;
  }
}

/** Remember `value` (a string); `null` forgets it. */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // private windows may refuse: the choice then lasts as long as the page
  }
}
