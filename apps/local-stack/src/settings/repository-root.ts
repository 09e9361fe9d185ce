import { resolve } from "node:path";

/** Absolute. */
export const repositoryRoot = resolve(import.meta.dirname, "../../../..");
