// One bubble: author, forwarded-from, quote, files, text, time, buttons.

import { el, icon, iconButton } from "./dom.js";
import { renderEntities } from "./entities.js";
import { fullTime, t, timeOf } from "./i18n.js";
import { renderInlineKeyboard } from "./keyboard.js";
import { renderContact, renderFiles, renderLocation, renderSticker } from "./media.js";
import { avatar, colourOf } from "./people.js";
import { toDate } from "./store.js";

const JUMBO = /^(?:\p{RGI_Emoji}){1,3}$/v;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const KINDS = { photo: "photo", voice: "voice", audio: "voice", video: "video" };

/** One line that stands for a message in a quote, a list or for a screen reader. */
export function summary(message) {
  if (message.text) return message.text.replace(/\s+/g, " ").slice(0, 160);
  if (message.contact) return t("contact");
  if (message.location) return t("location");
  if (message.sticker) return `${t("sticker")} ${message.sticker.emoji ?? ""}`;
  const [file] = message.files ?? [];
  if (!file) return "";
  return file.kind in KINDS ? t(KINDS[file.kind]) : file.name || t("file");
}

function forwardName(origin, view) {
  return (origin.id && view.personName(origin.id)) || origin.name;
}

function forwardHead(message, view) {
  if (!message.forward_from) return null;
  return el("div", { class: "forwarded" }, t("forwarded-from"), " ", el("b", { dir: "auto" }, forwardName(message.forward_from, view)));
}

function replyQuote(message, view) {
  if (!message.reply_to) return null;
  const id = message.reply_to;
  const target = view.find(id);
  const author = target?.from;
  return el("button", { type: "button", class: "reply-quote", "data-colour": author ? colourOf(author.id) : 0, on: { click: () => view.jump(id) } },
    el("b", { dir: "auto" }, author?.first_name ?? t("message-gone")),
    el("span", { dir: "auto" }, target ? summary(target) : ""));
}

/** As in Telegram, only people's messages say that they were edited: those of bots change all the time. */
function meta(message) {
  const date = toDate(message.date);
  return el("span", { class: "meta" },
    message.edited && !message.from.is_bot ? el("span", { class: "edited" }, t("edited")) : null,
    el("time", { datetime: date.toISOString(), title: fullTime(date) }, timeOf(date)));
}

/** The text with room for the time at the end of its last line. */
function textBlock(messages, view) {
  const spoken = messages.find((message) => message.text);
  if (!spoken) return null;
  const ghost = el("span", { class: "meta ghost", "aria-hidden": "true" }, ...meta(spoken).childNodes);
  const rtl = RIGHT_TO_LEFT.test(spoken.text) ? "rtl" : "";
  return el("div", { class: `text ${rtl}`, dir: "auto" }, renderEntities(spoken.text, spoken.entities, view, spoken.id), ghost);
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions" }, message.reactions.map((reaction) => el("span", {}, reaction.emoji ?? "•")));
}

/** What Telegram says in the middle of the chat: a topic was opened or closed. */
export function serviceText(message) {
  if (message.forum_topic_created) return t("topic-created", { name: message.forum_topic_created.name });
  if (message.forum_topic_closed) return t("topic-closed");
  return message.forum_topic_reopened ? t("topic-reopened") : null;
}

function content(messages, view) {
  const [head] = messages;
  return [
    head.contact ? renderContact(head.contact) : null,
    head.location ? renderLocation(head.location) : null,
    head.sticker ? renderSticker(head.sticker) : null,
    renderFiles(messages, view),
    textBlock(messages, view),
  ];
}

function shape({ messages, mine, first, last }) {
  const [head] = messages;
  const bare = head.sticker || (JUMBO.test(head.text ?? "") && !head.reply_to && !head.forward_from && !head.buttons?.length);
  const visual = head.files?.length && head.files.every((file) => file.kind === "photo" || file.kind === "video");
  return [
    "bubble", mine ? "out" : "in", first && "first", last && "last", bare && "bare",
    visual && "visual", !messages.some((message) => message.text) && "wordless",
  ].filter(Boolean).join(" ");
}

function authorName(row, view) {
  const [head] = row.messages;
  if (!view.inGroup || row.mine || !row.first) return null;
  return el("div", { class: "author", "data-colour": colourOf(head.from.id), dir: "auto" }, head.from.first_name);
}

/** Shown over the corner of a bubble under the pointer; by keyboard the menu opens on the message itself. */
function quickActions(messages, view) {
  const more = iconButton("more", t("actions"), { tabindex: -1, "aria-haspopup": "menu", on: { click: () => view.openActions(messages, more) } });
  const reply = iconButton("reply", t("reply"), { tabindex: -1, on: { click: () => view.reply(messages) } });
  return el("div", { class: "quick-actions" }, reply, more);
}

/** The row of a chat for `row` of rows.js; `view` is the pane's message view. */
export function renderMessage(row, view) {
  const { messages, mine } = row;
  const head = messages[0];
  const tail = messages.at(-1);
  const bubble = el("div", { class: shape(row) },
    authorName(row, view),
    head.thread ? el("div", { class: "thread" }, icon("topic"), view.topicName(head.thread)) : null,
    forwardHead(head, view), replyQuote(head, view), content(messages, view), reactions(tail), meta(tail), quickActions(messages, view));
  const node = el("div", {
    class: `row ${mine ? "mine" : "theirs"}${row.last ? " last" : ""}`,
    "data-message-id": head.id,
    role: "article",
    tabindex: -1,
    "aria-label": `${mine ? t("you") : head.from.first_name}, ${timeOf(toDate(head.date))}`,
  },
  view.inGroup && !mine ? el("span", { class: "row-avatar" }, row.last ? avatar(head.from) : null) : null,
  el("div", { class: "stack" }, bubble, renderInlineKeyboard(tail, view) ?? (tail === head ? null : renderInlineKeyboard(head, view))));
  return node;
}
