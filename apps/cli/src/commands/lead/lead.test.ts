import { attributionNames } from "@leadrelay/contracts/attribution";
import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";

const nobodyTold = Object.fromEntries(attributionNames.map((name) => [name, null]));
const lead = {
  id: "01a1",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: null,
  project: "Villas",
  status: "New",
  submission_count: 2,
  last_submitted_at: testNow - 60_000,
  last_sent_at: null,
};

it("a search for leads sends what was typed, and leaves tests out", async () => {
  const server = () => json({ items: [lead], next_cursor: null });
  const { out, sent } = await run(["lead", "list", "asha@example.com", "--stage", "New"], { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
    q: "asha@example.com",
    status: "New",
    is_test: "false",
    limit: 50,
  });
  expect(out.split("\n")[1]).toBe(
    "01a1  Asha  asha@example.com  –      Villas   New        2  2026-11-21 17:29:00 (1 minute ago)  nothing arrived yet",
  );
});

it.each([
  ["of a list that may be of several clients, each by its client's name", ["Lake", "Hilltop Villas"], true],
  ["of one client's list, without it", [null, null], false],
])("leads are shown %s", async (_how, names, isShown) => {
  const items = names.map((client_name) => ({ ...lead, client_id: "cli_1", client_name }));
  const { out } = await run(["lead", "list"], { env, server: () => json({ items, next_cursor: null }) });
  const [head, ...lines] = out.trimEnd().split("\n");
  expect(/ PROJECT {2}CLIENT +STAGE /.test(head ?? "")).toBe(isShown);
  expect(lines.map((line) => /Villas +(.*\S) +New/.exec(line)?.[1] ?? null)).toEqual(names);
});

it("leads are asked for by where they stand, and show it", async () => {
  const items = [{ ...lead, stands: "dead" }];
  const server = () => json({ items, next_cursor: null });
  const { out, sent } = await run(["lead", "list", "--stands", "undelivered"], { env, server });
  expect(new URL(sent[0]?.request.url ?? "").searchParams.get("stands")).toBe("undelivered");
  expect(out).toMatch(/ STAGE {2}STANDS .*\n.* New {4}dead /);
});

it("an export takes where leads stand, too", async () => {
  const server = () => json({ items: [], next_cursor: null });
  const { sent } = await run(["lead", "export", "--stands", "dead"], { env, server });
  expect(new URL(sent[0]?.request.url ?? "").searchParams.get("stands")).toBe("dead");
});

it.each([
  ["undelivered", "--stands unsent"],
  ["dead", "dlq list"],
  ["delivered", "--stands undelivered"],
  ["unsent", "unsent list"],
])("that no lead stands %s says where else to look: %s", async (stands, told) => {
  const server = () => json({ items: [], next_cursor: null });
  const { code, err } = await run(["lead", "list", "--stands", stands], { env, server });
  expect([code, err]).toEqual([5, expect.stringContaining(told)]);
});

it("leads are listed by the campaign they came by", async () => {
  const server = () => json({ items: [], next_cursor: null });
  const words = ["lead", "list", "--utm-source", "google", "--utm-campaign", "lake launch"];
  const { sent } = await run(words, { env, server });
  expect(Object.fromEntries(new URL(sent[0]?.request.url ?? "").searchParams)).toEqual({
    is_test: "false",
    utm_source: "google",
    utm_campaign: "lake launch",
    limit: "50",
  });
});

it("a search may say what it is for", async () => {
  const server = () => json({ items: [], next_cursor: null });
  const { sent } = await run(["lead", "list", "--phone", "99999", "--test"], { env, server });
  expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ is_test: "true", phone: "99999", limit: 50 });
});

it("a lead is moved and noted on", async () => {
  const moved = await run(["lead", "move", "01a1", "Site visit"], {
    env,
    server: () => json({ ...lead, status: "Site visit" }),
  });
  expect(moved.out).toBe("Asha is at Site visit now.\n");
  expect(moved.sent[0]?.request.url).toMatch(/\/api\/leads\/01a1$/);
  const noted = await run(["lead", "note", "01a1", "Called back"], {
    env,
    server: () => json({ id: "n" }, { status: 201 }),
  });
  expect([noted.code, JSON.parse(noted.sent[0]?.body ?? "")]).toEqual([0, { text: "Called back" }]);
});

it("a lead is told with where it stands and its story in order of time", async () => {
  const details = {
    ...lead,
    client_id: "cli_1",
    is_test: false,
    suspicion_score: 10,
    first_submitted_at: testNow - 120_000,
    attribution: {
      first: {
        ...nobodyTold,
        utm_source: "google",
        gclid: "abc",
        landing_page: "/a",
        referrer: "https://b.example/",
      },
      latest: { ...nobodyTold, landing_page: "/a", referrer: "/a" },
    },
    stands: { state: "dead", sentence: "It waits for a person.", next: "Replay it." },
    deliveries: [{ id: "6bbd", status: "dead", destination_id: "dst_1", destination_name: "Make" }],
  };
  const step = (at: number, what: string, error: string | null = null) => ({ at, what, error, note: null });
  const steps = [
    step(testNow - 1_000, "Make refused it.", "No such\nscenario"),
    step(testNow - 60_000, "It was decided on."),
    step(testNow - 60_000, "It came in."),
  ];
  const server = ({ url }: Request) =>
    json(url.includes("/timeline") ? { items: steps, next_cursor: null } : details);
  const { out } = await run(["lead", "show", "01a1"], { env, server });
  expect(out).toContain(
    [
      "Came first by   landed on /a",
      "                from https://b.example/",
      "                utm_source google",
      "                gclid abc",
      "Came latest by  landed on /a",
      "Suspicion       10 of 100",
      "",
    ].join("\n"),
  );
  expect(out).toContain(
    "Stands          It waits for a person.\nWhat next       Replay it.\nDeliveries      6bbd dead, Make\n",
  );
  expect(out).toMatch(
    /\n\n2026-11-21 17:29:00 {2}It came in\.\n2026-11-21 17:29:00 {2}It was decided on\.\n2026-11-21 17:29:59 {2}Make refused it\.\n {21}No such\n {21}scenario\n$/,
  );
});

it("what is no lead's id is looked for by another command", async () => {
  const server = () => problem(404, "not-found", "There is no lead with this id.");
  const { code, err } = await run(["lead", "show", "asha@example.com"], { env, server });
  expect([code, err]).toEqual([1, expect.stringContaining("`leadrelay lead find 'asha@example.com'`")]);
});

it("what a lead's browser did on the site is told, and what of it came after it was sent", async () => {
  const session = {
    id: "s",
    started_at: testNow - 120_000,
    score: 52,
    label: "Hot",
    told_score: 24,
    submitted_at: testNow,
    duration_seconds: 180,
    pages_visited: 3,
    clicks: 10,
    scroll_percent: 80,
    return_visits: 0,
    seen: ["page /", "click a#call"],
  };
  const shown = {
    ...lead,
    client_id: "cli_1",
    attribution: { first: nobodyTold, latest: nobodyTold },
    suspicion_score: 0,
    deliveries: [],
    stands: null,
    engagement_score: 52,
    sessions: [session],
  };
  const server = ({ url }: Request) =>
    json(url.includes("/timeline") ? { items: [], next_cursor: null } : shown);
  const { out } = await run(["lead", "show", "01a1"], { env, server });
  expect(out).toContain("Engagement");
  expect(out).toContain("52 of 100");
  expect(out).toContain(
    "52 Hot; 180 s, pages 3, clicks 10, 80 % scrolled, visits before 0; told as 24; page /, click a#call",
  );
});
