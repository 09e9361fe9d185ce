import type { IdRange } from "./reserve-ids.ts";

/** Ids are reserved by this many at least, so that a lead that comes alone does not pay for a reservation of its own. */
const leastReserved = 500;

/** Ids of one database that this isolate reserved and nobody has used. */
export interface IdStock {
  /** So many of them; undefined where there are fewer. */
  take: (count: number) => IdRange | undefined;
  /** Takes from ids just reserved; the rest of them takes the place of what was left. */
  takeFrom: (reserved: IdRange, count: number) => IdRange;
  /** The database was set back, and may give them to others. */
  discard: () => void;
}

/** How many ids to reserve for so many submissions. */
export const reservedFor = (count: number): number => Math.max(leastReserved, count);

/** Nothing of it waits, so that of handlers at work in one isolate no two take the same. */
export function createIdStock(): IdStock {
  let left: IdRange = { leads: 0, submissions: 0, count: 0 };
  const take = (count: number) => {
    if (left.count < count) return undefined;
    const taken = { ...left, count };
    left = {
      leads: left.leads + count,
      submissions: left.submissions + count,
      count: left.count - count,
    };
    return taken;
  };
  const takeFrom = (reserved: IdRange, count: number) => {
    left = reserved;
    return take(count) ?? reserved;
  };
  return { take, takeFrom, discard: () => void (left = { ...left, count: 0 }) };
}

/** The stock of each database, made when it is first asked for. */
export function idStocks(): (database: string) => IdStock {
  const stocks = new Map<string, IdStock>();
  return (database) => {
    const stock = stocks.get(database) ?? createIdStock();
    stocks.set(database, stock);
    return stock;
  };
}
