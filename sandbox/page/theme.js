// Light, dark, or as the system says.

import { iconButton } from "./dom.js";
import { t } from "./i18n.js";
import { recall, remember } from "./memory.js";

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const ICONS = { auto: "contrast", light: "sun", dark: "moon" };

const current = () => (recall("theme") in NEXT ? recall("theme") : "auto");

function apply(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A button that goes through the three themes. */
export function themeButton() {
  const theme = current();
  apply(theme);
  const button = iconButton(ICONS[theme], t(`theme.${theme}`), { "data-testid": "theme" });
  button.addEventListener("click", () => {
    remember("theme", NEXT[current()]);
    const fresh = themeButton();
    button.replaceWith(fresh);
    fresh.focus();
  });
  return button;
}
