// Where a person writes: text, reply and edit bars, commands, attachments, the bot's reply keyboard.

import { api } from "./api.js";
import { acceptDrops, openAttachMenu, previewFiles } from "./attach.js";
import { Commands } from "./commands.js";
import { el, icon, iconButton } from "./dom.js";
import { t } from "./i18n.js";
import { labelOf, renderReplyKeyboard } from "./keyboard.js";
import { summary } from "./message.js";
import { openSheet } from "./sheet.js";

const COMMAND_START = /^\/(\w*)$/;

export class Composer {
  #reply = null;
  #edit = null;
  #keyboard = null;
  #hiddenKeyboard = null;
  #drafts = new Map();

  /** `seat` is the pane: host, chat, user, person(), attempt(action), lastOwn(), openWebApp(url). */
  constructor(seat) {
    this.seat = seat;
    this.commands = new Commands({ onPick: (command) => this.sendText(`/${command}`) });
    this.#build();
    acceptDrops(seat.host, (files) => this.previewFiles(files));
  }

  #build() {
    this.input = el("textarea", { class: "composer-input", rows: 1, placeholder: t("message"), "aria-label": t("message"), "data-testid": "composer", dir: "auto", enterkeyhint: "send" });
    this.menu = el("button", { type: "button", class: "menu-button", "data-testid": "menu", "aria-label": t("commands"), on: { click: () => this.#openMenu() } }, icon("menu"), el("span", {}, t("menu")));
    this.attach = iconButton("attach", t("attach"), { "data-testid": "attach", "aria-haspopup": "menu", on: { click: () => openAttachMenu(this, this.attach) } });
    this.keys = iconButton("keyboard", t("keyboard"), { "data-testid": "keyboard-toggle", "aria-expanded": "false", on: { click: () => this.#toggleKeyboard() } });
    this.send = iconButton("send", t("send"), { class: "send", "data-testid": "send", on: { click: () => this.submit() } });
    this.context = el("div", { class: "composer-context", hidden: true });
    this.keyboardBox = el("div", { class: "reply-keyboard", "data-testid": "reply-keyboard", hidden: true });
    this.element = el("footer", { class: "composer" }, this.commands.element, this.context,
      el("div", { class: "composer-row" }, this.menu, this.attach, this.input, this.keys, this.send), this.keyboardBox);
    this.keys.hidden = true;
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#keydown(event));
    this.#typed();
  }

  // What attachments need to know about the pane.
  get host() { return this.seat.host; }
  get chat() { return this.seat.chat; }
  person() { return this.seat.person(); }

  /** Who sends, and to which message; taking it clears the reply bar. */
  shared() {
    const shared = { from: this.seat.user };
    if (this.#reply) Object.assign(shared, { reply_to: this.#reply.id, thread: this.#reply.thread ?? undefined });
    return shared;
  }

  async attempt(action) {
    const done = await this.seat.attempt(action);
    if (done) this.#setContext({});
    return done;
  }

  previewFiles(files) {
    previewFiles(this, files);
  }

  focus() {
    this.input.focus();
  }

  /** On a phone the focus would raise the keyboard over the chat. */
  focusUnlessTouch() {
    if (matchMedia("(hover: hover)").matches) this.focus();
  }

  /** Another chat is shown in the pane: its own draft comes back. */
  async switchChat(previous) {
    if (previous) this.#drafts.set(previous, this.input.value);
    this.#setContext({});
    this.#write(this.#drafts.get(this.seat.chat) ?? "");
    await this.loadCommands();
  }

  async loadCommands() {
    await this.commands.load(this.seat.chat, this.seat.user);
    this.menu.hidden = !this.commands.any && this.commands.menuButton.type !== "web_app";
    this.menu.lastChild.textContent = this.commands.menuButton.text ?? t("menu");
  }

  #openMenu() {
    const { type, web_app: app } = this.commands.menuButton;
    if (type === "web_app") return this.seat.openWebApp(app.url);
    if (this.commands.open) return this.commands.close();
    this.commands.show();
    return this.focus();
  }

  #typed() {
    const { value } = this.input;
    this.send.disabled = !value.trim();
    const command = COMMAND_START.exec(value);
    if (command) this.commands.show(command[1]);
    else this.commands.close();
    this.#announceOption();
  }

  #announceOption() {
    const id = this.commands.selectedId;
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #keydown(event) {
    if (event.isComposing) return;
    if (this.commands.keydown(event)) return this.#announceOption();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") {
      this.#cancelContext();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) this.seat.focusMessages();
      else this.startEdit(this.seat.lastOwn()) || this.seat.focusMessages();
    }
  }

  #write(text) {
    this.input.value = text;
    this.#typed();
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    if (this.#edit) await this.#saveEdit(text);
    else await this.sendText(text);
  }

  async #saveEdit(text) {
    const { id } = this.#edit;
    if (await this.attempt(() => api.edit(this.seat.chat, id, this.seat.user, text))) this.#write("");
  }

  /** Sends a text as the person; what was typed comes back if the server refuses it. */
  async sendText(text) {
    this.#write("");
    const message = { ...this.shared(), text };
    if (!(await this.attempt(() => api.send(this.seat.chat, message))) && !this.input.value) this.#write(text);
  }

  // Reply and edit bars.

  reply(message) {
    this.#setContext({ reply: message });
    this.focus();
  }

  startEdit(message) {
    if (!message) return false;
    this.#setContext({ edit: message });
    this.#write(message.text);
    this.focus();
    return true;
  }

  #cancelContext() {
    if (this.#edit) this.#write("");
    this.#setContext({});
  }

  #setContext({ reply = null, edit = null }) {
    this.#reply = reply;
    this.#edit = edit;
    const message = reply ?? edit;
    this.context.hidden = !message;
    if (!message) return;
    this.context.replaceChildren(
      icon(reply ? "reply" : "edit"),
      el("div", { class: "context-about" }, el("b", {}, reply ? t("reply-to", { name: message.from.first_name }) : t("editing")), el("span", { dir: "auto" }, summary(message))),
      iconButton("close", t("cancel"), { on: { click: () => this.#cancelContext() } }));
  }

  // The bot's reply keyboard.

  /** `keyboard` of keyboard.js or null; an unchanged one keeps its open or closed state. */
  setKeyboard(keyboard) {
    if (keyboard?.id === this.#keyboard?.id) return;
    this.#keyboard = keyboard;
    this.keys.hidden = !keyboard;
    this.input.placeholder = keyboard?.options.input_field_placeholder || t("message");
    if (keyboard) this.keyboardBox.replaceChildren(...renderReplyKeyboard(keyboard, (button) => this.#pressKey(button)));
    this.#showKeyboard(Boolean(keyboard) && keyboard.id !== this.#hiddenKeyboard);
  }

  #showKeyboard(open) {
    this.keyboardBox.hidden = !open;
    this.keys.setAttribute("aria-expanded", String(open));
    this.keys.classList.toggle("on", open);
  }

  #toggleKeyboard() {
    this.#showKeyboard(this.keyboardBox.hidden);
  }

  #pressKey(button) {
    if (this.#keyboard.options.one_time_keyboard) {
      this.#hiddenKeyboard = this.#keyboard.id;
      this.#showKeyboard(false);
    }
    if (button.request_contact) this.#confirmContact(labelOf(button));
    else if (button.web_app) this.seat.openWebApp(button.web_app.url);
    else if (button.request_location) this.attempt(() => api.send(this.seat.chat, { ...this.shared(), location: { latitude: 55.75222, longitude: 37.61556 } }));
    else this.sendText(labelOf(button));
  }

  #confirmContact(label) {
    const tap = { from: this.seat.user, message_id: this.#keyboard.id, label };
    const share = el("button", { type: "button", class: "flat-button", "data-autofocus": true }, t("share"));
    const cancel = el("button", { type: "button", class: "flat-button quiet" }, t("cancel"));
    const { close } = openSheet(this.host, { title: t("share-own"), body: el("p", { class: "alert-text" }, t("share-own-hint")), actions: [cancel, share] });
    cancel.addEventListener("click", close);
    share.addEventListener("click", () => { close(); this.attempt(() => api.tap(this.seat.chat, tap)); });
  }
}
