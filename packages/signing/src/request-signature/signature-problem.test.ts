import { expect, it } from "vitest";
import { signatureProblems } from "./signature-problem.ts";

const texts = Object.values(signatureProblems);

it("no two refusals share a title or an advice", () => {
  expect(new Set(texts.map(({ title }) => title)).size).toBe(texts.length);
  expect(new Set(texts.map(({ whatToDo }) => whatToDo)).size).toBe(texts.length);
});

it.each(Object.entries(signatureProblems))(
  "%s has a title without a full stop and a sentence of advice",
  (_code, text) => {
    expect(text.title).toMatch(/^[A-Z].*[^.]$/);
    expect(text.whatToDo).toMatch(/^[A-Z].*\.$/);
  },
);
