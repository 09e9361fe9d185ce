import { saying } from "../dead-letters/said-names.ts";
import type { Said } from "./json-shape.ts";
import { saidWords } from "./said-words.ts";

const mostTexts = 20;

/** Of a page its title and headings, of other XML the names of its elements and what those say that say something: no nonce, no script, no style. */
export function markupShape(text: string): { shape: string; said: Said[] } {
  const clean = text
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<(script|style|noscript|svg)\b.*?<\/\1\s*>/gis, "");
  const isPage = /<(?:!doctype\s+html|html|head|body|title)\b/i.test(clean);
  const texts = [...clean.matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>/g)].map(
    ([, tag = "", inner = ""]) => ({
      name: tag
        .toLowerCase()
        .replace(/^.*:/, "")
        .replaceAll(/[^a-z\d]/g, ""),
      words: saidWords(inner),
    }),
  );
  const told = texts.filter(({ name }) => (isPage ? /^(?:title|h[1-3])$/.test(name) : saying.has(name)));
  const names = isPage ? [] : [...clean.matchAll(/<([A-Za-z][\w:.-]*)/g)].map(([, name = ""]) => name);
  const said = told.slice(0, mostTexts).map(({ name, words }): Said => ({ path: null, name, words }));
  const lines = [...new Set(said.map(({ name, words }) => `${name}=${words}`))];
  const plain = isPage && said.length === 0 ? saidWords(clean.replaceAll(/<[^>]*>/g, " ")) : "";
  return {
    shape: `markup ${[...new Set(names)].toSorted((a, b) => a.localeCompare(b)).join(" ")} ${lines.join("|")} ${plain}`,
    said,
  };
}
