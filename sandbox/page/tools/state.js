// The state of the server as data, and starting anew.

import { api } from "../api.js";
import { el } from "../dom.js";
import { t } from "../i18n.js";
import { button, outcome, section } from "./parts.js";

const ASK_MS = 4000;

/** A button that asks once more before it acts. */
function sureButton(label, action) {
  const node = button(label, () => {
    if (node.dataset.sure) return action();
    node.dataset.sure = "true";
    node.textContent = t("sure");
    return setTimeout(() => { delete node.dataset.sure; node.textContent = label; }, ASK_MS);
  }, { class: "danger" });
  return node;
}

export function statePanel({ desk }) {
  const { element: note, run } = outcome();
  const queue = el("p", { class: "tools-outcome" });
  const raw = el("pre", { class: "raw", tabindex: 0 });
  const load = () => run(async () => {
    const [state, updates] = await Promise.all([api.state(), api.updates()]);
    queue.textContent = t("queue", { count: updates.pending });
    raw.textContent = JSON.stringify(state, null, 2);
  });
  const chat = button(t("raw-chat"), () => run(async () => { raw.textContent = JSON.stringify(await api.chat(desk.active.chat), null, 2); }));
  const reset = sureButton(t("reset"), () => run(api.reset, t("reset-done")));
  load();
  return { element: el("div", {}, section(t("server-state"), queue, el("div", { class: "tool-row" }, button(t("refresh"), load), chat, reset), note, raw)) };
}
