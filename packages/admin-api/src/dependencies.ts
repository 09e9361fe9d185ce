import type { LocalStackFacts } from "@leadrelay/contracts/local-stack";
import type { ShareLimits } from "@leadrelay/core/refusals/judge-share";
import type { GuardRules } from "@leadrelay/delivery/guarded-fetch/judge-url";
import type { EmailBinding } from "@leadrelay/delivery/send-by-binding";
import type { ReplayDependencies } from "@leadrelay/delivery/replay/replay-dependencies";
import type { PasswordTries } from "./sign-in/password-tries.ts";
import type { CallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import type { Sealer } from "@leadrelay/signing/seal";

/** A person who is signed in. */
interface Session {
  operatorId: string;
  email: string;
}

/** What the edge has to learn of a change. */
export interface Changed {
  formIds: readonly string[];
  /** Whose direct configuration changed; null: nobody's. */
  clientId: string | null;
  /** Absent: none. */
  sourceIds?: readonly string[];
}

/** All that the admin API reaches outside itself; the consumer's own dependencies fulfil it. */
export interface AdminDependencies {
  /** Agencies, clients, forms, operators, keys, the audit log. */
  control: D1Database;
  /** A client's lead database by its binding name; throws when there is no such binding. */
  leadDatabase: (binding: string) => D1Database;
  /** The binding names of every lead database. */
  leadDatabaseNames: readonly string[];
  /** How large each of them may get. */
  databaseLimitBytes: number;
  /** From when on health tells that a form refuses its posts. */
  refusalLimits: ShareLimits;
  kv: KVNamespace;
  /** Bindings the Worker should have and has not. */
  missingBindings: readonly string[];
  /** What only the local stack's process knows; null elsewhere. Undefined, never a throw, where it does not tell. */
  localStack: (() => Promise<LocalStackFacts | undefined>) | null;
  /** How much waits in each queue, as far as the platform tells; null where it does not. Never throws. */
  queueBacklogs: () => Promise<{ queue: string; count: number | null }[]>;
  sealer: () => Promise<Sealer>;
  /** Seals what the edge must open; null: INTAKE_MASTER_KEY is not set, and there are no sources. */
  intakeSealer: (() => Promise<Sealer>) | null;
  /**
   * Brings to the edge what was just changed and is marked stale. True when nothing of it is left to the sweep. Logs what fails and
   * never throws; takes as long as KV and D1 let it.
   */
  publish: (changed: Changed) => Promise<boolean>;
  /** What sending again needs. */
  replays: ReplayDependencies;
  /** What a test of a destination is sent with; a destination may have its own limit for a try. */
  sending: { fetch: typeof fetch; sendEmail?: EmailBinding | null; timeoutMs: number };
  /** How long what tries sent and were answered is shown. */
  exchangesKeptMs: number;
  /** Which addresses a destination may have. */
  urlRules: GuardRules;
  /** Milliseconds UTC. */
  now: () => number;
  /** A UUIDv7 at `now`. */
  newId: () => string;
  /** From a cryptographic source. */
  randomBytes: (length: number) => Uint8Array;
  callbackSigner: () => Promise<Pick<CallbackSigner, "secretAfter">>;
  /** Who the request's cookie belongs to; never throws for a cookie it cannot read. */
  findSession: (request: Request) => Promise<Session | undefined>;
  /** Counts passwords that are tried elsewhere than under `/api/auth`. */
  passwordTries: () => Promise<PasswordTries>;
  /** Answers everything under `/api/auth`. */
  handleAuth: (request: Request, requestId: string) => Promise<Response>;
  /** Origins a signed-in browser may send changes from, beside the API's own. */
  publicUrl: string | null;
  /** Where forms post to: the producer's origin, where the installation says it. */
  intakeUrl: string | null;
  /** What counts where a form says nothing of its own. */
  formDefaults: { duplicateWindowMinutes: number; reengageHours: number; identityGuard: boolean };
}
