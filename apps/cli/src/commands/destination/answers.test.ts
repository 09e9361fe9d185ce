import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run, testNow } from "../../../test/outside-in-memory.ts";

const judged = (outcome: string | null, reason: string | null = null, reference: string | null = null) => ({
  outcome,
  reason,
  reference,
});
const answer = (body: string, before: object, after: object, more: object = {}) => ({
  delivery_id: "6bbde7b5-7fdb-83e9-ab31-475779792369",
  attempt: 1,
  attempted_at: testNow,
  status_code: 200,
  body,
  is_cut: false,
  counted_as: "delivered",
  by_its_rules: before,
  by_these_rules: after,
  ...more,
});
const answers = [
  answer(
    '{"result":"duplicate",\n "why":"had\u001B[2J it"}',
    judged("delivered"),
    judged("duplicate_at_receiver", "HTTP 200: had it"),
  ),
  answer(`{"result":"ok"} ${"x".repeat(90)}`, judged("delivered"), judged("delivered", null, "17")),
  answer("<html>", judged("delivered"), judged(null), { is_cut: true }),
];
const rule = { label: "", help: "", choices: null, is_secret: false, is_optional: true, example: null };
const kinds = {
  items: [
    {
      kind: "webhook",
      settings: [
        { ...rule, name: "answer_at", type: "text" },
        { ...rule, name: "duplicate_when", type: "list" },
      ],
    },
  ],
};
const asked = async (given: readonly unknown[], ...options: string[]) => {
  const { sent, out, err, code } = await run(["destination", "answers", "dst_1", ...options], {
    env,
    server: ({ url }) =>
      json(
        url.includes("destination-kinds")
          ? kinds
          : { destination_id: "dst_1", destination_name: "Buyer", changed: 1, answers: given },
      ),
  });
  return { settings: JSON.parse(sent.at(-1)?.body ?? "{}") as unknown, out, err, code };
};

it("rules that are tried show what would count as something else, and how they are kept", async () => {
  const { settings, out, err, code } = await asked(
    answers,
    "--set",
    "answer_at=result",
    "--set",
    "duplicate_when=duplicate,had it",
  );
  expect(code).toBe(0);
  expect(settings).toEqual({ settings: { answer_at: "result", duplicate_when: ["duplicate", "had it"] } });
  expect(out).toMatch(/HTTP +ANSWER +COUNTS AS +WOULD COUNT AS/);
  expect(out).toMatch(
    /200 +\{"result":"duplicate", "why":"had.* it"\} +delivered +a duplicate there \(had it\)/,
  );
  expect(out).toMatch(/\{"result":"ok"\} x+…x+ +delivered +delivered as 17/);
  expect(out).toMatch(/<html>… +delivered +not sure: only its beginning is kept/);
  expect(out).toContain("1 of 3 would count as something else.\n");
  expect(out).not.toContain("\u001B");
  expect(err).toContain(
    "`leadrelay destination change dst_1 --set answer_at=result --set 'duplicate_when=duplicate,had it'` keeps these rules.",
  );
});

it("without rules it shows what the answers count as, and how to try some", async () => {
  const { settings, out, err } = await asked(answers);
  expect(settings).toEqual({ settings: {} });
  expect(out).not.toContain("WOULD COUNT AS");
  expect(err).toContain("--set answer_at=result");
});

it("no answer at all is said, with what shows one", async () => {
  const { err, code } = await asked([]);
  expect(code).not.toBe(0);
  expect(err).toContain("No answer of Buyer to a lead is kept. `leadrelay destination test dst_1`");
});
