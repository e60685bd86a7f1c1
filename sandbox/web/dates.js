// Times as the school writes them: 07:05, Thứ Hai, 23/11/2026; always the school's time zone,
// wherever the browser is.
import { currentLanguage, t } from "./i18n.js";
import { now } from "./clock.js";

const ZONE = "Asia/Ho_Chi_Minh";
const formats = new Map();

function format(options) {
  const locale = currentLanguage() === "en" ? "en-GB" : "vi-VN";
  const key = locale + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return formats.get(key);
}

/** An ISO text or a number of seconds as a Date. */
export const toDate = (value) => new Date(typeof value === "number" ? value * 1000 : value);

export const timeOf = (date) => format({ hour: "2-digit", minute: "2-digit", hour12: false }).format(date);

/** "23/11/2026", which also serves as the key of a day. */
export const dayOf = (date) => format({ day: "2-digit", month: "2-digit", year: "numeric" }).format(date);

/** "Thứ Hai, 23/11/2026". */
export const longDay = (date) => `${format({ weekday: "long" }).format(date)}, ${dayOf(date)}`;

/** A day seen from today: "Hôm nay", "Hôm qua" or the long form. */
export function dayHeading(date) {
  const today = now();
  if (dayOf(date) === dayOf(today)) return t("today");
  if (dayOf(date) === dayOf(new Date(today.getTime() - 86_400_000))) return t("yesterday");
  return longDay(date);
}

/** For the list: the time of today's, else day and month. */
export function shortMoment(date) {
  if (dayOf(date) === dayOf(now())) return timeOf(date);
  return format({ day: "2-digit", month: "2-digit" }).format(date);
}
