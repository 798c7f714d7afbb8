// Text with Telegram entities as DOM. Offsets and lengths count UTF-16 units, as JavaScript strings do.
// Everything a person or the bot wrote becomes text nodes; markup in it stays text.

import { el, icon } from "./dom.js";
import { t } from "./i18n.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const QUOTE_LINES = 3;
const QUOTE_LENGTH = 160;
const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** Entities as a tree of {entity, start, end, children}; crossing entities are cut at their parent's end. */
export function entityTree(length, entities) {
  const root = { start: 0, end: length, children: [] };
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const stack = [root];
  for (const entity of sorted) {
    while (stack.length > 1 && entity.offset >= stack.at(-1).end) stack.pop();
    const parent = stack.at(-1);
    const node = { entity, start: entity.offset, end: Math.min(entity.offset + entity.length, parent.end), children: [] };
    if (node.end <= node.start) continue;
    parent.children.push(node);
    stack.push(node);
  }
  return root;
}

/** The address if it is one that a page may open, else null. */
export function safeUrl(value) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`);
    return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, children, view) {
  const href = safeUrl(address);
  if (!href) return el("span", {}, children);
  const open = (event) => {
    if (view.openLink(href)) event.preventDefault();
  };
  return el("a", { class: "link", href, target: "_blank", rel: "noopener noreferrer", title: href, on: { click: open } }, children);
}

function command(text, children, view) {
  return el("button", { type: "button", class: "link command", on: { click: () => view.sendText(text) } }, children);
}

function spoiler(key, children, view) {
  if (view.revealed.has(key)) return el("span", { class: "spoiler revealed" }, children);
  const node = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": t("spoiler") }, children);
  const reveal = () => {
    view.revealed.add(key);
    node.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    reveal();
  });
  return node;
}

function pre(entity, text, children) {
  const copy = () => navigator.clipboard?.writeText(text);
  const head = entity.language ? el("span", { class: "pre-head" }, entity.language) : null;
  const button = el("button", { type: "button", class: "pre-copy", title: t("copy"), "aria-label": t("copy"), on: { click: copy } }, icon("copy"));
  return el("span", { class: "pre" }, head, el("code", {}, children), button);
}

function quote(key, text, children, view) {
  const long = text.split("\n").length > QUOTE_LINES || text.length > QUOTE_LENGTH;
  if (!long) return el("blockquote", {}, children);
  const node = el("blockquote", { class: "expandable" }, el("span", { class: "quote-text" }, children));
  const toggle = el("button", { type: "button", class: "quote-toggle" }, icon("down"));
  const show = (open) => {
    node.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.setAttribute("aria-label", open ? t("collapse") : t("expand"));
  };
  toggle.addEventListener("click", () => {
    const open = !view.revealed.has(key);
    if (open) view.revealed.add(key);
    else view.revealed.delete(key);
    show(open);
  });
  show(view.revealed.has(key));
  node.append(toggle);
  return node;
}

function dress({ entity, start, end }, source, children, view, owner) {
  const text = source.slice(start, end);
  const key = `${owner}:${start}`;
  if (entity.type in PLAIN) return el(PLAIN[entity.type], {}, children);
  switch (entity.type) {
    case "code": return el("code", {}, children);
    case "pre": return pre(entity, text, children);
    case "blockquote": return el("blockquote", {}, children);
    case "expandable_blockquote": return quote(key, text, children, view);
    case "spoiler": return spoiler(key, children, view);
    case "url": return link(text, children, view);
    case "text_link": return link(entity.url, children, view);
    case "email": return link(`mailto:${text}`, children, view);
    case "phone_number": return link(`tel:${text.replace(/[^\d+]/g, "")}`, children, view);
    case "bot_command": return command(text, children, view);
    case "mention": case "text_mention": case "hashtag": case "cashtag": return el("span", { class: "link" }, children);
    default: return el("span", {}, children);
  }
}

function build(node, source, view, owner) {
  const parts = [];
  let at = node.start;
  for (const child of node.children) {
    if (child.start > at) parts.push(source.slice(at, child.start));
    parts.push(dress(child, source, build(child, source, view, owner), view, owner));
    at = child.end;
    if (BLOCKS.has(child.entity.type) && source[at] === "\n") at += 1; // a block breaks the line by itself
  }
  if (node.end > at) parts.push(source.slice(at, node.end));
  return parts;
}

/**
 * Text nodes and elements for `text`. `view` gives openLink, sendText and the set `revealed`
 * (opened spoilers and quotes, kept over re-rendering under the key `owner:offset`).
 */
export function renderEntities(text, entities, view, owner) {
  return build(entityTree(text.length, entities ?? []), text, view, owner);
}
