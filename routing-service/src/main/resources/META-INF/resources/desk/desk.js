// The desk: the queue on the left, a ticket on the right, both fresh every two seconds while somebody looks.
import { api } from "./api.js";
import { ticketPane } from "./ticket.js";
import { clockOf, h, nextClock, saying, statusTag, waits } from "./words.js";

const EVERY = 2000;
const PAGE = 100;
const $ = (id) => document.getElementById(id);
const say = (words) => { $("said").textContent = words || ""; };

function trouble(problem) {
  $("trouble").hidden = !problem;
  if (!problem) return;
  $("trouble").replaceChildren(problem.status === 401
    ? h("span", {}, "You are signed out. ", h("a", { href: location.href }, "Sign in again"))
    : problem.message);
}

async function begin() {
  let me;
  try { me = await api.me(); } catch (problem) { trouble(problem); if (problem.status !== 401 && problem.status !== 403) setTimeout(begin, EVERY); return; }
  trouble();
  $("me").textContent = me.name;

  const OPEN = ["waiting", "assigned", "claimed"];
  const VIEWS = [
    { name: "Mine", ask: () => api.tickets({ owner: me.name, status: ["assigned", "claimed"], order: "urgent", limit: PAGE }), none: "Nothing is yours to do." },
    { name: "Open", ask: () => api.tickets({ status: OPEN, order: "urgent", limit: PAGE }), none: "Nothing is open." },
    { name: "Unowned", ask: () => api.tickets({ status: "waiting", order: "urgent", limit: PAGE }), none: "Everything open has an owner." },
    { name: "Left alone", ask: () => api.tickets({ status: ["monitored", "let_stand", "withdrawn"], order: "urgent", limit: PAGE }), none: "Nothing was monitored, let stand or withdrawn." },
    { name: "Resolved", ask: () => api.tickets({ status: "resolved", limit: PAGE }), none: "Nothing is resolved yet." },
  ];
  let view = VIEWS[0], words = "", items = [], shown = "", round = 0;

  const back = () => { document.body.classList.remove("reading"); history.replaceState(null, "", location.pathname); (current() || $("list").querySelector("button"))?.focus(); };
  const pane = ticketPane($("ticket"), { me, say, changed: () => refreshQueue().catch(trouble), back });
  const current = () => $("list").querySelector('[aria-current="true"]');

  const views = VIEWS.map((each, i) => h("button", { type: "button", title: `Key ${i + 1}`, onclick: () => choose(each) }, each.name));
  $("views").replaceChildren(...views);

  function choose(next) {
    view = next;
    words = $("q").value = "";
    shown = "";
    views.forEach((button, i) => button.setAttribute("aria-pressed", String(VIEWS[i] === view)));
    return refreshQueue().catch(trouble);
  }

  function open(id) {
    document.body.classList.add("reading");
    history.replaceState(null, "", `#${id}`);
    $("list").querySelectorAll("button").forEach((button) => button.setAttribute("aria-current", String(button.dataset.id === id)));
    return pane.open(id);
  }

  function row(ticket) {
    return h("li", {}, h("button", { type: "button", "data-id": ticket.id, "aria-current": String(ticket.id === pane.current()), onclick: () => open(ticket.id).then(() => $("ticket").focus()) },
      h("span", { class: "who" }, h("span", {}, `@${ticket.customer.handle}`), h("span", { class: "quiet", title: "priority" }, String(ticket.decision.priority))),
      h("span", { class: "text" }, ticket.posts.length ? saying(ticket.posts.at(-1)) : ""),
      h("span", { class: "tags" }, statusTag(ticket.status), clockOf(ticket),
        h("span", { class: "quiet" }, `@${ticket.account.handle}${ticket.owner && ticket.owner !== me.name ? ` · ${ticket.owner}` : ""}`))));
  }

  async function refreshQueue() {
    const asked = ++round;
    const page = words ? await api.tickets({ q: words, limit: PAGE }) : await view.ask();
    if (asked !== round) return;
    // Whoever waits comes first; what is answered stays at hand below.
    items = page.items.sort((a, b) => Number(waits(b)) - Number(waits(a)));
    const key = JSON.stringify(items.map((ticket) => [ticket.id, ticket.version, nextClock(ticket)?.breached])) + Math.floor(Date.now() / 60000);
    if (key === shown) return;
    shown = key;
    const focused = document.activeElement?.dataset?.id;
    const top = $("queue").scrollTop;
    $("list").replaceChildren(...items.map(row));
    $("queue").scrollTop = top;
    if (focused) $("list").querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
    $("count").textContent = `${items.length}${page.next ? " and more" : ""} ${items.length === 1 ? "ticket" : "tickets"}${words ? " found" : ""}`;
    $("empty").hidden = items.length > 0;
    $("empty").textContent = words ? "Nothing found." : view.none;
  }

  function walk(step) {
    if (!items.length) return;
    const at = items.findIndex((ticket) => ticket.id === pane.current());
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    open(next.id);
    $("list").querySelector(`[data-id="${next.id}"]`)?.focus();
  }

  const KEYS = {
    j: () => walk(1), k: () => walk(-1), c: pane.acts.claim, r: pane.acts.answer, e: pane.acts.resolve, u: pane.acts.release,
    "/": () => $("q").focus(), "?": () => $("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea");
    if (event.key === "Escape" && !$("keys").open) { typing ? event.target.blur() : back(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    const act = VIEWS[Number(event.key) - 1] ? () => choose(VIEWS[Number(event.key) - 1]) : KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $("keys-button").addEventListener("click", KEYS["?"]);
  $("search").addEventListener("submit", (event) => event.preventDefault());
  let typed;
  $("q").addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => { words = $("q").value.trim(); shown = ""; refreshQueue().catch(trouble); }, 250);
  });

  async function turn() {
    if (!document.hidden) {
      try { await Promise.all([refreshQueue(), pane.refresh()]); trouble(); } catch (problem) { trouble(problem); }
    }
    setTimeout(turn, EVERY);
  }

  await choose(me.roles.includes("agent") ? VIEWS[0] : VIEWS[1]);
  if (location.hash.length > 1) open(decodeURIComponent(location.hash.slice(1)));
  turn();
}

begin();
