import { chmodSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "smol-toml";
import * as z from "zod";
import type { Outside } from "../outside/outside.ts";
import { readTomlFile } from "../settings/read-toml-file.ts";
import { profileName } from "../settings/settings-file.ts";

/** Credentials are for one installation: to no other origin they are sent. */
const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("session"), url: z.url(), email: z.string(), cookie: z.string() }),
  z.strictObject({ kind: z.literal("key"), url: z.url(), key_id: z.string(), secret: z.string() }),
]);
export type StoredCredential = z.output<typeof credentialSchema>;

const fileSchema = z.strictObject({ profiles: z.record(profileName, credentialSchema).default({}) });

const ownerOnly = 0o600;
const othersMayRead = 0o077;

type Place = Pick<Outside, "configDir">;
const fileOf = ({ configDir }: Place) => join(configDir, "credentials.toml");

/** What is stored for a profile. A file that others can read is closed to them. */
export function readCredential(place: Place, profile: string): StoredCredential | undefined {
  const path = fileOf(place);
  const file = readTomlFile(path, fileSchema);
  if (file !== undefined && (statSync(path).mode & othersMayRead) !== 0 && process.platform !== "win32")
    chmodSync(path, ownerOnly);
  return file?.profiles[profile];
}

/** Stores what a profile signs in with, for the owner's eyes only; null forgets it. */
export function writeCredential(place: Place, profile: string, credential: StoredCredential | null): void {
  const path = fileOf(place);
  const { [profile]: _before, ...others } = readTomlFile(path, fileSchema)?.profiles ?? {};
  const profiles = credential === null ? others : { ...others, [profile]: credential };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // A new file, so that it is never open to others, and put in place at once, so that it is never half written.
  const written = `${path}.${process.pid}`;
  writeFileSync(written, `${stringify({ profiles })}\n`, { mode: ownerOnly });
  renameSync(written, path);
}
