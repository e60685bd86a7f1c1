// The live line to the sandbox. A line that breaks is opened anew every second until the
// sandbox is back (EventSource's own waits are longer, and it gives up on an error answer).
// Whoever listens is told after each reconnection: what happened in between has to be loaded.

const RETRY_MS = 1000;

/**
 * Listen to `/control/events`. `onEvent(event)` gets each parsed event, `onState(connected)`
 * each change of the line.
 */
export function listen(onEvent, onState) {
  let source = null;
  const open = () => {
    source = new EventSource("/control/events");
    source.onopen = () => onState(true);
    source.onmessage = (message) => onEvent(JSON.parse(message.data));
    source.onerror = () => {
      source.close();
      onState(false);
      setTimeout(open, RETRY_MS);
    };
  };
  open();
}
