// A photo at full size over the whole page.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { closeButton } from "./sheet.js";

/** Shows `urls[index]`; arrows go to the others, Escape or a press beside the picture closes. */
export function openViewer(urls, index) {
  const image = el("img", { alt: t("photo") });
  const dialog = el("dialog", { class: "viewer", "aria-label": t("photo") }, image, closeButton(() => dialog.close()));
  let at = index;
  const show = (next) => {
    at = (next + urls.length) % urls.length;
    image.src = urls[at];
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(at + 1);
    if (event.key === "ArrowLeft") show(at - 1);
  });
  dialog.addEventListener("click", (event) => event.target !== image && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  show(index);
  document.body.append(dialog);
  dialog.showModal();
}
