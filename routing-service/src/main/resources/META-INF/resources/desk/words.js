// Elements, times and clocks in words. Text goes into the page as text only.

/** An element: h("p", {class: "quiet"}, "text", child). */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

export function span(milliseconds) {
  const minutes = Math.round(Math.abs(milliseconds) / 60000);
  if (minutes < 1) return "under a minute";
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

export function time(iso) {
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  const words = date.toLocaleString(undefined, today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" });
  return h("time", { datetime: iso, title: date.toLocaleString() }, words);
}

const NAMES = { acknowledge: "acknowledge", first_response: "first answer", next_response: "next answer" };
const STATUS = {
  waiting: "waiting for an owner", assigned: "assigned", claimed: "claimed",
  resolved: "resolved", monitored: "monitored", let_stand: "let stand", withdrawn: "withdrawn",
};

export const statusTag = (status) => h("span", { class: `status ${status}` }, STATUS[status] || status);

/** What a clock says now; colour is never the only sign. */
export function clockTag(clock) {
  const name = NAMES[clock.kind] || clock.kind;
  const due = Date.parse(clock.dueAt);
  if (clock.stoppedAt) {
    const took = span(Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt));
    return clock.breached
      ? h("span", { class: "clock late" }, `${name}: late, took ${took}`)
      : h("span", { class: "clock met" }, `${name}: took ${took}`);
  }
  const left = due - Date.now();
  if (left < 0) return h("span", { class: "clock late" }, `${name}: overdue by ${span(left)}`);
  return h("span", { class: left < 10 * 60000 ? "clock near" : "clock running" }, `${name}: due in ${span(left)}`);
}

const OPEN = ["waiting", "assigned", "claimed"];

/** Whether the customer waits for an answer. */
export const waits = (ticket) => OPEN.includes(ticket.status) && ticket.clocks.some((clock) => !clock.stoppedAt && clock.kind !== "acknowledge");

/** What the queue says of a ticket's clocks. */
export function clockOf(ticket) {
  const clock = nextClock(ticket);
  if (clock) return clockTag(clock);
  return OPEN.includes(ticket.status) && ticket.replies.length ? h("span", { class: "clock met" }, "answered") : undefined;
}

/** The clock that is due next, if any runs. */
export function nextClock(ticket) {
  return ticket.clocks.filter((clock) => !clock.stoppedAt).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
}

/** The post that an answer in public goes to: the customer's latest that everybody can see. */
export const answered = (ticket) => ticket.posts.filter((post) => !post.private && !post.withdrawn).at(-1);

/** Where a post stands on X. */
export const onX = (post) => `https://x.com/i/web/status/${post.id}`;

/** What a post says, or why it says nothing any longer. */
export const saying = (post) => post.withdrawn || post.expiredAt ? h("em", { class: "gone" }, post.withdrawn?.why ?? "not kept any longer") : post.text;

/** Who the customer is to us: reach, tier, history. */
export function known(customer) {
  const plain = new Intl.NumberFormat();
  return [
    customer.tier && `${customer.tier} customer`,
    customer.followers !== undefined && `${plain.format(customer.followers)} followers`,
    customer.verified && "verified",
    customer.mentionsBefore === 0 && "new to us",
    customer.mentionsBefore > 0 && `wrote ${plain.format(customer.mentionsBefore)} times before`,
    customer.since && `on X since ${new Date(customer.since).getFullYear()}`,
  ].filter(Boolean).join(" · ");
}
