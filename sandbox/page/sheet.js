// Windows inside one pane: alerts, forms, previews. The rest of the pane is inert while one is open; other panes live on.

import { el, iconButton } from "./dom.js";
import { t } from "./i18n.js";

const FOCUSABLE = "button, input, textarea, select, a[href], iframe";

/** Keeps Tab inside the window. */
function keepInside(box) {
  return (event) => {
    if (event.key !== "Tab") return;
    const stops = [...box.querySelectorAll(FOCUSABLE)].filter((node) => !node.disabled && node.offsetParent && node.tabIndex >= 0);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };
}

/** Opens a window in `host`; gives {close, box, rename}. `grab: false` leaves the focus where it is. */
export function openSheet(host, { title, body, actions = [], role = "dialog", className = "", grab = true, onClose = () => {} }) {
  const back = document.activeElement;
  const rest = [...host.children].filter((child) => !child.inert);
  const heading = title ? el("h2", { class: "sheet-title" }, title) : null;
  const box = el("div", { class: `sheet ${className}`, role, "aria-modal": "true", "aria-label": title }, heading, body,
    actions.length ? el("div", { class: "sheet-actions" }, actions) : null);
  const cover = el("div", { class: "sheet-cover" }, box);
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    cover.remove();
    for (const child of rest) child.inert = false;
    onClose();
    if (host.contains(back) || !document.activeElement || document.activeElement === document.body) back?.focus?.({ preventScroll: true });
  };
  cover.addEventListener("pointerdown", (event) => event.target === cover && close());
  cover.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  box.addEventListener("keydown", keepInside(box));
  host.append(cover);
  for (const child of rest) child.inert = true;
  if (grab) (box.querySelector("[data-autofocus]") ?? box.querySelector(FOCUSABLE))?.focus();
  const rename = (words) => {
    heading.textContent = words;
    box.setAttribute("aria-label", words);
  };
  return { close, box, rename };
}

/** The alert of answerCallbackQuery(show_alert). */
export function showAlert(host, text) {
  const mine = host.contains(document.activeElement) || document.activeElement === document.body;
  const button = el("button", { type: "button", class: "flat-button", "data-testid": "alert-ok", "data-autofocus": true }, t("ok"));
  const { close } = openSheet(host, { body: el("p", { class: "alert-text" }, text), actions: [button], role: "alertdialog", className: "alert", grab: mine });
  button.addEventListener("click", close);
}

const TOAST_MS = 4000;

/** A short note over the chat that goes away by itself. */
export function showToast(host, text, { error = false } = {}) {
  const toast = el("div", { class: `toast${error ? " error" : ""}`, role: error ? "alert" : "status", "data-testid": "toast" }, text);
  host.querySelector(".toasts").append(toast);
  setTimeout(() => toast.remove(), TOAST_MS);
}

export function field(label, props) {
  const input = el("input", { class: "field-input", ...props });
  return { input, node: el("label", { class: "field" }, el("span", {}, label), input) };
}

/** A small form; `onSubmit(values)` may throw, its message is shown and the form stays. */
export function openForm(host, { title, fields, submit, onSubmit }) {
  const inputs = fields.map(({ name, label, ...props }) => ({ name, ...field(label, props) }));
  const problem = el("p", { class: "form-problem", role: "alert" });
  const form = el("form", { class: "form" }, inputs.map(({ node }) => node), problem,
    el("div", { class: "sheet-actions" },
      el("button", { type: "button", class: "flat-button quiet", on: { click: () => sheet.close() } }, t("cancel")),
      el("button", { type: "submit", class: "flat-button" }, submit)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await onSubmit(Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim()])));
      sheet.close();
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  const sheet = openSheet(host, { title, body: form });
  inputs[0].input.focus();
  return sheet;
}

export function closeButton(action) {
  return iconButton("close", t("close"), { on: { click: action } });
}
