import type { EventType } from "@leadrelay/contracts/event-type";
import { findPerson, type Found } from "./find-person.ts";
import {
  isNoPhone,
  readBrowser,
  readEmail,
  readPhone,
  readProject,
  readSeconds,
  showPhone,
  saidNumber,
} from "./naive-readings.ts";
import { addTo, makePerson, remember, type Person } from "./person.ts";
import { world, type Answer, type Batch, type Client, type Form, type Post, type Standing } from "./world.ts";

/**
 * The rules told a second time, as plainly as can be: a list of people that is searched from its start, no index, and nothing of the
 * code that decides. Slow, and right where the two disagree unless the documents say otherwise.
 */
export function openModel() {
  const people: Person[] = [];
  const taken: string[] = [];
  return {
    take(batch: Batch): Answer[] {
      const answers: Answer[] = [];
      for (const post of [...batch.posts].sort(byArrival)) {
        if (taken.includes(post.id)) continue;
        taken.push(post.id);
        if (!world.addresses.blocked.includes(post.ip ?? "")) answers.push(decide(post, people));
      }
      for (const person of people) settle(person, batch);
      return answers;
    },
    standings: (): Standing[] => people.map(({ standing }) => standing),
  };
}

const minute = 60_000;
const hour = 60 * minute;
const byArrival = (a: Post, b: Post) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at - b.at);

function decide(post: Post, people: Person[]): Answer {
  const form: Form = world.forms[post.form];
  const client: Client = world.clients[form.client as keyof typeof world.clients];
  const test = whyTest(post, client);
  const suspicion = suspect(post, client);
  const alike = people.filter(
    (person) =>
      person.client === form.client &&
      person.standing.test === (test !== null) &&
      person.project === readProject(post.project),
  );
  const window = (form.windowMinutes ?? world.windowMinutes) * minute;
  const found = findPerson(post, alike, window, form.guarded ?? world.guarded);
  const news = found.person === null ? [] : whatIsNew(post, found.person);
  const { rule, measured } = judge(post, found, news, form);
  const person = found.person ?? makePerson(post, form, test !== null);
  if (found.person === null) people.push(person);
  else addTo(person, post);
  if (post.at >= person.standing.lastAt) person.standing.suspicion = suspicion.score;
  person.standing.firstAt = Math.min(person.standing.firstAt, post.at);
  person.standing.lastAt = Math.max(person.standing.lastAt, post.at);
  remember(post, person, alike);

  const event: EventType | null =
    rule === "new_lead" || rule === "contradicted_match" || rule === "never_sent"
      ? "lead.created"
      : rule === "reengaged"
        ? "lead.reengaged"
        : news.length > 0
          ? "lead.updated"
          : null;
  const destinations = [
    ...tell(post, client, { event, rule, test, suspicion: suspicion.score }, person),
    ...recall(post, client, person),
  ];
  const types = [...new Set([event, post.sent !== undefined ? "lead.created" : null])].filter(
    (type) => type !== null,
  );
  const { name, email, phone, posts, lead } = person.standing;
  const visitor = readBrowser(post.visitor);
  return {
    post: post.id,
    lead,
    number: posts,
    outcome:
      test !== null
        ? "test"
        : event === "lead.created"
          ? "new_lead"
          : event === "lead.reengaged"
            ? "reengaged"
            : "duplicate",
    rule,
    measured,
    matchedBy: found.by,
    ipRejected: found.ipRejected,
    lookAlikes: found.lookAlikes,
    test,
    event,
    news,
    suspicion,
    destinations: destinations.sort(),
    unsent: whyUnsent(rule, destinations),
    told: types
      .map((type) => [type, name, email, phone, visitor, posts, type === "lead.created" ? "no" : "yes"])
      .map((told) => JSON.stringify(told))
      .sort(),
  };
}

/** A repeat is not sent because it is one; anything else because nobody takes it, or nobody takes tests. */
function whyUnsent(rule: string, destinations: readonly string[]): string | null {
  const sends = destinations.filter((told) => !told.startsWith("reply "));
  if (sends.some((told) => !told.includes(" skipped "))) return null;
  if (["duplicate_window", "reengage_off", "reengage_wait"].includes(rule)) return rule;
  return destinations.some((told) => told.endsWith("takes_no_tests")) ? "test" : "no_destination";
}

/** Who hears of an event, who does not and why; those that were sent to while D1 was down have heard. */
function tell(
  { sent = {} }: Post,
  client: Client,
  {
    event,
    rule,
    test,
    suspicion,
  }: { event: EventType | null; rule: string; test: string | null; suspicion: number },
  person: Person,
): string[] {
  const told: string[] = [];
  for (const [name, destination] of Object.entries(client.destinations)) {
    if (event === null || sent[name] !== undefined) continue;
    const mayHear = rule === "ip_match_new_contact" && destination.takes.includes("lead.created");
    let verdict = "pending subscribed";
    if (!destination.takes.includes(event))
      verdict = mayHear ? "pending ip_match_new_contact" : "skipped not_subscribed";
    if (!verdict.startsWith("skipped")) {
      if (test !== null && !destination.takesTests) verdict = "skipped takes_no_tests";
      else if (!destination.environments.includes(world.environment)) verdict = "skipped other_environment";
      else if (destination.repliesUpTo !== undefined) {
        if (test !== null) verdict = "skipped takes_no_tests";
        else if (person.standing.posts > 1) verdict = "skipped not_a_new_lead";
        else if (suspicion > destination.repliesUpTo) verdict = "skipped too_suspicious";
        else if (person.standing.email?.includes("@") !== true) verdict = "skipped no_address";
      } else if (!destination.enabled) verdict = "held disabled";
    }
    told.push(`${name} ${event} ${verdict}`);
    // An answer to the person is no send of the lead.
    if (destination.repliesUpTo !== undefined) continue;
    if (verdict.startsWith("pending")) person.sends.push("waits");
    if (verdict.startsWith("held")) person.sends.push("held");
  }
  return told;
}

/** What was sent while D1 was down counts as if D1 had been there. */
function recall({ sent = {}, at }: Post, client: Client, person: Person): string[] {
  const told: string[] = [];
  for (const [name, tries] of Object.entries(sent)) {
    const last = tries[tries.length - 1];
    const mostTries = client.destinations[name]?.mostTries ?? tries.length;
    const mayTryAgain = last === "retry" && tries.length < mostTries;
    const state = last === "delivered" ? "arrived" : mayTryAgain ? "waits" : "dead";
    person.sends.push(state);
    const { standing } = person;
    if (state === "arrived") standing.lastSentAt = Math.max(standing.lastSentAt ?? 0, at + tries.length);
    const status = { arrived: "delivered", waits: "pending", dead: "dead" }[state];
    told.push(`${name} lead.created ${status} sent_while_d1_down`);
  }
  return told;
}

function whyTest(post: Post, client: Client) {
  if (world.addresses.testing.includes(post.ip ?? "")) return "allowed_ip";
  const texts = [post.name, post.email, post.project].map((text) => (text ?? "").toLowerCase());
  return client.testWords.some((word) => texts.some((text) => text.includes(word))) ? "test_string" : null;
}

function suspect(post: Post, { points }: Client) {
  const seconds = readSeconds(post.seconds);
  const signs: (keyof typeof points)[] = [];
  if (post.bot) signs.push("honeypot");
  if (seconds !== null && seconds < 5) signs.push("fast_submit");
  if (seconds !== null && seconds >= 5 && seconds < 10) signs.push("quick_submit");
  if (isNoPhone(post.phone)) signs.push("invalid_phone");
  if (post.tooFast && !world.addresses.internal.includes(post.ip ?? "")) signs.push("high_rate");
  const reasons = signs.filter((sign) => points[sign] > 0);
  let score = 0;
  for (const reason of reasons) score += points[reason];
  return { score: Math.min(100, score), reasons: reasons as string[] };
}

/** A detail that the lead neither shows nor is found by; a number that cannot be read is one only where there was none. */
function whatIsNew(post: Post, { standing, known }: Person) {
  const news: string[] = [];
  const email = readEmail(post.email);
  const shown = readEmail(standing.email ?? undefined);
  if (email !== null && email !== shown && !known.email.includes(email)) news.push("email");
  const phone = readPhone(post.phone);
  const sight = saidNumber(showPhone(post.phone));
  const isSeen = sight === saidNumber(standing.phone);
  if (phone !== null && !isSeen && !known.phone.includes(phone)) news.push("phone");
  if (phone === null && sight !== null && standing.phone === null) news.push("phone");
  return news;
}

function judge(post: Post, { person, by, lookAlikes }: Found, news: readonly string[], form: Form) {
  if (person === null && lookAlikes.length > 0)
    return {
      rule: "contradicted_match",
      measured: `null IDENTITY_GUARD on ${form.guarded === null ? "installation" : "form"}`,
    };
  if (person === null) return { rule: "new_lead", measured: null };
  if (person.sends.every((send) => send === "given_up")) return { rule: "never_sent", measured: null };
  const { lastAt, lastSentAt } = person.standing;
  const window = form.windowMinutes ?? world.windowMinutes;
  const hours = form.reengageHours ?? world.reengageHours;
  const inMinutes = (since: number) => Math.round((post.at - since) / minute);
  const windowFrom = form.windowMinutes === null ? "installation" : "form";
  const hoursFrom = form.reengageHours === null ? "installation" : "form";
  if (post.at < lastAt + window * minute)
    return {
      rule: by === "ip" && news.length > 0 ? "ip_match_new_contact" : "duplicate_window",
      measured: `${inMinutes(lastAt)} DUPLICATE_WINDOW_MINUTES ${window} ${windowFrom}`,
    };
  const measured = (since: number) => `${inMinutes(since)} LEAD_REENGAGE_HOURS ${hours} ${hoursFrom}`;
  if (hours === 0) return { rule: "reengage_off", measured: measured(lastAt) };
  const since = form.countsFrom === "last_send" ? (lastSentAt ?? lastAt) : lastAt;
  const rule = post.at >= since + hours * hour ? "reengaged" : "reengage_wait";
  return { rule, measured: measured(since) };
}

function settle(person: Person, { fate, at }: Batch): void {
  person.sends = person.sends.map((send) => {
    if (send !== "waits" || fate === "waits") return send;
    if (fate === "arrives") person.standing.lastSentAt = Math.max(person.standing.lastSentAt ?? 0, at);
    return fate === "arrives" ? "arrived" : fate === "dies" ? "dead" : "given_up";
  });
}
