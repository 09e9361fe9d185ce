import { storageWords } from "@leadrelay/db/storage-words";
import { expect, it } from "vitest";
import { faults } from "../../faults/faults.ts";
import { docPages, readDoc } from "./read-docs.ts";

const page = readDoc("docs/reliability.md");

it.each(Object.entries(storageWords))(
  "of a database that is %s it says what health says",
  (_, { happened }) => {
    expect(page).toContain(`| ${happened}`);
  },
);

it("every fault that a page names can be played", () => {
  const names = new Set(faults.map(({ name }) => name));
  const named = docPages().flatMap((each) =>
    [...readDoc(each).matchAll(/`(?:pnpm faults --only )?(F?\d+-[a-z][a-z\d-]+)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !names.has(name ?? ""))).toEqual([]);
});
