// The live line to the sandbox. EventSource reconnects by itself when the server comes back,
// but gives up on an error answer; then it is opened anew. Whoever listens is told after each
// reconnection, because what happened in between has to be loaded.

const RETRY_MS = 1500;

/**
 * Listen to `/control/events`. `onEvent(event)` gets each parsed event; `onState(connected,
 * again)` each change of the line, `again` being true when it had been open before.
 */
export function listen(onEvent, onState) {
  let openedBefore = false;
  const open = () => {
    const source = new EventSource("/control/events");
    source.onopen = () => {
      onState(true, openedBefore);
      openedBefore = true;
    };
    source.onmessage = (message) => onEvent(JSON.parse(message.data));
    source.onerror = () => {
      onState(false, openedBefore);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS);
    };
    addEventListener("pagehide", () => source.close(), { once: true });
  };
  open();
}
