import type { LeadsTo } from "@leadrelay/delivery/guarded-fetch/look-up-host";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { newHouse } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const guarded = testApi({
  urlRules: { allowPrivate: false, ownHosts: ["relay.example", "in.agency.com"], lookUpHost: null },
});

describe("an address that must not be called is refused in words, and not repeated", () => {
  it.each([
    ["http://hook.example.com/secret-path", "https://"],
    ["ftp://hook.example.com/secret-path", "http(s) URL"],
    ["https://hook.example.com:8443/secret-path", "port"],
    ["https://ann:pw@hook.example.com/secret-path", "user name"],
    ["https://127.0.0.1/secret-path", "private"],
    ["https://2130706433/secret-path", "private"],
    ["https://[::ffff:10.0.0.1]/secret-path", "private"],
    ["https://169.254.169.254/secret-path", "private"],
    ["https://8.8.8.8/secret-path", "not an IP address"],
    ["https://intranet/secret-path", "whole host"],
    ["https://localhost/secret-path", "public internet"],
    ["https://db.internal/secret-path", "public internet"],
    ["https://127.0.0.1.nip.io/secret-path", "public internet"],
    ["https://relay.example/secret-path", "own address"],
    ["https://api.relay.example/secret-path", "own address"],
    ["https://in.agency.com/f/secret-path", "own address"],
    ["https://leads.agency.com/f/frm_secret-path", "come back as new ones"],
    ["https://db.svc/secret-path", "public internet"],
    ["https://lvh.me/secret-path", "public internet"],
    ["https://hook..example.com/secret-path", "public internet"],
  ])("%s", async (address, words) => {
    const house = await emptyHouse();
    const settings = { url: address };
    const asked = { as: house.admin, body: { client_id: house.clientId, name: "X", kind: "make", settings } };
    const answer = await guarded.call("POST", "/api/destinations", asked);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ field: "settings.url", detail: expect.stringContaining(words) }]);
    expect(JSON.stringify(answer.body)).not.toContain("secret-path");
    const { body } = await createDestination(house);
    const changed = await guarded.call("PATCH", `/api/destinations/${body.id}`, {
      as: house.admin,
      body: { settings },
      headers: anyVersion,
    });
    expect(changed.status).toBe(422);
  });
});

const looked = {
  "inside.example.com": "inside",
  "nowhere.example.com": "nowhere",
  "quiet.example.com": "unknown",
} as const;

it("a host that leads inside or nowhere is refused where names are looked up; what DNS does not say is taken and told", async () => {
  const house = await newHouse();
  const asked: string[] = [];
  const lookUpHost = async (host: string): Promise<LeadsTo> => {
    asked.push(host);
    return new Map<string, LeadsTo>(Object.entries(looked)).get(host) ?? "outside";
  };
  const looking = testApi({ urlRules: { allowPrivate: false, ownHosts: [], lookUpHost } });
  const settings = (host: string) => ({ url: `https://${host}/hook` });
  const add = (host: string) =>
    looking.call("POST", "/api/destinations", {
      as: house.admin,
      body: { client_id: house.clientId, name: "X", kind: "make", settings: settings(host) },
    });
  const refused = (words: string) => ({
    status: 422,
    body: { errors: [{ field: "settings.url", detail: expect.stringContaining(words) as unknown }] },
  });
  expect(await add("inside.example.com")).toMatchObject(refused("leads to"));
  expect(await add("nowhere.example.com")).toMatchObject(refused("public DNS knows no address"));
  expect(await add("hook.example.com")).toMatchObject({ status: 201, body: { enabled: true } });
  expect((await add("localhost")).status).toBe(422);
  const notes = [expect.stringContaining("settings.url was taken, but DNS did not say")];
  const taken = await add("quiet.example.com");
  expect(taken).toMatchObject({ status: 201, body: { notes } });
  expect(asked).toEqual([
    "inside.example.com",
    "nowhere.example.com",
    "hook.example.com",
    "quiet.example.com",
  ]);
  const change = (body: object) =>
    looking.call("PATCH", `/api/destinations/${taken.body.id}`, {
      as: house.admin,
      body,
      headers: anyVersion,
    });
  expect(await change({ settings: settings("nowhere.example.com") })).toMatchObject(
    refused("knows no address"),
  );
  expect(await change({ settings: settings("quiet.example.com") })).toMatchObject({
    status: 200,
    body: { notes },
  });
  asked.length = 0;
  expect((await change({ settings: { send_attribution: true } })).status).toBe(200);
  expect(asked).toEqual([]);
  const renamed = await change({ name: "Y" });
  expect(renamed.status).toBe(200);
  expect(renamed.body).not.toHaveProperty("notes");
});

it("the address of any form of this installation is refused at whatever host, and no other service's", async () => {
  const [house, another] = await Promise.all([newHouse(), newHouse()]);
  const form_key = `lake-${crypto.randomUUID()}`;
  const form = { client_id: another.clientId, name: "Lake", form_key };
  const made = await guarded.call("POST", "/api/forms", { as: another.admin, body: form });
  expect(made.status).toBe(201);
  const add = (key: string) =>
    guarded.call("POST", "/api/destinations", {
      as: house.admin,
      body: {
        client_id: house.clientId,
        name: "X",
        kind: "make",
        settings: { url: `https://leads.example.com/f/${key}` },
      },
    });
  expect(await add(form_key)).toMatchObject({ status: 422, body: { errors: [{ field: "settings.url" }] } });
  expect((await add("contact")).status).toBe(201);
});
