import { deadLetterId, deliveryId, eventId } from "@leadrelay/core/ids/derived-id";
import { firstIdAt } from "@leadrelay/core/ids/first-id-at";
import { env } from "cloudflare:test";
import { leanTrace } from "./lean-trace.ts";
import { newHouse, type House } from "./people.ts";

/** When the first submission of a `crowdedAgency` was made. */
export const crowdedFrom = 1_700_000_000_000;

const trace = leanTrace("new_lead", "lead.created");

const statuses = ["pending", "in_flight", "held", "dead"] as const;

interface CrowdedAgency extends House {
  clientIds: string[];
  /** Works for each of the clients, and for the agency in none. */
  everywhere: string;
  /** Of everything there are so many: leads, submissions, events, blocked submissions, access keys, audit entries. */
  count: number;
  /** Deliveries of each status: pending, in flight, held, dead. */
  ofEachStatus: number;
}

/**
 * An agency of so many clients, with so many destinations each, and so many leads each, which came in the clients' turn. A lead is told
 * to every destination of its client; what became of that goes by turns through the statuses.
 */
export async function crowdedAgency(given: {
  clients: number;
  destinations: number;
  leads: number;
}): Promise<CrowdedAgency> {
  const house = await newHouse();
  const count = given.clients * given.leads;
  const reserve = "UPDATE id_ranges SET next = next + ? WHERE name = 'leads' RETURNING next AS id";
  const base = ((await env.DB.prepare(reserve).bind(count).first<number>("id")) ?? 0) - count;
  const own = crypto.randomUUID().slice(0, 8);
  const clients = Array.from({ length: given.clients }, (_, n) => ({
    id: n === 0 ? house.clientId : `cli_${own}_${String(n).padStart(4, "0")}`,
    destinations: Array.from({ length: given.destinations }, (_item, m) =>
      n === 0 && m === 0 ? house.destinationId : `dst_${own}_${String(n).padStart(4, "0")}_${m}`,
    ),
  }));
  const leads = Array.from({ length: count }, (_, n) => {
    const { id, destinations } = clients[n % given.clients] ?? { id: "", destinations: [] };
    const at = crowdedFrom + n * 1000;
    const public_id = `${firstIdAt(at)}-7000-8000-${own.padStart(12, "0")}`;
    return {
      row: base + n,
      public_id,
      client: id,
      at,
      event: eventId(public_id, "lead.created"),
      destinations,
      n,
    };
  });
  const sent = leads.flatMap(({ destinations, event, n, ...lead }) =>
    destinations.map((destination, m) => {
      const id = deliveryId(event, destination);
      const turn = Math.floor(n / given.clients) + m;
      return {
        ...lead,
        event,
        destination,
        id,
        status: statuses[turn % 4],
        letter: deadLetterId("delivery", id),
      };
    }),
  );
  const insert = (text: string, items: readonly unknown[], where = "1") =>
    env.DB.prepare(`INSERT INTO ${text} FROM json_each(?1) AS item WHERE ${where}`).bind(
      JSON.stringify(items),
    );
  const of = (name: string) => `item.value ->> '${name}'`;
  const everywhere = `opr_${crypto.randomUUID()}`;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO operators (id, name, email, email_verified, created_at, updated_at) VALUES (?1, 'O', ?1 || '@example.com', 0, '', '')",
    ).bind(everywhere),
    insert(
      `clients (id, agency_id, name, created_at) SELECT ${of("id")}, '${house.agencyId}', 'C', 0`,
      clients.slice(1),
    ),
    insert(
      `memberships (operator_id, agency_id, client_id, role, created_at)
        SELECT '${everywhere}', '${house.agencyId}', ${of("id")}, 'client_admin', 0`,
      clients,
    ),
    insert(
      `destinations (id, client_id, name, kind, sealed_settings, updated_at, created_at)
        SELECT ${of("id")}, ${of("client")}, 'D', 'make', 'sealed', 0, 0`,
      clients.flatMap(({ id, destinations }) =>
        destinations.map((destination) => ({ id: destination, client: id })),
      ),
      `${of("id")} <> '${house.destinationId}'`,
    ),
    insert(
      `leads (id, public_id, client_id, form_id, project_key, contact_name, contact_email, submission_count, first_submitted_at,
        last_submitted_at)
        SELECT ${of("row")}, ${of("public_id")}, ${of("client")}, '', '', 'Anna', 'anna@example.com', 1, ${of("at")}, ${of("at")}`,
      leads,
    ),
    insert(
      `lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json, decision_json, submitted_at,
        unsent)
        SELECT ${of("row")}, 1, ${of("row")}, ${of("public_id")}, ${of("client")}, '', 'new_lead', '{}', '${trace}', ${of("at")},
          'no_destination'`,
      leads,
    ),
    insert(
      `lead_identities (client_id, is_test, kind, value, project_key, lead_id)
        SELECT ${of("client")}, 0, 'email', 'anna@example.com', ${of("public_id")}, ${of("row")}`,
      leads,
    ),
    insert(
      `lead_name_words (client_id, is_test, word, lead_id) SELECT ${of("client")}, 0, 'anna', ${of("row")}`,
      leads,
    ),
    insert(
      `events SELECT ${of("row")}, ${of("event")}, ${of("client")}, 'lead.created', ${of("public_id")}, '{}', ${of("at")}`,
      leads,
    ),
    insert(
      `blocked_ip_leads (client_id, public_id, form_id, ip, matched_cidr, payload_json, submitted_at)
        SELECT ${of("client")}, ${of("public_id")}, '', '203.0.113.9', '203.0.113.0/24', '{}', ${of("at")}`,
      leads,
    ),
    insert(
      `access_keys (id, agency_id, client_id, name, permissions_json, sealed_secret, created_by, created_at, updated_at)
        SELECT ${of("public_id")}, '${house.agencyId}', ${of("client")}, 'K', '[]', '', '', ${of("at")}, 0`,
      leads,
    ),
    insert(
      `audit_log (id, agency_id, client_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, created_at)
        SELECT ${of("public_id")}, '${house.agencyId}', ${of("client")}, 'system', 'test', 'test', 'test.made', 'lead', '', ${of("at")}`,
      leads,
    ),
    insert(
      `deliveries (lead_id, event_id, destination_id, public_id, client_id, status, max_attempts, next_attempt_at, settled_at,
        created_at, dead_letter_id)
        SELECT ${of("row")}, ${of("event")}, ${of("destination")}, ${of("id")}, ${of("client")}, ${of("status")}, 10,
          iif(${of("status")} IN ('pending', 'in_flight'), ${of("at")}, NULL), iif(${of("status")} = 'dead', ${of("at")}, NULL),
          ${of("at")}, iif(${of("status")} = 'dead', ${of("letter")}, NULL)`,
      sent,
    ),
    insert(
      `dead_letters (id, client_id, kind, cause, lead_id, event_id, destination_id, attempts, first_failed_at, last_failed_at, created_at,
        fingerprint)
        SELECT ${of("letter")}, ${of("client")}, 'delivery', 'refused', ${of("row")}, ${of("event")}, ${of("destination")}, 1,
          ${of("at")}, ${of("at")}, ${of("at")}, ${of("letter")}`,
      sent,
      `${of("status")} = 'dead'`,
    ),
  ]);
  return {
    ...house,
    clientIds: clients.map(({ id }) => id),
    everywhere,
    count,
    ofEachStatus: sent.length / 4,
  };
}
