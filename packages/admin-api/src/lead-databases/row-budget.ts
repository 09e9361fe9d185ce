/** A page reads at most so many rows for each it may show. */
const readsPerItem = 5;
/** Of whoever asks: the session; of each client, that it is among theirs, what its pipeline is, and the entry in its audit log. */
const readsPerCaller = 8;
const readsPerClient = 5;

/**
 * Of so many lists that five rows for each shown buy less than two of each, a page reads so many of each: with one it would show but one,
 * because what comes behind the end of any list is not known.
 */
const leastRows = 3;

/** How many rows a page's lists may read, all clients together, beside what is read of whoever asks. */
export const rowBudget = (clients: number, pageSize: number): number =>
  Math.max(0, readsPerItem * pageSize - readsPerCaller - readsPerClient * clients);

/** How much a page reads. */
interface Reading {
  /** In the scope. */
  clients: number;
  /** A client's each, unless said otherwise. */
  lists?: number;
  pageSize: number;
  /** Rows read already. */
  spent?: number;
  /** What D1 counts for a row of a list. */
  readsPerRow: number;
  /** And for what is looked up of each that is shown. */
  readsPerShown?: number;
  /** Rows may be dropped that no index could leave out: else one above the page is enough. */
  isFiltered: boolean;
}

/**
 * How many rows of each list may be read, so that a page of all of them reads no more than five times its size; where that buys less than
 * half a page, as of very many clients, as many as make one (docs/architecture.md tells the bound).
 */
export function rowsOfEach({
  clients,
  lists = clients,
  pageSize,
  readsPerRow,
  spent = 0,
  readsPerShown = 0,
  isFiltered,
}: Reading): number {
  const left = rowBudget(clients, pageSize) - spent - readsPerShown * pageSize;
  const affordable = Math.floor(left / (readsPerRow * Math.max(1, lists)));
  const isEnough = affordable > 1 && affordable * lists >= pageSize / 2;
  if (!isEnough) return Math.max(leastRows, Math.ceil(pageSize / Math.max(1, lists)) + 1);
  return isFiltered ? affordable : Math.min(pageSize + 1, affordable);
}
