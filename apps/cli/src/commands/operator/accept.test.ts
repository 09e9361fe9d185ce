import { expect, it } from "vitest";
import { keyEnv as env, url, you } from "../../../test/fake-installation.ts";
import { json, problem, run } from "../../../test/outside-in-memory.ts";

const link = `${url}/invitation#token=abc`;
const server = () =>
  json({ email: "asha@example.com", agency_name: "Acme", role: "client_admin", new_account: true });
const asNew = ["operator", "accept", link, "--name", "Asha"];

it("somebody new accepts with a name and a password, signed in nowhere", async () => {
  const { code, out, err, sent } = await run([...asNew, "--stdin"], { server, stdin: "correct horse\n" });
  expect([code, out]).toEqual([0, "asha@example.com belongs to Acme now.\n"]);
  expect(err).toBe(`Sign in: leadrelay login --url ${url} --email asha@example.com\n`);
  const [{ request, body } = { request: new Request(url), body: "" }] = sent;
  expect(JSON.parse(body)).toEqual({ token: "abc", name: "Asha", password: "correct horse" });
  expect(request.url).toBe(`${url}/api/invitations/accept`);
  expect(["cookie", "x-leadrelay-key"].map((name) => request.headers.get(name))).toEqual([null, null]);
  expect(request.headers.get("idempotency-key")).toMatch(/^[0-9a-f]{32}$/);
});

it.each<[who: string, more: object, told: string]>([
  [
    "a client's own",
    { role: "client_viewer", client_names: ["Villas"] },
    "belongs to Villas now, a client of Acme.",
  ],
  [
    "a client's own, of several",
    { role: "client_admin", client_names: ["Villas", "Lake"] },
    "belongs to Villas and Lake now, a client of Acme.",
  ],
  [
    "an agency's operator",
    { role: "agency_operator", client_names: ["Villas"] },
    "belongs to Acme now, and works for Villas.",
  ],
  ["an owner", { role: "agency_owner", client_names: [] }, "belongs to Acme now."],
])("%s is told where they belong", async (_who, more, told) => {
  const answer = { email: "asha@example.com", agency_name: "Acme", new_account: false, ...more };
  const { out } = await run(["operator", "accept", link], { env, server: () => json(answer) });
  expect(out).toBe(`asha@example.com ${told}\n`);
});

it("a link of before, with its token in the query, is read as well", async () => {
  const { sent } = await run(["operator", "accept", `${url}/invitation?token=abc`], { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ token: "abc" });
});

it("at a terminal the password is typed unseen, twice", async () => {
  const typed = (again: string) =>
    [
      ["A password of your own", "correct horse\r"],
      ["The same again", `${again}\r`],
    ] as const;
  const { code, err } = await run(asNew, { server, typed: typed("correct horse") });
  expect([code, err.includes("correct")]).toEqual([0, false]);
  const wrong = await run(asNew, { server, typed: typed("correct house") });
  expect([wrong.code, wrong.sent.length]).toEqual([2, 0]);
});

it("whoever is signed in accepts with that account", async () => {
  const { sent } = await run(["operator", "accept", link], { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ token: "abc" });
  expect(sent[0]?.request.headers.has("x-leadrelay-key")).toBe(true);
});

it.each([
  ["http://relay.example.com/invitation#token=abc", "should begin with https://"],
  [`${url}/invitation`, "no token in it"],
  [`${url}/invitation#token=`, "no token in it"],
])("nothing is sent for the link %s", async (wrong, why) => {
  const args = ["operator", "accept", wrong, "--name", "Asha", "--stdin"];
  const { code, err, sent } = await run(args, { server, stdin: "correct horse" });
  expect([code, sent.length, err]).toEqual([2, 0, expect.stringContaining(why)]);
});

it("a password that would be refused is not asked for again", async () => {
  const typed = [
    ["A password of your own", "short\r"],
    ["at least 12 characters", "er is not\r"],
    ["The same again", "shorter is not\r"],
  ] as const;
  expect((await run(asNew, { server, typed })).code).toBe(0);
  const piped = await run([...asNew, "--stdin"], { server, stdin: "short" });
  expect([piped.code, piped.sent.length]).toEqual([2, 0]);
});

const refusing =
  (status: number, type: string, detail: string) =>
  ({ url: asked }: Request) =>
    asked.endsWith("/api/me") ? json(you) : problem(status, type, detail);

it("whoever is signed in as somebody else is told as whom, and what to do with an account and without", async () => {
  const one = refusing(422, "invalid", "Give the password of the account you have here or another.");
  const { code, err } = await run(["operator", "accept", link], { env, server: one });
  expect(code).toBe(1);
  expect(err).toContain(
    "This link is for another address than yours. You are signed in as asha@example.com.\n",
  );
  expect(err).toContain("`leadrelay logout`, ");
  expect(err).toContain("run it again with --name");
});

it("whoever is not new is told to sign in, in the same words whether there is an account", async () => {
  const one = refusing(422, "invalid", "Give the password of the account you have here or another.");
  const { err } = await run([...asNew, "--stdin"], { server: one, stdin: "correct horse battery" });
  expect(err).toContain("Give the password of the account you have here or another.");
  expect(err).toContain("`leadrelay login --url");
  expect(err).toContain("then run it again without --name");
});

it("a link that is used up may be one's own", async () => {
  const used = refusing(409, "conflict", "This invitation is accepted. Ask Ben for a new one.");
  const { code, err } = await run([...asNew, "--stdin"], { server: used, stdin: "correct horse" });
  expect([code, err]).toEqual([1, expect.stringContaining(`sign in: leadrelay login --url ${url}\n`)]);
});
