import { randomBytes } from "node:crypto";
import { keptSecret } from "./kept-secret.ts";

/** The local stack's own master key. */
export const localMasterKey = (stateDir: string): string =>
  keptSecret(stateDir, "master-key", () => `local:${randomBytes(32).toString("base64")}`);
