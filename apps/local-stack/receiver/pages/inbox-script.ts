/** Runs in the browser. Everything that came over the network is set as text, never as HTML. */
export const inboxScript = `
const list = document.getElementById("deliveries");
const count = document.getElementById("count");
const empty = document.getElementById("empty");
const shown = new Map();
count.textContent = "Looking for deliveries …";
document.getElementById("behave").textContent =
  "curl " + location.origin + "/hook/_behave -d '[{\\"status\\": 500, \\"times\\": 2}]'";

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

function table(record) {
  const made = element("table");
  for (const [name, value] of Object.entries(record)) {
    const row = made.insertRow();
    const head = element("th");
    // A long name breaks between its words, not in one.
    for (const word of name.split(/(?<=_)/)) head.append(word, document.createElement("wbr"));
    head.scope = "row";
    const cell = element("td", value === null ? "null" : typeof value === "object" ? undefined : String(value));
    if (typeof value === "object" && value !== null) cell.append(table(value));
    row.append(head, cell);
  }
  return made;
}

function section(title, content) {
  const made = element("section");
  made.append(element("h2", title), content);
  return made;
}

function render(entry) {
  const item = element("li");
  const details = element("details");
  const summary = element("summary");
  const body = typeof entry.body === "object" && entry.body !== null ? entry.body : {};
  // A webhook has the lead in an envelope; Make has it bare.
  const lead = typeof body.data === "object" && body.data !== null ? body.data : body;
  const who = lead.first_name || lead.email || lead.phone_mobile || "A delivery";
  summary.append(element("span", who, "who"));
  if (lead.project_name) summary.append(element("span", lead.project_name, "soft"));
  summary.append(element("span", "attempt " + entry.attempt, "soft"));
  const state = entry.status === null ? "waiting" : entry.status < 300 ? "" : "bad";
  summary.append(element("span", entry.status === null ? "not answered" : "answered " + entry.status, "status " + state));
  const time = element("time", new Date(entry.received_at).toLocaleTimeString(), "soft");
  time.dateTime = new Date(entry.received_at).toISOString();
  summary.append(time);
  const sections = element("div", undefined, "sections");
  const told = typeof entry.body === "object" && entry.body !== null ? table(entry.body) : element("pre", String(entry.body));
  sections.append(section("Body", told), section("Headers", table(entry.headers)));
  details.append(summary, sections);
  item.append(details);
  return item;
}

/** Keeps what is open open: only new and changed deliveries are drawn. */
function update({ total, entries }) {
  empty.hidden = total > 0;
  count.textContent =
    total === 0 ? "Waiting for the first lead."
    : total === 1 ? "1 attempt so far."
    : total > entries.length ? "Showing the newest " + entries.length + " of " + total + " attempts."
    : total + " attempts so far, newest first.";
  if (total === 0) { shown.clear(); list.replaceChildren(); return; }
  const first = shown.size === 0 ? entries[0].number : undefined;
  const wanted = new Set(entries.map((entry) => entry.number));
  for (const [number, known] of shown) if (!wanted.has(number)) { known.item.remove(); shown.delete(number); }
  for (const entry of entries.toReversed()) {
    const known = shown.get(entry.number);
    if (known && known.status === entry.status) continue;
    const item = render(entry);
    if (known) { item.firstChild.open = known.item.firstChild.open; known.item.replaceWith(item); }
    else list.prepend(item);
    if (entry.number === first) item.firstChild.open = true;
    shown.set(entry.number, { item, status: entry.status });
  }
}

async function look() {
  try {
    if (!document.hidden) update(await (await fetch("/inbox/feed")).json());
  } catch {
    count.textContent = "The demo receiver does not answer; is the local stack still running?";
  }
  setTimeout(look, 1000);
}
look();
`;
