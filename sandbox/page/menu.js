// A popup menu: one at a time, arrow keys move, Escape and a press outside close, focus goes back where it was.

import { el, icon } from "./dom.js";

let close = () => {};

function place(menu, anchor) {
  const rect = anchor.getBoundingClientRect ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0);
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = rect.bottom + 6 + height < innerHeight;
  const top = below ? rect.bottom + 6 : Math.max(8, rect.top - height - 6);
  const left = Math.max(8, Math.min(rect.left, innerWidth - width - 8));
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

function menuItem(item) {
  if (item === null) return el("hr", {});
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  return el("button", { type: "button", role, class: item.danger ? "danger" : "", tabindex: -1, "aria-checked": item.checked, on: { click: () => { close(); item.action(); } } },
    item.picture ?? (item.icon ? icon(item.icon) : null),
    el("span", { class: "menu-text" }, el("span", { class: "menu-label" }, item.label), item.hint ? el("span", { class: "menu-hint" }, item.hint) : null),
    item.checked ? icon("check") : item.badge ?? null);
}

function keyboardMoves(menu) {
  return (event) => {
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (next !== undefined) items[(next + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/**
 * Opens a menu at an element or a point {x, y}. Items are {label, action, icon?, picture?, hint?, checked?, badge?, danger?},
 * null draws a line.
 */
export function openMenu(anchor, items, label) {
  close();
  const back = document.activeElement;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label }, items.map(menuItem));
  const outside = (event) => menu.contains(event.target) || close();
  const trigger = anchor instanceof Element ? anchor : null;
  close = () => {
    close = () => {};
    menu.remove();
    trigger?.classList.remove("menu-open");
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("resize", close);
    if (back?.isConnected) back.focus({ preventScroll: true });
  };
  menu.addEventListener("keydown", keyboardMoves(menu));
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", close);
  trigger?.classList.add("menu-open");
  document.body.append(menu);
  place(menu, anchor);
  (menu.querySelector("[aria-checked=true]") ?? menu.querySelector("button"))?.focus({ preventScroll: true });
}
