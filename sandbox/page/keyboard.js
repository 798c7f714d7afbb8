// Keyboards of the bot: the inline one under a bubble and the reply one under the composer.

import { el, icon } from "./dom.js";
import { t } from "./i18n.js";

const FAIR_ROW = 30;
const MARKS = { url: "external", web_app: "window", copy_text: "copy" };

function kindOf(button) {
  return ["url", "web_app", "copy_text"].find((kind) => button[kind]) ?? "callback";
}

async function press(node, button, message, view) {
  if (node.dataset.busy) return;
  node.dataset.busy = "true";
  node.setAttribute("aria-busy", "true");
  try {
    await view.pressButton(message, button);
  } finally {
    delete node.dataset.busy;
    node.removeAttribute("aria-busy");
  }
}

function inlineButton(button, message, view) {
  const kind = kindOf(button);
  const node = el("button", { type: "button", class: `key ${button.style ?? ""}`, title: button.label, "data-kind": kind },
    el("span", { class: "key-label", dir: "auto" }, button.label),
    MARKS[kind] ? icon(MARKS[kind]) : null);
  node.addEventListener("click", () => press(node, button, message, view));
  return node;
}

/** A row whose longest label would be cut at equal widths shares the room by the lengths of its labels. */
function rowClass(labels) {
  const longest = Math.max(...labels.map((label) => label.length));
  return longest * labels.length > FAIR_ROW ? "key-row uneven" : "key-row";
}

export function renderInlineKeyboard(message, view) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => el("div", { class: rowClass(row.map(({ label }) => label)) }, row.map((button) => inlineButton(button, message, view))));
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": t("buttons") }, rows);
}

/** The reply keyboard in force after `messages`, with the id of its message; null when there is none. */
export function replyKeyboard(messages) {
  for (const message of messages.toReversed()) {
    const keyboard = message.keyboard;
    if (!keyboard) continue;
    if (keyboard.remove_keyboard) return null;
    if (keyboard.keyboard) return { rows: keyboard.keyboard, id: message.id, options: keyboard };
  }
  return null;
}

export const labelOf = (button) => button.text;

export function renderReplyKeyboard(keyboard, onPress) {
  return keyboard.rows.map((row) => el("div", { class: rowClass(row.map(labelOf)) }, row.map((button) => {
    return el("button", { type: "button", class: `key ${button.style ?? ""}`, title: labelOf(button), on: { click: () => onPress(button) } },
      el("span", { class: "key-label", dir: "auto" }, labelOf(button)));
  })));
}

