import type { DefinedSettings } from "@leadrelay/adapters/settings/define-settings";
import type { HeaderReader } from "@leadrelay/signing/request-signature/signature-headers";
import type { SourceAnswer } from "./answers/source-answer.ts";

/** A request as it reached a door. */
export interface SourceRequest {
  /** In capitals. */
  method: string;
  /** `request.url` itself: a signature may cover it as it was written. */
  url: string;
  headers: HeaderReader;
  /** The raw bytes, before any decoding: what signatures cover. */
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Whether whoever sent a request is who it should be. `key`: the request's own name for itself, constant over its repetitions; null: it has none.
 * `isProven`: it showed what only it has, beyond the address. `detail`: what was wrong, and what to do, never with what was shown.
 */
export type Verified =
  | { ok: true; key: string | null; isProven: boolean }
  | { ok: false; status: 400 | 401; code: string; detail: string };

/** One lead that a request holds. */
export interface SourceItem {
  /** The source's own name of the lead, constant over its repetitions; null: it has none. */
  key: string | null;
  /** By the names that a form would send them under; the form's mapping and the built-in names read them. */
  fields: Readonly<Record<string, unknown>>;
  /** The source says that it is a test. */
  isTest?: boolean;
  /** Why it is no lead, and what to do; those beside it are taken all the same. */
  problem?: string;
}

/** What a body holds. `skipped`: nothing that is a lead, though nothing is wrong with it, in a few words for the log. */
export type Split =
  | { kind: "items"; items: readonly SourceItem[] }
  | { kind: "skipped"; why: string }
  | { kind: "unreadable"; detail: string };

/** What became of one lead of a request. */
export type ItemResult =
  | { kind: "accepted"; submissionId: string }
  | { kind: "refused"; code: string; detail: string; errors?: readonly { field: string; detail: string }[] };

/** What a request came to. `again`: nothing was lost, and it is to be sent again; 503 but for what came too fast. */
export type SourceOutcome =
  | { kind: "taken"; results: readonly ItemResult[] }
  | { kind: "skipped" }
  | { kind: "refused"; status: 400 | 401 | 404 | 405 | 413; code: string; detail: string }
  | { kind: "again"; status?: 429; code: string; detail: string };

/** How a source of one kind is spoken with: {handshake, verify, split, dedupe key, answer}. All of it pure but for the hashing that WebCrypto does. */
export interface SourceDoor<Settings> extends DefinedSettings<Settings> {
  kind: string;
  /** Methods by which leads come. */
  methods: readonly ("GET" | "POST")[];
  /**
   * What is found by: `address`, a private address of its own · `key`, the id of a key in a header or in `/v1/leads/{key id}`.
   */
  foundBy: "address" | "key";
  /**
   * What the dedupe key names. `lead`: the source's own id of a lead, whatever else is said of it · `request`: a request; then its fields count,
   * too, so that no key swallows another lead.
   */
  keyNames: "lead" | "request";
  /** Settings that are made here where nobody gives them, and shown once. @param random 32 bytes from a cryptographic source */
  makes: Readonly<Record<string, (random: Uint8Array) => string>>;
  /** The answer to a request by which the other side asks whether it is us; undefined for any other request. */
  handshake?(request: SourceRequest, settings: Settings): Promise<SourceAnswer | undefined>;
  /** @param read the body as a value, for those that carry their secret in it; undefined where it cannot be read */
  verify(request: SourceRequest, settings: Settings, context: VerifyContext): Promise<Verified>;
  /** @param value what the body says: of a form an object by field name */
  split(value: unknown, settings: Settings): Split;
  answer(outcome: SourceOutcome, settings: Settings): SourceAnswer;
}

export interface VerifyContext {
  /** ms UTC. */
  nowMs: number;
  /** The body as a value; undefined where it cannot be read as one. */
  value: () => unknown;
}
