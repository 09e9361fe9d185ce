import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { where } from "../../../../test/api/where.ts";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";
import { blocked, buried, parked, spilled, storedAndTried } from "../../../../test/api/where-states.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { situations } from "../../../../test/api/where-situations.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const refused = () => new Response("no", { status: 422 });

describe("asked by an e-mail or phone", () => {
  const findable = situations.filter(([state]) => state !== "waiting_for_storage" && !isSettled(state));

  it.each(findable)("one that is %s is found", async (state, happens) => {
    const house = await newHouse();
    await env.DB.prepare("UPDATE forms SET default_region = 'IN' WHERE id = ?").bind(house.formId).run();
    await happens(house);
    for (const q of [anna.email.toUpperCase(), "98765 43219", "+91-9876543219"]) {
      const { body } = await where(q, house.admin);
      expect(body).toMatchObject({ found: true, story: { client_id: house.clientId } });
      expect(body.story).toMatchObject({ contact_name: anna.name, masked: false });
      expect(body.story.client_name).toEqual(expect.any(String));
      // A lead stands where its deliveries do, whatever its newest submission came to.
      const repeated = state === "nothing_to_send" && body.story.stands.state === "pending";
      if (!repeated) expect(body.story.stands.state).toBe(state);
    }
  });

  function isSettled(state: string) {
    return state === "replayed" || state === "discarded";
  }

  it.each(["9876543219", "098765 43219", "(98765) 432-19", "९८७६५४३२१९", "0091 98765 43219", "919876543219"])(
    "a number read out as %s is found where its form says no region",
    async (q) => {
      const house = await newHouse();
      const lead = await leadOf(await submitForm(house, { ...anna, phone: "+91 98765 43219" }));
      const { body } = await where(q, house.admin);
      expect(body.candidates).toMatchObject([{ kind: "lead", id: lead, contact_name: anna.name }]);
    },
  );

  it("a number that is several people's in several countries lists them, each with who it is", async () => {
    const house = await newHouse();
    const each = ["+91 98765 43219", "+92 9876543219"];
    for (const [index, phone] of each.entries()) {
      const fields = { name: `Person ${index}`, phone };
      const context = { ...house.submission().context, ip: null };
      await submitForm(house, fields, { fields, context, received_at: testNow + index });
    }
    const { body } = await where("9876543219", house.admin);
    expect(body.candidates.map(({ contact_name }: { contact_name: string }) => contact_name)).toEqual([
      "Person 1",
      "Person 0",
    ]);
  });

  it("a number that people type who give none is found among the newest leads", async () => {
    const house = await newHouse();
    const lead = await leadOf(await submitForm(house, { name: "Nobody", phone: "+91 9999999999" }));
    for (const q of ["9999999999", "+91-9999999999"])
      expect((await where(q, house.admin)).body.candidates).toMatchObject([{ id: lead }]);
  });

  it("the newest of several is told, and all are named", async () => {
    const house = await newHouse();
    const villa = await leadOf(
      await submitForm(house, { ...anna, project: "Villa" }, { received_at: testNow - 10_000_000 }),
    );
    const lake = await leadOf(
      await submitForm(house, { ...anna, project: "Lake" }, { received_at: testNow - 20_000_000 }),
    );
    const waiting = await spilled(house);
    const { body } = await where(anna.email, house.admin);
    expect(body.candidates).toMatchObject([
      { kind: "submission", id: waiting, client_id: house.clientId },
      { kind: "lead", id: villa, project: "Villa" },
      { kind: "lead", id: lake, project: "Lake" },
    ]);
    expect(body.story).toMatchObject({ submission_id: waiting, stands: { state: "spilled" } });
    const told = await where(lake, house.admin);
    expect(told.body.story).toMatchObject({ lead_id: lake, submission_id: null });
    expect(told.body.story.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      "received",
      "decided",
      "stored",
      "destination",
    ]);
  });

  it("all who share a detail are found by it, each by their own alone", async () => {
    const house = await newHouse();
    const desk = "+91 98765 43210";
    const people = ["Anna", "Bob", "Carla"].map((name) => ({
      name,
      email: `${name}@shared.example`.toLowerCase(),
      phone: desk,
    }));
    const leads: string[] = [];
    for (const [index, person] of people.entries()) {
      const submission = house.submission({ fields: person, payload: person, received_at: testNow + index });
      const ip = `203.0.113.${index + 1}`;
      await deliverMessages([{ ...submission, context: { ...submission.context, ip } }]);
      leads.push(await leadOf(submission.submission_id));
    }
    expect(new Set(leads).size).toBe(3);
    const { body } = await where(desk, house.admin);
    expect(body.candidates.map(({ id }: { id: string }) => id).toSorted()).toEqual(leads.toSorted());
    const bob = await where("bob@shared.example", house.admin);
    expect(bob.body.candidates).toMatchObject([{ id: leads[1] }]);
  });

  it("another tenant's people are not found, wherever they are", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    for (const happens of [storedAndTried, spilled, parked, blocked, (h: House) => buried(h, "poison")])
      await happens(house);
    const { body } = await where(anna.email, other.owner);
    expect(body).toMatchObject({ found: false, story: null, candidates: [] });
    expect(body.sentences.length).toBeGreaterThan(2);
    expectNothingOfAnna(body);
  });

  it("is refused to who sees contacts masked, who may ask by id", async () => {
    const house = await newHouse();
    expect((await where(anna.email, house.viewer)).status).toBe(403);
    expect((await where("+91 98765 43219", house.viewer)).status).toBe(403);
  });

  it("what is none of it is refused", async () => {
    const house = await newHouse();
    for (const q of ["Annabel", "#", "annabel at winter"])
      expect((await where(q, house.admin)).status).toBe(400);
  });

  it("reads no more of D1 and KV than it says", async () => {
    const house = await newHouse();
    for (let count = 0; count < 3; count += 1) await spilled(house);
    await storedAndTried(house, refused());
    const { bill, databases } = meteredD1();
    const { body } = await testApi(databases).call(
      "GET",
      `/api/where-is-my-lead?q=${encodeURIComponent(anna.email)}`,
      { as: house.admin },
    );
    expect(body.found).toBe(true);
    expect(bill.read).toBeLessThanOrEqual(60);
  });
});
