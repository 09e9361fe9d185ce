import { expect, it } from "vitest";
import { keyEnv as env } from "../../test/fake-installation.ts";
import { json, run } from "../../test/outside-in-memory.ts";

it.each([
  ["lead list --status New", "--stage"],
  ["lead export --status New", "--stage"],
  ["lead list --stands foo", "undelivered, waiting, held, dead, delivered, unconfirmed, unsent"],
  ["lead export --stands foo", "undelivered, waiting, held, dead, delivered, unconfirmed, unsent"],
  ["delivery list --status foo", "delivered"],
  ["dlq list --state foo", "discarded"],
  ["dlq list --kind foo", "unknown_form"],
  ["dlq list --cause foo", "exhausted"],
  ["queue replay --cause foo", "exhausted"],
  ["queue replay --kind foo", "unknown_form"],
  ["queue replay --status foo", "pending"],
  ["unsent list --rule foo", "quarantined"],
  ["unsent release --rule foo", "quarantined"],
  ["submission list --outcome foo", "reengaged"],
  ["event list --type foo", "lead.updated"],
  ["stats --by foo", "client"],
  ["address allow 203.0.113.7 --usage foo", "internal"],
  ["operator invite a@example.com --role foo", "client_viewer"],
  ["lead list --output foo", "ndjson"],
])("`%s` is a wrong usage that names %s, and nothing is asked", async (line, named) => {
  const { code, err, sent } = await run(line.split(" "), { env, server: () => json({}) });
  expect([code, sent]).toEqual([2, []]);
  expect(err).toContain(named);
});

it("a stage that there is not is a wrong usage of --stage", async () => {
  const errors = [{ field: "status", detail: "there is no such stage; there are New, Won" }];
  const problem = {
    type: "https://leadrelay.dev/problems/invalid",
    title: "Something in it is not as it should be",
    status: 422,
    detail: "Of the stage foo: there is no such stage; there are New, Won.",
    errors,
  };
  const server = () => json(problem, { status: 422 });
  const { code, err } = await run(["lead", "list", "--stage", "foo"], { env, server });
  expect([code, err.split("\n")[0]]).toEqual([
    2,
    "error: --stage: there is no such stage; there are New, Won.",
  ]);
});
