// The head of a pane: who sits here, with whom the chat is, and the menu to change both.

import { arrange, el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { avatar, badge, fullName, subtitle } from "./people.js";

function seatMenu(pane, anchor) {
  const { store, desk } = pane;
  const people = store.users.map((user) => ({
    label: fullName(user),
    hint: subtitle(user),
    picture: avatar(user),
    checked: user.id === pane.user,
    badge: badge(store.unreadOf(user.id)),
    action: () => desk.seat(pane, user.id),
  }));
  const leave = { label: t("close-pane"), icon: "close", danger: true, action: () => desk.leave(pane) };
  openMenu(anchor, [...people, ...(desk.panes.length > 1 ? [null, leave] : [])], t("who-sits"));
}

function chatTab(pane, chat, label) {
  const selected = chat === pane.chat;
  return el("button", { type: "button", role: "tab", class: "chat-tab", "aria-selected": String(selected), on: { click: () => pane.showChat(chat) } },
    el("span", { class: "chat-title", dir: "auto" }, label), badge(selected ? 0 : pane.store.unread(chat, pane.user)));
}

function chatTabs(pane) {
  const groups = pane.store.groupsOf(pane.user);
  if (!groups.length) return null;
  return el("div", { class: "chat-tabs", role: "tablist", "aria-label": t("chats") },
    chatTab(pane, pane.user, pane.store.bot.first_name || t("bot")), groups.map((group) => chatTab(pane, group.id, group.title)));
}

function status(pane, typing) {
  if (typing) return el("span", { class: "status typing" }, t("typing"), el("i", { "aria-hidden": "true" }), el("i", { "aria-hidden": "true" }), el("i", { "aria-hidden": "true" }));
  const { store } = pane;
  if (pane.chat === pane.user) return el("span", { class: "status" }, t("with-bot", { bot: store.bot.first_name || t("bot") }));
  const group = store.group(pane.chat);
  return el("span", { class: "status" }, `${group?.title ?? ""} · ${t("members", { count: group?.members.length ?? 0 })}`);
}

function who(pane) {
  const person = pane.person();
  const button = el("button", { type: "button", class: "who", "aria-haspopup": "menu", title: t("who-sits"), "data-testid": "who" });
  button.append(avatar(person),
    el("span", { class: "who-about" },
      el("span", { class: "who-name" }, el("b", { dir: "auto" }, fullName(person)), subtitle(person) ? el("span", { class: "role" }, subtitle(person)) : null, icon("down")),
      el("span", { class: "who-status" })),
    el("span", { class: "who-badge" }));
  button.addEventListener("click", () => seatMenu(pane, button));
  return button;
}

/** Redraws the header; the button of the person stays the same node while the person does, so that it keeps the focus. */
export function renderHeader(pane, typing) {
  const name = `${fullName(pane.person())} ${subtitle(pane.person())}`;
  if (pane.header.dataset.name !== name) {
    pane.header.dataset.name = name;
    pane.header.replaceChildren(who(pane));
  }
  const button = pane.header.firstChild;
  button.querySelector(".who-status").replaceChildren(status(pane, typing));
  button.querySelector(".who-badge").replaceChildren(badge(pane.store.unread(pane.chat, pane.user)) ?? "");
  arrange(pane.header, [button, chatTabs(pane)].filter(Boolean));
}
