import { expect } from "vitest";
import { meteredD1 } from "../metered-d1.ts";
import { testApi } from "./admin-api.ts";
import type { Answered } from "./answered.ts";

interface ReadList {
  items: Answered["body"][];
  /** D1 rows the most expensive page read, those that settle who asks included. */
  mostRead: number;
  /** The last page said so. */
  isWhole: boolean;
}

/** A list, page by page. */
export async function readList(
  path: string,
  as: string,
  { limit = 20, mostPages = 1000 } = {},
): Promise<ReadList> {
  const found: ReadList = { items: [], mostRead: 0, isWhole: false };
  let cursor = "";
  for (let page = 0; page < mostPages && !found.isWhole; page += 1) {
    const { bill, databases } = meteredD1();
    const url = `${path}${path.includes("?") ? "&" : "?"}limit=${limit}${cursor}`;
    const { status, body } = await testApi(databases).call("GET", url, { as });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    found.items.push(...body.items);
    found.mostRead = Math.max(found.mostRead, bill.read);
    found.isWhole = body.next_cursor === null;
    cursor = `&cursor=${body.next_cursor}`;
  }
  return found;
}
