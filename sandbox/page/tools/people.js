// New people and groups.

import { api } from "../api.js";
import { el } from "../dom.js";
import { t } from "../i18n.js";
import { fullName } from "../people.js";
import { field } from "../sheet.js";
import { outcome, section, select } from "./parts.js";

const LANGUAGES = ["ru", "uk", "en"];

function personForm(run) {
  const first = field(t("first-name"), { required: true });
  const last = field(t("last-name"), {});
  const username = field(t("username"), { pattern: "[A-Za-z0-9_]{5,32}", title: t("username-rule") });
  const language = select(t("telegram-language"), LANGUAGES.map((code) => [code, code]));
  const form = el("form", { class: "form" }, first.node, last.node, username.node, language.node, el("button", { class: "tool-button", type: "submit" }, t("add-person")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const optional = { last_name: last.input.value.trim(), username: username.input.value.trim() };
    const person = { first_name: first.input.value.trim(), language_code: language.input.value, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) };
    if (await run(() => api.addPerson(person), t("person-added", { name: person.first_name }))) form.reset();
  });
  return form;
}

function groupForm(store, run) {
  const title = field(t("group-title"), { required: true });
  const forum = el("input", { type: "checkbox" });
  const boxes = store.users.map((user) => ({ user, box: el("input", { type: "checkbox" }) }));
  const members = el("fieldset", { class: "members" }, el("legend", {}, t("group-members")), boxes.map(({ user, box }) => el("label", { class: "check" }, box, fullName(user))));
  const form = el("form", { class: "form" }, title.node, members, el("label", { class: "check" }, forum, t("forum")), el("button", { class: "tool-button", type: "submit" }, t("add-group")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const group = { title: title.input.value.trim(), forum: forum.checked, members: boxes.filter(({ box }) => box.checked).map(({ user }) => user.id) };
    if (await run(() => api.addGroup(group), t("group-added", { name: group.title }))) form.reset();
  });
  return form;
}

export function peoplePanel({ store }) {
  const { element: note, run } = outcome();
  const reloading = async (action, done) => (await run(action, done)) && store.loadPeople().then(() => true);
  return { element: el("div", {}, note, section(t("new-person"), personForm(reloading)), section(t("new-group"), groupForm(store, reloading))) };
}
