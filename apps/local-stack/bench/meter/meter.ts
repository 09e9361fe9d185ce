/** What a Worker asked of D1, from D1's own `meta`. */
export interface Meter {
  /** Round trips: a batch is one. */
  calls: number;
  /** Each statement of a batch. */
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

export const newMeter = (): Meter => ({ calls: 0, statements: 0, rowsRead: 0, rowsWritten: 0 });

/** Adds one meter to another. */
export function addMeter(total: Meter, { calls, statements, rowsRead, rowsWritten }: Meter): void {
  total.calls += calls;
  total.statements += statements;
  total.rowsRead += rowsRead;
  total.rowsWritten += rowsWritten;
}

/** Adds one round trip's results. */
export function addResults(meter: Meter, results: readonly Pick<D1Result, "meta">[]): void {
  meter.calls += 1;
  meter.statements += results.length;
  for (const { meta } of results) {
    meter.rowsRead += meta.rows_read;
    meter.rowsWritten += meta.rows_written;
  }
}
