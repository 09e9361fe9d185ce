import { expect, it } from "vitest";
import { keyEnv as env, url } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const intake = "https://leads.example.com";
const sweep = {
  name: "sweep",
  state: "problem",
  message: "The cron has not run.",
  what_to_do: "Look at the triggers.",
  since: testNow - 3_600_000,
};
const bindings = { name: "bindings", state: "ok", message: "All are bound.", what_to_do: null, since: null };
const need = {
  severity: "warning",
  title: "2 dead letters.",
  detail: "They need a person.",
  command: "leadrelay dlq causes",
  since: null,
};
const healthOf =
  (checks: object[], serverTime = testNow) =>
  ({ url }: Request) =>
    json(
      url.endsWith("/healthz")
        ? { status: "ok" }
        : url.includes("/api/home")
          ? { needs: [need] }
          : { state: "ok", covers: "installation", server_time: serverTime, checks },
    );

it("all is well: each check has a line, and the command ends with 0", async () => {
  const { code, out } = await run(["doctor"], { env, server: healthOf([bindings]) });
  expect(code).toBe(0);
  expect(out).toMatch(/^ok +this_clock +This machine's clock agrees/m);
  expect(out).toMatch(/^ok +bindings +All are bound\.$/m);
});

it("what needs a person is told as home tells it, with its one command", async () => {
  const { out } = await run(["doctor"], { env, server: healthOf([bindings]) });
  expect(out).toMatch(
    /What needs a person\nwarning {2}2 dead letters\. They need a person\.\n +→ `leadrelay dlq causes`/,
  );
});

it("what the checks say is told where home cannot be", async () => {
  const checks = healthOf([bindings, sweep]);
  const server = (request: Request) =>
    request.url.includes("/api/home")
      ? json({ status: 503, title: "No database", detail: "D1 does not answer." }, { status: 503 })
      : checks(request);
  const { code, out } = await run(["doctor"], { env, server });
  expect(code).toBe(1);
  expect(out).toMatch(/^PROBLEM +sweep +The cron has not run\./m);
  expect(out).toMatch(/^ok +bindings/m);
});

it("a problem comes first, with what to do, and ends the command with 1", async () => {
  const { code, out, err } = await run(["doctor"], { env, server: healthOf([bindings, sweep]) });
  expect(out).toMatch(/^PROBLEM +sweep +The cron has not run\. Since .+\n +→ Look at the triggers\.\n/);
  expect([code, err]).toEqual([1, expect.stringContaining("1 of 4 checks found a problem")]);
});

it.each([
  [200, 0, "warning"],
  [-400, 1, "PROBLEM"],
])("a clock that is %i seconds off is told", async (seconds, ending, mark) => {
  const server = healthOf([bindings], testNow + seconds * 1000);
  const { code, out } = await run(["doctor"], { env, server });
  expect(code).toBe(ending);
  expect(out).toContain(`${mark}  this_clock`);
});

it("both Workers are asked whether they answer", async () => {
  const { out } = await run(["doctor", "--intake-url", intake], { env, server: healthOf([bindings]) });
  expect(out).toMatch(/^ok +api +https:\/\/relay\.example\.com answers\.$/m);
  expect(out).toMatch(/^ok +intake +https:\/\/leads\.example\.com answers\.$/m);
});

it("where nothing names the intake the installation does, and one flag less is needed", async () => {
  const server = (request: Request) =>
    request.url === `${url}/api/me` ? json({ intake_url: intake }) : healthOf([bindings])(request);
  const { code, out } = await run(["doctor"], { env, server });
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^ok +intake +https:\/\/leads\.example\.com answers\.$/m),
  ]);
});

it("a Worker that names a wrong setting is told in its words, and not asked on", async () => {
  const server = ({ url: asked }: Request) =>
    asked.startsWith(url) ? new Response("DELIVERY_MASTER_KEY is missing", { status: 503 }) : json({});
  const { code, out, sent } = await run(["doctor", "--intake-url", intake], { env, server });
  expect(out).toMatch(/^PROBLEM +api +\S+ answers 503: DELIVERY_MASTER_KEY is missing\n/);
  expect([code, sent.length]).toEqual([1, 2]);
});

it("what keeps the installation from telling of itself is told in its words", async () => {
  const detail = "The disk that STATE_DIR is on is full. Make room on it.";
  const server = ({ url: asked }: Request) =>
    asked.endsWith("/api/health") ? problem(503, "not-available", detail) : json({});
  const { code, out } = await run(["doctor", "--intake-url", intake], { env, server });
  expect(out).toMatch(/^PROBLEM +health +The disk that STATE_DIR is on is full\. /m);
  expect(code).toBe(1);
});

it("an intake that cannot be reached names the setting its address comes from", async () => {
  const server = (request: Request) => {
    if (request.url.startsWith(intake)) throw new TypeError("fetch failed");
    return healthOf([bindings])(request);
  };
  const { code, out } = await run(["doctor", "--intake-url", intake], { env, server });
  expect([code, out]).toEqual([1, expect.stringContaining("(--intake-url, LEADRELAY_INTAKE_URL or")]);
});

it("whoever is not signed in is told so, beside what can be seen without", async () => {
  const { code, out } = await run(["doctor"], { env: { LEADRELAY_URL: url }, server: healthOf([]) });
  expect(out).toMatch(/^PROBLEM +health +You are not signed in/m);
  expect(out).toMatch(/^ok +api /m);
  expect(code).toBe(1);
});
