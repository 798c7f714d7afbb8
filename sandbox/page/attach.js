// Choosing what to attach: the menu behind the paper clip, and the preview before files go.

import { api } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { sizeOf, t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { isPicture, isSound, sendFiles, sendVoice } from "./sending.js";
import { openForm, openSheet } from "./sheet.js";

const STICKERS = ["👍", "🔥", "❤️", "🎉", "😂", "😍", "🤔", "😢", "🙏", "👌", "🚗", "🏠"];

function pickFiles(accept, multiple) {
  return new Promise((resolve) => {
    const input = el("input", { type: "file", accept, multiple, class: "hidden-input" });
    input.addEventListener("change", () => resolve([...input.files]));
    input.click();
  });
}

function thumbnail(file) {
  if (!isPicture(file)) return el("span", { class: "document-icon", "aria-hidden": "true" }, icon(isSound(file) ? "voice" : "file"));
  const url = URL.createObjectURL(file);
  const image = el("img", { src: url, alt: "" });
  image.addEventListener("load", () => URL.revokeObjectURL(url));
  return image;
}

function fileLine(file, remove) {
  return el("li", { class: "upload" }, thumbnail(file),
    el("span", { class: "document-about" },
      el("span", { class: "document-name", dir: "auto" }, file.name), el("span", { class: "document-size" }, sizeOf(file.size))),
    iconButton("close", `${t("remove")}: ${file.name}`, { on: { click: remove } }));
}

/** The window between choosing files and sending them. `seat` gives host, chat, shared() and attempt(). */
export function previewFiles(seat, chosen) {
  const files = [...chosen];
  const list = el("ul", { class: "uploads" });
  const caption = el("input", { class: "field-input", placeholder: t("caption"), "aria-label": t("caption"), "data-testid": "caption", "data-autofocus": true, maxlength: 1024 });
  const compress = el("input", { type: "checkbox", checked: true });
  const choice = el("label", { class: "check" }, compress, t("as-photos"));
  const send = el("button", { type: "submit", class: "flat-button", "data-testid": "send-files" }, t("send"));
  const form = el("form", { class: "form" }, list, choice, caption,
    el("div", { class: "sheet-actions" }, el("button", { type: "button", class: "flat-button quiet", on: { click: () => sheet.close() } }, t("cancel")), send));
  const draw = () => {
    list.replaceChildren(...files.map((file, index) => fileLine(file, () => { files.splice(index, 1); draw(); })));
    choice.hidden = !files.some(isPicture);
    sheet?.rename(t("send-files", { count: files.length }));
    if (!files.length) sheet?.close();
  };
  let sheet = null;
  draw();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    const options = { ...seat.shared(), caption: caption.value.trim(), compress: compress.checked };
    if (await seat.attempt(() => sendFiles(seat.chat, files, options))) sheet.close();
    send.disabled = false;
  });
  sheet = openSheet(seat.host, { title: t("send-files", { count: files.length }), body: form });
}

async function attachVoice(seat) {
  const [file] = await pickFiles("audio/*,.ogg,.oga,.opus", false);
  if (file) await seat.attempt(() => sendVoice(seat.chat, file, seat.shared()));
}

const ownContact = (user) => ({
  phone_number: user.phone,
  first_name: user.first_name, last_name: user.last_name || undefined, user_id: user.id,
});

function shareOwnContact(seat) {
  return seat.attempt(() => api.send(seat.chat, { ...seat.shared(), contact: ownContact(seat.person()) }));
}

function typedContact(seat) {
  openForm(seat.host, {
    title: t("share-contact"),
    submit: t("send"),
    fields: [
      { name: "first_name", label: t("first-name"), required: true },
      { name: "last_name", label: t("last-name") },
      { name: "phone_number", label: t("phone"), type: "tel", required: true, placeholder: "+7 916 123-45-67" },
    ],
    onSubmit: ({ last_name, ...contact }) => api.send(seat.chat, { ...seat.shared(), contact: { ...contact, ...(last_name ? { last_name } : {}) } }),
  });
}

function typedLocation(seat) {
  openForm(seat.host, {
    title: t("location"),
    submit: t("send"),
    fields: [
      { name: "latitude", label: t("latitude"), type: "number", step: "any", min: -90, max: 90, required: true, value: "55.75222" },
      { name: "longitude", label: t("longitude"), type: "number", step: "any", min: -180, max: 180, required: true, value: "37.61556" },
    ],
    onSubmit: (point) => api.send(seat.chat, { ...seat.shared(), location: { latitude: Number(point.latitude), longitude: Number(point.longitude) } }),
  });
}

function pickSticker(seat) {
  const stickers = STICKERS.map((emoji) => el("button", {
    type: "button", class: "sticker-choice", "aria-label": `${t("sticker")} ${emoji}`,
    on: { click: () => { sheet.close(); seat.attempt(() => api.send(seat.chat, { ...seat.shared(), sticker: { emoji } })); } },
  }, emoji));
  const sheet = openSheet(seat.host, { title: t("sticker"), body: el("div", { class: "sticker-grid" }, stickers) });
}

export function openAttachMenu(seat, anchor) {
  const choose = async (accept) => {
    const files = await pickFiles(accept, true);
    if (files.length) previewFiles(seat, files);
  };
  openMenu(anchor, [
    { label: t("photo"), icon: "image", action: () => choose("image/*") },
    { label: t("file"), icon: "file", action: () => choose("") },
    { label: t("voice"), icon: "voice", hint: t("voice-hint"), action: () => attachVoice(seat) },
    null,
    { label: t("own-contact"), icon: "person", action: () => shareOwnContact(seat) },
    { label: t("other-contact"), icon: "contacts", action: () => typedContact(seat) },
    { label: t("location"), icon: "pin", action: () => typedLocation(seat) },
    { label: t("sticker"), icon: "smile", action: () => pickSticker(seat) },
  ], t("attach"));
}

const pasted = (file, index) => (file.name ? file : new File([file], `pasted-${index + 1}.png`, { type: file.type }));

/** Files dropped on the pane or pasted into it open the preview. */
export function acceptDrops(element, onFiles) {
  let depth = 0;
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const leave = () => { depth = 0; element.classList.remove("dropping"); };
  element.addEventListener("dragenter", (event) => {
    if (!carries(event)) return;
    depth += 1;
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", (event) => carries(event) && --depth <= 0 && leave());
  element.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  element.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    leave();
    if (event.dataTransfer.files.length) onFiles([...event.dataTransfer.files]);
  });
  element.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    onFiles(files.map(pasted));
  });
}
