import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { context, houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { anna, expectNothingOfAnna, leadOf, submitForm } from "../../../../test/api/person.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

it("a lead tells of the other projects that its person asked for, and who each submission said it was", async () => {
  const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
  const lakeside = await leadOf(await submitForm(house, { ...anna, project: "Lakeside" }));
  expect(lakeside).not.toBe(house.annas);
  const { body } = await call("GET", `/api/leads/${house.annas}`, { as: house.admin });
  expect(body.related).toEqual([
    { id: lakeside, project: "Lakeside", status: "new", last_submitted_at: expect.any(Number) },
  ]);
  expect(body.submissions[0]).toMatchObject({
    contact_name: anna.name,
    contact_email: anna.email,
    masked: false,
  });
  expect((await call("GET", `/api/leads/${other.annas}`, { as: other.admin })).body.related).toEqual([]);
  const masked = await call("GET", `/api/leads/${house.annas}`, { as: house.viewer });
  expect(masked.body.related).toHaveLength(1);
  expectNothingOfAnna(masked.body);
});

it.each<Record<string, string>>([{ phone: "+54 9 11 2345 6789" }, { email: "Ha@Müller.example" }])(
  "by what it is known under, however that was written: %o",
  async (person) => {
    const house = await houseWithLeads();
    const [first, second] = await Promise.all(
      ["Lakeside", "Hillside"].map(async (project) =>
        leadOf(await submitForm(house, { name: "Ha Nguyen", message: "hello", ...person, project })),
      ),
    );
    const { body } = await call("GET", `/api/leads/${first}`, { as: house.admin });
    expect(body.related.map(({ id }: { id: string }) => id)).toEqual([second]);
  },
);

it("a lead tells whom it was not taken for, and by what", async () => {
  const house = await houseWithLeads();
  const stranger = { name: "Zoe Quill", email: "zoe@quill.example", phone: anna.phone, message: "hello" };
  const lead = await leadOf(await submitForm(house, stranger, { fields: stranger, context }));
  expect(lead).not.toBe(house.annas);
  const { body } = await call("GET", `/api/leads/${lead}`, { as: house.admin });
  expect(body.resembles).toEqual([
    {
      lead_id: house.annas,
      kind: expect.stringMatching(/^(visitor_id|phone)$/),
      differs: expect.arrayContaining(["name"]),
    },
  ]);
});

it("why a lead looks suspicious is told in words", async () => {
  const house = await houseWithLeads();
  const { body } = await call("GET", `/api/leads/${house.bens}`, { as: house.admin });
  expect(body.suspicion).toEqual([]);
});
