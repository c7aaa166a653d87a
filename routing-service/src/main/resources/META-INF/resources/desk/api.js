// The services behind the gateway, called with its session.

/** A refusal by a service: its words are meant for people. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The service answered ${status}.`);
    this.status = status;
    this.slug = (body.type || "").split("/").pop();
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      redirect: "error",
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, { detail: "Heed cannot be reached. Trying again." });
  }
  const type = response.headers.get("content-type") || "";
  const answer = type.includes("json") ? await response.json() : {};
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}

const query = (parameters) => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters))
    for (const each of [value].flat()) if (each !== undefined && each !== "") search.append(key, each);
  return search.toString();
};

export const api = {
  me: () => call("GET", "/api/routing/desk/me"),
  tickets: (parameters) => call("GET", `/api/routing/tickets?${query(parameters)}`),
  unanswered: () => call("GET", "/api/routing/unanswered?limit=100"),
  ticket: (id) => call("GET", `/api/routing/tickets/${encodeURIComponent(id)}`),
  act: (id, act, body) => call("POST", `/api/routing/tickets/${encodeURIComponent(id)}/${act}`, body),
  drafts: (ticket) => call("GET", `/api/reply/drafts?${query({ ticket, limit: 20 })}`),
  draft: (id) => call("GET", `/api/reply/drafts/${encodeURIComponent(id)}`),
  write: (draft) => call("POST", "/api/reply/drafts", draft),
  edit: (id, text) => call("PUT", `/api/reply/drafts/${encodeURIComponent(id)}`, { text }),
  publish: (id) => call("POST", `/api/reply/drafts/${encodeURIComponent(id)}/publish`),
};
