// What the page knows: people, chats, messages, unread counts and the server's clock.
// Views listen to "chat" (detail: {chat, change}), "people", "clock", "alert", "typing", "commands" and "call".

import { api } from "./api.js";

const LOAD_TRIES = 5;

// `revision` grows with each event of the chat: a transcript read meanwhile may lack it. `wanted`: somebody looks at it.
const emptyChat = (id) => ({ id, messages: new Map(), unread: {}, revision: 0, wanted: false });

/** A request that failed with the connection: the stream says so, and its return reads everything anew. */
export const ignoreLoss = () => {};

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

  /** Reads a chat anew, once more if something happened in it meanwhile. */
  async loadChat(id, tries = LOAD_TRIES) {
    const chat = this.chat(id);
    const { revision } = chat;
    chat.wanted = true;
    const { messages, unread } = await api.chat(id);
    if (chat.revision !== revision && tries > 1) return this.loadChat(id, tries - 1);
    Object.assign(chat, { messages: new Map(messages.map((message) => [message.id, message])), unread });
    return this.emit("chat", { chat: id, change: "loaded" });
  }

  /** Everything again: after a lost connection or a reset. */
  async refresh() {
    await this.loadPeople();
    const wanted = [...this.chats.values()].filter((chat) => chat.wanted);
    await Promise.all(wanted.map((chat) => this.loadChat(chat.id)));
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
    await api.read(chat, user).catch(ignoreLoss);
  }

  #readers(chat) {
    const group = this.group(chat);
    return group ? group.members.map((member) => member.id ?? member) : [chat];
  }

  /** Chats that nobody looks at keep their counts only. */
  #keep(chat, message) {
    chat.revision += 1;
    if (chat.wanted) chat.messages.set(message.id, message);
  }

  #message({ chat: id, message }) {
    const chat = this.chat(id);
    const fresh = !chat.messages.has(message.id);
    this.#keep(chat, message);
    if (fresh) {
      for (const user of this.#readers(id)) {
        if (user !== message.from.id) chat.unread[user] = (chat.unread[user] ?? 0) + 1;
      }
    }
    this.emit("chat", { chat: id, change: "message", message });
  }

  #edited({ chat: id, message }) {
    this.#keep(this.chat(id), message);
    this.emit("chat", { chat: id, change: "edited", message });
  }

  #deleted({ chat: id, id: messageId }) {
    const chat = this.chat(id);
    chat.revision += 1;
    chat.messages.delete(messageId);
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
    else if (name === "users") this.loadPeople().catch(ignoreLoss);
    else if (name === "reset") this.#reset().catch(ignoreLoss);
    else this.emit(name, data);
  }
}
