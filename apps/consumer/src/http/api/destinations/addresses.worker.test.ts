import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { newHouse } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("an address that must not be called is refused in words, and not repeated", () => {
  const guarded = testApi({ urlRules: { allowPrivate: false, ownHost: "relay.example" } });

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

it("a host that leads to a private address is refused where the installation looks that up", async () => {
  const house = await newHouse();
  const asked: string[] = [];
  const resolvesInside = async (host: string) => {
    asked.push(host);
    return host.startsWith("inside");
  };
  const looking = testApi({ resolvesInside, urlRules: { allowPrivate: false, ownHost: null } });
  const add = (host: string) =>
    looking.call("POST", "/api/destinations", {
      as: house.admin,
      body: { client_id: house.clientId, name: "X", kind: "make", settings: { url: `https://${host}/hook` } },
    });
  expect(await add("inside.example.com")).toMatchObject({
    status: 422,
    body: { errors: [{ field: "settings.url", detail: expect.stringContaining("leads to") }] },
  });
  expect((await add("hook.example.com")).status).toBe(201);
  expect((await add("localhost")).status).toBe(422);
  expect(asked).toEqual(["inside.example.com", "hook.example.com"]);
});
