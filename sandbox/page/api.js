// The person's side of the local Telegram: /sim/ over fetch.

export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function request(method, path, body) {
  const options = { method };
  if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(`/sim/${path}`, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error ?? `HTTP ${response.status}`, response.status);
  return answer;
}

const get = (path) => request("GET", path);
const post = (path, body = {}) => request("POST", path, body);

export const api = {
  state: () => get("state"),
  chat: (chat) => get(`chats/${chat}`),
  commands: (chat, user) => get(`chats/${chat}/commands?user=${user}`),
  send: (chat, message) => post(`chats/${chat}/messages`, message),
  edit: (chat, id, from, text) => request("PATCH", `chats/${chat}/messages/${id}`, { from, text }),
  tap: (chat, tap) => post(`chats/${chat}/taps`, tap),
  read: (chat, user) => post("read", { chat, user }),
  webapp: (from, url, chat) => post("webapp", { from, url, chat }),
  block: (chat, blocked) => post(`chats/${chat}/block`, { blocked }),
  addPerson: (person) => post("users", person),
  addGroup: (group) => post("groups", group),
  calls: (after, limit = 200) => get(`calls?after=${after}&limit=${limit}`),
  updates: () => get("updates"),
  addFault: (fault) => post("faults", fault),
  clearFaults: () => request("DELETE", "faults"),
  clock: () => get("clock"),
  setClock: (change) => post("clock", change),
  reset: () => post("reset"),
};

export const fileUrl = (fileId) => `/sim/files/${encodeURIComponent(fileId)}`;
