// Small helpers for building DOM without ever parsing strings as markup.

const SVG = "http://www.w3.org/2000/svg";

function applyProp(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "on") for (const [type, handler] of Object.entries(value)) node.addEventListener(type, handler);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "style") for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** An element with attributes, listeners (`on`), data attributes (`data`) and children; strings become text nodes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) applyProp(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A decorative icon from the sprite of index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A round button with an icon and an accessible name. */
export function iconButton(name, label, props = {}) {
  const { class: extra = "", ...rest } = props;
  return el("button", { type: "button", title: label, "aria-label": label, ...rest, class: `icon-button ${extra}` }, icon(name));
}

/** Makes the children of `parent` equal to `nodes`, touching only what moved. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}

/** Calls `action` once per `delay` milliseconds at most, at the end of a burst. */
export function debounce(action, delay) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), delay);
  };
}
