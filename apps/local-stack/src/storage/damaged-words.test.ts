import { expect, it } from "vitest";
import { damagedWords } from "./damaged-words.ts";

const file = "/state/v3/d1/miniflare-D1DatabaseObject/a.sqlite";

it.each([
  ["what is damaged, and how", [], "The database is damaged (file is not a database). Its file is /state/"],
  ["to move its folder", [], "\n  mv '/state/v3/d1' '/state/v3/d1.damaged'\n"],
  ["a name that is free", ["/state/v3/d1.damaged"], "\n  mv '/state/v3/d1' '/state/v3/d1.damaged-2'\n"],
  [
    "the next one that is",
    ["/state/v3/d1.damaged", "/state/v3/d1.damaged-2"],
    "\n  mv '/state/v3/d1' '/state/v3/d1.damaged-3'\n",
  ],
  ["where the copy's goes", [], "\n  cp -R <copy of STATE_DIR>/v3/d1 '/state/v3/d1'    # without"],
])("a start on a damaged database tells %s", (_what, taken, said) => {
  expect(damagedWords(file, "file is not a database", (path) => taken.includes(String(path)))).toContain(
    said,
  );
});
