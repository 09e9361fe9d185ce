import { createAdminApi } from "@leadrelay/admin-api/app";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { tokenOf } from "../../../../test/api/token-of.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { adminDependencies } from "../../admin-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const app = createAdminApi(adminDependencies(dependenciesOf(env)));
const headers = { "if-match": "*" };

/** One black pixel. */
const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const base64 = (text: string) => btoa(text);
/** As a PNG begins, so wide and high, with so many bytes behind. */
const pngOf = (width: number, height: number, bytes = 40) => {
  const made = new Uint8Array(Math.max(bytes, 40));
  made.set(Uint8Array.from(atob(png), (char) => char.charCodeAt(0)).subarray(0, 16));
  new DataView(made.buffer).setUint32(16, width);
  new DataView(made.buffer).setUint32(20, height);
  return base64(String.fromCharCode(...made));
};

describe("an agency's look", () => {
  it("is changed by its owners, and told to its people and its clients' people, and to nobody else", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const path = `/api/agencies/${house.agencyId}`;
    const body = { hue: 145, logo: png };
    expect((await call("PATCH", path, { as: other.owner, body, headers })).status).toBe(404);
    expect((await call("PATCH", path, { as: house.admin, body, headers })).status).toBe(403);
    const changed = await call("PATCH", path, { as: house.owner, body, headers });
    expect(changed).toMatchObject({
      status: 200,
      body: { hue: 145, logo_url: expect.stringMatching(/^\/logos\//) },
    });
    const { name, hue, logo_url } = changed.body;
    for (const as of [house.owner, house.agent, house.admin, house.viewer]) {
      const { body: you } = await call("GET", "/api/me", { as });
      expect(you.agencies).toEqual([{ id: house.agencyId, name, hue, logo_url }]);
    }
    expect((await call("GET", "/api/me", { as: other.viewer })).body.agencies).toMatchObject([
      { id: other.agencyId, hue: null, logo_url: null },
    ]);
    expect(
      await rows(
        "SELECT detail_json FROM audit_log WHERE agency_id = ? AND action = 'agency.changed'",
        house.agencyId,
      ),
    ).toEqual([{ detail_json: JSON.stringify({ hue: 145, logo: "changed", before: { hue: null } }) }]);
  });

  it("has its logo at an address of ours, where nothing runs, until there is another", async () => {
    const house = await newHouse();
    const path = `/api/agencies/${house.agencyId}`;
    const set = (logo: string | null) =>
      call("PATCH", path, { as: house.owner, body: { logo }, headers }).then(({ body }) => body.logo_url);
    const first: string = await set(png);
    const shown = await app.request(`https://relay.example${first}`);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(shown.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(shown.headers.get("cache-control")).toContain("immutable");
    expect(base64(String.fromCharCode(...new Uint8Array(await shown.arrayBuffer())))).toBe(png);
    const second: string = await set(png);
    expect(second).not.toBe(first);
    expect((await app.request(`https://relay.example${first}`)).status).toBe(404);
    expect(await set(null)).toBeNull();
    expect((await app.request(`https://relay.example${second}`)).status).toBe(404);
    expect(await rows("SELECT id FROM agency_logos WHERE agency_id = ?", house.agencyId)).toEqual([]);
  });

  it.each([
    ["no base64", "%%%"],
    ["an SVG", base64(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)],
    ["a page", base64("<!doctype html><script>alert(1)</script><!-- long enough -->")],
    ["too many bytes", pngOf(10, 10, 32 * 1024 + 1)],
    ["too many pixels", pngOf(1025, 10)],
    ["none at all", pngOf(0, 10)],
  ])("takes no logo of %s", async (_what, logo) => {
    const house = await newHouse();
    const path = `/api/agencies/${house.agencyId}`;
    const refused = await call("PATCH", path, { as: house.owner, body: { logo, hue: 10 }, headers });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "logo" }] } });
    expect((await call("GET", path, { as: house.owner })).body).toMatchObject({ hue: null, logo_url: null });
  });

  it("takes one of just as many bytes as it may have", async () => {
    const house = await newHouse();
    const path = `/api/agencies/${house.agencyId}`;
    const body = { logo: pngOf(1024, 1024, 32 * 1024) };
    expect((await call("PATCH", path, { as: house.owner, body, headers })).status).toBe(200);
  });

  it.each([-1, 360, 1.5])("has no hue of %s", async (hue) => {
    const house = await newHouse();
    const path = `/api/agencies/${house.agencyId}`;
    expect((await call("PATCH", path, { as: house.owner, body: { hue }, headers })).status).toBe(422);
  });

  it("is worn by the pages that its links lead to", async () => {
    const house = await newHouse();
    const path = `/api/agencies/${house.agencyId}`;
    await call("PATCH", path, { as: house.owner, body: { hue: 145, logo: png }, headers });
    const body = {
      email: `${crypto.randomUUID()}@example.com`,
      agency_id: house.agencyId,
      role: "agency_owner",
      client_ids: [],
    };
    const { body: made } = await call("POST", "/api/invitations", { as: house.owner, body });
    const text = await (
      await app.request(`https://relay.example/invitation?token=${tokenOf(made.link)}`)
    ).text();
    expect(text).toContain("--brand-hue:145;");
    expect(text).toMatch(/<img src="\/logos\/[\w-]+" alt=""/);
  });
});

it("where several agencies share an installation, nobody's look is shown before somebody signs in", async () => {
  await Promise.all([newHouse(), newHouse()]);
  expect(await call("GET", "/api/branding")).toMatchObject({
    status: 200,
    body: { name: "LeadRelay", hue: null, logo_url: null },
  });
});
