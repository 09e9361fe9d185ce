import { describe, expect, it } from "vitest";
import { matchThings, nearThings } from "./match-things.ts";
import type { Thing } from "./thing.ts";

const thing = (id: string, name: string, more: Partial<Thing> = {}): Thing => ({
  id,
  names: [name],
  keys: [],
  clientId: null,
  isDeleted: false,
  ...more,
});
const things = [
  thing("1", "Site", { keys: ["frm_site"] }),
  thing("2", "site", { keys: ["frm_other"] }),
  thing("3", "frm_site", { keys: ["frm_third"] }),
  thing("4", "Hilltop  Villas"),
  thing("5", "Make"),
  thing("6", "Make"),
  thing("7", "Make", { isDeleted: true }),
  thing("8", "Gone", { isDeleted: true }),
  thing("9", "1"),
  thing("10", "Ｆｕｌｌ Café"),
];
const idsOf = (found: readonly Thing[]) => found.map(({ id }) => id);

it.each([
  ["an id before a name", "1", ["1"]],
  ["a key before a name", "frm_site", ["1"]],
  ["a key in any case of letters", "FRM_OTHER", ["2"]],
  ["a name as it is written", "Site", ["1"]],
  ["and not another case of it", "site", ["2"]],
  ["a name in another case, of which there are two", "SITE", ["1", "2"]],
  ["a name however it is spaced", " hilltop villas ", ["4"]],
  ["all that are called so, without what was deleted", "make", ["5", "6"]],
  ["what was deleted, where nothing else is called so", "gone", ["8"]],
  ["letters of any width", "full café", ["10"]],
  ["accents written as one sign or two", "full cafe\u0301", ["10"]],
  ["no part of a name", "Hilltop", []],
  ["nothing for nothing", "", []],
])("a text means %s", (_what, given, ids) => expect(idsOf(matchThings(given, things))).toEqual(ids));

describe("who typed a part of a name", () => {
  it("is told those that have it", () => expect(idsOf(nearThings("hill", things))).toEqual(["4"]));
  it("but not what was deleted", () => expect(nearThings("Gone", things)).toEqual([]));
  it("by its key too", () => expect(idsOf(nearThings("third", things))).toEqual(["3"]));
});
