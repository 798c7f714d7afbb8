// What a message carries beside its text: photos, documents, voice, contact, place, sticker.

import { fileUrl } from "./api.js";
import { el, icon } from "./dom.js";
import { duration, sizeOf, t } from "./i18n.js";

const SOUNDS = new Set(["voice", "audio"]);
const MOVIES = new Set(["video", "animation", "video_note"]);
const BARS = 36;

function photo(file, view) {
  const url = fileUrl(file.file_id);
  const image = el("img", { src: url, alt: file.name || t("photo"), loading: "lazy", decoding: "async" });
  const button = el("button", { type: "button", class: "photo", "aria-label": t("open-photo"), on: { click: () => view.openPhoto(url) } }, image);
  image.addEventListener("error", () => button.replaceWith(documentFile({ ...file, name: file.name || t("photo") })));
  return button;
}

function movie(file) {
  return el("video", { class: "video", src: fileUrl(file.file_id), controls: true, preload: "metadata" });
}

const extension = (name) => (/\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1] ?? "").toLowerCase();

function documentFile(file) {
  const name = file.name || t("file");
  return el("a", { class: "document", href: fileUrl(file.file_id), download: name, title: name },
    el("span", { class: "document-icon", "aria-hidden": "true" }, extension(name) || icon("file")),
    el("span", { class: "document-about" },
      el("span", { class: "document-name", dir: "auto" }, name),
      el("span", { class: "document-size" }, sizeOf(file.size ?? 0))));
}

/** Heights of the bars drawn for a sound, always the same for a file. */
function waveform(seed) {
  let state = [...String(seed)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: BARS }, () => {
    state = (state * 1_103_515_245 + 12_345) >>> 0;
    return 20 + ((state >>> 16) % 80);
  });
}

function sound(file) {
  const audio = new Audio(fileUrl(file.file_id));
  audio.preload = "metadata";
  const play = el("button", { type: "button", class: "play", "aria-label": t("play") }, icon("play"));
  const bars = el("span", { class: "bars", "aria-hidden": "true" }, waveform(file.file_id).map((height) => el("i", { style: { "--height": `${height}%` } })));
  const time = el("span", { class: "sound-time" }, duration(file.duration));
  const draw = () => {
    play.replaceChildren(icon(audio.paused ? "play" : "pause"));
    play.setAttribute("aria-label", audio.paused ? t("play") : t("pause"));
    const done = audio.duration ? audio.currentTime / audio.duration : 0;
    bars.style.setProperty("--done", done);
    [...bars.children].forEach((bar, index) => bar.classList.toggle("done", index < done * BARS));
    time.textContent = duration(audio.paused && !audio.currentTime ? audio.duration || file.duration : audio.currentTime);
  };
  for (const type of ["play", "pause", "timeupdate", "loadedmetadata", "ended"]) audio.addEventListener(type, draw);
  audio.addEventListener("error", () => { time.textContent = t("sound-broken"); });
  play.addEventListener("click", () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()));
  return el("div", { class: "sound" }, play, el("span", { class: "sound-about" }, bars, time));
}

function renderFile(file, view) {
  if (file.kind === "photo") return photo(file, view);
  if (MOVIES.has(file.kind)) return movie(file);
  if (SOUNDS.has(file.kind)) return sound(file);
  return documentFile(file);
}

/** All files of a bubble: photos and videos in a mosaic, the rest one under another. */
export function renderFiles(messages, view) {
  const files = messages.flatMap((message) => (message.files ?? []).filter((file) => file.kind !== "sticker").map((file) => ({ file, id: message.id })));
  if (!files.length) return null;
  const visual = files.every(({ file }) => file.kind === "photo" || MOVIES.has(file.kind));
  const cells = files.map(({ file, id }) => el("div", { class: "cell", "data-part-id": id }, renderFile(file, view)));
  return el("div", { class: visual ? "mosaic" : "files", "data-count": Math.min(files.length, 10) }, cells);
}

export function renderContact(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "contact" },
    el("span", { class: "document-icon", "aria-hidden": "true" }, icon("person")),
    el("span", { class: "document-about" },
      el("span", { class: "document-name", dir: "auto" }, name),
      el("a", { class: "link", href: `tel:${contact.phone_number}` }, contact.phone_number)));
}

export function renderLocation({ latitude, longitude }) {
  const point = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return el("div", { class: "place" }, el("span", { class: "place-map", "aria-hidden": "true" }, icon("pin")), el("span", { class: "place-point" }, point));
}

export function renderSticker(sticker) {
  return el("div", { class: "sticker", role: "img", "aria-label": `${t("sticker")} ${sticker.emoji ?? ""}` }, sticker.emoji ?? "🙂");
}
