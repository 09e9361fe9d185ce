import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml, html } from "./html.ts";

test("values are escaped, markup is not", () => {
  expect(html`<p title="${`"'<&>`}">${html`<b>${"<x>"}</b>`}${[html`1`, html`2`]}</p>`.text).toBe(
    '<p title="&quot;&#39;&lt;&amp;&gt;"><b>&lt;x&gt;</b>12</p>',
  );
});

test("no text can end an attribute or open a tag", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});
