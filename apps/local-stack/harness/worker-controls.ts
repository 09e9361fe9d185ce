import type { Fault } from "../entry/faults.ts";

export interface WorkerControls {
  /** Replaces the faults of this Worker's bindings. */
  setFaults(faults: Fault[]): Promise<void>;
  query<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]>;
  sweep(): Promise<void>;
}

/** The test controls on a Worker's port, open because the harness sets LOCAL_FAULTS. */
export function workerControls(url: string): WorkerControls {
  const call = async (path: string, body: unknown) => {
    const answer = await fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    setFaults: async (faults) => void (await call("/__faults", faults)),
    query: async <Row>(sql: string, ...parameters: unknown[]) =>
      (await call("/__sql", { sql, parameters })) as Row[],
    sweep: async () => void (await call("/__sweep", {})),
  };
}
