import { beforeAll, expect, test } from "vitest";
import { farEnd } from "./far-end.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { newPerson } from "../harness/person.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();
const { submit, stored, deliveries, delivery, sends } = farEnd(stack);
let leadrelay: ReturnType<typeof leadrelayFor>;

beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  const { code, err } = await leadrelay.run(["login", "--email", email, "--stdin"], password);
  expect([code, err]).toEqual([0, ""]);
});

const page = "https://www.example.com/lake";
const bodyOf = async (submissionId: string) => {
  await delivery(submissionId, "delivered");
  const [send] = await sends(submissionId);
  return send?.body;
};

test.each([
  ["page_url", { page_url: `${page}?utm_source=google&gclid=abc` }, {}],
  ["Referer", {}, { referer: `${page}?utm_source=google&gclid=abc` }],
])("a campaign that only %s tells is the lead's source, and kept with it", async (_, fields, headers) => {
  const { ip, ...person } = newPerson();
  const id = await submit({ ...person, ...fields }, { "cf-connecting-ip": ip, ...headers });
  const body = await bodyOf(id);
  expect(body).toMatchObject({ lead_source: "google" });
  expect(body).not.toHaveProperty("utm_source");
  const came = { utm_source: "google", gclid: "abc", landing_page: `${page}?utm_source=google&gclid=abc` };
  expect(await leadrelay.json("lead", "show", body?.lead_public_id ?? "")).toMatchObject({
    attribution: { first: came, latest: came },
  });
  expect(await leadrelay.json("submission", "show", id)).toMatchObject({ attribution: came });
  const { out } = await leadrelay.run(["lead", "find", person.email]);
  expect(out).toContain("gclid abc");
});

test("a campaign that only the query of the form's action tells is the lead's source, too", async () => {
  const { email, ip } = newPerson();
  const answer = await fetch(`${stack().producerUrl}/f/frm_demo?utm_source=google&gclid=abc`, {
    method: "POST",
    headers: { accept: "application/json", "cf-connecting-ip": ip },
    body: new URLSearchParams({ email }),
  });
  const { submission_id } = JSON.parse(await answer.text()) as { submission_id: string };
  expect(await bodyOf(submission_id)).toMatchObject({ lead_source: "google" });
  expect(await leadrelay.json("submission", "show", submission_id)).toMatchObject({
    attribution: { utm_source: "google", gclid: "abc", landing_page: null },
  });
});

test("a correction reaches the CRM once the setting that the trace names is switched on", async () => {
  const { ip, name, email } = newPerson();
  const visitor = { name, __visitor_id: `visitor-of-${email}` };
  const from = { "cf-connecting-ip": ip };
  const first = await bodyOf(await submit({ ...visitor, email }, from));

  const unsentId = await submit({ ...visitor, email: newPerson().email }, from);
  expect(await stored(unsentId)).toMatchObject({ outcome: "duplicate", decision: { event: "lead.updated" } });
  expect(await deliveries(unsentId)).toEqual([]);
  const { out: story } = await leadrelay.run(["lead", "find", unsentId]);
  const [, command = ""] = /`[^`]*(destination change \S+ --corrections on)`/.exec(story) ?? [];
  expect(command).not.toBe("");

  expect(await leadrelay.run(command.split(" "))).toMatchObject({ code: 0 });
  const corrected = newPerson().email;
  const sentId = await submit({ ...visitor, email: corrected }, from);
  expect(await bodyOf(sentId)).toMatchObject({
    email: corrected,
    first_name: name,
    is_duplicate: "yes",
    lead_id: first?.lead_id,
    lead_public_id: first?.lead_public_id,
    lead_submission_public_id: sentId,
  });
  expect(await delivery(sentId, "delivered")).toMatchObject({ event: "lead.updated", attempts: 1 });
  expect(await deliveries(unsentId)).toEqual([]);
});
