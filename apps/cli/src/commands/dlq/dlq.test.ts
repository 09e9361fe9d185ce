import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const letter = {
  id: "dlt_1",
  client_id: "cli_1",
  contact_name: "Asha",
  contact_email: null,
  contact_phone: "+91-9999999999",
  kind: "delivery",
  cause: "refused",
  state: "open",
  fingerprint: "f00d",
  attempts: 1,
  delivery_id: "6bbd",
  destination_id: "dst_1",
  destination_name: "Make",
  lead_id: "01a1",
  submission_id: "01a2",
  last_status_code: 400,
  last_error: "No such scenario",
  what_happened: "Make refused it.",
  first_failed_at: testNow - 60_000,
  last_failed_at: testNow - 60_000,
  created_at: testNow - 60_000,
  settled_at: null,
  settled_by: null,
  settled_by_name: null,
  settle_reason: null,
};
const details = {
  ...letter,
  what_next: "Mend the scenario, then replay it.",
  actions: [
    {
      operation: "changeDestination",
      method: "PATCH",
      path: "/api/destinations/dst_1",
      field: "settings",
      setting: "address",
    },
  ],
  delivery_status: "dead",
  attempts_made: [
    {
      number: 1,
      outcome: "refused",
      status_code: 400,
      error: "No such scenario",
      started_at: testNow - 60_000,
      duration_ms: null,
    },
  ],
  payload: { email: "asha@example.com" },
};

const searchOf = async (...args: string[]) => {
  const { sent } = await run(["dlq", ...args], { env, server: () => json({ items: [], next_cursor: null }) });
  const url = new URL(sent[0]?.request.url ?? "");
  return { path: url.pathname, ...Object.fromEntries(url.searchParams) };
};

it("a list is of open letters unless others are asked for", async () => {
  expect(await searchOf("list")).toEqual({ path: "/api/dead-letters", state: "open", limit: "50" });
  expect(await searchOf("list", "--state", "all", "--cause", "refused", "--since", "1h")).toEqual({
    path: "/api/dead-letters",
    cause: "refused",
    since: String(testNow - 3_600_000),
    limit: "50",
  });
  expect(await searchOf("causes", "--client", "cli_1")).toEqual({
    path: "/api/dead-letter-groups",
    client_id: "cli_1",
    limit: "50",
  });
});

const villas = { id: "cli_1", name: "Villas", deleted_at: null };
const listing =
  (items: object[], clients = () => json({ items: [villas], next_cursor: null })) =>
  ({ url }: Request) =>
    new URL(url).pathname === "/api/clients" ? clients() : json({ items, next_cursor: null });

it("a letter's line says whom it is about, of which client, where it was to go, since when and what happened", async () => {
  const { out } = await run(["dlq", "list"], { env, server: listing([letter]) });
  expect(out.split("\n")[1]).toMatch(
    /^dlt_1 {2}open {3}Asha, \+91-9999999999 {2}Make {2}Villas {6}1 {2}2026-11-21 17:29:00 \(1 minute ago\) {2}2026-11-21 17:29:00 \(1 minute ago\) {3}400 {2}Make refused it\.$/,
  );
});

it.each([
  [
    "a caller who may not list clients",
    listing([letter], () => problem(403, "not-permitted", "No.")),
    "cli_1",
  ],
  ["a letter of no client", listing([{ ...letter, client_id: null }]), "no client's yet"],
])("to %s the list is shown as well", async (_what, server, client) => {
  const { code, out } = await run(["dlq", "list"], { env, server });
  expect([code, out]).toEqual([0, expect.stringContaining(client)]);
});

it("a cause is told with since when, and what to do about all of it", async () => {
  const group = {
    client_id: "cli_1",
    destination_id: "dst_1",
    destination_name: "Make",
    status_code: 400,
    fingerprint: "f00d",
    open_count: 3,
    first_failed_at: testNow - 3_600_000,
    last_failed_at: testNow,
    what_happened: "Make refused it.",
    what_next: "Then `leadrelay queue replay --fingerprint f00d`.",
    sample_letter_id: "dlt_1",
    sample_error: null,
    contact_name: "Asha",
    contact_email: null,
    contact_phone: null,
  };
  const { out } = await run(["dlq", "causes"], { env, server: listing([group]) });
  for (const told of ["Villas", "(1 hour ago)", "`leadrelay queue replay --fingerprint f00d`", "dlt_1"])
    expect(out).toContain(told);
});

it.each(["…", "...", "<why>", " "])("the placeholder %j is no reason", async (reason) => {
  const { code, err, sent } = await run(["dlq", "discard", "dlt_1", "--reason", reason, "--yes"], {
    env,
    server: () => json(details),
  });
  expect([code, sent, err]).toEqual([2, [], expect.stringContaining("stands for your own words")]);
});

it("a letter is told with each try, what would be sent, and what to do", async () => {
  const { out } = await run(["dlq", "show", "dlt_1"], { env, server: () => json(details) });
  expect(out).toContain("What next      Mend the scenario, then replay it.\n");
  expect(out).toContain("You can        leadrelay destination change dst_1 --address\n");
  expect(out).toContain("Delivery       6bbd (dead)\n");
  expect(out).toContain("400  No such scenario\n");
  expect(out).toContain('"email": "asha@example.com"');
});

it("a letter that is about no delivery, of no client, is told as well", async () => {
  const nothing = {
    client_id: null,
    destination_id: null,
    destination_name: null,
    delivery_id: null,
    delivery_status: null,
    lead_id: null,
  };
  const settled = {
    state: "discarded",
    settled_at: testNow,
    settled_by: "opr_1",
    settle_reason: "spam",
    settled_by_name: "eva@example.com",
  };
  const bare = {
    ...details,
    ...nothing,
    ...settled,
    kind: "invalid_message",
    attempts_made: [],
    payload: null,
  };
  const { code, out } = await run(["dlq", "show", "dlt_1"], { env, server: () => json(bare) });
  expect(code).toBe(0);
  expect(out).toContain("Settled        2026-11-21 17:30:00 (now) by eva@example.com\nWhy            spam\n");
  expect(out).not.toContain("Not tried yet");
});
