import { Writable } from "node:stream";
import { expect, it } from "vitest";
import type { Outside } from "../outside/outside.ts";
import { createResults, type OutputForm } from "./results.ts";

function written(form: OutputForm, document: unknown, words: string): string {
  let text = "";
  const stdout = new Writable({ write: (chunk, _, done) => ((text += String(chunk)), done()) });
  createResults({ stdout, stderr: stdout, env: {} } as unknown as Outside, () => form).show(
    document,
    () => words,
  );
  return text;
}

const acting = ["\u009b", "\u202e", "\u001b"];
const actingIn = (text: string) => acting.filter((character) => text.includes(character));
const posted = { name: "A\u009b2J\u202eB\u001b[2J山" };

it("nothing of a document acts on a terminal, and whoever parses it reads what was posted", () => {
  const text = written("json", posted, "");
  expect(actingIn(text)).toEqual([]);
  expect(JSON.parse(text)).toEqual(posted);
});

it("nor of what is said in words", () => {
  expect(actingIn(written("table", {}, posted.name))).toEqual([]);
});
