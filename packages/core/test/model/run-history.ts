import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { parseAttribution } from "../../src/attribution/parse-attribution.ts";
import type { CommitPlan, LeadRow } from "../../src/decide/commit-plan.ts";
import { decideBatch } from "../../src/decide/decide-batch.ts";
import type { Facts } from "../../src/decide/facts.ts";
import { identityKey } from "../../src/identity/identity.ts";
import { readPayload } from "../../src/payload/read-payload.ts";
import { defaultWeights } from "../../src/suspicion/weights.ts";
import { sampleAttempt, sampleSubmission } from "../decide-samples.ts";
import { traceIn } from "../stored-texts.ts";
import { world, type Answer, type Batch, type Form, type Post, type Standing } from "./world.ts";

interface Stored {
  leads: Map<number, LeadRow>;
  identities: Map<string, number>;
  submissions: CommitPlan["submissions"];
  blocked: string[];
  sends: { lead_id: number; isOut: boolean; waits: boolean }[];
}

let ids = 0;
const context = {
  policy: {
    environment: world.environment,
    duplicateWindowMinutes: world.windowMinutes,
    reengageHours: world.reengageHours,
    identityGuard: world.guarded,
  },
  nowMs: 1,
  newId: () => `lead-${(ids += 1)}`,
};

/** Has the code decide a history, batch by batch, with what D1 would say in between. */
export function openRun() {
  const stored: Stored = { leads: new Map(), identities: new Map(), submissions: [], blocked: [], sends: [] };
  return {
    stored,
    take(batch: Batch): { answers: Answer[]; plan: CommitPlan } {
      const facts = factsFor(batch.posts, stored);
      const plan = decideBatch(batch.posts.map(toSubmission), facts, context);
      commit(plan, stored);
      const answers = plan.submissions.map((row) => answerOf(row, plan, stored));
      settle(batch, stored);
      return { answers, plan };
    },
    standings: (): Standing[] => [...stored.leads.values()].map((lead) => standingOf(lead, stored)),
  };
}

export const toSubmission = ({
  id,
  form,
  at,
  machine,
  bot,
  tooFast,
  ip,
  browser,
  sent = {},
  ...typed
}: Post) => {
  const { visitor, seconds, campaign, ...fields } = typed;
  return sampleSubmission({
    id,
    receivedAt: at,
    form,
    client: world.forms[form].client,
    channel: machine ? "server" : "browser",
    isBot: bot,
    overRate: tooFast,
    ip: ip ?? null,
    userAgent: browser ?? null,
    ...fields,
    ...(visitor !== undefined && { visitor_id: visitor }),
    ...(seconds !== undefined && { time_to_submit: seconds }),
    ...(campaign !== null && { utm_source: campaign }),
    direct: Object.fromEntries(
      Object.entries(sent).map(([destination, tries]) => [
        destination,
        tries.map((outcome, index) =>
          sampleAttempt({ number: index + 1, outcome, started_at: at + index + 1 }),
        ),
      ]),
    ),
  });
};

const forms = new Map(
  Object.entries<Form>(world.forms).map(([id, form]) => [
    id,
    {
      id,
      form_key: id,
      client_id: form.client,
      duplicate_window_minutes: form.windowMinutes,
      reengage_hours: form.reengageHours,
      reengage_basis: form.countsFrom,
      identity_guard: form.guarded,
    },
  ]),
);

const clients = new Map(
  Object.entries(world.clients).map(([id, { testWords, points, destinations }]) => [
    id,
    {
      id,
      test_strings: testWords,
      suspicion_weights: { ...defaultWeights, ...points },
      destinations: Object.entries(destinations).map(([name, destination]) => ({
        id: name,
        enabled: destination.enabled,
        health: null,
        limits: null,
        takes_test: destination.takesTests,
        environments: destination.environments,
        event_types: destination.takes,
        max_attempts: destination.mostTries,
        reply:
          destination.repliesUpTo === undefined
            ? null
            : { channel: "email" as const, most_suspicion: destination.repliesUpTo },
      })),
    },
  ]),
);

function factsFor(posts: readonly Post[], { leads, identities, submissions, blocked, sends }: Stored): Facts {
  const { addresses } = world;
  const on = (list: readonly string[]) => posts.filter(({ ip }) => ip !== undefined && list.includes(ip));
  return {
    forms,
    clients,
    stored: new Set([...submissions.map(({ public_id }) => public_id), ...blocked]),
    blocked: new Map(on(addresses.blocked).map(({ id, ip }) => [id, `${ip}/32`])),
    allowed: new Map([
      ...on(addresses.testing).map(({ id }) => [id, "testing"] as const),
      ...on(addresses.internal).map(({ id }) => [id, "internal"] as const),
    ]),
    identities: new Map(identities),
    leads: new Map(
      [...leads].map(([id, lead]) => [
        id,
        { ...lead, went_out: sends.some(({ lead_id, isOut }) => lead_id === id && isOut) },
      ]),
    ),
    nextLeadId: leads.size + 1,
    tallies: new Map(),
    nextSubmissionId: submissions.length + 1,
  };
}

function commit(plan: CommitPlan, stored: Stored): void {
  for (const guard of plan.guards)
    if (stored.leads.get(guard.lead_id)?.submission_count !== guard.submission_count)
      throw new Error("the guard would abort the commit");
  for (const lead of [...plan.newLeads, ...plan.changedLeads]) stored.leads.set(lead.id, asOfBefore(lead));
  for (const identity of plan.identities) {
    if (stored.identities.has(identityKey(identity))) throw new Error("the identity would abort the commit");
    stored.identities.set(identityKey(identity), identity.lead_id);
  }
  for (const identity of plan.ipIdentities) stored.identities.set(identityKey(identity), identity.lead_id);
  stored.submissions.push(...plan.submissions);
  stored.blocked.push(...plan.blocked.map(({ public_id }) => public_id));
  for (const { lead_id, status } of plan.deliveries.filter(({ is_notice }) => is_notice !== 1))
    stored.sends.push({ lead_id, isOut: true, waits: status === "pending" });
}

/** Rows that an earlier version wrote may hold what a page's script wrote where it had no browser id. */
const asOfBefore = (lead: LeadRow): LeadRow =>
  lead.visitor_id === null && lead.id % 2 === 0 ? { ...lead, visitor_id: "undefined" } : lead;

function settle({ fate, at }: Batch, { leads, sends }: Stored): void {
  if (fate === "waits") return;
  for (const send of sends.filter(({ waits }) => waits)) {
    send.waits = false;
    send.isOut = fate !== "given_up";
    const lead = leads.get(send.lead_id);
    if (lead !== undefined && fate === "arrives")
      leads.set(lead.id, { ...lead, last_sent_at: Math.max(lead.last_sent_at ?? 0, at) });
  }
}

const firstPostOf = (leadId: number, { submissions }: Stored) =>
  submissions.find((row) => row.lead_id === leadId && row.submission_number === 1)?.public_id ?? "";

function answerOf(row: CommitPlan["submissions"][number], plan: CommitPlan, stored: Stored): Answer {
  const trace = traceIn(row);
  const { setting } = trace;
  const events = plan.events.filter(({ submission_public_id }) => submission_public_id === row.public_id);
  return {
    post: row.public_id,
    lead: firstPostOf(row.lead_id, stored),
    number: row.submission_number,
    outcome: row.outcome,
    rule: trace.rule,
    measured: setting && `${trace.elapsed_minutes} ${setting.name} ${setting.value} ${setting.from}`,
    matchedBy: trace.lead.matched_by,
    ipRejected: trace.ip_rejected,
    lookAlikes: trace.passed_over.map(
      ({ kind, lead, differs }) => `${kind} of ${firstPostOf(lead.id, stored)}: ${differs.join(" and ")}`,
    ),
    test: trace.test,
    event: trace.event,
    news: trace.new_contact,
    suspicion: { score: trace.suspicion.score, reasons: [...trace.suspicion.reasons] },
    destinations: trace.destinations
      .map(({ id, event, status, reason }) => `${id} ${event} ${status} ${reason}`)
      .sort(),
    unsent: row.unsent,
    told: events.map((event) => toldIn(event.type, readPayload(event))).sort(),
  };
}

const toldIn = (type: string, payload: LeadPayload) => {
  const { first_name, email, phone_mobile, visitor_id, form_submit_count, is_duplicate } = payload;
  const told = [type, first_name, email, phone_mobile, visitor_id, form_submit_count, is_duplicate];
  return JSON.stringify(told);
};

const standingOf = (lead: LeadRow, stored: Stored): Standing => ({
  lead: firstPostOf(lead.id, stored),
  name: lead.contact_name,
  email: lead.contact_email,
  phone: lead.contact_phone,
  posts: lead.submission_count,
  firstAt: lead.first_submitted_at,
  lastAt: lead.last_submitted_at,
  lastSentAt: lead.last_sent_at,
  suspicion: lead.suspicion_score,
  cameFirst: parseAttribution(lead.first_attribution_json)?.utm_source ?? null,
  cameLatest: parseAttribution(lead.latest_attribution_json)?.utm_source ?? null,
  test: lead.is_test,
});
