import { join } from "node:path";

/** Of the checkout this command runs from: where wrangler's files and migrations are. */
export const repositoryRoot = join(import.meta.dirname, "../../../../..");
