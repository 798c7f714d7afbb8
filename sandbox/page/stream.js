// Live events of the server. The browser reconnects by itself and sends the last id it saw;
// `onResume` runs after each reconnection so that the page can catch up on what the ring buffer lost.

const NAMES = ["message", "edited", "deleted", "alert", "typing", "users", "commands", "clock", "call", "reset"];
const RETRY_MS = 1500;

export function openStream({ onEvent, onResume, onState }) {
  let source = null;
  let wasOpen = false;

  function connect() {
    source = new EventSource("/sim/events");
    source.onopen = () => {
      onState(true);
      if (wasOpen) onResume();
      wasOpen = true;
    };
    source.onerror = () => {
      onState(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
    };
    for (const name of NAMES) source.addEventListener(name, (event) => onEvent(name, JSON.parse(event.data)));
  }

  connect();
}
