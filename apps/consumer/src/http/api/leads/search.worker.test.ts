import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, newOperator } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, submitForm } from "../../../../test/api/person.ts";
import { context, houseWithLeads } from "../../../../test/api/house-with-leads.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const read = (path: string, as: string) => call("GET", path, { as });

describe("a search", () => {
  it.each([
    ["q=annabel.w@WINTER.example"],
    ["email=annabel.w@winter"],
    ["q=98765 43219"],
    ["q=09876543219"],
    ["phone=98765"],
    ["q=%2B9198765"],
    ["q=annabel"],
    ["name=Winterb"],
    ["q=winterbottom, annabel"],
    ["q=ANN WINTER"],
  ])("%s finds Annabel", async (query) => {
    const house = await houseWithLeads();
    const { status, body } = await read(`/api/leads?${query}`, house.admin);
    expect(status).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.annas]);
  });

  it.each([["q=annabel hur"], ["q=abel"], ["email=winter.example"], ["phone=43219"]])(
    "%s finds nobody",
    async (query) => {
      const house = await houseWithLeads();
      expect((await read(`/api/leads?${query}`, house.admin)).body.items).toEqual([]);
    },
  );

  it("by a name of before finds the lead that has another now", async () => {
    const house = await houseWithLeads();
    await submitForm(house, { ...anna, name: "Bella Winterbottom" });
    const { body } = await read("/api/leads?q=annabel winterbottom", house.admin);
    expect(body.items).toMatchObject([{ id: house.annas, contact_name: "Bella Winterbottom" }]);
  });

  it("finds what is exactly so before what only begins so", async () => {
    const house = await houseWithLeads();
    await submitForm(house, {}, { fields: { name: "Annabella Zett", email: "z@zett.example" }, context });
    const { body } = await read("/api/leads?q=annabel", house.admin);
    expect(body.items.map(({ contact_name }: { contact_name: string }) => contact_name)).toEqual([
      anna.name,
      "Annabella Zett",
    ]);
  });

  it("for two things at once, or for nothing that can be searched, is refused", async () => {
    const house = await newHouse();
    for (const query of ["q=anna&email=a@b.co", "name=...", "phone=abc", "phone=0"])
      expect((await read(`/api/leads?${query}`, house.admin)).status).toBe(400);
  });

  it("by contact details is refused to who sees them masked", async () => {
    const house = await houseWithLeads();
    for (const query of ["q=annabel", "email=a@b.co", "phone=98765", "name=ben"]) {
      const { status, body } = await read(`/api/leads?${query}`, house.viewer);
      expect({ status, type: body.type }).toEqual({
        status: 403,
        type: "https://leadrelay.dev/problems/not-permitted",
      });
    }
    const { body } = await read("/api/leads", house.viewer);
    expect(body.items[1]).toMatchObject({
      contact_name: "A. W.",
      contact_email: "A•••@winter.example",
      contact_phone: "•••19",
      masked: true,
    });
    expectNothingOfAnna(body);
  });

  it("leaves out clients whose contacts are masked, and keeps the others", async () => {
    const [seen, masked] = await Promise.all([houseWithLeads(), houseWithLeads()]);
    const both = await newOperator(seen.agencyId, "client_admin", seen.clientId);
    await env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, 'client_viewer', 0)",
    )
      .bind(both, masked.agencyId, masked.clientId)
      .run();
    const { body } = await read("/api/leads?q=annabel", both);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([seen.annas]);
    expect((await read("/api/leads", both)).body.items).toHaveLength(4);
    expect((await read(`/api/leads?q=annabel&client_id=${masked.clientId}`, both)).status).toBe(403);
  });
});
