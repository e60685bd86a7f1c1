// What the page knows of the school's people. Views listen to `store` for "people" (the list
// changed) and "person" (detail: the person); messages belong to the phone that shows them.
import { api } from "./api.js";
import { fold } from "./fold.js";
import { hasText, t } from "./i18n.js";

export const store = new EventTarget();
const people = new Map();

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

/** Load the whole list anew. */
export async function loadPeople() {
  const list = await api.people();
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

/** A new message changes the last line of the list, and counts as unread when a bot sent it. */
export function noteMessage(id, message) {
  const person = people.get(id);
  if (!person) return;
  const last = { text: message.text, date: message.date, from: message.from, media: message.media };
  const facts = { last };
  if (message.from === "bot") facts.unread = (person.unread ?? 0) + 1;
  patch(id, facts);
}
