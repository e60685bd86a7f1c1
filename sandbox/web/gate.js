// What stands in the composer's place before the first word (START, or to follow an account) and
// after a block.
import { api } from "./api.js";
import { channelOf } from "./channels.js";
import { h } from "./dom.js";

export class Gate {
  /** `attempt(promise)` shows a failure on the phone. */
  constructor(person, attempt) {
    const id = person.id;
    const channel = channelOf(person);
    const way = (key, className, call) => h("button", { type: "button", class: className, t: key, on: { click: () => attempt(call(id)) } });
    this.hint = h("p", { class: "gate-hint", t: channel.says.invited });
    this.start = way(channel.says.start, "gate-button", api.start);
    // An account is also followed without a word, the code of the invitation is then said later.
    this.followOnly = channel.follows ? way("phone.follow.only", "gate-other", api.follow) : null;
    this.unblock = way(channel.says.unblock, "gate-button", api.unblock);
    this.element = h("div", { class: "gate", hidden: true }, this.hint, this.start, this.followOnly, this.unblock);
  }

  /** Follow the person; returns whether they are free to write. */
  show(person) {
    const isBlocked = Boolean(person.blocked);
    const free = Boolean(person.started) && !isBlocked;
    this.element.hidden = free;
    this.unblock.hidden = !isBlocked;
    this.start.hidden = isBlocked;
    const isInvited = !isBlocked && Boolean(person.start_payload);
    this.hint.hidden = !isInvited;
    if (this.followOnly) this.followOnly.hidden = !isInvited;
    return free;
  }

  focusTarget() {
    return this.element.querySelector("button:not([hidden])");
  }
}

/** The line over a conversation with an account that the person does not follow (any more). */
export function followBar(person, attempt) {
  const follow = h("button", { type: "button", class: "follow-button", t: "phone.follow", on: { click: () => attempt(api.follow(person.id)) } });
  const bar = h("div", { class: "follow-bar", hidden: true }, h("span", { t: "phone.notfollowed" }), follow);
  const show = ({ started, blocked, follows }) => {
    bar.hidden = !channelOf(person).follows || !started || Boolean(blocked) || Boolean(follows);
  };
  return { element: bar, show };
}
