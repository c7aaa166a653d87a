// One ticket: its posts and answers, clocks, decision, history, and what may be done to it.
import { api } from "./api.js";
import { answerBox } from "./answer.js";
import { clockTag, h, known, onX, saying, statusTag, time } from "./words.js";

export function ticketPane(pane, { me, say, changed, back }) {
  let id, ticket, answer, shown = "";
  const head = h("div"), thread = h("div"), compose = h("div"), history = h("div");
  const problem = h("p", { class: "problem", role: "alert" });
  const note = h("input", { id: "note", "aria-label": "Why it ends, if the customer was not answered", placeholder: "Why it ends (needed without an answer)", maxlength: 2000 });

  const mine = () => ticket && ticket.owner === me.name && ["assigned", "claimed"].includes(ticket.status);
  const lead = me.roles.includes("lead");
  const may = me.roles.includes("agent") || lead;
  const claimable = () => may && ticket && !["resolved", "withdrawn"].includes(ticket.status) && !(mine() && ticket.status === "claimed")
    && (!["assigned", "claimed"].includes(ticket.status) || ticket.owner === me.name || lead);
  const closable = () => may && ticket && ["assigned", "claimed"].includes(ticket.status) && (mine() || lead);

  async function act(name, body) {
    if (!ticket) return;
    problem.textContent = "";
    try {
      show(await api.act(ticket.id, name, body));
      say({ claim: "Claimed.", release: "Given back.", resolve: "Resolved." }[name]);
      if (name === "resolve") note.value = "";
      changed();
    } catch (refusal) {
      problem.textContent = refusal.message;
      if (refusal.slug === "note-needed") note.focus();
    }
  }

  const acts = {
    claim: () => claimable() && act("claim"),
    release: () => closable() && act("release"),
    resolve: () => closable() && act("resolve", { note: note.value }),
    answer: () => answer?.focus(),
  };

  /** What stands around a post; a withdrawn one keeps nothing of it. */
  function around(post) {
    const attached = post.media.length;
    const described = post.media.map((each) => each.altText).filter(Boolean).join("; ");
    return [
      attached ? h("span", { class: "quiet" }, `${attached} ${attached === 1 ? "attachment" : "attachments"}${described ? `: ${described}` : ""}`) : undefined,
      post.found.length ? h("span", { class: "quiet" }, `It says ${post.found.map((words) => `“${words}”`).join(", ")}`) : undefined,
      post.answerable && !post.answerable.byApi && !post.private && !post.withdrawn
        ? h("span", { class: "quiet" }, `X will not let us answer this by API. ${post.answerable.why} `, h("a", { href: onX(post), target: "_blank", rel: "noreferrer" }, "Open it on X")) : undefined,
    ];
  }

  function parent(post) {
    if (!post.parent) return undefined;
    const who = post.parent.authorId === ticket.account.id ? `@${ticket.account.handle}` : post.parent.authorHandle ? `@${post.parent.authorHandle}` : "somebody";
    return h("blockquote", { class: "quiet" }, `Answers ${who}: `, post.parent.withdrawn ? h("em", { class: "gone" }, post.parent.withdrawn) : post.parent.text);
  }

  function said(post) {
    const what = [post.private ? "direct message, private" : post.kind, post.watch && `found by ${post.watch}`, post.editedAt && "edited by its author"];
    return h("li", { class: post.private ? "private" : undefined },
      h("span", { class: "quiet" }, h("b", {}, `@${post.authorHandle}`), ` ${what.filter(Boolean).join(", ")} · `, time(post.createdAt)),
      parent(post), saying(post), around(post));
  }

  function ours(reply) {
    return h("li", { class: "ours" },
      h("span", { class: "quiet" }, h("b", {}, `@${ticket.account.handle}`), ` by ${reply.author} · `, time(reply.publishedAt)), reply.text);
  }

  function posts() {
    const all = [
      ...ticket.posts.map((post) => ({ at: post.createdAt, show: () => said(post) })),
      ...ticket.replies.map((reply) => ({ at: reply.publishedAt, show: () => ours(reply) })),
    ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return h("ol", { class: "thread" }, all.map((each) => each.show()));
  }

  function show(next) {
    ticket = next;
    const key = JSON.stringify([next.version, next.clocks.map((clock) => clock.breached)]);
    if (shown === key) return;
    shown = key;
    head.replaceChildren(
      h("button", { type: "button", class: "back", onclick: back }, "← Queue"),
      h("h2", {}, next.customer.name || next.customer.handle, " ", h("span", { class: "quiet" }, `@${next.customer.handle} to @${next.account.handle}`)),
      h("p", { class: "quiet", id: "customer" }, known(next.customer)),
      h("p", { class: "tags" }, statusTag(next.status),
        h("span", {}, next.owner ? `${mine() ? "yours" : next.owner}${next.tier ? ` · ${next.tier}` : ""}` : next.tier ? `nobody yet · ${next.tier}` : "nobody"),
        h("span", { class: "quiet" }, `priority ${next.decision.priority}`)),
      h("p", { class: "tags", id: "clocks" }, next.clocks.map(clockTag)),
      h("p", { class: "decision" }, h("b", {}, `${next.decision.kind.replace("_", " ")} · ${next.decision.rule}`), ` ${next.decision.why}`,
        h("span", { class: "quiet" }, ` Policy ${next.decision.policyVersion}`)),
      h("div", { class: "acts" },
        claimable() ? h("button", { type: "button", class: mine() ? "main" : undefined, onclick: acts.claim },
          next.owner && !mine() ? `Take over from ${next.owner}` : ["monitored", "let_stand"].includes(next.status) ? "Claim all the same" : "Claim") : undefined,
        closable() ? h("button", { type: "button", onclick: acts.release }, "Give back") : undefined),
      problem);
    thread.replaceChildren(h("h3", {}, "Conversation"), posts());
    const writing = mine() && may;
    if (writing && !answer) {
      answer = answerBox(() => ticket, { say, changed: refresh });
      compose.replaceChildren(answer.box, h("div", { class: "acts" }, note, h("button", { type: "button", onclick: acts.resolve }, "Resolve")));
      answer.refresh().catch(() => {});
    } else if (!writing) {
      answer = undefined;
      compose.replaceChildren();
    }
    history.replaceChildren(h("h3", {}, "History"),
      h("table", { class: "history" }, h("tbody", {}, [...next.history].reverse().map((line) =>
        h("tr", {}, h("td", {}, time(line.at)), h("td", {}, `${line.what} by ${line.who}`), h("td", {}, line.why || ""))))),
      h("p", { class: "quiet" }, `Trace ${next.traceId}`));
  }

  async function refresh() {
    if (!id) return;
    const asked = id;
    const next = await api.ticket(asked);
    if (asked !== id) return;
    show(next);
    document.getElementById("clocks")?.replaceChildren(...next.clocks.map(clockTag));
    await answer?.refresh().catch(() => {});
  }

  function open(next) {
    if (id === next) return Promise.resolve();
    id = next;
    ticket = answer = undefined;
    shown = "";
    problem.textContent = note.value = "";
    compose.replaceChildren();
    pane.replaceChildren(head, thread, compose, history);
    return refresh().catch((refusal) => { head.replaceChildren(h("p", { class: "problem" }, refusal.message)); });
  }

  pane.replaceChildren(h("p", { class: "quiet" }, "Choose a ticket: j and k walk the queue."));
  return { open, refresh, acts, current: () => id };
}
