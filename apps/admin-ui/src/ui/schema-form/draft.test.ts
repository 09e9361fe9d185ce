import { describe, expect, it } from "vitest";
import { draftOf, lockedHint, settingsOf, type Setting } from "./draft.ts";

const setting = (part: Partial<Setting> & Pick<Setting, "name" | "type">): Setting => ({
  label: part.name,
  help: "",
  choices: null,
  is_secret: false,
  is_optional: true,
  usual: null,
  ...part,
});
const url = setting({ name: "url", type: "url", is_secret: true });
const key = setting({ name: "key", type: "text", is_secret: true });
const to = setting({ name: "to", type: "list" });
const most = setting({ name: "most", type: "number" });
const tells = setting({ name: "tells", type: "switch", usual: true });
const how = setting({ name: "how", type: "choice", usual: "standard", choices: ["standard", "none"] });
const all = [url, key, to, most, tells, how];
const shown = { url_hint: "hook…12", has_key: true, to: "a@x, b@x", most: "29", tells: false, how: "none" };

describe("a draft", () => {
  it("of nothing begins with what is usual", () => {
    expect(draftOf(all, null)).toEqual({ url: "", key: "", to: "", most: "", tells: true, how: "standard" });
  });
  it("of what there is shows all but secrets, a list line by line", () => {
    expect(draftOf(all, shown)).toEqual({
      url: "",
      key: "",
      to: "a@x\nb@x",
      most: "29",
      tells: false,
      how: "none",
    });
  });
});

describe("a secret that is there", () => {
  it.each([
    ["an address by its hint", url, shown, "hook…12"],
    ["another by nothing", key, shown, ""],
    ["none", key, { has_key: false }, undefined],
    ["none of a new one", url, null, undefined],
    ["what is none", to, shown, undefined],
  ])("%s", (_what, one, of, hint) => {
    expect(lockedHint(one, of)).toBe(hint);
  });
});

describe("settings for the API", () => {
  const before = draftOf(all, shown);
  it.each([
    ["nothing changed", {}, {}],
    ["a secret typed anew", { key: " k " }, { key: "k" }],
    ["a list, blank lines left out", { to: "c@x\n\n d@x " }, { to: ["c@x", "d@x"] }],
    ["a number", { most: "30" }, { most: 30 }],
    ["what is no number, for the API to refuse", { most: "many" }, { most: "many" }],
    ["what was emptied", { most: "", to: " " }, { most: null, to: null }],
    ["a switch", { tells: true }, { tells: true }],
  ])("%s", (_what, typed, settings) => {
    expect(settingsOf(all, { ...before, ...typed }, before)).toEqual(settings);
  });
});
