// What the page knows of the school's people. Views listen to `store` for "people" (the list
// changed) and "person" (detail: the person); messages belong to the phone that shows them.
import { api } from "./api.js";
import { fold } from "./fold.js";
import { hasText, t } from "./i18n.js";

export const store = new EventTarget();
const people = new Map();
let bots = [];
let arrivals = 0; // messages of one second are told apart by the order in which they came

/** All people, in no particular order. */
export const everyone = () => people.values();
export const personById = (id) => people.get(id);

/** The role as people read it; unknown roles are shown as the sandbox gave them. */
export function roleText(person) {
  const key = `role.${String(person.role ?? "").toLowerCase()}`;
  return person.role && hasText(key) ? t(key) : (person.role ?? "");
}

/** "Giáo viên chủ nhiệm · 7A1": role and class, whichever is known. */
export function postText(person) {
  return [roleText(person), person.label].filter(Boolean).join(" · ");
}

/** The folded text that the search looks into. */
export function haystack(person) {
  const raw = [person.name, roleText(person), person.role, person.label, person.phone, person.channel];
  return fold(raw.filter(Boolean).join(" "));
}

const changed = (type, detail) => store.dispatchEvent(new CustomEvent(type, { detail }));

/** The name of the bot on the phones, where only one is at work; else null. */
export const botName = () => (bots.length === 1 ? bots[0].name : null);

/** Load the whole list anew. */
export async function loadPeople() {
  const [list, working] = await Promise.all([api.people(), api.bots()]);
  bots = working;
  people.clear();
  for (const person of list) people.set(person.id, person);
  changed("people");
  for (const person of list) changed("person", person);
}

/** Load one person anew (after an event that only names them). */
export async function loadPerson(id) {
  keep(await api.person(id));
}

/** Take over what the sandbox said of a person. */
export function keep(person) {
  people.set(person.id, { ...people.get(person.id), ...person });
  changed("people");
  changed("person", people.get(person.id));
}

/** Change some facts of a known person. */
export function patch(id, facts) {
  if (people.has(id)) keep({ id, ...facts });
}

/** A new message changes the last line of the list and the number of unread ones. */
export function noteMessage({ person, message, unread }) {
  const text = message.text || message.media?.name || "";
  patch(person, { last: { text, date: message.date, from: message.from }, unread, arrived: ++arrivals });
}
