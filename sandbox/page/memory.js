// What this browser remembers between visits. A browser that refuses storage simply forgets.

const PREFIX = "sandbox.";

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows may refuse storage: the page works the same, it only forgets.
  }
}
