import { neededBy } from "@leadrelay/contracts/command-needs";
import { expect } from "vitest";

/** Fails where an answer names a command to somebody who has not got what it needs, and does not say whom to ask. */
export function expectAsking(body: unknown, held: readonly string[]): void {
  const faults = textsIn(body).filter((text) => {
    const commands = [...text.matchAll(/`leadrelay ([^`]+)`/g)].map(([, command = ""]) => command);
    const needs = commands.map(neededBy).filter((need) => need !== undefined);
    return needs.some((need) => !held.includes(need)) && !/(^|\. )Ask an owner/.test(text);
  });
  expect(faults).toEqual([]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
