import { describe, expect, test } from "vitest";
import { longestPayload, outgoing } from "../../test/outgoing.ts";
import { received } from "../../test/received.ts";
import { PipedriveReceiver } from "../../test/receivers/pipedrive.ts";
import { tryAt } from "../../test/receivers/receiver.ts";
import { samplePayload } from "../make/sample-payload.ts";
import { buildLeads, sentBody } from "./build-request.ts";
import { classifyLead, classifyPerson, classifySearch } from "./classify.ts";
import { pipedrive } from "./pipedrive.ts";

const settings = { address: "https://lakeside.pipedrive.com/leads/inbox", api_token: "good" };
const search = "GET /api/v2/persons/search";
const person = "POST /api/v2/persons";
const leads = "GET /api/v1/leads";
const lead = "POST /api/v1/leads";
const note = "POST /api/v1/notes";
const later = { ...outgoing(), attempt: 2 };
const busy = () => Response.json({ success: false, error: "later" }, { status: 503 });
const of = (given: Partial<typeof samplePayload>) => outgoing({ ...samplePayload, ...given });

describe("an answer of Pipedrive", () => {
  test.each<[what: string, answer: Parameters<typeof received>, end: object]>([
    ["a person who was made", [201, '{"success":true,"data":{"id":7}}'], { kept: { person_id: "7" } }],
    [
      "a 200 that is no success",
      [200, '{"success":false,"error":"Name is required"}'],
      { outcome: "refused", error: expect.stringContaining("Name is required") },
    ],
    ["a success without an id", [200, '{"success":true,"data":null}'], { outcome: "refused" }],
    ["a page with a 200", [200, "<html>"], { outcome: "refused" }],
    ["a token that is not known", [401, ""], { outcome: "refused", error: expect.stringContaining("token") }],
    [
      "an account that is unpaid",
      [402, ""],
      { outcome: "refused", error: expect.stringContaining("unpaid") },
    ],
    ["what the token may not do", [403, '{"success":false,"error":"no"}'], { outcome: "refused" }],
    ["the guard's page", [403, "<!DOCTYPE html>"], { outcome: "retry", waitMs: null }],
    [
      "too many requests in two seconds",
      [429, "", { "x-ratelimit-reset": "2", "x-daily-ratelimit-token-remaining": "29000" }],
      { outcome: "retry", waitMs: 2_000 },
    ],
    ["too many requests with a wait", [429, "", { "retry-after": "5" }], { outcome: "retry", waitMs: 5_000 }],
    ["too many requests, and no more", [429, ""], { outcome: "retry", waitMs: null }],
    [
      "a day's tokens that are spent",
      [429, "", { "x-ratelimit-reset": "2", "x-daily-ratelimit-token-remaining": "0" }],
      { outcome: "hold", waitMs: null },
    ],
    ["its own trouble", [500, '{"success":false}'], { outcome: "retry" }],
  ])("of %s", (_what, answer, end) => {
    expect(classifyPerson(received(...answer))).toMatchObject(end);
  });

  test.each<[what: string, items: object[], kept: string | undefined]>([
    ["nobody", [], undefined],
    ["somebody of that name", [{ id: 7, name: "Rao, Asha" }], "7"],
    ["somebody without a name", [{ id: 7 }], "7"],
    ["somebody else of that address", [{ id: 7, name: "Ravi Kumar" }], undefined],
    [
      "one of two",
      [
        { id: 7, name: "Ravi Kumar" },
        { id: 8, name: "Asha" },
      ],
      "8",
    ],
  ])("that found %s", (_what, items, person_id) => {
    const body = JSON.stringify({ success: true, data: { items: items.map((item) => ({ item })) } });
    const end = classifySearch(received(200, body), outgoing());
    expect(end).toEqual({ outcome: "onward", ...(person_id && { kept: { person_id } }) });
  });

  test("of a lead ends the try where no note is wanted", () => {
    const answer = received(201, '{"success":true,"data":{"id":"adf2-1"}}');
    expect(classifyLead(answer, { ...settings, note: false })).toEqual({
      outcome: "delivered",
      receiverId: "adf2-1",
    });
  });
});

describe("Pipedrive", () => {
  test("is told the person, the lead and all that a person should read", () => {
    const own = { custom_fields: ["9e8d=project_name"], lead_id_field: "1f9a" };
    expect(sentBody({ ...settings, ...own }, outgoing())).toEqual({
      person: {
        name: "Asha Rao",
        emails: [{ value: "asha@example.com", primary: true }],
        phones: [{ value: "+919999999999", primary: true }],
      },
      lead: {
        title: "New lead: Asha Rao",
        origin_id: outgoing().delivery_public_id,
        "9e8d": "Lakeside Towers",
        "1f9a": samplePayload.lead_public_id,
      },
      note: { content: expect.stringContaining("Project: Lakeside Towers<br>") },
    });
  });

  test("shows a stranger's marks as they are", () => {
    const { note: noted } = sentBody(settings, of({ project_name: `<a href="x">&</a>` }));
    expect(noted?.["content"]).toContain("Project: &lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;<br>");
  });

  test("has a person, a lead and a note of somebody who is new", async () => {
    const receiver = new PipedriveReceiver();
    const { end, asked } = await tryAt(receiver, pipedrive, settings);
    expect(asked).toEqual([search, search, person, lead, note]);
    expect(end).toEqual({ outcome: "delivered", receiverId: "lead-0" });
    expect([...receiver.leads.values()]).toMatchObject([{ person_id: 1_000, title: "New lead: Asha Rao" }]);
    expect(receiver.notes).toMatchObject([{ lead_id: "lead-0" }]);
  });

  test.each<[who: string, given: Partial<typeof samplePayload>, asked: string[], people: number]>([
    ["their address", {}, [search, lead, note], 1],
    ["their number", { email: "asha@rao.example" }, [search, search, lead, note], 1],
    ["their number alone", { email: null }, [search, lead, note], 1],
    ["neither, being somebody else", { first_name: "Ravi Kumar" }, [search, search, person, lead, note], 2],
  ])("knows a person again by %s", async (_who, given, asked, people) => {
    const receiver = new PipedriveReceiver();
    await tryAt(receiver, pipedrive, settings);
    const again = await tryAt(receiver, pipedrive, settings, { delivery: of(given) });
    expect(again).toMatchObject({ asked, end: { outcome: "delivered", receiverId: "lead-1" } });
    expect(receiver.people.size).toBe(people);
  });

  test.each<[what: string, lost: number, asked: string[]]>([
    ["the person", 3, [search, leads, lead, note]],
    ["the lead", 4, [leads, note]],
    ["the note", 5, [note]],
  ])("has nobody and nothing twice where the answer to %s was lost", async (_what, nth, asked) => {
    const receiver = new PipedriveReceiver();
    const first = await tryAt(receiver, pipedrive, settings, { lost: [nth] });
    expect(first.end).toBe("timeout");
    const again = await tryAt(receiver, pipedrive, settings, { kept: first.kept, delivery: later });
    expect(again.asked).toEqual(asked);
    expect(again.end).toEqual({ outcome: "delivered", receiverId: "lead-0" });
    expect([receiver.people.size, receiver.leads.size]).toEqual([1, 1]);
  });

  test("ends with the lead that was made where its owner wants no note any more", async () => {
    const receiver = new PipedriveReceiver();
    receiver.says.push(undefined, undefined, undefined, undefined, busy());
    const { kept } = await tryAt(receiver, pipedrive, settings);
    expect(kept).toMatchObject({ lead_id: "lead-0" });
    const given = { kept, delivery: later };
    const again = await tryAt(receiver, pipedrive, { ...settings, note: false }, given);
    expect(again).toMatchObject({
      asked: [leads],
      end: { outcome: "delivered", receiverId: "lead-0" },
    });
    expect(receiver.leads.size).toBe(1);
  });

  test("is read to the end of a page of leads that have fields of their own", () => {
    const { url, mostAnswerBytes } = buildLeads(settings, outgoing(), "7");
    const longestLead = 20_000;
    expect(Number(new URL(url).searchParams.get("limit")) * longestLead).toBeLessThan(mostAnswerBytes ?? 0);
  });

  test("is sent the lead of a second try where nothing was made before", async () => {
    const receiver = new PipedriveReceiver();
    receiver.says.push(undefined, undefined, undefined, busy());
    const first = await tryAt(receiver, pipedrive, settings);
    expect(first).toMatchObject({ end: { outcome: "retry" }, kept: { person_id: "1000" } });
    const again = await tryAt(receiver, pipedrive, settings, { kept: first.kept, delivery: later });
    expect(again.asked).toEqual([leads, lead, note]);
    expect(again.end).toMatchObject({ outcome: "delivered" });
  });

  test("takes no other enquiry of the person for the one that it is sent again", async () => {
    const receiver = new PipedriveReceiver();
    await tryAt(receiver, pipedrive, settings);
    const other = { ...later, delivery_public_id: "0199aaaa-0000-8000-8000-000000000002" };
    const { end, asked } = await tryAt(receiver, pipedrive, settings, { delivery: other });
    expect(asked).toEqual([search, leads, lead, note]);
    expect(end).toEqual({ outcome: "delivered", receiverId: "lead-1" });
  });

  test("gets a person anew who was deleted between two tries", async () => {
    const receiver = new PipedriveReceiver();
    const gone = await tryAt(receiver, pipedrive, settings, { kept: { person_id: "5" } });
    expect(gone).toMatchObject({ end: { outcome: "retry" }, kept: { person_id: "" } });
    const again = await tryAt(receiver, pipedrive, settings, { kept: gone.kept, delivery: later });
    expect(again).toMatchObject({
      end: { outcome: "delivered" },
      asked: [search, search, person, leads, lead, note],
    });
  });

  test("takes the longest lead, and no address that it could not hold", async () => {
    const receiver = new PipedriveReceiver();
    const long = {
      ...longestPayload,
      first_name: "👍".repeat(9_000),
      email: `${"x".repeat(400)}@example.com`,
    };
    const { end, asked } = await tryAt(receiver, pipedrive, settings, { delivery: of(long) });
    expect(asked).toEqual([search, person, lead, note]);
    expect(end).toMatchObject({ outcome: "delivered" });
    expect([...receiver.people.values()]).toMatchObject([{ emails: [] }]);
    for (const { name } of receiver.people.values()) expect(name.isWellFormed()).toBe(true);
  });

  test("refuses a token that is not known", async () => {
    const { end } = await tryAt(new PipedriveReceiver(), pipedrive, { ...settings, api_token: "bad" });
    expect(end).toMatchObject({ outcome: "refused", error: expect.stringContaining("API token") });
  });
});
