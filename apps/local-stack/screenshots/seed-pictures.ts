import { eventually } from "../harness/eventually.ts";
import type { TestStack } from "../harness/start-stack.ts";
import type { Api } from "./ask-api.ts";
import type { Shown } from "./pages.ts";
import { campaigns, messages, people, projects } from "./people.ts";

const dayMs = 24 * 3_600_000;

/** How many came on each day before today, the longest ago first. */
const days = [4, 7, 5, 9, 3, 8];

/** A week of an agency's leads, each day posted with the clock of that day. */
export async function seedWeek(stack: TestStack): Promise<void> {
  let next = 0;
  for (const [index, count] of days.entries()) {
    await stack.restart({ TEST_CLOCK_OFFSET_MS: String((index - days.length) * dayMs) });
    for (let nth = 0; nth < count; nth += 1) await post(stack, next++);
    await settled(stack, next);
  }
  await stack.restart({ TEST_CLOCK_OFFSET_MS: "0" });
}

/** Today: some delivered, one held back as a repeat, some that the CRM refuses, one that waits for its next try, a bot in quarantine. */
export async function seedToday(stack: TestStack, api: Api): Promise<Shown> {
  for (let nth = 0; nth < 6; nth += 1) await post(stack, 40 + nth);
  await settled(
    stack,
    days.reduce((sum, count) => sum + count, 6),
  );
  // The same person in the same minute: stored, and not sent again.
  await post(stack, 45);
  await stack.receiver.behave([{ status: 400, body: '{"message":"no such field: budget"}', times: 3 }]);
  for (let nth = 0; nth < 3; nth += 1) await post(stack, 50 + nth);
  await eventually(async () => {
    const [row] = await stack.query<{ dead: number }>(
      "SELECT COUNT(*) AS dead FROM deliveries WHERE status = 'dead'",
    );
    return (row?.dead ?? 0) >= 3 || undefined;
  });
  await stack.receiver.behave([{ status: 503, body: "Service unavailable", times: 1 }]);
  await post(stack, 60);
  const lead = await colleagues(api);
  return { lead, form: "form_demo", destination: "dst_demo_make", route: await setUp(api) };
}

/** What people made of the leads, and who they are. */
async function colleagues(api: Api): Promise<string> {
  const { items: leads } = await api.send<{ items: { id: string }[] }>("GET", "/api/leads?limit=20");
  const { items: clients } = await api.send<{
    items: { id: string; agency_id: string; stages: string[] }[];
  }>("GET", "/api/clients");
  const stages = clients[0]?.stages ?? [];
  for (const [index, { id }] of leads.entries()) {
    const status = stages[index % Math.max(1, stages.length)];
    if (status !== undefined && index % 3 !== 0) await api.send("PATCH", `/api/leads/${id}`, { status });
  }
  if (leads[1] !== undefined)
    await api.send("POST", `/api/leads/${leads[1].id}/notes`, {
      text: "Visited the show flat on Saturday, will decide with her family this week.",
    });
  if (clients[0] !== undefined) {
    const { id: clientId, agency_id } = clients[0];
    await api.send("POST", "/api/invitations", {
      agency_id,
      client_ids: [clientId],
      email: "vera@example.com",
      role: "client_viewer",
    });
    await api.send("POST", `/api/clients/${clientId}/blocked-ips`, {
      cidr: "203.0.113.0/24",
      reason: "A form filler that ran all night",
    });
  }
  return leads[1]?.id ?? "";
}

/** More places for leads to go, none of which gets one, and a route over them; its id. */
async function setUp(api: Api): Promise<string> {
  const made = [];
  for (const name of ["Partner North", "Partner South", "Own call centre"]) {
    const settings = { url: "https://crm.example.com/leads", signature: "standard" };
    const body = { client_id: "cli_demo", kind: "webhook", name, settings, event_types: ["lead.created"] };
    made.push(await api.send<{ id: string }>("POST", "/api/destinations", body));
  }
  const members = made.map(({ id }, index) => ({ destination_id: id, weight: [50, 30, 20][index] ?? 0 }));
  const { id } = await api.send<{ id: string }>("POST", "/api/routes", {
    client_id: "cli_demo",
    name: "Villas to partners",
    mode: "weighted",
    overflow_minutes: 30,
    members,
  });
  await api.send("PATCH", "/api/forms/form_demo", {
    hosted_page: {
      is_on: true,
      title: "See the villas by the lake",
      intro: "Tell us how to reach you. We call back the same day.",
      fields: [
        { name: "name", label: "Your name", kind: "text", is_required: true, options: [] },
        { name: "phone", label: "Phone", kind: "tel", is_required: true, options: [] },
        { name: "email", label: "E-mail", kind: "email", is_required: false, options: [] },
      ],
      button: "Call me back",
      consent: "I agree to be called about this enquiry.",
      thanks: "Thank you. Somebody will call you today.",
    },
  });
  return id;
}

async function post(stack: TestStack, index: number): Promise<void> {
  const person = people[index % people.length];
  const { utm_source, ...campaign } = { utm_source: "", ...campaigns[index % campaigns.length] };
  const fields = new URLSearchParams({
    ...person,
    project: projects[index % projects.length] ?? "",
    message: messages[index % messages.length] ?? "",
    ...(utm_source === "" ? {} : { utm_source, ...campaign }),
  });
  await stack.post(fields, { "cf-connecting-ip": `198.51.${100 + (index % 100)}.${(index % 250) + 1}` });
}

/** Until so many are stored, and none waits to be sent. */
const settled = (stack: TestStack, posted: number): Promise<unknown> =>
  eventually(async () => {
    const [row] = await stack.query<{ stored: number; open: number }>(
      `SELECT (SELECT COUNT(*) FROM lead_submissions) AS stored,
        (SELECT COUNT(*) FROM deliveries WHERE status IN ('pending', 'in_flight')) AS open`,
    );
    return (row !== undefined && row.stored >= posted && row.open === 0) || undefined;
  });
