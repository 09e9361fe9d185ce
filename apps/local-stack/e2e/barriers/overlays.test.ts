import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { overlaysOf, seenElsewhere } from "./overlays.ts";

const nothing = { lead: "", destination: "", route: "", view: "", password: "" };

test("nothing opens in the admin UI that the list of what is looked at for barriers does not know", () => {
  const src = resolve(import.meta.dirname, "../../../admin-ui/src");
  const opens =
    /<(?:Dialog|Dialog\.Root|ReasonDialog|ConfirmButton|Menu|Popover|SidePanel)\s+(?!aria-hidden)/;
  const files = globSync("*/**/*.tsx", { cwd: src }).filter(
    (file) => !file.startsWith("ui/") && opens.test(readFileSync(resolve(src, file), "utf8")),
  );
  const listed = [...overlaysOf(nothing).map(({ file }) => file), ...Object.keys(seenElsewhere)];
  expect([...new Set(listed)].toSorted()).toEqual(files.toSorted());
  for (const [file, seenBy] of Object.entries(seenElsewhere))
    expect(readFileSync(resolve(import.meta.dirname, "..", seenBy), "utf8"), file).toMatch("barriersOn(");
});
