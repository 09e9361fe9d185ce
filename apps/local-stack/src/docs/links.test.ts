import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../settings/repository-root.ts";
import { docPages, readDoc } from "./read-docs.ts";

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const anchorsOf = (page: string) =>
  [...readDoc(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

const linksOf = (page: string) =>
  [...readDoc(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

it.each(docPages())("%s links only to what is there", (page) => {
  const broken = linksOf(page)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(repositoryRoot, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
  expect(broken).toEqual([]);
});

it.each(docPages())("%s says for a command on local state where another STATE_DIR is named", (page) => {
  const text = readDoc(page);
  const isLocal = /wrangler (?:d1|kv|r2)\b.* --local\b/.test(text);
  expect(isLocal && !text.includes("--persist-to")).toBe(false);
});

/** `packages/…/file.ts` in backquotes: an architecture page must not name files that moved. */
it.each(docPages())("%s names only files that are there", (page) => {
  const named = [...readDoc(page).matchAll(/`((?:apps|packages|migrations|scripts|docs)\/[\w./*-]+)`/g)].map(
    ([, path = ""]) => path,
  );
  const missing = named.filter((path) => !path.includes("*") && !existsSync(join(repositoryRoot, path)));
  expect(missing).toEqual([]);
});
