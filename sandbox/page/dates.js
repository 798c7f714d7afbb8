// The day of the messages at the top edge, over the chat while one scrolls.

import { el } from "./dom.js";

const SHOWN_MS = 900;
const ROOM = 38;

export class FloatingDate {
  element = el("div", { class: "floating-date", "aria-hidden": "true" }, el("span"));
  #timer = 0;

  /** A day whose own line is in sight near the edge needs no second chip. */
  show(log) {
    const edge = log.getBoundingClientRect().top;
    const lines = [...log.querySelectorAll("[data-day]")].map((line) => ({ day: line.textContent, top: line.getBoundingClientRect().top - edge }));
    const passed = lines.findLast(({ top }) => top < 0);
    const crowded = lines.some(({ top }) => Math.abs(top) < ROOM);
    if (passed) this.element.firstChild.textContent = passed.day;
    this.element.classList.toggle("shown", Boolean(passed) && !crowded);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), SHOWN_MS);
  }

  hide() {
    this.element.classList.remove("shown");
  }
}
