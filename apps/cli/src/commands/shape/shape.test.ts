import { expect, it } from "vitest";
import { keyEnv as env } from "../../../test/fake-installation.ts";
import { json, run } from "../../../test/outside-in-memory.ts";

const shown = (shape: unknown) => ({
  destination_id: "dst_1",
  destination_name: "Make",
  shape,
  filter_in_words: null,
  is_readable: true,
  version: 1,
  versions: [],
  notes: [],
});
const mapping = { only: false, rows: [{ target: "a", field: "email" }] };

it.each<[string[], unknown, string]>([
  [[], null, "Nothing to change: give --only or --all-leads"],
  [["--default", "b=1"], { filter: null, mapping }, "--default b=… says nothing alone"],
  [["--field", "a=email", "--default", "b=1"], null, "--default b=… says nothing alone"],
  [["--alone"], null, "--alone goes with rows"],
])("shape set with %j over %j is a wrong usage, and nothing is sent", async (args, shape, what) => {
  const server = () => json(shown(shape));
  const { code, err, sent } = await run(["shape", "set", "dst_1", ...args], { env, server });
  expect(code).toBe(2);
  expect(err).toContain(what);
  expect(sent.filter(({ request: { method } }) => method === "PUT")).toEqual([]);
});

it.each<[string[], unknown]>([
  [["--all-leads"], { filter: null, mapping }],
  [["--as-usual"], { filter: { country: { $eq: "IN" } }, mapping: null }],
  [["--alone"], { filter: { country: { $eq: "IN" } }, mapping: { ...mapping, only: true } }],
  [
    ["--field", "b=phone", "--default", "b=none"],
    {
      filter: { country: { $eq: "IN" } },
      mapping: { only: false, rows: [{ target: "b", field: "phone", default: "none" }] },
    },
  ],
])("shape set with %j leaves what is not named as it is", async (args, body) => {
  const server = () => json(shown({ filter: { country: { $eq: "IN" } }, mapping }));
  const { sent } = await run(["shape", "set", "dst_1", ...args], { env, server });
  expect(JSON.parse(sent.find(({ request: { method } }) => method === "PUT")?.body ?? "")).toEqual(
    Object.assign({ based_on: 1 }, body),
  );
});
