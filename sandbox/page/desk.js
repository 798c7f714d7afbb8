// The desk: who sits where, how many panes fit, which one is active.

import { arrange, el, iconButton } from "./dom.js";
import { t } from "./i18n.js";
import { recall, remember } from "./memory.js";
import { avatar, badge, fullName, subtitle } from "./people.js";
import { Pane } from "./pane.js";
import { ignoreLoss } from "./store.js";

const DEFAULT_ROLES = ["seller", "executor", "manager", "client"];
const MAX_PANES = 4;
const PANE_WIDTH = 316;
const PHONE_WIDTH = 640;

export class Desk {
  panes = [];
  active = null;
  live = false;
  #visible = [];
  #stale = new Set();

  constructor({ store, main, strip }) {
    Object.assign(this, { store, main, strip });
    new ResizeObserver(() => this.layout()).observe(main);
    document.addEventListener("visibilitychange", () => this.active?.readIfSeen());
    this.#listen();
  }

  #listen() {
    const panesOf = (chat) => this.panes.filter((pane) => pane.chat === chat);
    this.store.on("chat", ({ chat, change, message }) => {
      if (change === "message") panesOf(chat).forEach((pane) => pane.onMessage(message));
      this.#drawSoon(panesOf(chat));
    });
    this.store.on("people", () => this.#drawSoon([]));
    this.store.on("clock", () => this.#drawSoon(this.panes));
    this.store.on("typing", ({ chat }) => panesOf(chat).forEach((pane) => pane.onTyping()));
    this.store.on("alert", (alert) => this.#alert(alert, panesOf(alert.chat)));
    this.store.on("commands", () => this.panes.forEach((pane) => pane.composer.loadCommands().catch(ignoreLoss)));
  }

  /** A burst of events is drawn once; a tab in the background gets no animation frames, hence the timer. */
  #drawSoon(panes) {
    if (this.#stale.size === 0) (document.hidden ? setTimeout : requestAnimationFrame)(() => this.#drawStale());
    for (const pane of [this, ...panes]) this.#stale.add(pane);
  }

  #drawStale() {
    const stale = this.#stale;
    this.#stale = new Set();
    for (const pane of this.panes) {
      if (stale.has(pane)) pane.draw();
      else pane.drawHeader();
    }
    this.drawStrip();
  }

  #alert(alert, panes) {
    panes.filter((pane) => pane.user === alert.user).forEach((pane) => pane.onAlert(alert));
  }

  // Seats.

  #defaultSeats() {
    const { users } = this.store;
    const byRole = DEFAULT_ROLES.map((role) => users.find((user) => user.role === role)).filter(Boolean);
    return (byRole.length ? byRole : users.slice(0, MAX_PANES)).map((user) => ({ user: user.id }));
  }

  async open() {
    const known = (recall("seats") ?? []).filter(({ user }) => this.store.user(user));
    const seats = known.length ? known : this.#defaultSeats();
    for (const { user, chat } of seats) this.#add(user, this.store.group(chat) ? chat : user);
    this.activate(this.panes[0]);
    this.layout();
    await Promise.all(this.panes.map((pane) => pane.open()));
  }

  #add(user, chat) {
    const pane = new Pane({ store: this.store, desk: this, user, chat });
    this.panes.push(pane);
    return pane;
  }

  rememberSeats() {
    remember("seats", this.panes.map(({ user, chat }) => ({ user, chat })));
  }

  /** Puts a person into the place of `pane`; a person who already sits elsewhere changes places with it. */
  async seat(pane, user) {
    if (user === pane.user) return;
    const at = this.panes.indexOf(pane);
    const other = this.panes.findIndex((one) => one.user === user);
    if (other >= 0) [this.panes[at], this.panes[other]] = [this.panes[other], pane];
    else this.panes[at] = new Pane({ store: this.store, desk: this, user });
    this.#seatsChanged(this.panes[at]);
    if (other < 0) await this.panes[at].open();
  }

  async addSeat() {
    const free = this.store.users.find((user) => this.panes.every((pane) => pane.user !== user.id));
    if (!free || this.panes.length >= MAX_PANES) return;
    const pane = this.#add(free.id);
    this.#seatsChanged(pane);
    await pane.open();
  }

  leave(pane) {
    this.panes = this.panes.filter((one) => one !== pane);
    this.#seatsChanged(this.panes[0]);
  }

  #seatsChanged(pane) {
    this.rememberSeats();
    this.activate(pane);
    this.layout();
    pane.composer.focusUnlessTouch();
  }

  // Attention.

  activate(pane) {
    if (pane === this.active) return pane.readIfSeen();
    this.active = pane;
    this.panes.forEach((one) => one.element.classList.toggle("active", one === pane));
    this.layout();
    return pane.readIfSeen();
  }

  /** Whether the reader is at this pane: it is the active one, on screen, in a visible tab. */
  attends(pane) {
    return pane === this.active && !document.hidden;
  }

  show(pane) {
    this.activate(pane);
    pane.composer.focusUnlessTouch();
  }

  /** Without live events the page asks for the chat after each action. */
  catchUp(chat) {
    if (!this.live) this.store.loadChat(chat).catch(ignoreLoss);
  }

  // Layout.

  layout() {
    const width = this.main.clientWidth;
    const room = width < PHONE_WIDTH ? 1 : Math.max(1, Math.floor(width / PANE_WIDTH));
    const kept = this.#visible.filter((pane) => this.panes.includes(pane));
    const wanted = [this.active, ...kept, ...this.panes].filter(Boolean);
    const chosen = new Set([...new Set(wanted)].slice(0, room));
    this.#visible = this.panes.filter((pane) => chosen.has(pane));
    const elements = this.#visible.map((pane) => pane.element);
    const same = elements.length === this.main.children.length && elements.every((node, index) => node === this.main.children[index]);
    if (!same) this.#place(elements);
    this.drawStrip();
  }

  #place(elements) {
    const before = new Set(this.main.children);
    arrange(this.main, elements);
    for (const pane of this.#visible) if (!before.has(pane.element)) pane.list.restorePosition();
  }

  drawStrip() {
    const focused = document.activeElement?.dataset?.seat;
    const chips = this.panes.map((pane) => this.#chip(pane));
    const add = this.panes.length < MAX_PANES ? iconButton("plus", t("add-pane"), { class: "add-pane", on: { click: () => this.addSeat() } }) : null;
    this.strip.replaceChildren(...chips, ...(add ? [add] : []));
    if (focused) this.strip.querySelector(`[data-seat="${focused}"]`)?.focus();
    const total = this.panes.reduce((sum, pane) => sum + this.store.unreadOf(pane.user), 0);
    document.title = total ? `(${total}) ${t("title")}` : t("title");
  }

  #chip(pane) {
    const person = pane.person();
    const unread = this.store.unreadOf(pane.user);
    const label = `${fullName(person)}, ${subtitle(person)}${unread ? `, ${t("unread-count", { count: unread })}` : ""}`;
    return el("button", {
      type: "button", class: `chip${this.#visible.includes(pane) ? " on-screen" : ""}`, title: label, "aria-label": label,
      "aria-pressed": String(pane === this.active), "data-seat": pane.user, on: { click: () => this.show(pane) },
    }, avatar(person), el("span", { class: "chip-name" }, person.first_name), badge(unread));
  }
}
