import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { context, houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { leadOf, submitForm } from "../../../../test/api/person.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const visit = {
  visitor_id: "9b2f6c1e-visitor",
  session_id: "mc9x-session",
  session_totals: "d61000 s50 c3 p2 e9 r1",
  landing_page: "https://shop.example/zoe@quill.example?email=zoe@quill.example",
};

it("a lead tells what its browser did on the site, and nobody of another client or without the right to contacts reads whose it is", async () => {
  const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
  const zoe = { name: "Zoe Quill", email: "zoe@quill.example", message: "hello", phone: "" };
  const lead = await leadOf(await submitForm(house, zoe, { fields: { ...zoe, ...visit }, context }));
  const told = {
    score: 29,
    label: "Warm",
    told_score: 29,
    duration_seconds: 61,
    pages_visited: 2,
    clicks: 3,
    scroll_percent: 50,
    return_visits: 1,
  };
  const { body } = await call("GET", `/api/leads/${lead}`, { as: house.admin });
  expect(body).toMatchObject({ engagement_score: 29, session_id: "mc9x-session", sessions: [told] });
  const masked = await call("GET", `/api/leads/${lead}`, { as: house.viewer });
  expect(masked.body.sessions).toMatchObject([{ ...told, seen: [] }]);
  expect(JSON.stringify(masked.body)).not.toContain("zoe@");
  expect(JSON.stringify(masked.body.sessions)).not.toContain("quill");
  const theirs = await leadOf(
    await submitForm(other, zoe, { fields: { ...zoe, visitor_id: visit.visitor_id }, context }),
  );
  expect((await call("GET", `/api/leads/${theirs}`, { as: other.admin })).body).toMatchObject({
    engagement_score: null,
    sessions: [],
  });
});
