import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const anna = { email: "anna@example.com" };
const wordsOf = async ({ clientId }: Tenant) =>
  (
    await rows<{ word: string; is_test: number }>(
      "SELECT word, is_test FROM lead_name_words WHERE client_id = ? ORDER BY is_test, word",
      clientId,
    )
  ).map(({ word, is_test }) => (is_test === 1 ? `${word} (test)` : word));

it("a lead stands under the words of its name", async () => {
  const tenant = await newTenant({ testStrings: ["qa"] });
  const context = { ...tenant.submission().context, ip: null };
  await deliverMessages([
    tenant.submission({ fields: { ...anna, name: "Anna MÜLLER" }, context }),
    tenant.submission({ fields: { email: "qa", name: "Quentin Anders" }, context }),
    tenant.submission({ fields: { email: "nameless@example.com" }, context }),
  ]);
  expect(await wordsOf(tenant)).toEqual(["anna", "müller", "anders (test)", "quentin (test)"]);
});

it("and under those of each name it is given later", async () => {
  const tenant = await newTenant();
  for (const name of ["Anna Schmidt", undefined, "Anna Meier", "Anna Meier", "Anna Schmidt"])
    await deliverMessages([tenant.submission({ fields: name === undefined ? anna : { ...anna, name } })]);
  expect(await wordsOf(tenant)).toEqual(["anna", "meier", "schmidt"]);
});

it("given in one batch, under those of the last", async () => {
  const tenant = await newTenant();
  const names = ["Anna Schmidt", "Anna Meier"];
  await deliverMessages(
    names.map((name, index) =>
      tenant.submission({ fields: { ...anna, name }, received_at: 1_700_000_000_000 + index }),
    ),
  );
  expect(await wordsOf(tenant)).toEqual(["anna", "meier"]);
});
