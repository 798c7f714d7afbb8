// What one can do with a message: reply, edit, forward, copy, look at it as data.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { avatar, fullName, subtitle } from "./people.js";
import { forward } from "./sending.js";
import { openSheet, showToast } from "./sheet.js";

const LONG_PRESS_MS = 500;

/** Says whether it worked: a page has no clipboard without the person's leave. */
export async function copyText(pane, text) {
  try {
    await navigator.clipboard.writeText(text);
    showToast(pane.element, t("copied"));
  } catch {
    showToast(pane.element, t("copy-failed"), { error: true });
  }
}

function showRaw(pane, messages) {
  openSheet(pane.element, { title: t("raw"), body: el("pre", { class: "raw", tabindex: 0 }, JSON.stringify(messages.length > 1 ? messages : messages[0], null, 2)), className: "wide" });
}

/** The first author as the server takes it: an id, or {name} where there is no account to show. */
function authorOf(message) {
  const origin = message.forward_from;
  return origin ? origin.id ?? { name: origin.name } : message.from.id;
}

function hiddenOrigin(message, store) {
  const origin = authorOf(message);
  const person = store.user(origin);
  return { name: origin.name ?? (person ? fullName(person) : store.bot.first_name) };
}

/** Chooses who forwards the messages to the bot (or to a group), and whether the author's account is shown. */
function openForward(pane, messages) {
  const { store } = pane;
  const hide = el("input", { type: "checkbox" });
  const send = async (person, chat) => {
    const [head] = messages;
    const origin = hide.checked ? hiddenOrigin(head, store) : authorOf(head);
    sheet.close();
    if (await pane.attempt(() => forward(messages, { chat, from: person.id, origin }))) showToast(pane.element, t("forwarded-by", { name: person.first_name }));
  };
  const line = (person, chat, label, hint) => el("button", { type: "button", class: "pick", on: { click: () => send(person, chat) } },
    avatar(chat === person.id ? person : store.group(chat)), el("span", { class: "document-about" }, el("span", { class: "document-name" }, label), el("span", { class: "document-size" }, hint)));
  const choices = store.users.flatMap((person) => [
    line(person, person.id, fullName(person), t("to-bot", { role: subtitle(person) })),
    ...store.groupsOf(person.id).map((group) => line(person, group.id, group.title, t("as-person", { name: person.first_name }))),
  ]);
  const body = [el("p", { class: "sheet-hint" }, t("forward-hint")), el("div", { class: "picks" }, choices), el("label", { class: "check" }, hide, t("hide-author"))];
  const sheet = openSheet(pane.element, { title: t("forward"), body });
}

/** The menu of a message, at its button, at a point or at the message itself. */
export function openActions(pane, messages, anchor) {
  const [head] = messages;
  const spoken = messages.find((message) => message.text);
  const own = head.from.id === pane.user;
  const editable = own && head.text && !head.files?.length && !head.forward_from;
  openMenu(anchor, [
    { label: t("reply"), icon: "reply", action: () => pane.composer.reply(head) },
    editable && { label: t("edit"), icon: "edit", action: () => pane.composer.startEdit(head) },
    { label: t("forward"), icon: "forward", action: () => openForward(pane, messages) },
    spoken && { label: t("copy-text"), icon: "copy", action: () => copyText(pane, spoken.text) },
    null,
    { label: t("raw"), icon: "code", action: () => showRaw(pane, messages) },
  ].filter((item) => item !== false && item !== undefined), t("actions"));
}

/** Right click, double click and a long press on bubbles of `list`. */
export function watchGestures(list, pane) {
  const target = (event) => event.target.closest("[data-message-id]");
  const onControl = (event) => event.target.closest("button, a, audio, video, input");
  const open = (row, point) => openActions(pane, pane.partsOf(row.dataset.messageId), point);
  list.addEventListener("contextmenu", (event) => {
    const row = target(event);
    if (!row || event.target.closest("a") || String(getSelection())) return;
    event.preventDefault();
    open(row, event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : row);
  });
  list.addEventListener("dblclick", (event) => {
    const row = target(event);
    if (row && !onControl(event) && event.target.closest(".row") === row && !event.target.closest(".text")) pane.composer.reply(pane.partsOf(row.dataset.messageId)[0]);
  });
  let timer = 0;
  list.addEventListener("touchstart", (event) => {
    const row = target(event);
    const [touch] = event.touches;
    clearTimeout(timer);
    if (row && !onControl(event)) timer = setTimeout(() => open(row, { x: touch.clientX, y: touch.clientY }), LONG_PRESS_MS);
  }, { passive: true });
  for (const type of ["touchend", "touchmove", "touchcancel"]) list.addEventListener(type, () => clearTimeout(timer), { passive: true });
}
