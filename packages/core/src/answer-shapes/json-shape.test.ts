import { describe, expect, it } from "vitest";
import { jsonShape } from "./json-shape.ts";

describe("JSON's shape", () => {
  it.each<[what: string, json: unknown, shape: string]>([
    ["has names in any order, and of most values nothing", { b: 1, a: "x" }, "json {a:·,b:·}"],
    ["says what stands where APIs say something", { status: "OK", id: 7 }, "json {id:·,status:=ok}"],
    ["says that nothing stands there", { error: null, message: "" }, "json {error:=none,message:=none}"],
    ["says yes and no", { success: true }, "json {success:=true}"],
    ["tells a code", { code: 17 }, "json {code:=17}"],
    ["tells no number that is an id", { code: 1_000 }, "json {code:=#}"],
    ["tells the largest code", { code: 999 }, "json {code:=999}"],
    ["tells no number that is negative and large", { code: -1_000 }, "json {code:=#}"],
    ["tells no part of a number", { code: 1.5 }, "json {code:=#}"],
    ["tells names with ids in them as one", { "7": 1, "8": 2 }, "json {#:·}"],
    ["of a list of what says nothing is one, however many", { rows: [1, 2, { a: 3 }] }, "json {rows:[]}"],
    [
      "of a list tells what items say",
      { rows: [{ status: "b" }, { status: "a" }, { status: "b" }] },
      "json {rows:[{status:=a},{status:=b}]}",
    ],
    [
      "of a list of messages tells each",
      { errors: ["no quota", "bad zip"] },
      "json {errors:[=bad zip,=no quota]}",
    ],
    ["of a list alone tells it", [{ status: "ok" }, { id: 1 }], "json [{id:·},{status:=ok}]"],
    ["of what is given back of the lead tells that it is", { lead: { status: "x" } }, "json {lead:{…}}"],
    ["of what is called so and is a text tells nothing", { lead: "Asha" }, "json {lead:·}"],
    [
      "ends where it is deep",
      { a: { a: { a: { a: { a: { a: { a: { status: "x" } } } } } } } },
      "json {a:{a:{a:{a:{a:{a:{a:…}}}}}}}",
    ],
    ["of a text alone is its words", "Accepted 17", "json =accepted #"],
    [
      "looks at twenty items",
      { rows: [...Array.from({ length: 20 }, () => 1), { status: "x" }] },
      "json {rows:[]}",
    ],
    [
      "looks at twenty messages",
      { errors: [...Array.from({ length: 20 }, () => "a"), "b"] },
      "json {errors:[=a]}",
    ],
  ])("%s", (_what, json, shape) => {
    expect(jsonShape(json).shape).toBe(shape);
  });

  it.each<[what: string, json: unknown, said: unknown[]]>([
    [
      "with its path, and as it stands there",
      { data: { result: "Accepted" } },
      [{ path: "data.result", name: "result", words: "accepted", value: "Accepted" }],
    ],
    [
      "of yes and no as a rule writes it",
      { ok: false },
      [{ path: "ok", name: "ok", words: "false", value: "false" }],
    ],
    [
      "of several words as one where none is left out",
      { message: " Bad zip " },
      [{ path: "message", name: "message", words: "bad zip", value: "Bad zip" }],
    ],
    [
      "of a sentence with an id without it",
      { message: "lead 17" },
      [{ path: "message", name: "message", words: "lead #" }],
    ],
    ["of a number without it", { code: 17 }, [{ path: "code", name: "code", words: "17" }]],
    [
      "of an item without a path",
      { rows: [{ status: "ok" }] },
      [{ path: null, name: "status", words: "ok", value: "ok" }],
    ],
    [
      "under an odd name without a path",
      { "a b": { status: "ok" } },
      [{ path: null, name: "status", words: "ok", value: "ok" }],
    ],
    ["of nothing not at all", { status: null }, []],
  ])("what it says is told %s", (_what, json, said) => {
    expect(jsonShape(json).said).toEqual(said);
  });
});
