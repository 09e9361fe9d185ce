import { expect, it } from "vitest";
import { collectorOf } from "./collector-of.ts";

it.each([
  ["https://leads.example/t.js", "https://leads.example/t/collect"],
  ["https://leads.example/t.js?v=2#x", "https://leads.example/t/collect"],
  ["https://leads.example/t-0123456789ab.js", "https://leads.example/t/collect"],
  ["https://leads.example/assets/site.js", "https://leads.example/assets/site"],
  ["https://leads.example/assets/my-site.js", "https://leads.example/assets/my-site"],
  ["https://leads.example/assets/site-0123456789ab.js", "https://leads.example/assets/site"],
])("the tag from %s tells %s", (src, to) => expect(collectorOf(src)).toBe(to));
