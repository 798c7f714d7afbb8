// Turns messages into the rows of a chat: dates, the unread line, and bubbles grouped by author and album.

import { toDate } from "./store.js";

const GROUP_SECONDS = 10 * 60;

const dayKey = (date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

function follows(previous, next) {
  return previous
    && previous.messages[0].from.id === next.messages[0].from.id
    && dayKey(previous.date) === dayKey(next.date)
    && next.date - previous.date < GROUP_SECONDS * 1000;
}

const isService = (message) => message.forum_topic_created || message.forum_topic_closed || message.forum_topic_reopened;

/** Consecutive messages of one album become one item. */
export function groupAlbums(messages) {
  const items = [];
  for (const message of messages) {
    const last = items.at(-1);
    const sameAlbum = message.media_group && last?.messages[0].media_group === message.media_group;
    if (sameAlbum) last.messages.push(message);
    else items.push({ messages: [message], date: toDate(message.date) });
  }
  return items;
}

/**
 * Rows of the kinds date {day}, unread {}, service {message} and bubble {messages, mine, first, last}.
 * `unreadFrom` is the id of the first unread message, or null.
 */
export function buildRows(messages, user, unreadFrom) {
  const items = groupAlbums(messages);
  const rows = [];
  let day = "";
  items.forEach((item, index) => {
    const [head] = item.messages;
    if (dayKey(item.date) !== day) {
      day = dayKey(item.date);
      rows.push({ kind: "date", key: `date-${day}`, day: item.date });
    }
    const unread = head.id === unreadFrom;
    if (unread) rows.push({ kind: "unread", key: "unread" });
    if (isService(head)) {
      rows.push({ kind: "service", key: `message-${head.id}`, messages: item.messages });
      return;
    }
    const next = items[index + 1];
    rows.push({
      kind: "bubble",
      key: `message-${head.id}`,
      messages: item.messages,
      mine: head.from.id === user,
      first: unread || !follows(items[index - 1], item),
      last: !next || next.messages[0].id === unreadFrom || !follows(item, next),
    });
  });
  return rows;
}
