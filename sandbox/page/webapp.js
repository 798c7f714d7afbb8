// A Mini App in a frame: launch data from the server, the main and back buttons, theme and viewport.

import { api } from "./api.js";
import { el, iconButton } from "./dom.js";
import { safeUrl } from "./entities.js";
import { t } from "./i18n.js";
import { closeButton, openSheet } from "./sheet.js";

const PERMISSIONS = "allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads";
const THEME = {
  bg_color: "--panel", text_color: "--text", hint_color: "--muted", link_color: "--accent",
  button_color: "--accent-fill", button_text_color: "--on-accent", secondary_bg_color: "--app",
};

/** Colours of the page in the form that Mini Apps expect: #rrggbb. */
function themeParams() {
  const probe = el("i", { class: "colour-probe" });
  document.body.append(probe);
  const params = Object.fromEntries(Object.entries(THEME).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    return [name, `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`];
  }));
  probe.remove();
  return params;
}

/** Answers of the client to the events of telegram-web-app.js. */
function handlers({ frame, main, back, reply, popup, close, openLink }) {
  return {
    web_app_close: close,
    web_app_request_theme: () => reply("theme_changed", { theme_params: themeParams() }),
    web_app_request_viewport: () => reply("viewport_changed", { height: frame.clientHeight, width: frame.clientWidth, is_state_stable: true, is_expanded: true }),
    web_app_open_link: ({ url }) => safeUrl(url) && window.open(safeUrl(url), "_blank", "noopener,noreferrer"),
    web_app_open_popup: popup,
    web_app_open_tg_link: ({ path_full: path }) => { close(); openLink(`https://t.me${path}`); },
    web_app_setup_back_button: ({ is_visible: visible }) => { back.hidden = !visible; },
    web_app_setup_main_button: ({ is_visible: visible, is_active: active = true, text }) => {
      main.hidden = !visible;
      main.disabled = !active;
      main.textContent = text ?? main.textContent;
    },
  };
}

const POPUP_WORDS = { ok: "ok", close: "close", cancel: "cancel" };

/** showAlert, showConfirm and showPopup of a Mini App: a window over it, the answer is the pressed button's id. */
function openPopup(host, { title, message, buttons }, reply) {
  let pressed;
  const keys = buttons.map(({ id, type, text }) => el("button", {
    type: "button", class: `flat-button${type === "destructive" || type === "cancel" ? " quiet" : ""}`,
    on: { click: () => { pressed = id; sheet.close(); } },
  }, type in POPUP_WORDS ? t(POPUP_WORDS[type]) : text));
  const answer = () => reply("popup_closed", pressed === undefined ? {} : { button_id: pressed });
  const sheet = openSheet(host, { title, body: el("p", { class: "alert-text" }, message), actions: keys, className: "alert", onClose: answer });
}

/** A message of the Mini App as {eventType, eventData}; anything else that a frame may post is nothing. */
function readEvent(data) {
  try {
    const { eventType, eventData } = JSON.parse(data);
    return { eventType, eventData: typeof eventData === "string" ? JSON.parse(eventData) : eventData ?? {} };
  } catch {
    return {};
  }
}

/** Opens `url` with launch data signed for the pane's person. */
export async function openWebApp(pane, url) {
  const launch = await api.webapp(pane.user, url, pane.chat);
  const frame = el("iframe", { class: "webapp-frame", src: launch.url, title: t("mini-app"), allow: "clipboard-write", sandbox: PERMISSIONS });
  const main = el("button", { type: "button", class: "flat-button webapp-main", hidden: true });
  const back = iconButton("back", t("back"), { hidden: true });
  const origin = new URL(launch.url).origin;
  const reply = (eventType, eventData = {}) => frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin);
  const head = el("div", { class: "webapp-head" }, back, el("b", {}, pane.store.bot.first_name), closeButton(() => sheet.close()));
  const listen = (event) => {
    if (event.source !== frame.contentWindow) return;
    const { eventType, eventData } = readEvent(event.data);
    if (Object.hasOwn(table, eventType)) table[eventType](eventData);
  };
  const sheet = openSheet(pane.element, { body: [head, frame, main], className: "webapp", onClose: () => removeEventListener("message", listen) });
  sheet.box.setAttribute("aria-label", t("mini-app"));
  const popup = (data) => openPopup(pane.element, data, reply);
  const table = handlers({ frame, main, back, reply, popup, close: sheet.close, openLink: (href) => pane.openLink(href) });
  main.addEventListener("click", () => reply("main_button_pressed"));
  back.addEventListener("click", () => reply("back_button_pressed"));
  addEventListener("message", listen);
}
