import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that the contender needs and this machine has; absolute paths. */
export interface Services {
  redis: string;
  initdb: string;
  postgres: string;
}

/** undefined where Redis (or Valkey, which speaks the same) or PostgreSQL is not installed. */
export function findServices(folders = searched()): Services | undefined {
  const redis = findProgram("redis-server", folders) ?? findProgram("valkey-server", folders);
  const initdb = findProgram("initdb", folders);
  const postgres = findProgram("postgres", folders);
  return redis !== undefined && initdb !== undefined && postgres !== undefined
    ? { redis, initdb, postgres }
    : undefined;
}

/** The PATH, and where Debian keeps PostgreSQL's servers, newest first, which it leaves out of that. */
function searched(): string[] {
  const debian = "/usr/lib/postgresql";
  const versions = listed(debian).toSorted((a, b) => Number(b) - Number(a));
  return [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const findProgram = (name: string, folders: readonly string[]) =>
  folders.map((folder) => join(folder, name)).find(isProgram);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
