import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { leadrelayIn, type Leadrelay } from "../harness/leadrelay-in.ts";
import type { TestStack } from "../harness/start-stack.ts";

/** The command line for a stack, without a terminal, with settings and credentials of its own. @param more environment */
export function leadrelayFor(stack: TestStack, more: Record<string, string> = {}): Leadrelay {
  return leadrelayIn(newFolder(), stack, more);
}

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leadrelay-cli-"));
  folders.push(folder);
  return folder;
}

// A test file may ask for one before its first test: they go with the file.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
