// The scrolling list of a chat: keyed rendering, sticking to the end, jumping, moving between messages by keyboard.

import { FloatingDate } from "./dates.js";
import { arrange, el } from "./dom.js";
import { dayName, t } from "./i18n.js";
import { renderMessage, serviceText } from "./message.js";
import { buildRows } from "./rows.js";

const CHUNK = 120;
const NEAR_END = 80;
const NEAR_TOP = 400;
const CONTROLS = "button:not(.quick-actions button), a, video, [role=button]";

function renderRow(row, view, now) {
  if (row.kind === "date") return el("div", { class: "date-line", "data-day": true }, el("span", {}, dayName(row.day, now)));
  if (row.kind === "unread") return el("div", { class: "unread-line" }, el("span", {}, t("unread-messages")));
  if (row.kind === "service") return el("div", { class: "date-line service" }, el("span", { dir: "auto" }, serviceText(row.messages[0])));
  return renderMessage(row, view);
}

export class MessageList {
  messages = [];
  #rendered = new Map();
  #shown = CHUNK;
  #stick = true;
  #currentId = null;
  #unreadFrom = null;
  #lastTop = 0;

  /** `view` is given to messages; `onScroll(atEnd)` hears about the position. */
  constructor({ store, view, label, onScroll }) {
    Object.assign(this, { store, view, onScroll });
    this.rows = el("div", { class: "rows" });
    this.date = new FloatingDate();
    this.element = el("div", { class: "log", role: "log", "aria-label": label, "aria-live": "polite", "aria-relevant": "additions", tabindex: -1 }, this.rows);
    this.element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.element.addEventListener("keydown", (event) => this.#keydown(event));
    this.element.addEventListener("focusin", (event) => this.#focused(event));
    const observer = new ResizeObserver(() => this.#stick && this.scrollToEnd());
    observer.observe(this.element);
    observer.observe(this.rows);
  }

  get atEnd() {
    return this.#stick;
  }

  /** Forgets everything drawn: another chat is shown now. */
  clear() {
    this.#rendered.clear();
    this.rows.replaceChildren();
    this.messages = [];
    this.#shown = CHUNK;
    this.#stick = true;
    this.#currentId = null;
    this.#unreadFrom = null;
    this.date.hide();
  }

  /** Draws `messages`; `unread` of them from the end are new to the person. */
  render(messages, unread) {
    this.#widen(messages.length - this.messages.length);
    this.messages = messages;
    this.#markUnread(unread);
    const rows = buildRows(messages.slice(-this.#shown), this.view.user, this.#unreadFrom);
    const focus = this.#rememberFocus();
    arrange(this.rows, rows.map((row) => this.#node(row)));
    this.#forget(rows);
    this.#updateTabStops();
    this.#restoreFocus(focus);
    if (!messages.length) this.rows.replaceChildren(this.#emptyChat());
    if (this.#stick) this.scrollToEnd();
  }

  /** New messages at the end must not push out the ones that are being read. */
  #widen(added) {
    this.#shown = this.#stick ? CHUNK : this.#shown + Math.max(0, added);
  }

  #emptyChat() {
    const start = el("button", { type: "button", class: "flat-button", "data-testid": "start", on: { click: () => this.view.sendText("/start") } }, t("start"));
    return el("div", { class: "empty" }, el("p", {}, t("empty-chat")), start);
  }

  #markUnread(unread) {
    if (!unread) return;
    const foreign = this.messages.filter((message) => message.from.id !== this.view.user);
    this.#unreadFrom ??= foreign.at(-unread)?.id ?? null;
  }

  /** Removes the line above unread messages: the person has answered or left. */
  dropUnreadLine() {
    this.#unreadFrom = null;
  }

  #node(row) {
    const body = JSON.stringify(row.messages ?? row.day ?? "");
    const frame = `${row.first}${row.last}${row.mine}`;
    const old = this.#rendered.get(row.key);
    if (old && old.body === body && old.frame === frame && row.kind === "bubble") return old.node;
    const node = renderRow(row, this.view, this.store.now());
    if (row.kind === "bubble" && old && old.body !== body) node.classList.add("flash");
    if (row.kind === "bubble" && !old && this.#rendered.size && this.#stick) node.classList.add("arrived");
    this.#rendered.set(row.key, { body, frame, node });
    return node;
  }

  #forget(rows) {
    const keys = new Set(rows.map((row) => row.key));
    for (const key of this.#rendered.keys()) if (!keys.has(key)) this.#rendered.delete(key);
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.#stick = true;
    else if (scrollTop < this.#lastTop) this.#stick = false; // only a move up lets go: a growing chat does not
    this.#lastTop = scrollTop;
    if (!this.#stick) this.date.show(this.element);
    if (scrollTop < NEAR_TOP && this.messages.length > this.#shown) this.#showEarlier();
    this.onScroll(this.#stick);
  }

  #showEarlier() {
    const { messageId } = this.rows.querySelector("[data-message-id]").dataset;
    const topOf = () => this.rowOf(messageId).getBoundingClientRect().top;
    const before = topOf();
    this.#shown += CHUNK;
    this.render(this.messages, 0);
    this.element.scrollTop += topOf() - before;
  }

  scrollToEnd() {
    this.#stick = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** A pane that was off the screen comes back where it was read. */
  restorePosition() {
    if (this.#stick) this.scrollToEnd();
    else this.element.scrollTop = this.#lastTop;
  }

  rowOf(id) {
    const part = this.rows.querySelector(`[data-message-id="${id}"], [data-part-id="${id}"]`);
    return part?.closest("[data-message-id]");
  }

  /** Scrolls to a message and lights it up; false when it is not in this chat. */
  jump(id) {
    const index = this.messages.findIndex((message) => message.id === id);
    if (index < 0) return false;
    if (this.messages.length - index > this.#shown) {
      this.#shown = this.messages.length - index + CHUNK;
      this.#stick = false;
      this.render(this.messages, 0);
    }
    const row = this.rowOf(id);
    row.scrollIntoView({ block: "center" });
    row.classList.remove("flash");
    requestAnimationFrame(() => row.classList.add("flash"));
    return true;
  }

  // Keyboard: one message is the tab stop of the list, its buttons follow it; arrows move between messages.

  #bubbles() {
    return [...this.rows.querySelectorAll("[data-message-id]")];
  }

  #updateTabStops() {
    const bubbles = this.#bubbles();
    const current = bubbles.find((row) => row.dataset.messageId === this.#currentId) ?? bubbles.at(-1);
    for (const row of bubbles) {
      const active = row === current;
      if (row.tabIndex === 0 && active && row.dataset.reachable) continue;
      row.tabIndex = active ? 0 : -1;
      row.dataset.reachable = active ? "true" : "";
      for (const control of row.querySelectorAll(CONTROLS)) control.tabIndex = active ? 0 : -1;
    }
  }

  #focused(event) {
    const row = event.target.closest("[data-message-id]");
    if (!row || row.dataset.messageId === this.#currentId) return;
    this.#currentId = row.dataset.messageId;
    this.#updateTabStops();
  }

  focusLast() {
    this.#bubbles().at(-1)?.focus();
  }

  #keydown(event) {
    const row = event.target.closest("[data-message-id]");
    if (!row) return;
    const onRow = event.target === row;
    const bubbles = this.#bubbles();
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -bubbles.length, End: bubbles.length }[event.key];
    if (step !== undefined) this.#step(event, bubbles, row, step);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.#alongKeys(event, row);
    else if (event.key === "Escape") this.view.focusComposer();
    else if (onRow && event.key === "Enter") this.#openActions(event, row);
    else if (onRow && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) this.view.focusComposer();
  }

  #openActions(event, row) {
    event.preventDefault();
    this.view.openActions(this.view.partsOf(row.dataset.messageId), row);
  }

  #step(event, bubbles, row, step) {
    event.preventDefault();
    const index = bubbles.indexOf(row) + step;
    if (index >= bubbles.length && event.key === "ArrowDown") return this.view.focusComposer();
    const target = bubbles[Math.max(0, Math.min(bubbles.length - 1, index))];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }

  #alongKeys(event, row) {
    const keys = [...row.querySelectorAll(".inline-keyboard button")];
    if (!keys.length) return;
    event.preventDefault();
    const at = keys.indexOf(document.activeElement);
    const step = event.key === "ArrowRight" ? 1 : -1;
    keys[(at < 0 && step < 0 ? keys.length : at) + step]?.focus();
  }

  /** Where the focus is inside the list, so that an edit in place does not lose it. */
  #rememberFocus() {
    const row = document.activeElement?.closest?.("[data-message-id]");
    if (!row || !this.rows.contains(row)) return null;
    const controls = [...row.querySelectorAll(CONTROLS)];
    return { id: row.dataset.messageId, index: controls.indexOf(document.activeElement), row };
  }

  #restoreFocus(focus) {
    if (!focus || (focus.row.isConnected && this.rows.contains(document.activeElement))) return;
    const row = this.rows.querySelector(`[data-message-id="${focus.id}"]`) ?? this.#bubbles().at(-1);
    const control = row && focus.index >= 0 ? [...row.querySelectorAll(CONTROLS)][focus.index] : null;
    (control ?? row)?.focus({ preventScroll: true });
  }
}
