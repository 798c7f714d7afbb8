// Making Telegram fail: errors, lost connections, a person who blocked the bot.

import { api } from "../api.js";
import { el } from "../dom.js";
import { t } from "../i18n.js";
import { fullName } from "../people.js";
import { field } from "../sheet.js";
import { button, outcome, section, select } from "./parts.js";

const METHODS = ["*", "sendMessage", "editMessageText", "answerCallbackQuery", "sendDocument", "sendPhoto", "getFile", "getUpdates"];
const KINDS = {
  429: { code: 429, retry_after: 3 },
  500: { code: 500 },
  drop: { code: "drop" },
  lost: { code: "drop", after_accept: true },
  hang: { code: "hang" },
};

function faultForm(run) {
  const method = select(t("method"), METHODS.map((name) => [name, name === "*" ? t("any-method") : name]));
  const kind = select(t("fault-kind"), Object.keys(KINDS).map((name) => [name, t(`fault.${name}`)]));
  const times = field(t("times"), { type: "number", min: 1, value: 1, required: true });
  const form = el("form", { class: "form" }, method.node, kind.node, times.node, el("button", { class: "tool-button", type: "submit" }, t("add-fault")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fault = { ...KINDS[kind.input.value], method: method.input.value, times: Number(times.input.value) };
    run(() => api.addFault(fault), t("fault-added"));
  });
  return form;
}

function blockLine(user, run) {
  const change = (blocked) => run(() => api.block(user.id, blocked), t(blocked ? "has-blocked" : "has-unblocked", { name: user.first_name }));
  return el("div", { class: "tool-line" }, el("span", { dir: "auto" }, fullName(user)), button(t("block"), () => change(true)), button(t("unblock"), () => change(false)));
}

export function faultsPanel({ store, desk }) {
  const { element: note, run } = outcome();
  const clear = button(t("clear-faults"), () => run(api.clearFaults, t("faults-cleared")));
  const seated = desk.panes.map((pane) => pane.person());
  return {
    element: el("div", {}, note, section(t("break-telegram"), faultForm(run), clear), section(t("block-bot"), (seated.length ? seated : store.users).map((user) => blockLine(user, run)))),
  };
}
