// What the page knows of the school's people. Views listen to `store` for "people" (the list
// changed) and "person" (detail: the person); messages belong to the phone that shows them.
import { api } from "./api.js";
import { fold } from "./fold.js";
import { hasText, t } from "./i18n.js";
import { channelName, channelOf } from "./channels.js";

export const store = new EventTarget();
const people = new Map();
let bots = [];
let officialAccount = null;
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
  const raw = [person.name, roleText(person), person.role, person.label, person.phone, person.channel, channelName(person.channel)];
  return fold(raw.filter(Boolean).join(" "));
}

const changed = (type, detail) => store.dispatchEvent(new CustomEvent(type, { detail }));

/** With whom this person talks: the Official Account, or the bot, named where only one is at work. */
export function accountName(person) {
  const name = channelOf(person).follows ? officialAccount?.name : bots.length === 1 && bots[0].name;
  return name || t("phone.bot");
}

/** Load the whole list anew. */
export async function loadPeople() {
  const [list, working] = await Promise.all([api.people(), api.bots()]);
  bots = working;
  officialAccount = list.some((person) => channelOf(person).follows) ? await api.officialAccount() : null;
  people.clear();
  for (const person of list) people.set(person.id, person);
  changed("people");
  for (const person of list) changed("person", person);
}

/** Load one person anew (after an event that only names them). */
export async function loadPerson(id) {
  keep(await api.person(id));
}

/** Take over all that the sandbox says of a person; what it leaves out is so no more. */
export function keep(person) {
  set({ arrived: people.get(person.id)?.arrived, ...person });
}

/** Change some facts of a known person. */
export function patch(id, facts) {
  if (people.has(id)) set({ ...people.get(id), ...facts });
}

function set(person) {
  people.set(person.id, person);
  changed("people");
  changed("person", person);
}

/** A new message changes the last line of the list and the number of unread ones. */
export function noteMessage({ person, message, unread }) {
  const text = message.text || message.media?.name || "";
  patch(person, { last: { text, date: message.date, from: message.from }, unread, arrived: ++arrivals });
}
