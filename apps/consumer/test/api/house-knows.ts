import { sha256Hex } from "@leadrelay/admin-api/http/sha256-hex";
import { env } from "cloudflare:test";
import { putContactEverywhere } from "./contact-everywhere.ts";
import { deadDelivery, heldDelivery, secretContact } from "./dead-delivery.ts";
import { createDestination } from "./destinations.ts";
import { newKey } from "./keys.ts";
import { emailOf, type House } from "./people.ts";

/** What the house has, by the names the API uses: one of each thing an operation may name. */
export async function houseKnows(house: House): Promise<Record<string, unknown>> {
  const dead = await deadDelivery(house);
  await putContactEverywhere(house, dead);
  const blocked = await blockedSubmission(house);
  return {
    agency_id: house.agencyId,
    client_id: house.clientId,
    form_id: house.formId,
    destination_id: house.destinationId,
    route_id: await routeOf(house),
    source_id: await sourceOf(house),
    createSource: { kind: "generic", settings: { preset: "none" } },
    changeSource: { settings: { preset: "none" } },
    ...(await addresses(house)),
    settings: { url: "https://hook.example.com/sample" },
    operator_id: house.viewer,
    email: emailOf(house.viewer),
    client_ids: [house.clientId],
    role: "client_viewer",
    ...(await invitation(house)),
    ...dead,
    whereIsMyLead: { q: dead.submission_id },
    askWhereIsMyLead: { q: dead.submission_id },
    delivery_id: await heldDelivery(house),
    replay_id: await plannedReplay(house),
    filter: { status: "dead", client_ids: [house.clientId] },
    discardDeadLetterGroup: { ...letterGroup(house), until: 98765432109999 },
    reopenDeadLetterGroup: { ...letterGroup(house), discarded_since: 98765432109999 },
    changeLead: { status: "won" },
    putDestinationShape: { filter: { country: "IN" }, mapping: null },
    undoDestinationShape: { destination_id: await shapedDestination(house) },
    previewDestination: { destination_id: await signedDestination(house) },
    previewAnswers: { destination_id: await signedDestination(house), settings: {} },
    rotateDestinationSecret: { destination_id: await signedDestination(house) },
    ...(await splittable(house)),
    view_id: await sharedView(house),
    getBlockedSubmission: blocked,
    getUnsent: blocked,
    key_id: (await newKey(house, ["leads:read"])).id,
    password: "correct horse battery",
  };
}

/** What the house's dead deliveries may have in common. */
const letterGroup = ({ clientId, destinationId }: House) => ({
  client_id: clientId,
  destination_id: destinationId,
  kind: "delivery",
  cause: "refused",
  status_code: 400,
  fingerprint: "",
});
/** A view of leads that whoever sees the client's leads has. */
async function sharedView({ clientId, owner }: House): Promise<string> {
  const id = `viw_${crypto.randomUUID()}`;
  await env.DB.prepare(
    "INSERT INTO saved_views (id, owner_id, client_id, name, view_json, created_at, updated_at) VALUES (?, ?, ?, 'Won', '{}', 1, 1)",
  )
    .bind(id, owner, clientId)
    .run();
  return id;
}

/** A source of the house's form. */
async function sourceOf({ clientId, formId }: House): Promise<string> {
  const id = `src_${crypto.randomUUID()}`;
  await env.DB.prepare(
    `INSERT INTO sources (id, client_id, form_id, kind, name, key_hash, key_hint, sealed_settings, created_at, updated_at)
     VALUES (?, ?, ?, 'generic', 'Forms', ?, '…abcd', 'sealed', 1, 1)`,
  )
    .bind(id, clientId, formId, id)
    .run();
  return id;
}

/** A route whose member takes nothing. */
async function routeOf(house: House): Promise<string> {
  const id = `rte_${crypto.randomUUID()}`;
  const member = await signedDestination(house);
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO routes (id, client_id, name, mode, counted_from, created_at, updated_at)
       VALUES (?, ?, 'Buyers', 'round_robin', 1, 1, 1)`,
    ).bind(id, house.clientId),
    env.DB.prepare("INSERT INTO route_members (destination_id, route_id, position) VALUES (?, ?, 0)").bind(
      member,
      id,
    ),
  ]);
  return id;
}

/** One that signs what it sends: most kinds do not. */
async function signedDestination(house: House): Promise<string> {
  const settings = { url: "https://crm.example.com/hooks/0123456789" };
  return (await createDestination(house, { kind: "webhook", settings, enabled: false })).body.id as string;
}

/** One whose filter can be taken back. */
async function shapedDestination(house: House): Promise<string> {
  const id = await signedDestination(house);
  const shape = JSON.stringify({ filter: { country: "IN" }, mapping: null });
  await env.DB.batch([
    env.DB.prepare("UPDATE destinations SET shape_json = ? WHERE id = ?").bind(shape, id),
    env.DB.prepare(
      `INSERT INTO destination_shapes (destination_id, version, client_id, shape_json, created_at, created_by, created_by_name)
       VALUES (?, 1, ?, ?, 1, ?, 'Owner')`,
    ).bind(id, house.clientId, shape, house.owner),
  ]);
  return id;
}

/** A plan of the house's owner, of nothing. */
export async function plannedReplay(
  { clientId, owner }: House,
  id: string = crypto.randomUUID(),
): Promise<string> {
  const summary = { count: 1, messages: 0, oldest: null, newest: null, destinations: [], estimated_ms: null };
  await env.DB.prepare(
    `INSERT INTO replay_plans (id, created_by, filter_json, until, parts_json, summary_json, created_at, expires_at)
     VALUES (?, ?, '{"status":"dead"}', 0, ?, ?, 0, 98765432109999)`,
  )
    .bind(
      id,
      owner,
      JSON.stringify([{ client_id: clientId, database: "DB" }]),
      JSON.stringify({ ...summary, skipped: {}, is_complete: true }),
    )
    .run();
  return id;
}

/** A lead of two submissions, of which the second may be split off. */
async function splittable(house: House) {
  const { lead_id, leadRow } = await deadDelivery(house);
  const submission_id = crypto.randomUUID();
  await env.DB.batch([
    env.DB.prepare("UPDATE leads SET submission_count = 2 WHERE id = ?").bind(leadRow),
    env.DB.prepare(
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, contact_name,
        contact_email, contact_phone, payload_json, decision_json, submitted_at)
       SELECT lead_id, 2, id, ?, client_id, form_id, 'duplicate', contact_name, contact_email, contact_phone, payload_json,
        decision_json, submitted_at FROM lead_submissions WHERE lead_id = ?`,
    ).bind(submission_id, leadRow),
  ]);
  return {
    planSplit: { lead_id, submission_ids: submission_id },
    splitLead: { lead_id, submission_ids: [submission_id], version: 2 },
  };
}

async function invitation({ agencyId, clientId }: House) {
  const id = `inv_${crypto.randomUUID()}`;
  const token = crypto.randomUUID();
  await env.DB.prepare(
    `INSERT INTO invitations (id, token_hash, email, agency_id, role, client_ids_json, invited_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, 'client_viewer', ?, 'owner@example.com', 0, 98765432109999)`,
  )
    .bind(id, await sha256Hex(token), `${id}@example.com`, agencyId, JSON.stringify([clientId]))
    .run();
  return { invitation_id: id, token };
}

async function blockedSubmission({ clientId, formId }: House) {
  const submission_id = crypto.randomUUID();
  const { name, email, phone } = secretContact;
  await env.DB.prepare(
    `INSERT INTO blocked_ip_leads (client_id, public_id, form_id, ip, matched_cidr, contact_name, contact_email, contact_phone,
      payload_json, submitted_at) VALUES (?, ?, ?, '203.0.113.9', '203.0.113.0/24', ?, ?, ?, ?, 1)`,
  )
    .bind(clientId, submission_id, formId, name, email, phone, JSON.stringify(secretContact))
    .run();
  return { submission_id };
}

async function addresses({ clientId }: House) {
  const cidr = "203.0.113.0/24";
  await env.DB.batch([
    env.DB.prepare("INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, ?, 1)").bind(
      clientId,
      cidr,
    ),
    env.DB.prepare(
      "INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES (?, ?, 'testing', 1)",
    ).bind(clientId, cidr),
  ]);
  return { cidr };
}
