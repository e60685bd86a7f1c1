// The sandbox's control API. Every refusal becomes an ApiError whose message can be shown.
import { t } from "./i18n.js";

export class ApiError extends Error {}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(`/control/${path}`, options);
  } catch {
    throw new ApiError(t("error.network"));
  }
  const body = await response.text();
  let answer = null;
  try {
    answer = body ? JSON.parse(body) : null;
  } catch {
    answer = null; // a plain-text refusal: its text is used below
  }
  if (!response.ok) {
    const reason = answer?.error ?? answer?.description ?? (body.slice(0, 200) || response.statusText);
    throw new ApiError(t("error.server", { text: String(reason) }));
  }
  return answer;
}

const post = (path, body = {}) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const api = {
  people: () => call("people?limit=100000"),
  person: (id) => call(`people/${id}`),
  addPerson: (fields) => post("people", fields),
  messages: (id, after = 0) => call(`people/${id}/messages?after=${after}`),
  commands: (id) => call(`commands/${id}`),
  bots: () => call("bots"),
  officialAccount: () => call("zalo/oa"),
  clock: () => call("clock"),
  start: (id) => post(`people/${id}/start`),
  text: (id, text, replyTo) =>
    post(`people/${id}/text`, replyTo ? { text, reply_to: replyTo } : { text }),
  edit: (id, messageId, text) => post(`people/${id}/edit`, { message_id: messageId, text }),
  tap: (id, messageId, button) => post(`people/${id}/tap`, { message_id: messageId, button }),
  tapKeyboard: (id, button) => post(`people/${id}/tap`, { button }),
  sticker: (id, emoji) => post(`people/${id}/sticker`, { emoji }),
  contact: (id) => post(`people/${id}/contact`),
  block: (id) => post(`people/${id}/block`),
  unblock: (id) => post(`people/${id}/unblock`),
  follow: (id) => post(`people/${id}/follow`),
  unfollow: (id) => post(`people/${id}/unfollow`),
  read: (id) => post(`people/${id}/read`),
  /** Send one file; `as` is "photo" or "document". */
  file(id, file, as, caption) {
    const form = new FormData();
    form.append("as", as);
    if (caption) form.append("caption", caption);
    form.append("file", file, file.name);
    return call(`people/${id}/file`, { method: "POST", body: form });
  },
};
