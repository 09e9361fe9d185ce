import { expect, it } from "vitest";
import { optedOutWords } from "./opted-out-words.ts";

it("stored errors of before begin with these words, and say what the person has to do", () => {
  expect(optedOutWords).toBe("whoever has this number answered STOP: they have to write START first");
});
