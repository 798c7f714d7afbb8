// The drawer of a tester: clock, calls of the bot, faults, people, raw state.

import { el, iconButton } from "../dom.js";
import { t } from "../i18n.js";
import { callsPanel } from "./calls.js";
import { clockPanel } from "./clock.js";
import { faultsPanel } from "./faults.js";
import { peoplePanel } from "./people.js";
import { statePanel } from "./state.js";

const PANELS = { clock: clockPanel, calls: callsPanel, faults: faultsPanel, people: peoplePanel, state: statePanel };

export class Tools {
  #panel = null;
  #name = "clock";

  constructor(context) {
    this.context = context;
    this.body = el("div", { class: "tools-body", role: "tabpanel", id: "tools-panel" });
    this.tabs = el("div", { class: "tools-tabs", role: "tablist", "aria-label": t("tools") }, Object.keys(PANELS).map((name) => this.#tab(name)));
    this.element = el("aside", { class: "tools", "aria-label": t("tools"), "data-testid": "tools-drawer", hidden: true },
      el("div", { class: "tools-head" }, this.tabs, iconButton("close", t("close"), { on: { click: () => this.close() } })), this.body);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.tabs.addEventListener("keydown", (event) => this.#moveTab(event));
  }

  #tab(name) {
    return el("button", { type: "button", role: "tab", class: "tools-tab", data: { name }, "aria-controls": "tools-panel", on: { click: () => this.open(name) } }, t(`tools.${name}`));
  }

  #moveTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = Object.keys(PANELS);
    this.open(names[(names.indexOf(this.#name) + step + names.length) % names.length]);
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  toggle() {
    if (this.element.hidden) this.open(this.#name);
    else this.close();
  }

  open(name) {
    this.#name = name;
    this.#panel?.stop?.();
    this.#panel = PANELS[name](this.context);
    this.body.replaceChildren(this.#panel.element);
    for (const tab of this.tabs.children) {
      const selected = tab.dataset.name === name;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    this.#show(true);
  }

  close() {
    this.#panel?.stop?.();
    this.#panel = null;
    this.#show(false);
    this.#button()?.focus();
  }

  #button() {
    return document.querySelector("[data-testid=tools]");
  }

  #show(open) {
    this.element.hidden = !open;
    this.#button()?.setAttribute("aria-expanded", String(open));
  }
}
