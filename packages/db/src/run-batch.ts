import type { Statement } from "./statement.ts";

type Results<List extends readonly Statement<unknown>[]> = {
  [Index in keyof List]: List[Index] extends Statement<infer Result> ? Result : never;
};

/** Runs the statements in one D1 transaction: all of them or none. Throws what D1 throws; see `classifyStorageError`. */
export async function runBatch<const Statements extends readonly Statement<unknown>[]>(
  d1: D1Database,
  statements: Statements,
): Promise<Results<Statements>> {
  const prepared = statements.map(({ query }) => d1.prepare(query.sql).bind(...query.parameters));
  const results = statements.length === 0 ? [] : await withTimeout(d1.batch(prepared));
  return statements.map((statement, index) => {
    const { results: rows = [], meta } = results[index] ?? {};
    return statement.read(rows, meta?.changes ?? 0, meta?.size_after ?? 0);
  }) as Results<Statements>;
}

/** Runs one statement, in a transaction of its own. Throws what `runBatch` throws. */
export async function runOne<Result>(d1: D1Database, statement: Statement<Result>): Promise<Result> {
  const [result] = await runBatch(d1, [statement]);
  return result;
}

type Statements = readonly Statement<unknown>[];

/** Runs two lists of statements, each in one transaction; in one D1 call when both go to the same database. */
export async function runBoth<const First extends Statements, const Second extends Statements>(
  first: { d1: D1Database; statements: First },
  second: { d1: D1Database; statements: Second },
): Promise<[Results<First>, Results<Second>]> {
  if (first.d1 !== second.d1)
    return Promise.all([runBatch(first.d1, first.statements), runBatch(second.d1, second.statements)]);
  const results = await runBatch(first.d1, [...first.statements, ...second.statements]);
  const split = first.statements.length;
  return [results.slice(0, split), results.slice(split)] as [Results<First>, Results<Second>];
}

/** D1 did not answer in time. */
export class StorageTimeout extends Error {}

/** D1 has been seen to hang; after this the outcome of a batch counts as unknown. */
const storageTimeoutMs = 20_000;

async function withTimeout<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StorageTimeout("D1_ERROR: storage timeout")), storageTimeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
