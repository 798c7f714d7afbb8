// The bot's commands: the list that opens at "/" or by the Menu button, filtered as one types.

import { api } from "./api.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";

let serial = 0;

export class Commands {
  #all = [];
  #index = 0;

  /** `onPick(command)` sends "/command"; `onWebApp(url)` opens the bot's menu web app. */
  constructor({ onPick }) {
    this.onPick = onPick;
    this.menuButton = { type: "commands" };
    this.element = el("div", { class: "commands", role: "listbox", "aria-label": t("commands"), hidden: true });
  }

  async load(chat, user) {
    const { commands, menu_button } = await api.commands(chat, user);
    this.#all = commands ?? [];
    this.menuButton = menu_button ?? { type: "commands" };
  }

  get any() {
    return this.#all.length > 0;
  }

  get open() {
    return !this.element.hidden;
  }

  close() {
    this.element.hidden = true;
  }

  /** Shows the commands that begin with `prefix` (without the slash). */
  show(prefix = "") {
    const found = this.#all.filter(({ command }) => command.startsWith(prefix.toLowerCase()));
    this.element.replaceChildren(...found.map((item) => this.#option(item)));
    this.element.hidden = !found.length;
    this.element.scrollTop = 0;
    this.#select(0);
  }

  #option({ command, description }) {
    const pick = () => { this.close(); this.onPick(command); };
    const node = el("div", { class: "command-option", role: "option", id: `command-${serial += 1}`, data: { command }, on: { click: pick } },
      el("b", {}, `/${command}`), el("span", {}, description));
    node.addEventListener("pointerdown", (event) => event.preventDefault());
    return node;
  }

  #select(index) {
    const options = [...this.element.children];
    if (!options.length) return;
    this.#index = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#index)));
    options[this.#index].scrollIntoView({ block: "nearest" });
  }

  get selectedId() {
    return this.open ? this.element.children[this.#index]?.id : "";
  }

  /** Handles a key of the composer; true when the key was used. */
  keydown(event) {
    if (!this.open) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#select(this.#index + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.key === "Enter" || event.key === "Tab") this.element.children[this.#index]?.click();
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
