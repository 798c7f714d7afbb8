// The clock of the sandbox: forward by a step, or to a moment.

import { api } from "../api.js";
import { el } from "../dom.js";
import { fullTime, t } from "../i18n.js";
import { field } from "../sheet.js";
import { button, listening, outcome, section } from "./parts.js";

const STEPS = [["1h", "step-hour"], ["1d", "step-day"], ["7d", "step-week"]];

const pad = (number) => String(number).padStart(2, "0");

/** A date as the value of a datetime-local field, in the browser's time zone. */
const localValue = (date) =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`;

export function clockPanel({ store }) {
  const now = el("p", { class: "clock-now", "data-testid": "clock-now" });
  const draw = () => { now.textContent = fullTime(store.now()); };
  const { element: note, run } = outcome();
  const change = (body) => run(async () => store.setClock((await api.setClock(body)).now));
  const steps = STEPS.map(([advance, label]) => button(t(label), () => change({ advance })));
  const moment = field(t("moment"), { type: "datetime-local", value: localValue(store.now()), required: true });
  const form = el("form", { class: "inline-form" }, moment.node, el("button", { class: "tool-button", type: "submit" }, t("set-clock")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ now: new Date(moment.input.value).toISOString() });
  });
  const timer = setInterval(draw, 1000);
  const unlisten = listening(store, { clock: draw });
  draw();
  return {
    element: el("div", {}, section(t("sandbox-time"), now), section(t("forward-by"), el("div", { class: "tool-row" }, steps)), section(t("to-date"), form), note),
    stop: () => { clearInterval(timer); unlisten(); },
  };
}
