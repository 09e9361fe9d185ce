import { getAdapter } from "@leadrelay/adapters/registry";
import { WrongSettings } from "@leadrelay/adapters/settings/wrong-settings";
import { refuseSettings } from "@leadrelay/admin-api/destinations/refuse-settings";
import { refusedUrlWords } from "@leadrelay/admin-api/destinations/refused-url-words";
import { ApiProblem } from "@leadrelay/admin-api/problems/api-problem";
import { judgeUrl } from "@leadrelay/delivery/guarded-fetch/judge-url";
import { goodUrls, hostileUrls, strictRules } from "@leadrelay/delivery/test/hostile-urls";
import { expect, test } from "vitest";
import { keyEnv as env } from "../../cli/test/fake-installation.ts";
import { json, run, type FakeServer } from "../../cli/test/outside-in-memory.ts";

/** What the API does of a destination's settings before it writes one: its own parser, guard and words. */
async function judge(settings: unknown): Promise<void> {
  const adapter = getAdapter("make");
  try {
    for (const { setting, url } of adapter.addresses(adapter.parseSettings(settings))) {
      const judged = await judgeUrl(url, { ...strictRules, lookUpHost: null });
      if ("refused" in judged) refuseSettings([{ setting, detail: refusedUrlWords[judged.refused] }]);
    }
  } catch (error) {
    if (error instanceof WrongSettings) refuseSettings(error.problems);
    throw error;
  }
}

const destination = {
  id: "dst_1",
  client_id: "cli_1",
  name: "Scenario",
  kind: "make",
  settings: {},
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  event_types: ["lead.created", "lead.updated"],
  environments: ["production"],
  takes_test: false,
  retry_schedule: null,
  timeout_ms: null,
  limits: null,
  returns: null,
  created_at: 1,
  updated_at: 1,
  deleted_at: null,
  waits: { held: 0, pending: 0, dead: 0 },
  what_next: "Nothing.",
};

/** An installation that keeps which addresses it took. */
function installation(): { server: FakeServer; taken: string[] } {
  const taken: string[] = [];
  const server: FakeServer = async (request, body) => {
    if (request.method === "GET") return json({ items: [{ id: "cli_1", name: "Villas" }], next: null });
    const { settings } = JSON.parse(body) as { settings: { url: string } };
    try {
      await judge(settings);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return Response.json(error.problem, { status: error.problem.status });
    }
    taken.push(settings.url);
    return json(destination, { status: 201 });
  };
  return { server, taken };
}

const create = (stdin: string, server: FakeServer) =>
  run(["destination", "create", "--client", "cli_1", "--name", "Scenario", "--stdin"], {
    env,
    stdin,
    server,
  });

test("the tables are as long as they have to be", () => {
  expect(hostileUrls.length).toBeGreaterThanOrEqual(200);
  expect(goodUrls.length).toBeGreaterThanOrEqual(20);
});

test("every hostile address is refused through the command line, in words, and none is taken", async () => {
  const { server, taken } = installation();
  const wrong: string[] = [];
  for (const [why, url] of hostileUrls) {
    const { code, out, err } = await create(url, server);
    if (code === 0 || out !== "" || !/settings\.url|url|address/i.test(err))
      wrong.push(`${why} ${url}: ${code} ${err}`);
  }
  expect(wrong).toEqual([]);
  expect(taken).toEqual([]);
});

test("every good address is taken through the command line as it was typed", async () => {
  const { server, taken } = installation();
  const wrong: string[] = [];
  for (const url of goodUrls) {
    const { code, err } = await create(url, server);
    if (code !== 0) wrong.push(`${url}: ${code} ${err}`);
  }
  expect(wrong).toEqual([]);
  expect(taken).toEqual(goodUrls);
});
