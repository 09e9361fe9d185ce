import { describe, expect, it, test } from "vitest";
import { routedJson, wentOf } from "./went-of.ts";

const toA = '{"r1":"a"}';

describe("where a lead went before", () => {
  test.each([
    ["is as it was kept", { routed_json: toA, went_out: true }, { r1: "a" }],
    ["is nowhere while nothing of it went out", { routed_json: toA, went_out: false }, {}],
    ["is nowhere for one that came through no route", { routed_json: null, went_out: true }, {}],
    ["is nowhere for one of before there were routes", { went_out: true }, {}],
  ])("%s", (_what, lead, went) => {
    expect(wentOf(lead)).toEqual(went);
  });
});

describe("what a lead keeps of its routes", () => {
  it.each([
    ["is where it went", { routed_json: null }, { r1: "a" }, { r1: "a" }],
    ["is so for one of before there were routes", {}, { r1: "a" }, { r1: "a" }],
    ["is the last choice of each", { routed_json: toA }, { r1: "b" }, { r1: "b" }],
    ["is that of other routes too", { routed_json: toA }, { r2: "c" }, { r1: "a", r2: "c" }],
    ["stays where none was chosen", { routed_json: toA }, {}, { r1: "a" }],
    ["is nothing where it never went through any", { routed_json: null }, {}, null],
    ["is nothing for one of before there were routes that goes through none", {}, {}, null],
  ])("%s", (_what, lead, went, kept) => {
    expect(JSON.parse(routedJson(lead, went) ?? "null")).toEqual(kept);
  });
});
