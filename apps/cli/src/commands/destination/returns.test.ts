import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const returns = { reasons: ["wrong number"], within_days: 7 };

const agree = async (before: object | null, ...options: string[]) => {
  const server = () => json({ id: "dst_1", returns: before }, { headers: { etag: '"7"' } });
  const { sent, out, err } = await run(["destination", "returns", "dst_1", ...options], { env, server });
  const body = sent.find(({ request }) => request.method === "PATCH")?.body;
  return {
    asked: body === undefined ? undefined : (JSON.parse(body) as { returns: unknown }).returns,
    said: `${out}${err}`.replaceAll(/\s+/g, " "),
  };
};

it.each([
  ["days replace days, and reasons stay", ["--within-days", "3"], { ...returns, within_days: 3 }],
  [
    "reasons are joined by commas",
    ["--reasons", "late,out of area"],
    { ...returns, reasons: ["late", "out of area"] },
  ],
  ["any lead, for any reason", ["--any"], {}],
  ["any reason within days", ["--any", "--within-days", "3"], { within_days: 3 }],
  ["the next of its route gets them, too", ["--pass-on", "on"], { ...returns, pass_on: true }],
  ["none at all", ["--none"], null],
])("%s", async (_what, options, asked) => {
  expect((await agree(returns, ...options)).asked).toEqual(asked);
});

it("without options what was agreed is said, and nothing is changed", async () => {
  const { asked, said } = await agree(returns);
  expect(asked).toBeUndefined();
  expect(said).toContain("It may give leads back for wrong number, within 7 days of their delivery.");
  expect((await agree({ pass_on: true })).said).toContain(
    "It may give leads back for any reason. They go on to the next of its route.",
  );
  expect((await agree(null)).said).toContain("It gives no leads back");
});
