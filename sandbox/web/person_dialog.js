// One more phone at the school: a name is enough, a number lets them share it with the bot.
import { api, ApiError } from "./api.js";
import { CHANNEL_IDS, channelName } from "./channels.js";
import { h } from "./dom.js";
import { keep } from "./store.js";

/** Ask for a new person and add them; `onAdded(person)` is called when it worked. */
export function addPersonDialog(onAdded) {
  const name = h("input", { type: "text", required: true, autocomplete: "off", maxlength: "64" });
  const phone = h("input", { type: "tel", autocomplete: "off", maxlength: "20" });
  const language = h("select", {}, h("option", { value: "vi", text: "Tiếng Việt" }), h("option", { value: "en", text: "English" }));
  const channel = h("select", {}, ...CHANNEL_IDS.map((id) => h("option", { value: id, text: channelName(id) })));
  const problem = h("p", { class: "form-problem", role: "alert" });
  const dialog = h("dialog", { class: "form-dialog" });
  const cancel = h("button", { type: "button", t: "cancel", on: { click: () => dialog.close() } });
  const form = h("form", { method: "dialog" },
    h("h2", { t: "add.title", id: "add-title" }),
    field("add.name", name), field("add.phone", phone), field("add.channel", channel), field("add.language", language), problem,
    h("div", { class: "ask-row" }, cancel, h("button", { type: "submit", class: "primary", t: "add.do" })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = { name: name.value.trim(), channel: channel.value, language: language.value };
    if (!fields.name) return;
    if (phone.value.trim()) fields.phone = phone.value.trim();
    try {
      const person = await api.addPerson(fields);
      keep(person);
      dialog.close();
      onAdded(person);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problem.textContent = error.message;
    }
  });
  dialog.setAttribute("aria-labelledby", "add-title");
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}

function field(key, control) {
  return h("label", { class: "form-field" }, h("span", { t: key }), control);
}
