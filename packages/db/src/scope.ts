/**
 * Whose rows a query may touch. No query can be built without one.
 * `pipeline`: the consumer working a message or a delivery, whose every row already names its client.
 * `clients`: what an operator or access key may see.
 */
export type Scope = { kind: "pipeline" } | { kind: "clients"; clientIds: readonly string[] };

/** The pipeline's scope; only the consumer's handlers and sweeps use it. */
export const pipelineScope = { kind: "pipeline" } as const satisfies Scope;
export type PipelineScope = typeof pipelineScope;
