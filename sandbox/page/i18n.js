// The page's own words. What the bot says is the bot's business and is never translated here.

import { WORDS } from "./words.js";
import { recall, remember } from "./memory.js";

const LOCALES = { ru: "ru-RU", en: "en-GB" };

function pickLanguage() {
  const chosen = recall("language");
  if (chosen in WORDS) return chosen;
  return navigator.language?.toLowerCase().startsWith("en") ? "en" : "ru";
}

export const language = pickLanguage();
const locale = LOCALES[language];
const plurals = new Intl.PluralRules(locale);
document.documentElement.lang = language;

/** The words for `key`; `{name}` is replaced from `values`, a plural entry is chosen by `values.count`. */
export function t(key, values = {}) {
  const entry = WORDS[language][key];
  if (entry === undefined) throw new Error(`no words for ${key}`);
  const phrase = typeof entry === "string" ? entry : entry[plurals.select(values.count)] ?? entry.other;
  return phrase.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function changeLanguage() {
  remember("language", language === "ru" ? "en" : "ru");
  location.reload();
}

/** A label of a person's role, or an empty string when the role is unknown to the page. */
export function roleName(role) {
  return WORDS[language][`role.${role}`] ?? "";
}

const formats = new Map();
function format(options, value) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, options));
  return formats.get(key).format(value);
}

export const timeOf = (date) => format({ hour: "2-digit", minute: "2-digit" }, date);
export const fullTime = (date) => format({ dateStyle: "full", timeStyle: "medium" }, date);
export const clockFace = (date) => format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }, date);

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** "Today", "Yesterday" or a date, seen from `now`. */
export function dayName(date, now) {
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return t("today");
  if (days === 1) return t("yesterday");
  const sameYear = date.getFullYear() === now.getFullYear();
  return format({ day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) }, date);
}

const UNITS = ["byte", "kilobyte", "megabyte"];

/** A file size in the largest fitting unit. */
export function sizeOf(bytes) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  const options = { style: "unit", unit: UNITS[power], maximumFractionDigits: power === 2 ? 1 : 0 };
  return new Intl.NumberFormat(locale, options).format(bytes / 1024 ** power);
}

/** Milliseconds of a call. */
export function milliseconds(value) {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "millisecond", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** Seconds as m:ss. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
