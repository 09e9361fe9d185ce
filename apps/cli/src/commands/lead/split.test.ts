import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const contact = {
  contact_name: "Anna",
  contact_email: "desk@example.com",
  contact_phone: null,
  masked: false,
};
const plan = {
  version: 3,
  submissions: [{ id: "s2", submission_number: 2, submitted_at: 0 }],
  new_lead: { ...contact, contact_name: "Bob", submissions: 1 },
  old_lead: { ...contact, submissions: 2 },
  identities: [
    { kind: "phone", value: "+91-8888888888" },
    { kind: "ip", value: null },
  ],
  sends: [{ destination_id: "d", name: "Make", sentence: "Goes to Make." }],
  cancels: [{ delivery_id: "6bbd", destination_id: "crm" }],
  told_before: [],
};
const planned = { state: "planned", lead_id: "01a1", new_lead_id: null, plan };
const server = (request: Request) =>
  json(request.method === "GET" ? planned : { ...planned, state: "done", new_lead_id: "01b2" });

it("a split is shown and changes nothing until it is applied", async () => {
  const { code, out, err, sent } = await run(["lead", "split", "01a1", "s2", "s3"], { env, server });
  expect(code).toBe(0);
  expect(sent.map(({ request }) => [request.method, new URL(request.url).search])).toEqual([
    ["GET", "?submission_ids=s2%2Cs3"],
  ]);
  expect(out.split("\n").map((line) => line.trim())).toEqual([
    "Lead         01a1",
    "Keeps        Anna, desk@example.com (2 of them)",
    "New lead     Bob, desk@example.com (1 of them)",
    "Submissions  s2",
    "Goes along   phone +91-8888888888",
    "IP address",
    "Sends        Goes to Make.",
    "Cancels      6bbd, crm",
    "",
  ]);
  expect(err).toContain("To do it: leadrelay lead split 01a1 s2 s3 --apply");
});

it("a split that is applied is done as it was planned", async () => {
  const typed: [string, string][] = [["Make them a lead of their own?", "y"]];
  const { code, out, sent } = await run(["lead", "split", "01a1", "s2", "--apply"], { env, server, typed });
  expect(code).toBe(0);
  expect(JSON.parse(sent.at(-1)?.body ?? "")).toEqual({ submission_ids: ["s2"], version: 3 });
  expect(out).toBe("They are lead 01b2 now.\n");
});

it("a no changes nothing", async () => {
  const typed: [string, string][] = [["Make them a lead of their own?", "n"]];
  const { sent } = await run(["unsent", "split", "01a1", "s2", "--apply"], { env, server, typed });
  expect(sent).toHaveLength(1);
});

it("what was done before is told", async () => {
  const before = () => json({ state: "done_before", lead_id: "01a1", new_lead_id: "01b2", plan: null });
  const { out, sent } = await run(["lead", "split", "01a1", "s2", "--apply"], { env, server: before });
  expect([out, sent.length]).toEqual(["They were split off lead 01a1 before: they are lead 01b2.\n", 1]);
});

it("of nothing that goes along and nobody who is sent to, it says so", async () => {
  const bare = { ...planned, plan: { ...plan, identities: [], sends: [], cancels: [] } };
  const { out } = await run(["lead", "split", "01a1", "s2"], { env, server: () => json(bare) });
  expect(out).toContain("Goes along   nothing: the lead it leaves has it too\n");
  expect(out).toContain("Sends        nothing: the client has no destination\n");
  expect(out).not.toContain("Cancels");
});
