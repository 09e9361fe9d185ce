import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { englishIn } from "./english-in.ts";

const src = join(import.meta.dirname, "..", "src");

test("what a person reads stands in texts/, in one language at a time", () => {
  const files = globSync("**/*.{ts,tsx}", { cwd: src }).filter((file) => {
    const [folder] = file.split("/");
    return folder !== "texts" && !file.endsWith(".test.ts");
  });
  const found = files
    .toSorted()
    .flatMap((file) =>
      englishIn(file, readFileSync(join(src, file), "utf8")).map((english) => `${file}:${english}`),
    );
  expect(found).toEqual([]);
});

describe("English is found", () => {
  test.each([
    ["in a text", "<p>Hello</p>", ["1: Hello"]],
    ["in what is put into a text", '<p>{is ? "Yes" : no ?? "Never"}</p>', ["1: Yes", "1: Never"]],
    ["in what is put together", "<p>{`${count} open`}</p>", ["1: open"]],
    [
      "in what is spoken",
      '<a aria-label="Close" title={is ? "Shut" : undefined} />',
      ["1: Close", "1: Shut"],
    ],
    ["in a property that is spoken", 'const column = { title: "Who", key: "who" };', ["1: Who"]],
    ["in a notice", 'tellDone("Sent", { detail: "To all" });', ["1: Sent", "1: To all"]],
    ["in an attribute that holds a text", '<A>{list.map((one) => <b key="x">Bold</b>)}</A>', ["1: Bold"]],
  ])("%s", (_, source, found) => expect(englishIn("a.tsx", source)).toEqual(found));

  test.each([
    ["in a class or a kind", '<p className="text-soft" role="status">{texts.hello}</p>'],
    ["in signs", "<p>… · {count} – 100 %</p>"],
    ["in what is compared", '<p>{state === "done" ? texts.done : null}</p>'],
    ["in what a function is asked for", '<p>{texts.of("done")}</p>'],
  ])("not %s", (_, source) => expect(englishIn("a.tsx", source)).toEqual([]));
});
