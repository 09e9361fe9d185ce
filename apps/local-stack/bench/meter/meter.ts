/** What a Worker asked of D1, from D1's own `meta`. */
export interface Meter {
  /** Round trips: a batch is one. */
  calls: number;
  rowsRead: number;
  rowsWritten: number;
}

export const newMeter = (): Meter => ({ calls: 0, rowsRead: 0, rowsWritten: 0 });

export function addResults(meter: Meter, results: readonly Pick<D1Result, "meta">[]): void {
  meter.calls += 1;
  for (const { meta } of results) {
    meter.rowsRead += meta.rows_read;
    meter.rowsWritten += meta.rows_written;
  }
}
