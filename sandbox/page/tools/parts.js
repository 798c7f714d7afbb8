// Pieces that the panels of the drawer share.

import { el } from "../dom.js";

export function section(title, ...children) {
  return el("section", { class: "tools-section" }, el("h3", {}, title), children);
}

/** A place for the outcome of an action, and a runner that writes there what went wrong or was done. */
export function outcome() {
  const element = el("p", { class: "tools-outcome", role: "status" });
  const run = async (action, done = "") => {
    try {
      const answer = await action();
      element.classList.remove("failed");
      element.textContent = typeof done === "function" ? done(answer) : done;
      return true;
    } catch (error) {
      element.classList.add("failed");
      element.textContent = error.message;
      return false;
    }
  };
  return { element, run };
}

export function button(label, action, props = {}) {
  const { class: extra = "", ...rest } = props;
  return el("button", { type: "button", ...rest, class: `tool-button ${extra}`, on: { click: action } }, label);
}

export function select(label, options) {
  const input = el("select", { class: "field-input" }, options.map(([value, text]) => el("option", { value }, text)));
  return { input, node: el("label", { class: "field" }, el("span", {}, label), input) };
}

/** Listens to the store until stop() is called. */
export function listening(store, handlers) {
  const bound = Object.entries(handlers).map(([type, handler]) => [type, (event) => handler(event.detail)]);
  for (const [type, handler] of bound) store.addEventListener(type, handler);
  return () => bound.forEach(([type, handler]) => store.removeEventListener(type, handler));
}
