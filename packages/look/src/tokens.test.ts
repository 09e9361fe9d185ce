import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownHue, tokens } from "./tokens.ts";

const sheet = readFileSync(new URL("../../../apps/admin-ui/src/style.css", import.meta.url), "utf8");

/** What the admin UI's sheet says within the braces after a selector. */
function valuesUnder(selector: string): ReadonlyMap<string, string> {
  const from = sheet.indexOf(`\n${selector} {`);
  const block = sheet.slice(from, sheet.indexOf("\n}", from));
  return new Map(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const light = valuesUnder(":root");
const dark = valuesUnder('[data-theme="dark"]');

describe("colours are the admin UI's", () => {
  it.each(Object.entries(tokens))("%s", (name, [inLight, inDark]) => {
    expect([light.get(name), dark.get(name)]).toEqual([inLight, inDark]);
  });

  it("and so is the hue of who has none", () => {
    expect(light.get("brand-hue")).toBe(String(ownHue));
  });
});
