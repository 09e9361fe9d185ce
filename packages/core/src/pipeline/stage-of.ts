import { defaultStages } from "@leadrelay/contracts/pipeline-stages";

/** What the pipeline's commit writes, which knows no client's stages. */
export const [unmoved] = defaultStages;

/**
 * Where a lead stands in its client's own pipeline: one that nobody moved stands at the first stage, whatever that is called.
 * A stage that the client has given up since stays what it was.
 */
export const stageOf = (status: string, stages: readonly string[]): string =>
  status === unmoved && !stages.includes(status) ? (stages[0] ?? status) : status;
