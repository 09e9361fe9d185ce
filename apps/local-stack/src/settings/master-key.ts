import { randomBytes } from "node:crypto";
import { keptSecret } from "./kept-secret.ts";

const newKey = () => `local:${randomBytes(32).toString("base64")}`;

/** The local stack's own master key. */
export const localMasterKey = (stateDir: string): string => keptSecret(stateDir, "master-key", newKey);

/** What its sources are sealed with, which the producer has, too. */
export const localIntakeKey = (stateDir: string): string => keptSecret(stateDir, "intake-key", newKey);
