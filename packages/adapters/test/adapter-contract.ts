import { describe, expect, test } from "vitest";
import type { Adapter } from "../src/adapter.ts";
import type { AdapterExample } from "./adapter-example.ts";
import { answerContract } from "./answer-contract.ts";
import type { Contract } from "./contract.ts";
import { requestContract } from "./request-contract.ts";
import { settingsContract } from "./settings-contract.ts";

/** All that the pipeline relies on in an adapter of any kind; what a kind does besides is its own test's. */
export const adapterContract: Contract = {
  ...settingsContract,
  ...requestContract,
  ...answerContract,
  "its kind is a word, and its pace one that a replay can keep": ({ kind, perSecond }) => {
    expect(kind).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(perSecond).toBeGreaterThan(0);
  },
  "somebody who has only its receiver before them is told where to look": ({ title, guide }) => {
    expect(title).toMatch(/^\S.{1,40}$/);
    expect(guide).not.toEqual([]);
    for (const sentence of guide) expect(sentence).toMatch(/^[A-Z"`][^\n]{10,300}[.:]$/);
  },
};

/** Makes a test of each promise. */
export function testAdapter(adapter: Adapter<unknown>, example: AdapterExample): void {
  describe(`a destination of kind ${adapter.kind}`, () => {
    test.each(Object.entries(adapterContract))("%s", (_promise, keep) => keep(adapter, example));
  });
}
