/** A page reads at most so many rows for each it may show. */
const readsPerItem = 5;
/** Of whoever asks: the session; of each client, that it is among theirs, what its pipeline is, and the entry in its audit log. */
const readsPerCaller = 8;
const readsPerClient = 5;

/** How many rows a page's lists may read, all clients together, beside what is read of whoever asks. */
export const rowBudget = (clients: number, pageSize: number): number =>
  Math.max(0, readsPerItem * pageSize - readsPerCaller - readsPerClient * clients);

/**
 * How many rows of each client's own list may be read.
 * @param readsPerRow what D1 counts for one, all that is looked up for it included
 * @param isFiltered rows may be dropped that no index could leave out: else one above the page is enough
 */
export function rowsOfEach(
  clients: number,
  pageSize: number,
  { readsPerRow, isFiltered }: { readsPerRow: number; isFiltered: boolean },
): number {
  const affordable = Math.floor(rowBudget(clients, pageSize) / (readsPerRow * Math.max(1, clients)));
  return Math.max(1, isFiltered ? affordable : Math.min(pageSize + 1, affordable));
}
