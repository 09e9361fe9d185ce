import { describe, expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, problem, run, testNow } from "../../../test/outside-in-memory.ts";
import { done, methods, plan, replaying } from "../../../test/replaying.ts";

const item = {
  id: "01a2",
  rule: "duplicate_window",
  explanation: "Stored as a duplicate: the same e-mail came 12 minutes earlier.",
  client_id: "cli_1",
  form_id: "form_1",
  lead_id: "01a1",
  contact_name: "Asha\u001b[2J",
  contact_email: "asha@example.com",
  contact_phone: null,
  masked: false,
  submitted_at: testNow - 60_000,
};
const details = {
  ...item,
  sentences: [item.explanation, "It tells nothing new, so no destination hears of it."],
  setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" },
  elapsed_minutes: 12,
  next: "Nothing by itself. Released (`leadrelay unsent release 01a2`), it goes.",
  released_at: null,
  released_by: null,
};

describe("unsent list", () => {
  it("is a line for each, with its rule and why", async () => {
    const server = () => json({ items: [item], next_cursor: null });
    const { out, sent } = await run(["unsent", "list", "--rule", "duplicate", "--client", "cli_1"], {
      env,
      server,
    });
    expect(new URL(sent[0]?.request.url ?? "").search).toBe("?rule=duplicate&client_id=cli_1&limit=50");
    expect(out).toMatch(/^ID +SUBMITTED +NAME +E-MAIL +PHONE +RULE +WHY\n01a2 /);
    expect(out).toContain("duplicate_window");
    expect(out).not.toContain("\u001b[2J");
  });

  it.each(["honeypot", "quarantine", "quarantined"])(
    "takes %s for what a honeypot keeps apart",
    async (rule) => {
      const server = () => json({ items: [item], next_cursor: null });
      const { sent } = await run(["unsent", "list", "--rule", rule], { env, server });
      expect(new URL(sent[0]?.request.url ?? "").searchParams.get("rule")).toBe("quarantined");
    },
  );

  it("takes a day, from midnight to midnight where the caller is", async () => {
    const server = () => json({ items: [item], next_cursor: null });
    const { sent } = await run(["unsent", "list", "--day", "2026-11-21"], { env, server });
    const { searchParams } = new URL(sent[0]?.request.url ?? "");
    const since = Number(searchParams.get("since"));
    expect(new Date(since).toISOString()).toBe("2026-11-20T18:30:00.000Z");
    expect(Number(searchParams.get("until")) - since).toBe(86_400_000);
  });

  it.each(["2026-02-30", "soon", "2026-13-01"])("%s is no day", async (day) => {
    const { code, err } = await run(["unsent", "list", "--day", day], { env });
    expect([code, err.includes("Write it as today, yesterday or 2026-11-21.")]).toEqual([2, true]);
  });

  it("none at all ends with 5, and says what would be in it", async () => {
    const server = () => json({ items: [], next_cursor: null });
    const { code, err } = await run(["unsent", "list"], { env, server });
    expect(code).toBe(5);
    expect(err).toContain("No unsent submission matches.");
    expect(err).toContain("Of what is stored nothing was left unsent");
  });
});

describe("unsent show", () => {
  it("tells why, the setting, and what would send it", async () => {
    const { out } = await run(["unsent", "show", "01a2"], { env, server: () => json(details) });
    expect(out).toContain("Why         Stored as a duplicate: the same e-mail came 12 minutes earlier.\n");
    expect(out).toContain("Decided     It tells nothing new, so no destination hears of it.\n");
    expect(out).toContain(
      "Setting     DUPLICATE_WINDOW_MINUTES = 30 (the installation's), and 12 minutes had passed\n",
    );
    expect(out).toContain("leadrelay unsent release 01a2");
    expect(out).not.toContain("Released  ");
  });

  it("tells who released it, and leaves out what was not decided", async () => {
    const blocked = {
      ...details,
      sentences: [item.explanation],
      setting: null,
      elapsed_minutes: null,
      lead_id: null,
    };
    const released = { ...blocked, released_at: testNow - 1_000, released_by: "asha@example.com" };
    const { out } = await run(["unsent", "show", "01a2"], { env, server: () => json(released) });
    expect(out).toMatch(/Released +2026-.*, by asha@example.com\n/);
    expect(out).not.toContain("Decided");
    expect(out).not.toContain("Setting");
  });

  it("what is not there is refused with its reason", async () => {
    const server = () => problem(404, "not-found", "There is no unsent submission with this id.");
    const { code, err } = await run(["unsent", "show", "nope"], { env, server });
    expect([code, err.includes("There is no unsent submission")]).toEqual([1, true]);
  });
});

describe("unsent release", () => {
  const release = {
    submissions: 280,
    leaves_more: true,
    rules: [
      { rule: "duplicate_window", count: 200 },
      { rule: "blocked", count: 80 },
    ],
  };
  const planned = {
    ...plan,
    filter: { status: "unsent" },
    summary: { ...plan.summary, messages: 80, release },
  };

  it("shows what it would send, by which rules, and what it leaves; nothing is sent", async () => {
    const { code, out, err, sent } = await run(["unsent", "release"], {
      env,
      server: replaying([], planned),
    });
    expect(out).toContain(
      "Submissions  280, the oldest; there are more: plan again for those, or narrow it\n             200: duplicate_window\n             80: blocked\n",
    );
    expect(out).toContain("To send      300, of them 80 back to the queue\n");
    expect(err).toContain("Nothing was sent. To send it: leadrelay queue replay --plan rpl_1 --apply");
    expect([code, methods(sent)]).toEqual([0, ["POST /api/replays"]]);
  });

  it("is of the ids given, or of the whole filter", async () => {
    const bodyOf = async (...args: string[]) => {
      const { sent } = await run(["unsent", "release", ...args], { env, server: replaying([], planned) });
      return JSON.parse(sent[0]?.body ?? "") as unknown;
    };
    expect(await bodyOf("01a2", "01a3", "--destination", "dst_1")).toEqual({
      filter: { status: "unsent", submission_ids: ["01a2", "01a3"], destination_ids: ["dst_1"] },
    });
    expect(await bodyOf("--rule", "duplicate", "honeypot", "--since", "2h", "--per-second", "none")).toEqual({
      filter: { status: "unsent", rules: ["duplicate", "quarantined"], since: testNow - 7_200_000 },
      per_second: null,
    });
  });

  it("asks before it sends, and follows it to its end", async () => {
    const { code, err, sent } = await run(["unsent", "release", "--apply"], {
      env,
      server: replaying([done], planned),
      typed: [["Release 280?", "y"]],
    });
    expect(err).toContain("It goes on by itself.");
    expect(methods(sent).slice(0, 2)).toEqual(["POST /api/replays", "POST /api/replays/rpl_1/apply"]);
    expect(code).toBe(0);
  });

  it("of nothing ends with 5 and says what was left out", async () => {
    const skipped = [
      {
        reason: "takes_no_tests",
        count: 2,
        meaning: "it is a test, and no destination takes those: name one",
      },
    ];
    const empty = {
      ...planned,
      id: null,
      state: "empty",
      summary: { ...planned.summary, count: 0, skipped, destinations: [] },
    };
    const { code, out } = await run(["unsent", "release", "--apply", "--yes"], {
      env,
      server: replaying([], empty),
    });
    expect(out).toContain("2: it is a test, and no destination takes those: name one");
    expect(code).toBe(5);
  });

  it.each([
    [["--rule", "whatever"], "Allowed choices are duplicate_window"],
    [["--day", "2026-11-21", "--since", "2h"], "cannot be used with"],
    [["--per-second", "0"], "From 0.1 to 1000"],
  ])("%j is a wrong usage", async (args, what) => {
    const { code, err } = await run(["unsent", "release", ...args], { env });
    expect([code, err.includes(what)]).toEqual([2, true]);
  });
});
