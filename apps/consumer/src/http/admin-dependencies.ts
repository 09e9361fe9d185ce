import type { AdminDependencies } from "@leadrelay/admin-api/dependencies";
import type { AttemptDependencies } from "@leadrelay/admin-api/sign-in/attempt-limits";
import { deriveAuthSecrets } from "@leadrelay/admin-api/sign-in/auth-secrets";
import { createAuth, type Auth } from "@leadrelay/admin-api/sign-in/create-auth";
import { findSession } from "@leadrelay/admin-api/sign-in/find-session";
import { handleAuth } from "@leadrelay/admin-api/sign-in/handle-auth";
import { passwordTries } from "@leadrelay/admin-api/sign-in/password-tries";
import { urlRules } from "../url-rules.ts";
import { lookUpHost, type LookUpHost } from "@leadrelay/delivery/guarded-fetch/look-up-host";
import type { Dependencies } from "../dependencies.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { queueBacklogs } from "../queues/queue-backlogs.ts";
import { publishChanged } from "../sweeps/publish/publish-changed.ts";

/** What the admin API reaches, out of what the consumer reaches. */
export function adminDependencies(dependencies: Dependencies): AdminDependencies {
  const {
    control,
    leadDatabase,
    leadDatabaseNames,
    kv,
    sealer,
    intakeSealer,
    callbackSigner,
    now,
    newId,
    randomBytes,
    config,
  } = dependencies;
  const attempts = once(() => attemptDependencies(dependencies));
  const known = new Map<boolean, Promise<Auth>>();
  const authFor = (request: Request) => {
    const secure = new URL(config.publicUrl ?? request.url).protocol === "https:";
    const auth = known.get(secure) ?? prepareAuth(secure, attempts(), dependencies);
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
    localStack: dependencies.localStack,
    queueBacklogs: () => queueBacklogs(dependencies),
    sealer,
    intakeSealer,
    now,
    newId,
    publish: (changed) => publishChanged(dependencies, changed),
    replays: replayDependencies(dependencies),
    sending: {
      fetch: dependencies.fetch,
      sendEmail: dependencies.sendEmail,
      timeoutMs: config.deliveryTimeoutMs,
    },
    exchangesKeptMs: config.exchangesKeptMs,
    urlRules: { ...urlRules(dependencies), lookUpHost: freshLookUp(dependencies) },
    randomBytes,
    callbackSigner,
    publicUrl: config.publicUrl,
    intakeUrl: config.intakeUrl,
    formDefaults: config,
    findSession: async (request) => findSession(await authFor(request), request),
    passwordTries: async () => passwordTries(await attempts()),
    handleAuth: async (request, requestId) => handleAuth(await authFor(request), request, requestId),
  };
}

/** Whoever mended a name and saves it again is not told what was so before. */
const freshLookUp = ({ config, fetch }: Dependencies): LookUpHost | null =>
  config.checksDestinationDns ? (host) => lookUpHost(host, fetch) : null;

async function attemptDependencies({
  control: d1,
  config,
  now,
  newId,
}: Dependencies): Promise<AttemptDependencies> {
  return { d1, secrets: await deriveAuthSecrets(config.masterKeys), now, newId };
}

async function prepareAuth(
  secure: boolean,
  attempts: Promise<AttemptDependencies>,
  { config: { publicUrl } }: Dependencies,
): Promise<Auth> {
  const auth = createAuth({ ...(await attempts), publicUrl, secure });
  // The library prepares itself when it is first asked. A request that asks nothing of it would be over before, what it had begun would be
  // dropped with it, and everybody else would wait for that for ever: so it is asked here whose nobody's session is, which reads nothing.
  await auth.api.getSession({ headers: new Headers() });
  return auth;
}

/** Made when somebody first asks, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
