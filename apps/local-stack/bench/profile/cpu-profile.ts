/** A CPU profile as V8 gives it, as far as it is read here. */
export interface CpuProfile {
  nodes: readonly { id: number; callFrame: CallFrame }[];
  /** The node that each sample found running. */
  samples?: readonly number[];
}

export interface CallFrame {
  functionName: string;
  /** The script's name; empty for what is V8's own, such as `(program)`. */
  url: string;
  /** From 0. */
  lineNumber: number;
}

/** How often each function was found running, the function itself and not what it called. */
export function selfSamples({ nodes, samples = [] }: CpuProfile): Map<CallFrame, number> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const found = new Map<CallFrame, number>();
  for (const sample of samples) {
    const frame = frames.get(sample);
    if (frame !== undefined) found.set(frame, (found.get(frame) ?? 0) + 1);
  }
  return found;
}
