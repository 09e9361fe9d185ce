import { createAdminApi } from "@leadrelay/admin-api/app";
import { problemUri } from "@leadrelay/admin-api/problems/problem-types";
import { signatureProblems } from "@leadrelay/signing/request-signature/signature-problem";
import { anyRequest, signedParts } from "@leadrelay/signing/test/any-request";
import { keys, send, signedAt, type SentRequest } from "@leadrelay/signing/test/sent-request";
import { signatureNegatives } from "@leadrelay/signing/test/signature-negatives";
import { applyD1Migrations, env } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rawRequest } from "../../../../test/api/raw-request.ts";
import { rows } from "../../../../test/tenant.ts";
import { watchedD1 } from "../../../../test/watched-d1.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { adminDependencies } from "../../admin-dependencies.ts";

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  const house = await newHouse();
  const at = (signedAt + 1000) * 1000;
  for (const [id, [secret, previous]] of Object.entries(keys)) {
    await newKey(house, ["config:read"], { id, secret, previous, previous_expires_at: at, client_id: null });
  }
});

const asked: string[] = [];
let nowMs = signedAt * 1000;
const control = watchedD1(env.DB, (sql, run) => {
  asked.push(...sql.split(";\n").map((text) => text.trim()));
  return run();
});
const api = createAdminApi({ ...adminDependencies(dependenciesOf(env)), control, now: () => nowMs });

/** What the API on the real bindings says; `asked` then holds every statement it asked of D1. */
async function judge(sent: SentRequest, afterSeconds = 0) {
  asked.length = 0;
  nowMs = (signedAt + afterSeconds) * 1000;
  const response = await api.fetch(rawRequest(sent), {});
  const body: { type?: string; title?: string; detail?: string; server_time_seconds?: number } =
    await response.json();
  return { status: response.status, body, headers: response.headers };
}

const isKeyLookUp = (sql: string) => /^SELECT k\.\*.* FROM access_keys AS k/.test(sql);
const typeOf = (code: string) => problemUri(code.replaceAll("_", "-"));
const signedNegatives = signatureNegatives.filter(([name]) => name !== "no header at all");

it("the request they begin from is let through to where there is nothing", async () => {
  const { status } = await judge(await send());
  expect(status).toBe(404);
  expect(asked.some((sql) => sql.includes("request_nonces"))).toBe(true);
});

describe("at the API", () => {
  it.each(signedNegatives)("%s: %s", async (_name, code, change, afterSeconds) => {
    const before = await rows("SELECT count(*) AS nonces FROM request_nonces");
    const { status, body, headers } = await judge(await change(await send()), afterSeconds);
    expect(status).toBe(401);
    expect(body).toMatchObject({ type: typeOf(code), title: signatureProblems[code].title });
    expect(body.detail).toContain(signatureProblems[code].whatToDo);
    expect(headers.get("www-authenticate")).toBe("LeadRelay-Signature");
    expect(asked.filter((sql) => !isKeyLookUp(sql))).toEqual([]);
    expect(await rows("SELECT count(*) AS nonces FROM request_nonces")).toEqual(before);
  });

  it("there are at least sixty of them", () => {
    expect(signedNegatives.length).toBeGreaterThanOrEqual(60);
  });

  it("every refusal of the table has a type of its own", () => {
    const codes = Object.keys(signatureProblems);
    expect(new Set(codes.map(typeOf)).size).toBe(13);
  });

  it("a wrong clock is told the time here", async () => {
    const { body } = await judge(await send(), 301);
    expect(body.server_time_seconds).toBe(signedAt + 301);
    expect(body.detail).toContain(`unix time ${signedAt + 301}`);
  });

  it("no refusal repeats what was sent in a header", async () => {
    const { body } = await judge(await send({ nonce: "n".repeat(20) }), 400);
    expect(JSON.stringify(body)).not.toContain("nnnn");
  });
});

describe("whatever is sent", () => {
  it("what we sign is let through, once; with any part of another request in it, it is refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRequest,
        anyRequest,
        fc.constantFrom(...signedParts),
        async (request, other, part) => {
          // There is a page, which is no JSON; everywhere else there is nothing.
          fc.pre(new URL(request.url).pathname !== "/");
          const nonce = crypto.randomUUID();
          const [sent, another] = [await send({ ...request, nonce }), await send(other)];
          fc.pre(part.of(sent) !== part.of(another));
          const tampered = await judge(part.put(sent, another));
          expect(tampered).toMatchObject({ status: 401, body: { type: typeOf("signature_mismatch") } });
          expect((await judge(sent)).body.type).not.toContain("signature");
          expect((await judge(sent)).body.type).toBe(typeOf("signature_nonce_replayed"));
        },
      ),
      { numRuns: 40 },
    );
  });
});
