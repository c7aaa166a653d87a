// Writing an answer: a draft on the server, its checks, its publication. Lives as long as its ticket is shown, so that what
// is being typed survives every refresh.
import { api } from "./api.js";
import { answered, h, onX } from "./words.js";

const ON_ITS_WAY = ["intended", "sending", "unknown"];
const STATES = {
  drafted: "Kept. No guard objects.",
  blocked: "Kept, but a guard forbids this text.",
  intended: "Written down; waiting for the record and its turn.",
  sending: "On its way to X.",
  unknown: "X's answer is unclear. Its timeline is being read before anything is repeated.",
  published: "Published.",
};
const VERDICTS = { pass: "passes", warn: "careful", needs_approval: "needs approval", block: "blocked" };

export function answerBox(ticketOf, { say, changed }) {
  let draft, saved = "", busy = false, loaded = false;
  const text = h("textarea", { id: "answer", "aria-describedby": "answer-target answer-state", placeholder: "Your answer, in public", maxlength: 2000 });
  const target = h("p", { class: "quiet", id: "answer-target" });
  const length = h("span", { class: "quiet" });
  const check = h("button", { type: "button", onclick: () => run(save) }, "Check");
  const publish = h("button", { type: "button", class: "main", onclick: () => run(send) }, "Publish");
  const checks = h("ul", { class: "checks" });
  const state = h("p", { id: "answer-state", role: "status" });
  const box = h("section", { class: "compose", "aria-label": "Answer" },
    h("h3", {}, h("label", { for: "answer" }, "Answer")), target, text,
    h("div", { class: "acts" }, check, publish, length), checks, state);

  text.addEventListener("input", () => { if (draft && !ON_ITS_WAY.includes(draft.state)) state.textContent = ""; show(); });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(event.shiftKey ? send : save); }
  });

  /** Says what is answered, where it is not just the only post, and what X will not let us do. */
  function aim() {
    const post = answered(ticketOf());
    if (!post) return "Nothing here can be answered in public: it was written in private, or withdrawn.";
    if (post.answerable && !post.answerable.byApi) {
      return ["X will not let us answer this by API. ", h("a", { href: onX(post), target: "_blank", rel: "noreferrer" }, "Open the post on X"), " and answer it there."];
    }
    return ticketOf().posts.at(-1).id === post.id ? "" : "Answers the customer's latest public post, not what came after it.";
  }

  function show() {
    target.replaceChildren(...[aim()].flat());
    const open = (!draft || ["drafted", "blocked"].includes(draft.state)) && (draft || answered(ticketOf()));
    const typed = text.value.trim() !== "";
    text.readOnly = !open;
    check.disabled = busy || !open || !typed;
    publish.disabled = busy || !open || !typed || (draft?.state === "blocked" && text.value === saved);
    length.textContent = text.value ? `${[...text.value].length} characters` : "";
    checks.replaceChildren(...(draft && text.value === saved ? draft.checks : [])
      .filter((found) => found.verdict !== "pass" || draft.checks.every((each) => each.verdict === "pass"))
      .map((found) => h("li", { class: found.verdict }, `${VERDICTS[found.verdict] || found.verdict}: ${found.reason}`,
        found.span ? h("q", { class: "quiet found" }, draft.text.slice(found.span.start, found.span.end)) : "")));
  }

  function take(next) {
    const before = draft?.state;
    draft = next;
    saved = next.text;
    let words = STATES[next.state] || next.state;
    if (next.state === "refused") words = `X refused it: ${next.refusal?.detail || next.refusal?.reason || "no reason given"}. Your text is kept; change it and check again.`;
    if (next.holdReason && ON_ITS_WAY.includes(next.state)) words += ` ${next.holdReason}`;
    if (next.needsPerson) words += " A lead has to say what became of it.";
    state.className = next.state === "published" ? "published" : ["refused", "blocked"].includes(next.state) ? "problem" : "";
    state.textContent = words;
    if (before && before !== next.state) say(words);
    if (next.state === "published" || next.state === "refused") {
      if (next.state === "published") { text.value = ""; changed(); }
      draft = undefined;
    }
    show();
  }

  async function save() {
    const ticket = ticketOf();
    const words = text.value;
    if (draft && words === saved) return;
    take(draft ? await api.edit(draft.id, words)
      : await api.write({ ticketId: ticket.id, text: words, inReplyTo: answered(ticket).id, ticketVersion: ticket.version }));
  }

  async function send() {
    await save();
    if (draft?.state === "drafted") take(await api.publish(draft.id));
  }

  async function run(act) {
    if (busy || text.value.trim() === "") return;
    busy = true;
    show();
    try { await act(); } catch (problem) { state.className = "problem"; state.textContent = problem.message; say(problem.message); }
    busy = false;
    show();
  }

  /** Takes up what is on the server: an unfinished draft, or how far a publication has come. */
  async function refresh() {
    if (busy) return;
    if (!loaded) {
      const drafts = (await api.drafts(ticketOf().id)).items;
      loaded = true;
      const open = drafts.find((each) => ON_ITS_WAY.includes(each.state)) || drafts.find((each) => ["drafted", "blocked"].includes(each.state));
      if (open && text.value === "") { text.value = open.text; take(open); }
    } else if (draft && ON_ITS_WAY.includes(draft.state)) {
      take(await api.draft(draft.id));
    }
    show();
  }

  show();
  return { box, refresh, focus: () => text.focus() };
}
