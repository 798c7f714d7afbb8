// Says when nobody reads what the person sent: the CRM is not running, and messages wait in the queue.

import { api } from "./api.js";
import { t } from "./i18n.js";

const PATIENCE_MS = 6000;
const CHECK_MS = 3000;

/** After an action of the person: if updates still wait after some seconds, a note stays until they are taken. */
export function watchSilence(pane) {
  clearTimeout(pane.silenceTimer);
  pane.silenceTimer = setTimeout(() => check(pane), PATIENCE_MS);
}

async function check(pane) {
  const { pending } = await api.updates().catch(() => ({ pending: 0 }));
  pane.silence.hidden = !pending;
  pane.silence.textContent = pending ? t("silence", { count: pending }) : "";
  if (pending) pane.silenceTimer = setTimeout(() => check(pane), CHECK_MS);
}
