// The chat page: people of the brokerage side by side, each in a chat with the bot.

import { Desk } from "./desk.js";
import { el, iconButton } from "./dom.js";
import { changeLanguage, clockFace, language, t } from "./i18n.js";
import { openStream } from "./stream.js";
import { Store, ignoreLoss } from "./store.js";
import { themeButton } from "./theme.js";
import { Tools } from "./tools/drawer.js";

const RETRY_MS = 2000;

function topBar({ store, tools, strip }) {
  const clock = el("button", { type: "button", class: "clock", title: t("clock-hint"), "data-testid": "clock", on: { click: () => tools.open("clock") } });
  const draw = () => { clock.textContent = clockFace(store.now()); };
  store.on("clock", draw);
  setInterval(draw, 10_000);
  const languageButton = el("button", { type: "button", class: "icon-button language", title: t("language"), "aria-label": t("language"), on: { click: changeLanguage } }, language === "ru" ? "EN" : "РУ");
  return el("header", { class: "top-bar" },
    strip, el("div", { class: "top-tools" }, clock, languageButton, themeButton(), iconButton("tools", t("tools"), { "data-testid": "tools", "aria-expanded": "false", on: { click: () => tools.toggle() } })));
}

function connection(desk, note) {
  return (open) => {
    desk.live = open;
    note.hidden = open;
  };
}

async function loadPeople(store, note) {
  for (;;) {
    try {
      return await store.loadPeople();
    } catch {
      note.hidden = false;
      await new Promise((resolve) => { setTimeout(resolve, RETRY_MS); });
    }
  }
}

async function start() {
  const store = new Store();
  const main = el("main", { class: "panes", "aria-label": t("chats") });
  const strip = el("nav", { class: "strip", "aria-label": t("people") });
  const note = el("div", { class: "connection", role: "status", hidden: true }, t("reconnecting"));
  const desk = new Desk({ store, main, strip });
  const tools = new Tools({ store, desk });
  document.title = t("title");
  document.body.replaceChildren(document.getElementById("icons"), topBar({ store, tools, strip }), note, el("div", { class: "work" }, main, tools.element));
  await loadPeople(store, note);
  openStream({
    onEvent: (name, data) => store.receive(name, data),
    onResume: () => store.refresh().catch(ignoreLoss),
    onState: connection(desk, note),
  });
  await desk.open();
  desk.panes[0]?.composer.focusUnlessTouch();
  document.body.dataset.ready = "true";
}

start();
