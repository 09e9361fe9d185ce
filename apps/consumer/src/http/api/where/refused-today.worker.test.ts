import { dayOf } from "@leadrelay/core/statistics/day-of";
import { hourOf } from "@leadrelay/core/statistics/hour-of";
import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = 86_400_000;
const now = Date.now();
const api = testApi({ now: () => now });

const count = ({ clientId, formId }: House, value: number, reason: IntakeReason, at = now) =>
  runBatch(
    env.DB,
    addIntakeCounts(pipelineScope, [
      {
        client_id: clientId,
        form_id: formId,
        day: dayOf(at),
        hour: hourOf(at),
        reason,
        value,
        fields_json: null,
      },
    ]),
  );
const nowhere = async (house: House, q = "nobody@example.com") =>
  (
    (await api.call("GET", `/api/where-is-my-lead?q=${q}`, { as: house.admin })).body.sentences as string[]
  ).join("\n");

it("of a lead that is nowhere it is said what its forms refused and dropped since yesterday", async () => {
  const house = await newHouse();
  await count(house, 7, "no_contact");
  await count(house, 2, "too_large", now - day);
  await count(house, 3, "honeypot");
  await count(house, 9, "honeypot_let_through");
  await count(house, 500, "no_contact", now - 2 * day);
  for (const q of ["nobody@example.com", crypto.randomUUID()])
    expect(await nowhere(house, q)).toContain(
      `Since yesterday Form (${house.formId}) refused 9 posts: 7 because no e-mail and no phone was found, 2 because there was too much in it; dropped 3 for a filled honeypot.`,
    );
});

it("where nothing was refused that is said too, and another's forms are not told of", async () => {
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  await count(other, 7, "no_contact");
  const said = await nowhere(house);
  expect(said).toContain("No form of yours has refused a post since yesterday.");
  expect(said).toContain("leadrelay unsent list");
  expect(said).not.toContain(other.formId);
});
