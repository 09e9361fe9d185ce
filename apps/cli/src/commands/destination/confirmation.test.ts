import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const confirm = async (before: object | null, ...options: string[]) => {
  const server = () => json({ id: "dst_1", confirmation: before }, { headers: { etag: '"7"' } });
  const { sent, out, err } = await run(["destination", "confirmation", "dst_1", ...options], { env, server });
  const body = sent.find(({ request }) => request.method === "PATCH")?.body;
  return {
    asked: body === undefined ? undefined : (JSON.parse(body) as object),
    said: `${out}${err}`.replaceAll(/\s+/g, " "),
  };
};

it.each([
  ["so many minutes", ["--within-minutes", "15"], { confirmation: { within_minutes: 15 } }],
  ["nothing any more", ["--none"], { confirmation: null }],
])("a destination is to confirm %s", async (_what, options, asked) => {
  expect((await confirm({ within_minutes: 5 }, ...options)).asked).toEqual(asked);
});

it("without options what is set is said, and nothing is changed", async () => {
  const { asked, said } = await confirm({ within_minutes: 5 });
  expect(asked).toBeUndefined();
  expect(said).toContain("It must confirm each lead that it took within 5 minutes");
  expect((await confirm({ within_minutes: 1 })).said).toContain("within 1 minute,");
  expect((await confirm(null)).said).toContain("`--within-minutes 15` has it confirm each.");
});

it("both at once is a wrong usage", async () => {
  const { asked, said } = await confirm(null, "--none", "--within-minutes", "5");
  expect(asked).toBeUndefined();
  expect(said).toContain("give one of them");
});
