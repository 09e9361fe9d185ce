import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newPerson } from "../../../../test/api/browser.ts";
import { newHouse } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const publicUrl = "https://public.example";
/** The API is asked at another address than this. */
const { call } = testApi({ publicUrl });

it("links and addresses that are handed out are the installation's own, whatever Host was asked", async () => {
  const { owner, agencyId, clientId } = await newHouse({ installation: true });
  const as = owner;
  const email = `${crypto.randomUUID()}@example.com`;
  const { email: known } = await newPerson();
  const offer = { email, agency_id: agencyId, role: "client_admin", client_ids: [clientId] };
  const key = { client_id: clientId, name: "Hilltop", permissions: ["leads:read"] };
  const made = {
    invitation: await call("POST", "/api/invitations", { as, body: offer }),
    reset: await call("POST", "/api/password-resets", { as, body: { email: known } }),
    agency: await call("POST", "/api/agencies", { as, body: { name: "Another", owner_email: email } }),
    key: await call("POST", "/api/access-keys", { as, body: key }),
  };
  for (const [what, { status, body }] of Object.entries(made)) {
    expect([what, status]).toEqual([what, 201]);
    expect(JSON.stringify(body)).toContain(publicUrl);
    expect(JSON.stringify(body)).not.toContain("relay.example");
  }
});
