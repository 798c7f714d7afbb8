// From what a person chose to what the server takes: files as base64, albums of at most ten, forwards with their origin.

import { api, fileUrl } from "./api.js";

const ALBUM_LIMIT = 10;

export const isPicture = (file) => /^image\/(jpeg|png|webp|gif)$/.test(file.type);
export const isSound = (file) => file.type.startsWith("audio/");

/** A Blob as {base64, name, mime}. */
export function encodeFile(blob, name = blob.name) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve({ base64: reader.result.slice(reader.result.indexOf(",") + 1), name, mime: blob.type || "application/octet-stream" });
    reader.readAsDataURL(blob);
  });
}

const chunks = (items, size) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Albums never mix photos and documents; a single file goes without an album. */
export function splitIntoAlbums(files, asPhoto) {
  const photos = files.filter(asPhoto);
  const documents = files.filter((file) => !asPhoto(file));
  return [...chunks(photos, ALBUM_LIMIT).map((part) => ["photo", part]), ...chunks(documents, ALBUM_LIMIT).map((part) => ["document", part])];
}

async function filePayload(kind, files, caption) {
  const encoded = await Promise.all(files.map((file) => encodeFile(file)));
  if (encoded.length === 1) return { [kind]: encoded[0], caption };
  return { album: encoded.map((file, index) => ({ [kind]: file, caption: index === 0 ? caption : undefined })) };
}

/** Sends files in albums; the caption goes with the first. `shared` holds from, reply_to, thread. */
export async function sendFiles(chat, files, { caption, compress, ...shared }) {
  let words = caption || undefined;
  for (const [kind, part] of splitIntoAlbums(files, (file) => compress && isPicture(file))) {
    await api.send(chat, { ...shared, ...(await filePayload(kind, part, words)) });
    words = undefined;
  }
}

export async function sendVoice(chat, file, shared) {
  return api.send(chat, { ...shared, voice: await encodeFile(file) });
}

async function copyFile(file) {
  const response = await fetch(fileUrl(file.file_id));
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const blob = await response.blob();
  const encoded = await encodeFile(blob, file.name || "file");
  return { ...encoded, mime: file.mime || encoded.mime };
}

async function copyContent(message) {
  const [file] = message.files ?? [];
  if (file) {
    const kind = ["photo", "voice"].includes(file.kind) ? file.kind : "document";
    return { [kind]: await copyFile(file), caption: message.text || undefined };
  }
  if (message.contact) return { contact: message.contact };
  if (message.location) return { location: message.location };
  if (message.sticker) return { sticker: { emoji: message.sticker.emoji } };
  return { text: message.text };
}

/** Sends `messages` on to `chat` as a person's forwards; `origin` is a user id or {name}. */
export async function forward(messages, { chat, from, origin }) {
  const contents = await Promise.all(messages.map(copyContent));
  const shared = { from, forward_from: origin };
  const album = contents.length > 1 && contents.every((content) => content.photo || content.document);
  if (album) return api.send(chat, { ...shared, album: contents });
  for (const content of contents) await api.send(chat, { ...shared, ...content });
  return null;
}
