// One person's chat: header, messages, composer; what buttons and links in messages do.

import { copyText, openActions, watchGestures } from "./actions.js";
import { api, fileUrl } from "./api.js";
import { Composer } from "./composer.js";
import { el, icon, iconButton } from "./dom.js";
import { safeUrl } from "./entities.js";
import { watchSilence } from "./health.js";
import { t } from "./i18n.js";
import { replyKeyboard } from "./keyboard.js";
import { botLink } from "./links.js";
import { MessageList } from "./list.js";
import { renderHeader } from "./header.js";
import { fullName } from "./people.js";
import { showAlert, showToast } from "./sheet.js";
import { openViewer } from "./viewer.js";
import { openWebApp } from "./webapp.js";

const TYPING_MS = 5500;

export class Pane {
  #typing = 0;

  /** `desk` knows which pane is active and who sits where. */
  constructor({ store, desk, user, chat }) {
    Object.assign(this, { store, desk, user, chat: chat ?? user });
    this.#build();
  }

  #build() {
    this.header = el("header", { class: "pane-header" });
    this.element = el("section", { class: "pane", "data-pane": this.user, tabindex: -1 });
    this.host = this.element;
    this.list = new MessageList({ store: this.store, view: this.#view(), label: t("messages"), onScroll: (atEnd) => this.#scrolled(atEnd) });
    this.down = iconButton("down", t("to-end"), { class: "to-end", hidden: true, on: { click: () => this.#toEnd() } });
    this.composer = new Composer(this);
    this.silence = el("div", { class: "silence", role: "status", hidden: true });
    this.element.append(this.header,
      el("div", { class: "pane-body" }, this.list.element, this.list.date.element, this.down, el("div", { class: "toasts" }), this.silence),
      this.composer.element, el("div", { class: "drop-hint", "aria-hidden": "true" }, icon("attach"), t("drop-here")));
    watchGestures(this.list.element, this);
    for (const type of ["pointerdown", "focusin", "wheel"]) this.element.addEventListener(type, () => this.desk.activate(this), { passive: true });
    this.drawHeader();
  }

  /** What messages may ask of the pane. */
  #view() {
    const pane = this;
    return {
      user: this.user,
      revealed: new Set(),
      get inGroup() { return pane.chat !== pane.user; },
      find: (id) => this.store.chat(this.chat).messages.get(Number(id)),
      partsOf: (id) => this.partsOf(id),
      personName: (id) => this.#personName(id),
      topicName: (thread) => this.store.chat(this.chat).messages.get(thread)?.forum_topic_created?.name ?? `${thread}`,
      jump: (id) => this.list.jump(id) || showToast(this.element, t("message-gone")),
      reply: ([message]) => this.composer.reply(message),
      openActions: (messages, anchor) => openActions(this, messages, anchor),
      openPhoto: (url) => this.#openPhoto(url),
      openLink: (href) => this.openLink(href),
      sendText: (text) => this.composer.sendText(text),
      pressButton: (message, button) => this.#pressButton(message, button),
      focusComposer: () => this.composer.focus(),
    };
  }

  person() {
    return this.store.user(this.user) ?? { id: this.user, first_name: String(this.user) };
  }

  #personName(id) {
    if (id === this.store.bot.id) return this.store.bot.first_name;
    const person = this.store.user(id);
    return person && fullName(person);
  }

  partsOf(id) {
    const head = this.store.chat(this.chat).messages.get(Number(id));
    if (!head?.media_group) return [head];
    return this.store.messages(this.chat).filter((message) => message.media_group === head.media_group);
  }

  lastOwn() {
    return this.store.messages(this.chat).findLast((message) => message.from.id === this.user && message.text && !message.files?.length && !message.forward_from);
  }

  focusMessages() {
    this.list.focusLast();
  }

  /** Runs an action of the person; a refusal is shown as a toast. True when it went through. */
  async attempt(action) {
    try {
      await action();
      this.#acted();
      return true;
    } catch (error) {
      this.complain(error);
      return false;
    }
  }

  /** Says in the person's language what went wrong; the server's sentence stands behind it. */
  complain(error) {
    const words = error.status === 403 ? t("blocked") : error.status ? t("refused", { reason: error.message }) : t("no-connection");
    showToast(this.element, words, { error: true });
  }

  #acted() {
    this.list.dropUnreadLine();
    this.list.scrollToEnd();
    this.desk.catchUp(this.chat);
    watchSilence(this);
  }

  async #pressButton(message, button) {
    if (button.url) return this.#openUrl(button.url);
    if (button.web_app) return this.openWebApp(button.web_app);
    if (button.copy_text) return copyText(this, button.copy_text);
    if (!button.data) return showToast(this.element, t("button-elsewhere"), { error: true });
    return this.#tap(message, button);
  }

  async #tap(message, button) {
    watchSilence(this);
    try {
      const answer = await api.tap(this.chat, { from: this.user, message_id: message.id, data: button.data });
      if (answer.url) this.#openUrl(answer.url);
      this.desk.catchUp(this.chat);
    } catch (error) {
      this.complain(error);
    }
  }

  openWebApp(url) {
    return this.attempt(() => openWebApp(this, url));
  }

  #openUrl(url) {
    const href = safeUrl(url);
    if (!href) return showToast(this.element, t("bad-link"), { error: true });
    return this.openLink(href) || window.open(href, "_blank", "noopener,noreferrer");
  }

  /** Links to the bot itself start it in this chat; true when the link was handled here. */
  openLink(href) {
    const link = botLink(href, this.store.bot.username);
    if (!link) return false;
    if (link.refused) showToast(this.element, t("bad-payload"), { error: true });
    else this.#start(link.start);
    return true;
  }

  async #start(text) {
    if (this.chat !== this.user) await this.showChat(this.user);
    await this.composer.sendText(text);
  }

  #openPhoto(url) {
    const urls = this.store.messages(this.chat).flatMap((message) => (message.files ?? []).filter((file) => file.kind === "photo").map((file) => fileUrl(file.file_id)));
    openViewer(urls, Math.max(0, urls.indexOf(url)));
  }

  // Drawing.

  async open() {
    await this.#load(null);
  }

  async showChat(chat) {
    const previous = this.chat;
    this.chat = chat;
    this.list.clear();
    this.drawHeader();
    this.desk.rememberSeats();
    await this.#load(previous);
  }

  async #load(previous) {
    try {
      await this.store.loadChat(this.chat);
      await this.composer.switchChat(previous);
    } catch (error) {
      this.complain(error);
    }
  }

  draw() {
    const messages = this.store.messages(this.chat);
    this.list.render(messages, this.desk.attends(this) ? 0 : this.store.unread(this.chat, this.user));
    this.composer.setKeyboard(replyKeyboard(messages));
    this.drawHeader();
    this.readIfSeen();
  }

  drawHeader() {
    this.element.setAttribute("aria-label", fullName(this.person()));
    renderHeader(this, Boolean(this.#typing));
    const unread = this.store.unread(this.chat, this.user);
    this.down.dataset.count = unread || "";
  }

  /** Messages count as read once their reader is at this pane and sees the end of the chat. */
  readIfSeen() {
    if (this.desk.attends(this) && this.list.atEnd) this.store.markRead(this.chat, this.user);
  }

  #scrolled(atEnd) {
    this.down.hidden = atEnd;
    if (atEnd) this.readIfSeen();
  }

  #toEnd() {
    this.list.scrollToEnd();
    this.readIfSeen();
    this.composer.focus();
  }

  // News of the stream.

  onMessage(message) {
    if (message.from.id === this.user) this.list.scrollToEnd();
    if (message.from.id === this.store.bot.id) this.#setTyping(false);
    if (message.keyboard?.force_reply && this.desk.attends(this)) this.composer.reply(message);
  }

  onTyping() {
    this.#setTyping(true);
  }

  #setTyping(on) {
    clearTimeout(this.#typing);
    this.#typing = on ? setTimeout(() => this.#setTyping(false), TYPING_MS) : 0;
    this.drawHeader();
  }

  onAlert({ text, alert }) {
    if (!text) return;
    if (alert) showAlert(this.element, text);
    else showToast(this.element, text);
  }
}
