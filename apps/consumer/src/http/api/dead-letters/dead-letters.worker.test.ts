import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery, secretContact } from "../../../../test/api/dead-delivery.ts";
import { manyLetters, messageLetter } from "../../../../test/api/letters.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const from = 1_700_000_000_000;

describe("a page of 20 000 dead letters reads at most five rows for each it may show", () => {
  it("what failed last first, by cause, of a period", async () => {
    const house = await newHouse();
    await manyLetters(house, 20_000, from);
    const newest = await readList("/api/dead-letters", house.owner, { mostPages: 3 });
    expect(newest.items.map(({ last_failed_at }) => last_failed_at)).toEqual(
      Array.from({ length: 60 }, (_, index) => from + (20_000 - index) * 1000),
    );
    const gone = await readList(`/api/dead-letters?cause=gone&since=${from + 18_500_000}`, house.owner);
    expect(gone).toMatchObject({ isWhole: true });
    expect(new Set(idsOf(gone.items)).size).toBe(2);
    const period = `since=${from + 5_000_000}&until=${from + 5_030_000}`;
    const some = await readList(`/api/dead-letters?${period}`, house.owner);
    expect(some.items).toHaveLength(30);
    const groups = await readList("/api/dead-letter-groups", house.owner);
    expect(groups.items.map(({ cause, open_count }) => [cause, open_count])).toEqual([
      ["gone", 20],
      ["refused", 19_980],
    ]);
    for (const { mostRead } of [newest, gone, some, groups]) expect(mostRead).toBeLessThanOrEqual(5 * 20);
  });
});

describe("a dead letter", () => {
  it("of a delivery says what happened, what to do, what would be sent and what was tried", async () => {
    const house = await newHouse();
    const dead = await deadDelivery(house);
    const { status, body } = await call("GET", `/api/dead-letters/${dead.dead_letter_id}`, {
      as: house.admin,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: "delivery",
      state: "open",
      what_happened: expect.stringContaining("refused"),
      what_next: expect.stringContaining("replay this letter"),
      lead_id: dead.lead_id,
      delivery_id: dead.delivery_id,
      delivery_status: "dead",
      destination_name: "Make",
      payload: {
        email: secretContact.email,
        make_send_public_id: expect.stringMatching(/^[\da-f-]{36}$/),
      },
      attempts_made: [{ number: 1 }, { number: 2 }],
    });
    const [listed] = (await readList("/api/dead-letters", house.admin)).items;
    expect(listed).toMatchObject({ id: body.id, delivery_id: dead.delivery_id, lead_id: dead.lead_id });
  });

  it("shows what would be sent by the mapping of now, and without it where that breaks", async () => {
    const house = await newHouse();
    const dead = await deadDelivery(house);
    const map = (given: object) =>
      call("PUT", `/api/destinations/${house.destinationId}/shape`, {
        as: house.owner,
        body: { mapping: given },
      });
    const shown = async (path: string) => (await call("GET", path, { as: house.admin })).body;
    const mapping = [
      { target: "mail", field: "email" },
      { target: "source", constant: "LeadRelay" },
    ];
    expect((await map({ only: true, rows: mapping })).status).toBe(200);
    const mapped = { mail: secretContact.email, source: "LeadRelay" };
    expect((await shown(`/api/dead-letters/${dead.dead_letter_id}`)).payload).toEqual(mapped);
    expect((await shown(`/api/deliveries/${dead.delivery_id}`)).event.payload).toEqual(mapped);
    await rows("UPDATE destinations SET shape_json = '{' WHERE id = ?", house.destinationId);
    expect((await shown(`/api/dead-letters/${dead.dead_letter_id}`)).payload).toMatchObject({
      email: secretContact.email,
    });
  });

  it.each([
    ["a delivery", deadDelivery, secretContact.email],
    ["a submission that could not be stored", messageLetter, "anna@example.com"],
  ] as const)(
    "of %s is listed with whom it is about, masked where the role is",
    async (_what, dies, email) => {
      const house = await newHouse();
      await dies(house);
      for (const path of ["/api/dead-letters", "/api/dead-letter-groups"]) {
        const [open] = (await readList(path, house.agent)).items;
        expect(open, path).toMatchObject({ contact_email: email, masked: false });
        const [masked] = (await readList(path, house.viewer)).items;
        expect(masked).toMatchObject({ masked: true });
        expect(JSON.stringify(masked)).not.toContain(email);
      }
      const audit =
        "SELECT count(*) AS n FROM audit_log WHERE client_id = ? AND action = 'dead_letters.listed'";
      expect(await rows(audit, house.clientId)).toEqual([{ n: 2 }]);
    },
  );

  it("of a message holds the whole message, or what it was instead", async () => {
    const house = await newHouse();
    const poison = await messageLetter(house);
    const { body } = await call("GET", `/api/dead-letters/${poison}`, { as: house.agent });
    expect(body.payload).toMatchObject({ type: "submission", form_key: house.formKey });
    const broken = await messageLetter(house, { payload: "{broken" });
    expect((await call("GET", `/api/dead-letters/${broken}`, { as: house.agent })).body.payload).toBe(
      "{broken",
    );
  });

  it("read by the agency's people stands in the audit log, which the client can see", async () => {
    const house = await newHouse();
    const { dead_letter_id } = await deadDelivery(house);
    for (const as of [house.agent, house.admin, house.viewer])
      await call("GET", `/api/dead-letters/${dead_letter_id}`, { as });
    const entries = "SELECT actor_id, action, subject_id FROM audit_log WHERE client_id = ?";
    expect(await rows(entries, house.clientId)).toEqual([
      { actor_id: house.agent, action: "dead_letter.read", subject_id: dead_letter_id },
    ]);
  });

  it("in a list tells nobody what quotes the lead, because a list stands in no audit log", async () => {
    const house = await newHouse();
    const { dead_letter_id } = await deadDelivery(house);
    for (const as of [house.owner, house.agent, house.admin, house.viewer]) {
      const letters = await call("GET", "/api/dead-letters", { as });
      expect(letters.body.items).toMatchObject([{ id: dead_letter_id, last_error: "HTTP 400" }]);
      const groups = await call("GET", "/api/dead-letter-groups", { as });
      expect(groups.body.items).toMatchObject([
        { sample_letter_id: dead_letter_id, sample_error: "HTTP 400" },
      ]);
    }
    const { body } = await call("GET", `/api/dead-letters/${dead_letter_id}`, { as: house.agent });
    expect(body.last_error).toContain(secretContact.email);
  });

  it("in a list tells what the receiver said of itself, but not to those who see contacts masked", async () => {
    const house = await newHouse();
    await deadDelivery(house, undefined, "Invalid data structure");
    for (const [as, said] of [
      [house.agent, "HTTP 400: Invalid data structure"],
      [house.viewer, "HTTP 400"],
    ] as const) {
      const letters = await call("GET", "/api/dead-letters", { as });
      expect(letters.body.items).toMatchObject([{ last_error: said }]);
      const groups = await call("GET", "/api/dead-letter-groups", { as });
      expect(groups.body.items).toMatchObject([{ sample_error: said }]);
      const deliveries = await call("GET", "/api/deliveries", { as });
      expect(deliveries.body.items).toMatchObject([{ last_error: said }]);
    }
  });

  it("tells a viewer neither its payload nor what the receiver said", async () => {
    const house = await newHouse();
    const dead = await deadDelivery(house);
    const poison = await messageLetter(house, { payload: JSON.stringify(secretContact) });
    for (const path of [
      `/api/dead-letters/${dead.dead_letter_id}`,
      `/api/dead-letters/${poison}`,
      "/api/dead-letters",
      "/api/dead-letter-groups",
    ]) {
      const { status, body } = await call("GET", path, { as: house.viewer });
      expect(status).toBe(200);
      for (const secret of Object.values(secretContact)) expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  it("that was settled is listed under its state only", async () => {
    const house = await newHouse();
    const { dead_letter_id } = await deadDelivery(house);
    await env.DB.prepare("UPDATE dead_letters SET state = 'discarded', settle_reason = 'a test' WHERE id = ?")
      .bind(dead_letter_id)
      .run();
    expect((await readList("/api/dead-letters", house.owner)).items).toEqual([]);
    const discarded = await readList("/api/dead-letters?state=discarded", house.owner);
    expect(discarded.items).toMatchObject([{ id: dead_letter_id, settle_reason: "a test" }]);
    expect((await readList("/api/dead-letter-groups", house.owner)).items).toEqual([]);
  });

  it("for a reason that somebody wrote is shown to a viewer without it", async () => {
    const house = await newHouse();
    const { dead_letter_id } = await deadDelivery(house);
    const path = `/api/dead-letters/${dead_letter_id}`;
    const reason = "Asha Rao called: wrong number";
    expect((await call("POST", `${path}/discard`, { as: house.admin, body: { reason } })).status).toBe(200);
    expect((await call("GET", path, { as: house.admin })).body.settle_reason).toBe(reason);
    for (const each of [path, "/api/dead-letters?state=discarded"])
      expect(JSON.stringify((await call("GET", each, { as: house.viewer })).body)).not.toContain("Asha");
  });
});

describe("letters without a client", () => {
  it("are the installation's owners' alone", async () => {
    const [installation, other] = await Promise.all([newHouse({ installation: true }), newHouse()]);
    const id = await messageLetter(null, {
      kind: "unknown_form",
      cause: "unknown_form",
      at: Date.UTC(2100, 0),
    });
    const listed = async (as: string) =>
      idsOf((await readList("/api/dead-letters", as, { mostPages: 1 })).items);
    const status = async (as: string) => (await call("GET", `/api/dead-letters/${id}`, { as })).status;
    expect(await listed(installation.owner)).toContain(id);
    expect(await status(installation.owner)).toBe(200);
    for (const as of [installation.agent, installation.admin, other.owner]) {
      expect(await listed(as)).not.toContain(id);
      expect(await status(as)).toBe(404);
    }
    const groups = await readList("/api/dead-letter-groups", installation.owner, { mostPages: 1 });
    expect(groups.items[0]).toMatchObject({ client_id: null, kind: "unknown_form" });
    const path = `/api/dead-letters?client_id=${installation.clientId}`;
    expect((await readList(path, installation.owner)).items).toEqual([]);
  });
});

it("another tenant's letter, and a filter by its things, look like nothing", async () => {
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  const dead = await deadDelivery(house);
  for (const path of [
    `/api/dead-letters/${dead.dead_letter_id}`,
    `/api/dead-letters?client_id=${house.clientId}`,
    `/api/dead-letters?destination_id=${house.destinationId}`,
    `/api/dead-letter-groups?client_id=${house.clientId}`,
    `/api/dead-letter-groups?destination_id=${house.destinationId}`,
  ])
    expect((await call("GET", path, { as: other.owner })).status, path).toBe(404);
  for (const path of ["/api/dead-letters", "/api/dead-letter-groups"])
    expect((await readList(path, other.owner)).items).toEqual([]);
});
