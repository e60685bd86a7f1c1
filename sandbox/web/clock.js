// The sandbox has a clock of its own (a demonstration starts on a school morning at any hour).
// The page keeps the distance to it and asks again now and then, in case the clock was set.
import { api, ApiError } from "./api.js";

const ASK_AGAIN_MS = 20_000;
let distance = 0;

/** The sandbox's present moment. */
export const now = () => new Date(Date.now() + distance);

/** Ask the sandbox for its time. */
export async function syncClock() {
  const asked = Date.now();
  const answer = await api.clock();
  const value = typeof answer.now === "number" ? answer.now * 1000 : Date.parse(answer.now);
  distance = value - (asked + Date.now()) / 2;
}

/** Call `show` now and at each change of the minute, for as long as the page lives. */
export function onMinute(show) {
  let shown = -1;
  const tick = () => {
    const minute = Math.floor(now().getTime() / 60_000);
    if (minute !== shown) {
      shown = minute;
      show();
    }
  };
  tick();
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/** Keep the distance right. */
export function keepTime() {
  setInterval(() => {
    syncClock().catch((error) => {
      if (!(error instanceof ApiError)) throw error; // the line's own notice tells of an outage
    });
  }, ASK_AGAIN_MS);
}
