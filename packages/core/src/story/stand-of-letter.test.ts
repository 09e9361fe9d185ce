import { expect, it } from "vitest";
import { given, letter } from "../../test/story-samples.ts";
import { standOfLetter } from "./stand-of-submission.ts";

const refused = { ...letter, cause: "refused", last_status_code: 401 };

it.each<[what: string, of: typeof letter, destination: string, shown: object]>([
  ["of a delivery names its destination, and how it is", letter, "make", { destination_id: "make" }],
  [
    "that a setting of its destination is at fault for says which",
    refused,
    "make",
    { destination_id: "make", mend: expect.anything() },
  ],
  ["of a destination that nobody knows names it too", letter, "gone", { destination_id: "make" }],
  ["that is closed names none", { ...letter, state: "replayed", settled_at: 1 }, "make", {}],
  ["of no delivery names none", { ...letter, kind: "poison" }, "make", {}],
  ["of no destination names none", { ...letter, destination_id: null }, "make", {}],
])("a letter %s", (_what, of, destination, shown) => {
  const { destination_id, destination_state, mend } = standOfLetter(of, given.lookup(destination));
  expect({
    ...(destination_id === undefined ? {} : { destination_id }),
    ...(mend === undefined ? {} : { mend }),
  }).toEqual(shown);
  expect(destination_state === undefined).toBe(destination_id === undefined);
});
