// What the page knows: people, chats, messages, unread counts and the server's clock.
// Views listen to "chat" (detail: {chat, change}), "people", "clock", "alert", "typing", "commands" and "call".

import { api } from "./api.js";

const emptyChat = (id) => ({ id, type: "private", title: "", messages: new Map(), unread: {}, loaded: false });

/** A date of the wire, ISO text or Unix seconds, as a Date. */
export function toDate(value) {
  return new Date(typeof value === "number" ? value * 1000 : value);
}

export class Store extends EventTarget {
  bot = { id: 0, username: "", first_name: "" };
  users = [];
  groups = [];
  chats = new Map();
  #skew = 0;

  emit(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, handler) {
    this.addEventListener(type, (event) => handler(event.detail));
  }

  now() {
    return new Date(Date.now() + this.#skew);
  }

  setClock(now) {
    this.#skew = toDate(now).getTime() - Date.now();
    this.emit("clock");
  }

  async loadPeople() {
    const state = await api.state();
    Object.assign(this, { bot: state.bot, users: state.users, groups: state.groups ?? [] });
    this.setClock(state.now);
    this.emit("people");
  }

  user(id) {
    return this.users.find((user) => user.id === id);
  }

  group(id) {
    return this.groups.find((group) => group.id === id);
  }

  groupsOf(user) {
    return this.groups.filter((group) => group.members.some((member) => (member.id ?? member) === user));
  }

  chat(id) {
    if (!this.chats.has(id)) this.chats.set(id, emptyChat(id));
    return this.chats.get(id);
  }

  /** Messages that a person can see, in order. */
  messages(id) {
    return [...this.chat(id).messages.values()].filter((message) => !message.deleted);
  }

  async loadChat(id) {
    const answer = await api.chat(id);
    const chat = this.chat(id);
    chat.messages = new Map(answer.messages.map((message) => [message.id, message]));
    Object.assign(chat, { type: answer.type, title: answer.title ?? "", unread: answer.unread ?? {}, loaded: true });
    this.emit("chat", { chat: id, change: "loaded" });
  }

  /** Everything again: after a lost connection or a reset. */
  async refresh() {
    await this.loadPeople();
    const known = [...this.chats.values()].filter((chat) => chat.loaded);
    await Promise.all(known.map((chat) => this.loadChat(chat.id)));
    this.emit("commands");
  }

  unread(chat, user) {
    return this.chat(chat).unread[user] ?? 0;
  }

  unreadOf(user) {
    const chats = [user, ...this.groupsOf(user).map((group) => group.id)];
    return chats.reduce((sum, chat) => sum + this.unread(chat, user), 0);
  }

  async markRead(chat, user) {
    if (!this.unread(chat, user)) return;
    this.chat(chat).unread[user] = 0;
    this.emit("chat", { chat, change: "read" });
    await api.read(chat, user);
  }

  #readers(chat) {
    const group = this.group(chat);
    return group ? group.members.map((member) => member.id ?? member) : [chat];
  }

  #message({ chat: id, message }) {
    const chat = this.chat(id);
    const fresh = !chat.messages.has(message.id);
    chat.messages.set(message.id, message);
    if (fresh) {
      for (const user of this.#readers(id)) {
        if (user !== message.from.id) chat.unread[user] = (chat.unread[user] ?? 0) + 1;
      }
    }
    this.emit("chat", { chat: id, change: "message", message });
  }

  #edited({ chat: id, message }) {
    this.chat(id).messages.set(message.id, message);
    this.emit("chat", { chat: id, change: "edited", message });
  }

  #deleted({ chat: id, id: messageId }) {
    this.chat(id).messages.delete(messageId);
    this.emit("chat", { chat: id, change: "deleted" });
  }

  async #reset() {
    for (const chat of this.chats.values()) Object.assign(chat, { messages: new Map(), unread: {} });
    await this.refresh();
  }

  /** Takes one event of the stream. */
  receive(name, data) {
    if (name === "message") this.#message(data);
    else if (name === "edited") this.#edited(data);
    else if (name === "deleted") this.#deleted(data);
    else if (name === "clock") this.setClock(data.now);
    else if (name === "users") this.loadPeople();
    else if (name === "reset") this.#reset();
    else this.emit(name, data);
  }
}
