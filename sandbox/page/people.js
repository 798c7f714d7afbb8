// Names and pictures of people.

import { el, icon } from "./dom.js";
import { roleName } from "./i18n.js";

const COLOURS = 7;

export const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** What a person is called in menus: the role where the page knows it, else the username. */
export const subtitle = (user) => roleName(user.role) || (user.username ? `@${user.username}` : "");

const initials = (name) =>
  name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();

/** One of seven accent colours, the same for an id everywhere. */
export const colourOf = (id) => Math.abs(Number(id)) % COLOURS;

export function avatar(person) {
  const props = { class: "avatar", "data-colour": colourOf(person.id), "aria-hidden": "true" };
  if (person.is_bot) return el("span", { ...props, class: "avatar bot" }, icon("bot"));
  return el("span", props, initials(person.title ?? fullName(person)));
}

export function badge(count) {
  return count ? el("span", { class: "badge", "data-testid": "unread" }, count > 99 ? "99+" : String(count)) : null;
}
