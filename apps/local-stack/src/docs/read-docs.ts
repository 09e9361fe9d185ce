import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../settings/repository-root.ts";

/** Paths of every page we write, relative to the repository. */
export const docPages = (): string[] => [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(repositoryRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file))
    .toSorted(),
];

/** A page's text. */
export const readDoc = (page: string): string => readFileSync(join(repositoryRoot, page), "utf8");

/** The fenced blocks of a language, in order. */
export const codeBlocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code);
