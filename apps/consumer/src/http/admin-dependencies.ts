import type { AdminDependencies } from "@leadrelay/admin-api/dependencies";
import { deriveAuthSecrets } from "@leadrelay/admin-api/sign-in/auth-secrets";
import { createAuth, type Auth } from "@leadrelay/admin-api/sign-in/create-auth";
import { findSession } from "@leadrelay/admin-api/sign-in/find-session";
import { handleAuth } from "@leadrelay/admin-api/sign-in/handle-auth";
import { urlRules } from "../url-rules.ts";
import { resolvesInside } from "@leadrelay/delivery/guarded-fetch/resolves-inside";
import type { Dependencies } from "../dependencies.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { queueBacklogs } from "../queues/queue-backlogs.ts";
import { publishChanged } from "../sweeps/publish/publish-changed.ts";

/** What the admin API reaches, out of what the consumer reaches. */
export function adminDependencies(dependencies: Dependencies): AdminDependencies {
  const { control, leadDatabase, leadDatabaseNames, kv, sealer, now, newId, randomBytes, config } =
    dependencies;
  const known = new Map<boolean, Promise<Auth>>();
  const authFor = (request: Request) => {
    const secure = new URL(config.publicUrl ?? request.url).protocol === "https:";
    const auth = known.get(secure) ?? prepareAuth(secure, dependencies);
    known.set(secure, auth);
    return auth;
  };
  return {
    control,
    leadDatabase,
    leadDatabaseNames,
    databaseLimitBytes: config.databaseLimitBytes,
    refusalLimits: config.refusalLimits,
    kv,
    missingBindings: dependencies.missingBindings,
    queueBacklogs: () => queueBacklogs(dependencies),
    sealer,
    now,
    newId,
    publish: (changed) => publishChanged(dependencies, changed),
    replays: replayDependencies(dependencies),
    urlRules: urlRules(config),
    resolvesInside: async (host) =>
      config.checksDestinationDns && (await resolvesInside(host, dependencies.fetch)),
    randomBytes,
    publicUrl: config.publicUrl,
    findSession: async (request) => findSession(await authFor(request), request),
    handleAuth: async (request) => handleAuth(await authFor(request), request),
  };
}

async function prepareAuth(
  secure: boolean,
  { control: d1, config, now, newId }: Dependencies,
): Promise<Auth> {
  const secrets = await deriveAuthSecrets(config.masterKeys);
  return createAuth({ d1, secrets, publicUrl: config.publicUrl, secure, now, newId });
}
