import type { z } from "@hono/zod-openapi";
import type { SourceDetails } from "@leadrelay/db/sources/source";
import { findDoor } from "@leadrelay/sources/doors";
import type { AdminDependencies } from "../dependencies.ts";
import { publishedOf } from "../publishing/published.ts";
import type { sourceSchema } from "./source-schema.ts";
import { openSource } from "./source-settings.ts";

type Shown = z.output<typeof sourceSchema>;

/** A source as the API shows it: of its settings only what its kind lets be seen, of its address the end. */
export async function sourceAnswer(
  source: SourceDetails,
  dependencies: Pick<AdminDependencies, "intakeSealer" | "now">,
): Promise<Shown> {
  const { sealed_settings: _sealed, key_hash: _hash, previous_keys, snapshot_stale, ...shown } = source;
  const nowMs = dependencies.now();
  const ends = previous_keys.map(({ until }) => until).filter((until) => until > nowMs);
  return {
    ...shown,
    previous_keys_until: ends.length === 0 ? null : Math.max(...ends),
    ...(await showSettings(source, nowMs, dependencies)),
    snapshot: publishedOf(source, snapshot_stale),
  };
}

async function showSettings(
  source: SourceDetails,
  nowMs: number,
  dependencies: Pick<AdminDependencies, "intakeSealer">,
): Promise<Pick<Shown, "settings" | "previous_settings_until">> {
  const door = findDoor(source.kind);
  try {
    const { settings, previous } = await openSource(source, dependencies);
    return {
      settings: door?.showSettings(door.parseSettings(settings)) ?? null,
      previous_settings_until: previous !== null && previous.until > nowMs ? previous.until : null,
    };
  } catch {
    return { settings: null, previous_settings_until: null };
  }
}

/** The answer to a change of a source, and the one that is given when the edge was told at once. */
export async function changedSource<More extends object>(
  source: SourceDetails,
  more: More,
  dependencies: AdminDependencies,
  headers: Record<string, string> = {},
) {
  const shown = await sourceAnswer(source, dependencies);
  const answer = (stale: boolean) => ({
    body: { ...shown, ...more, snapshot: publishedOf(source, stale) },
    version: source.updated_at,
    headers,
  });
  return {
    answer: answer(true),
    publish: {
      changed: { formIds: [], clientId: null, sourceIds: [source.id] },
      answer: answer(false),
    },
  };
}
