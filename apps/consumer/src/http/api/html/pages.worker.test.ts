import { createAdminApi } from "@leadrelay/admin-api/app";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { newBrowser, newPerson, signedIn, signIn, whoAmI } from "../../../../test/api/browser.ts";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { tokenOf } from "../../../../test/api/token-of.ts";
import { operations } from "../../../../test/api/walk.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { adminDependencies } from "../../admin-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const app = createAdminApi(adminDependencies(dependenciesOf(env)));
const origin = "https://relay.example";
const { call } = testApi();

const read = async (path: string, init?: RequestInit) => {
  const response = await app.request(origin + path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** As a browser sends a form. */
const post = (fields: Record<string, string>) =>
  read("/invitation", { method: "POST", body: new URLSearchParams(fields) });

describe("the Worker's own address", () => {
  it("says what this is, and where to go", async () => {
    const { status, text, headers } = await read("/");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    for (const told of ["LeadRelay", `login --url ${origin}`, 'href="/api/docs"', "Forms do not post here"])
      expect(text).toContain(told);
    expect(text).not.toMatch(/<script|<link|<img|src=|url\(/);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("is asked as it is, and nothing is changed there", async () => {
    expect((await read("/", { method: "POST" })).status).toBe(404);
    expect((await read("/x")).status).toBe(404);
  });
});

describe("the reference", () => {
  it("shows every operation, and loads nothing from elsewhere", async () => {
    const { status, text, headers } = await read("/api/docs");
    expect(status).toBe(200);
    for (const { operationId, path } of operations) {
      expect(text).toContain(`id="${operationId}"`);
      expect(text).toContain(path);
    }
    expect(text).not.toMatch(/<script|<link|<img|src=|url\(/);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("has every anchor it links to, once", async () => {
    const { text } = await read("/api/docs");
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

const noForm = { method: "POST", headers: { "content-type": "text/plain" }, body: "garbage" };
const form = { method: "POST", body: new URLSearchParams({ token: "none" }) };

it.each<[string, number, RequestInit?]>([
  ["/api/docs", 200],
  ["/invitation?token=none", 404],
  ["/invitation", 404, form],
  ["/invitation", 404, noForm],
  ["/password?token=none", 404],
  ["/password", 404, form],
  ["/password", 404, noForm],
])(
  "the page at %s (%i) runs nothing, loads nothing, posts to us only and stands in no frame",
  async (path, status, init) => {
    const page = await read(path, init);
    expect(page.status).toBe(status);
    await expectPolicy(page);
  },
);

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `'sha256-${btoa(String.fromCharCode(...hash))}'`;
}

/** What every page of ours is sent with: its one sheet is named by its hash, and no element wears a style of its own. */
async function expectPolicy({ headers, text }: Awaited<ReturnType<typeof read>>, more = ""): Promise<void> {
  expect(headers.get("content-type")).toContain("text/html");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const [sheet = "", ...others] = [...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, body]) => body);
  expect([sheet.length > 100, others, /<[^>]* style=/.test(text)]).toEqual([true, [], false]);
  expect(headers.get("content-security-policy")).toBe(
    `default-src 'none'; style-src ${await hashOf(sheet)}; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'${more}`,
  );
}

describe.each(["/invitation", "/password"])("where a link to %s leads first", (path) => {
  it("runs the one script that it holds, by its hash, and nothing else", async () => {
    const opened = await read(path);
    const { text } = opened;
    expect(opened.status).toBe(200);
    const [script = "", ...more] = [...text.matchAll(/<script>([^]*?)<\/script>/g)].map(([, body]) => body);
    expect(more).toEqual([]);
    await expectPolicy(opened, `; script-src ${await hashOf(script)}`);
    expect(text.replace(script, "")).not.toMatch(/<link|<img|src=|url\(| on\w+=/);
  });

  it("asks for the link where no script runs", async () => {
    const { text } = await read(path);
    expect(text).toContain("paste the whole link");
    expect(text).toMatch(/<button>Open<\/button>/);
  });
});

describe("an invitation's page", () => {
  const invite = async (email: string) => {
    const house = await newHouse();
    const body = { email, agency_id: house.agencyId, role: "client_admin", client_ids: [house.clientId] };
    const { body: made } = await call("POST", "/api/invitations", { as: house.owner, body });
    return tokenOf(made.link);
  };

  it("asks for a name and a password, and makes the operator", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const token = await invite(email);
    const asking = await read(`/invitation?token=${token}`);
    expect(asking.status).toBe(200);
    expect(asking.text).toContain(email);
    await expectPolicy(asking);
    const accepted = await post({ token, name: "Asha", password: "correct horse battery" });
    expect(accepted.text).toContain("You are in");
    await expectPolicy(accepted);
    expect(await rows("SELECT name FROM operators WHERE email = ?", email)).toEqual([{ name: "Asha" }]);
    expect((await read(`/invitation?token=${token}`)).status).toBe(409);
  });

  it("is the same whether there is an account, with a second factor or without, also after a wrong password", async () => {
    const [somebody, careful] = [await newPerson(), await newPerson()];
    await env.DB.prepare("UPDATE operators SET two_factor_enabled = 1 WHERE id = ?").bind(careful.id).run();
    const pages = await Promise.all(
      [`${crypto.randomUUID()}@example.com`, somebody.email, careful.email].map(async (email) => {
        const token = await invite(email);
        const shown = async (page: ReturnType<typeof read>) => {
          const { status, text } = await page;
          const agency = /Join ([^<]*)</.exec(text)?.[1] ?? "";
          return [
            status,
            text
              .replaceAll(email, "E-MAIL")
              .replaceAll(token, "TOKEN")
              .replaceAll(agency, "AGENCY")
              .replace(/<p>.* invites you/, ""),
          ];
        };
        return [
          await shown(read(`/invitation?token=${token}`)),
          await shown(post({ token, name: "Asha", password: "" })),
          await shown(post({ token, name: "Asha", password: "short" })),
        ];
      }),
    );
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    const wrong = await Promise.all(
      [somebody.email, careful.email].map(async (email) =>
        post({ token: await invite(email), name: "Asha", password: "wrong horse battery" }),
      ),
    );
    expect(wrong.map(({ status }) => status)).toEqual([422, 422]);
    for (const { text } of wrong) expect(text).toContain("or, where you have none, one of");
  });

  it("is opened by the token that is posted, alone or in the whole link, and accepts nothing yet", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const token = await invite(email);
    const asked = (await read(`/invitation?token=${token}`)).text;
    for (const given of [
      token,
      `${origin}/invitation#token=${token}`,
      ` ${origin}/invitation?token=${token}`,
    ])
      expect(await post({ token: given })).toMatchObject({ status: 200, text: asked });
    expect(await rows("SELECT name FROM operators WHERE email = ?", email)).toEqual([]);
  });

  describe("for whoever is signed in", () => {
    const acceptedBy = async (person: Person, invited: Person, site?: string) => {
      const [{ cookies }, token] = await Promise.all([signedIn(person), invite(invited.email)]);
      const headers = {
        cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
        ...(site === undefined ? {} : { "sec-fetch-site": site }),
      };
      const send = (fields: Record<string, string>) =>
        read("/invitation", { method: "POST", headers, body: new URLSearchParams({ token, ...fields }) });
      const [shown, accepted] = [await send({}), await send({ "signed-in": "yes" })];
      const grants = await rows("SELECT role FROM memberships WHERE operator_id = ?", invited.id);
      return { shown, accepted, grants };
    };

    it("to the account that it is for, asks for no password", async () => {
      const person = await newPerson();
      const { shown, accepted, grants } = await acceptedBy(person, person, "same-origin");
      expect(shown.text).toContain(`You are signed in as ${person.email}.`);
      expect(accepted.text).toContain("You are in");
      expect(grants).toEqual([{ role: "client_admin" }]);
    });

    it.each(["cross-site", "same-site", "none", undefined])(
      "accepts nothing by a form that stood elsewhere (Sec-Fetch-Site: %s)",
      async (site) => {
        const person = await newPerson();
        const { shown, accepted, grants } = await acceptedBy(person, person, site);
        for (const { text } of [shown, accepted]) expect(text).toContain('name="password"');
        expect(grants).toEqual([]);
      },
    );

    it("to another account, asks for the password of the one it is for", async () => {
      const [person, invited] = await Promise.all([newPerson(), newPerson()]);
      const { shown, accepted, grants } = await acceptedBy(person, invited, "same-origin");
      for (const { text } of [shown, accepted]) expect(text).toContain('name="password"');
      expect(grants).toEqual([]);
    });
  });

  it("keeps what was typed when the password is too short, and stays open", async () => {
    const token = await invite(`${crypto.randomUUID()}@example.com`);
    const { status, text } = await post({ token, name: "<b>Asha</b>", password: "short" });
    expect(status).toBe(422);
    expect(text).toContain("at least 12 characters");
    expect(text).toContain("&lt;b&gt;Asha&lt;/b&gt;");
    expect(text).not.toContain("short");
    expect((await read(`/invitation?token=${token}`)).status).toBe(200);
  });

  it("says in plain words that a link leads nowhere", async () => {
    for (const path of ["/invitation?token=", "/invitation?token=%00%ff"]) {
      const { status, text } = await read(path);
      expect(status).toBe(404);
      expect(text).toContain("This link leads nowhere");
    }
    expect((await post({})).status).toBe(404);
  });
});

it.each(["/invitation", "/password"])("a form posted to %s that cannot be read is refused", async (path) => {
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x", "text/plain"]) {
    const { status } = await read(path, {
      method: "POST",
      headers: { "content-type": type },
      body: "garbage",
    });
    expect([400, 404]).toContain(status);
  }
});

type Person = Awaited<ReturnType<typeof newPerson>>;

describe("a password link", () => {
  const forgotten = async () => {
    const [person, { owner }] = await Promise.all([newPerson(), newHouse({ installation: true })]);
    const { body } = await call("POST", "/api/password-resets", { as: owner, body: { email: person.email } });
    return { person, owner, token: tokenOf(body.link) };
  };
  const choose = (fields: Record<string, string>) =>
    read("/password", { method: "POST", body: new URLSearchParams(fields) });

  it("gives the account another password, once, and ends its sessions", async () => {
    const { person, token } = await forgotten();
    const before = await signedIn(person);
    const asking = await read(`/password?token=${token}`);
    expect(asking.text).toContain(person.email);
    await expectPolicy(asking);
    const password = "another horse battery";
    const chosen = await choose({ token, password });
    expect(chosen.status).toBe(200);
    await expectPolicy(chosen);
    expect(await whoAmI(before)).toBe(401);
    expect((await signIn(newBrowser(), { ...person, password })).status).toBe(200);
    expect((await signIn(newBrowser(), person)).status).toBe(401);
    expect((await choose({ token, password: "a third horse battery" })).status).toBe(409);
  });

  it("is opened by the token that is posted, alone or in the whole link, and is not used up by it", async () => {
    const { person, token } = await forgotten();
    const asked = (await read(`/password?token=${token}`)).text;
    expect(asked).toContain(person.email);
    for (const given of [token, `${origin}/password#token=${token}`])
      expect(await choose({ token: given })).toMatchObject({ status: 200, text: asked });
    expect((await choose({ token: "mistyped" })).status).toBe(404);
    expect((await choose({ token, password: "another horse battery" })).status).toBe(200);
  });

  it("is in the audit log once it was used, and says by whom", async () => {
    const { person, owner, token } = await forgotten();
    await choose({ token, password: "another horse battery" });
    const { body } = await call("GET", "/api/audit-log?action=password", { as: owner });
    const ours = body.items.filter(({ subject }: { subject: { id: string } }) => subject.id === person.id);
    expect(ours).toMatchObject([{ action: "password.reset", actor: { id: person.id, name: person.email } }]);
  });

  it("lets its operator in from where it was used, whatever strangers try", async () => {
    const { person, token } = await forgotten();
    const address = "198.51.100.23";
    const password = "another horse battery";
    await read("/password", {
      method: "POST",
      headers: { "cf-connecting-ip": address },
      body: new URLSearchParams({ token, password }),
    });
    for (let tries = 0; tries < 22; tries += 1) await signIn(newBrowser(), person);
    expect((await signIn(newBrowser(), { ...person, password })).status).toBe(429);
    expect((await signIn(newBrowser({ address }), { ...person, password })).status).toBe(200);
  });

  it.each([
    ["using a newer link", (newer: string) => choose({ token: newer, password: "another horse battery" })],
    [
      "changing the password by hand",
      async (_newer: string, person: Person) =>
        (await signedIn(person)).post("/api/auth/change-password", {
          currentPassword: person.password,
          newPassword: "another horse battery",
        }),
    ],
  ])("is void after %s", async (_how, change) => {
    const { person, owner, token } = await forgotten();
    const { body } = await call("POST", "/api/password-resets", { as: owner, body: { email: person.email } });
    const newer = tokenOf(body.link);
    expect((await change(newer, person)).status).toBe(200);
    for (const link of [token, newer]) {
      expect((await read(`/password?token=${link}`)).status).toBe(409);
      expect((await choose({ token: link, password: "a third horse battery" })).status).toBe(409);
    }
  });

  it("with a password too short stays good, and a mistyped one leads nowhere", async () => {
    const { token } = await forgotten();
    expect((await choose({ token, password: "short" })).status).toBe(422);
    expect((await read(`/password?token=${token}`)).status).toBe(200);
    expect((await read("/password?token=mistyped")).text).toContain("This link leads nowhere");
  });

  it("is worth nothing once whoever gave it is no owner any more", async () => {
    const { token, owner } = await forgotten();
    await env.DB.prepare("DELETE FROM memberships WHERE operator_id = ?").bind(owner).run();
    expect((await read(`/password?token=${token}`)).text).toContain("This link leads nowhere");
    expect((await choose({ token, password: "another horse battery" })).status).toBe(404);
  });

  it("is not an agency owner's to give: an account may belong to others too", async () => {
    const [person, { owner }] = await Promise.all([newPerson(), newHouse()]);
    const body = { email: person.email };
    expect((await call("POST", "/api/password-resets", { as: owner, body })).status).toBe(403);
  });
});
