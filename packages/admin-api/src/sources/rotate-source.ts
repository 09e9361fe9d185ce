import { z } from "@hono/zod-openapi";
import type { SourceDetails } from "@leadrelay/db/sources/source";
import { updateSource } from "@leadrelay/db/sources/write-source";
import { getGuide } from "@leadrelay/sources/guides";
import { readLiveClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { readLiveSource, requireDoor } from "./read-source.ts";
import { shownSecrets } from "./shown-secrets.ts";
import { changedSource } from "./source-answer.ts";
import { newSourceKey } from "./source-keys.ts";
import { sourceParams, sourceWithSecretsSchema } from "./source-schema.ts";
import { makeSecrets, openSource, sealSource } from "./source-settings.ts";

const longestOverlapSeconds = 30 * 24 * 3600;
const usualOverlapSeconds = 24 * 3600;

export const rotateSource = changeEndpoint({
  method: "post",
  path: "/api/sources/{source_id}/secret",
  operationId: "rotateSource",
  tag: "Sources",
  summary: "Give a source a new secret, or a new address where that is its secret",
  description:
    "What we made for it is made anew, and shown this once: the secret of a `signed` one, the key of `google_ads`; of other kinds the private address. What was there before goes on for `overlap_seconds`; 0 ends it, and what is left of an earlier overlap, within about a minute everywhere. The new one lets in within as long.",
  access: { permission: "config:write" },
  params: sourceParams,
  body: z.strictObject({
    overlap_seconds: z
      .int()
      .min(0)
      .max(longestOverlapSeconds)
      .default(usualOverlapSeconds)
      .openapi({ description: "0 to 30 days; a day unless said." }),
  }),
  answer: sourceWithSecretsSchema,
  async handle({ params, body, access: { scope }, dependencies }) {
    const before = await readLiveSource(params.source_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const guard = versionGuard(scope, "sources", before, null, dependencies.now());
    const until = dependencies.now() + body.overlap_seconds * 1000;
    const { key, made, changed } = await rotated(before, until, dependencies);
    const source = { ...before, ...changed, updated_at: guard.version };
    const secrets = shownSecrets({ kind: before.kind, key, made }, dependencies);
    return {
      control: [guard.statement, ...updateSource(scope, source)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "source.secret_rotated",
          subject: { kind: "source", id: source.id },
          detail: { rotated: secrets.map(({ name }) => name), previous_until: until },
        },
      ],
      ...(await changedSource(source, { secrets, guide: [...getGuide(before.kind).guide] }, dependencies)),
    };
  },
});

interface Rotated {
  key: string | null;
  made: Record<string, string>;
  changed: Partial<SourceDetails>;
}

/** @param until when what was before ends, ms UTC */
async function rotated(
  before: SourceDetails,
  until: number,
  dependencies: AdminDependencies,
): Promise<Rotated> {
  const nowMs = dependencies.now();
  const door = requireDoor(before.kind);
  const made = makeSecrets(door, [], dependencies.randomBytes);
  if (Object.keys(made).length > 0) {
    const { settings, previous } = await openedOf(before, dependencies);
    if (previous !== null && previous.until > nowMs && until > nowMs)
      throw stillRotating(before.id, previous.until);
    const overlapping = until > nowMs ? { settings, until } : null;
    const opened = { settings: { ...settings, ...made }, previous: overlapping };
    return {
      key: null,
      made,
      changed: { sealed_settings: await sealSource(before.id, opened, dependencies) },
    };
  }
  const lasting = before.previous_keys.find((one) => one.until > nowMs);
  if (lasting !== undefined && until > nowMs) throw stillRotating(before.id, lasting.until);
  const { key, ...found } = await newSourceKey(door, dependencies);
  const ended = before.previous_keys.map(({ hash, until: was }) => ({ hash, until: Math.min(was, nowMs) }));
  const previous_keys = [{ hash: before.key_hash, until }, ...ended].slice(0, mostPrevious);
  return { key, made, changed: { ...found, previous_keys } };
}

/** Those that ended are told to the edge once more, and then forgotten. */
const mostPrevious = 5;

async function openedOf(before: SourceDetails, dependencies: AdminDependencies) {
  try {
    return await openSource(before, dependencies);
  } catch {
    throw apiProblem(
      "conflict",
      `Its settings cannot be read: the INTAKE_MASTER_KEY that sealed them is gone. Give them anew: \`leadrelay source change ${before.id} --stdin\`.`,
    );
  }
}

const stillRotating = (id: string, until: number) =>
  apiProblem(
    "conflict",
    `It is being rotated: what was before goes on until ${new Date(until).toISOString()}. Wait for that, or send overlap_seconds 0 (\`leadrelay source rotate ${id} --overlap 0\`) to end both.`,
  );
