// The log of Bot API calls: newest first, each opens to its parameters and answer.

import { api } from "../api.js";
import { debounce, el } from "../dom.js";
import { milliseconds, t, timeOf } from "../i18n.js";
import { toDate } from "../store.js";
import { listening } from "./parts.js";

const KEPT = 300;
const BURST_MS = 150;

const pretty = (value) => JSON.stringify(value, null, 2);

function callDetails(call) {
  return [el("h4", {}, t("params")), el("pre", { class: "raw", tabindex: 0 }, pretty(call.params)), el("h4", {}, t("response")), el("pre", { class: "raw", tabindex: 0 }, pretty(call.response))];
}

function targetOf(call, store) {
  const chat = Number(call.params?.chat_id);
  return store.user(chat)?.first_name ?? store.group(chat)?.title ?? "";
}

function callLine(call, store) {
  const failed = call.status >= 400 || !call.status;
  const line = el("details", { class: `call${failed ? " failed" : ""}` },
    el("summary", {},
      el("span", { class: "call-method" }, call.method, el("span", { class: "call-target" }, targetOf(call, store))), el("span", { class: "call-status" }, String(call.status ?? "—")),
      el("span", { class: "call-ms" }, milliseconds(call.ms ?? 0)), el("time", {}, timeOf(toDate(call.time)))));
  line.addEventListener("toggle", () => line.open && line.childElementCount === 1 && line.append(...callDetails(call)));
  return line;
}

export function callsPanel({ store }) {
  const polls = el("input", { type: "checkbox" });
  const list = el("div", { class: "calls", "data-testid": "calls" });
  let after = 0;
  const wanted = (call) => polls.checked || call.method.toLowerCase() !== "getupdates";
  const load = async () => {
    const { calls } = await api.calls(after, KEPT);
    after = Math.max(after, ...calls.map((call) => call.seq));
    list.prepend(...calls.filter(wanted).toReversed().map((call) => callLine(call, store)));
    while (list.childElementCount > KEPT) list.lastChild.remove();
  };
  const again = () => { after = 0; list.replaceChildren(); load(); };
  polls.addEventListener("change", again);
  const stop = listening(store, { call: debounce(load, BURST_MS) });
  load();
  return { element: el("div", {}, el("label", { class: "check" }, polls, t("show-polls")), list), stop };
}
