// Links that Telegram itself understands: https://t.me/<bot>?start=PAYLOAD and tg://resolve.

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

function parts(url) {
  if (url.protocol === "tg:" && url.host === "resolve") return { name: url.searchParams.get("domain"), payload: url.searchParams.get("start") };
  if (!["t.me", "telegram.me"].includes(url.host)) return null;
  return { name: url.pathname.replace(/^\/+|\/+$/g, ""), payload: url.searchParams.get("start") };
}

/**
 * What a link to this bot asks for: {start: "/start PAYLOAD"}, {refused: true} for a payload that Telegram would drop,
 * or null when it is not a link to this bot.
 */
export function botLink(href, username) {
  const found = parts(new URL(href));
  if (!found?.name || found.name.toLowerCase() !== username.toLowerCase()) return null;
  if (found.payload === null) return { start: "/start" };
  return PAYLOAD.test(found.payload) ? { start: `/start ${found.payload}` } : { refused: true };
}
