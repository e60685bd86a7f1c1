// Puts the page together: the list, the phones, the clock, and the live line that feeds them.
import { ApiError } from "./api.js";
import { Desk } from "./desk.js";
import { h } from "./dom.js";
import { keepTime, now, onMinute, syncClock } from "./clock.js";
import { currentLanguage, label, onLanguage, setLanguage } from "./i18n.js";
import { listen } from "./events.js";
import { keep, loadPeople, loadPerson, noteMessage, patch, personById } from "./store.js";
import { longDay, timeOf } from "./dates.js";
import { PeopleList } from "./people.js";
import { themeToggle } from "./theme.js";

const RELOAD_AFTER_MS = 250;
const SHOW_OUTAGE_AFTER_MS = 1200;

const desk = new Desk(document.getElementById("desk"));
const list = new PeopleList(document.getElementById("people"), desk);
let started = false;
let meanwhile = null; // events that came while everything was being loaded

function languageSwitch() {
  const box = h("div", { class: "language", role: "group", tLabel: "language" });
  for (const code of ["vi", "en"]) {
    const name = code === "vi" ? "Tiếng Việt" : "English";
    box.append(h("button", { type: "button", lang: code, title: name, "aria-label": name, text: code.toUpperCase(), data: { code }, on: { click: () => setLanguage(code) } }));
  }
  const show = () => [...box.children].forEach((choice) => choice.setAttribute("aria-pressed", String(choice.dataset.code === currentLanguage())));
  onLanguage(show);
  show();
  return box;
}

function showClock() {
  const element = document.getElementById("clock");
  const time = h("time", { class: "clock-time" });
  const day = h("span", { class: "clock-day" });
  label(element, "label", "clock.label");
  element.setAttribute("role", "timer");
  element.append(time, day);
  const show = () => {
    time.textContent = timeOf(now());
    day.textContent = longDay(now());
  };
  onMinute(show);
  onLanguage(show);
}

/** Events that concern the list; every event also goes to the phone it is about. */
async function onEvent(event) {
  if (meanwhile) {
    meanwhile.push(event);
    return;
  }
  desk.onEvent(event);
  if (event.type === "people") reloadPeopleSoon();
  else if (event.type === "person") keep(event.facts);
  else if (event.type === "read") patch(event.person, { unread: 0 });
  else if (event.type === "message") {
    if (personById(event.person)) noteMessage(event);
    else if (event.person) await loadPerson(event.person); // a group's message has no person
  }
}

// A school moves in with one event per person: ask once for all of them.
let reloading = null;
function reloadPeopleSoon() {
  reloading ??= setTimeout(() => {
    reloading = null;
    tolerant(async () => {
      await loadPeople();
      desk.restore();
    });
  }, RELOAD_AFTER_MS);
}

/** Load everything, at the start and after each interruption. */
async function load() {
  meanwhile = [];
  try {
    await Promise.all([syncClock(), loadPeople()]);
    if (started) desk.reload();
    else desk.restore();
    started = true;
  } finally {
    await catchUp();
  }
}

// The list may or may not hold what came while it was loading, so those people are asked for anew.
async function catchUp() {
  const events = meanwhile ?? []; // two loads may overlap when the line flickers
  meanwhile = null;
  events.forEach((event) => desk.onEvent(event));
  const about = new Set(events.map((event) => event.person).filter(Boolean));
  await Promise.all([...about].map(loadPerson));
}

/** Run `work`; an outage is shown by the line's own notice, anything else is a fault to see. */
async function tolerant(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    showOutage(true);
  }
}

let outage = null;
function showOutage(isOut) {
  const bar = document.getElementById("connection");
  if (!isOut) {
    clearTimeout(outage);
    outage = null;
    bar.hidden = true;
    return;
  }
  outage ??= setTimeout(() => {
    label(bar, "text", "connection.lost");
    bar.hidden = false;
  }, SHOW_OUTAGE_AFTER_MS);
}

document.getElementById("tools").append(languageSwitch(), themeToggle());
setLanguage(currentLanguage());
showClock();
keepTime();
desk.addEventListener("tolist", () => list.focusList());
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    event.preventDefault();
    desk.toList();
    list.focusSearch();
  }
});
// A file dropped beside a phone must not replace the page.
for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());
listen(
  (event) => tolerant(() => onEvent(event)),
  (connected) => {
    showOutage(!connected);
    if (connected) tolerant(load);
  },
);
