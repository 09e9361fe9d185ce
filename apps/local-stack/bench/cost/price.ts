/** Cloudflare's prices in dollars per million, beyond what the plan includes (developers.cloudflare.com/workers/platform/pricing). */
const dollarsPerMillion = {
  requests: 0.3,
  cpuMs: 0.02,
  queueOperations: 0.4,
  kvReads: 0.5,
  rowsWritten: 1,
  rowsRead: 0.001,
};

/** More than a lead takes: locally all of workerd, the emulated services included, takes less (docs/performance.md). */
export const assumedCpuMs = 5;

/** A message is written, read and deleted. */
export const operationsPerMessage = 3;

/** What one delivered lead uses, each per lead; batches are shared out. */
export interface LeadUsage {
  /** Worker invocations: the post, and the shares of queue batches. */
  requests: number;
  cpuMs: number;
  messages: number;
  /** A form's snapshot, where the edge has not read it within the last half minute. */
  kvReads: number;
  rowsWritten: number;
  rowsRead: number;
}

/** Dollars at the margin for a million delivered leads, item by item. */
export function priceOfMillion(usage: LeadUsage): Record<keyof LeadUsage | "total", number> {
  const items = {
    requests: usage.requests * dollarsPerMillion.requests,
    cpuMs: usage.cpuMs * dollarsPerMillion.cpuMs,
    messages: usage.messages * operationsPerMessage * dollarsPerMillion.queueOperations,
    kvReads: usage.kvReads * dollarsPerMillion.kvReads,
    rowsWritten: usage.rowsWritten * dollarsPerMillion.rowsWritten,
    rowsRead: usage.rowsRead * dollarsPerMillion.rowsRead,
  };
  return { ...items, total: Object.values(items).reduce((sum, dollars) => sum + dollars, 0) };
}
