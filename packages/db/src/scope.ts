/**
 * Whose rows a query may touch. No query can be built without one.
 * `pipeline`: the consumer working a message or a delivery, whose every row already names its client.
 */
export type Scope = { kind: "pipeline" } | OperatorScope;

/** The pipeline's scope; only the consumer's handlers and sweeps use it. */
export const pipelineScope = { kind: "pipeline" } as const satisfies Scope;
export type PipelineScope = typeof pipelineScope;

/** A client whose rows a caller may touch, and how. */
export interface ScopedClient {
  id: string;
  /** The D1 binding that holds its leads. */
  database: string;
  /** Contact details are masked, and neither searched nor exported. */
  masked: boolean;
}

/** What an operator or access key may touch with the permission its request needs; computed once per request. */
export interface OperatorScope {
  kind: "operator";
  clients: readonly ScopedClient[];
  /** Agencies whose own rows (clients to add, operators, keys) it may touch. */
  agencyIds: readonly string[];
  /** An owner of the installation: also rows that have no client. */
  isInstallation: boolean;
}

/** The ids of the scope's clients. */
export const clientIdsOf = ({ clients }: OperatorScope): string[] => clients.map(({ id }) => id);
