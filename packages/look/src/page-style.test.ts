import { expect, it } from "vitest";
import { pageStyle } from "./page-style.ts";

it("wears the hue of whose page it is, or our own", () => {
  expect(pageStyle(145)).toContain("--brand-hue:145;");
  expect(pageStyle()).toContain("--brand-hue:277;");
});

it("knows each colour in light and in dark", () => {
  const style = pageStyle();
  for (const [, name = ""] of style.matchAll(/var\(--([\w-]+)\)/g))
    expect(style, name).toMatch(name === "brand-hue" ? /--brand-hue:\d/ : `--${name}:light-dark(oklch(`);
});
