import { currentInvocation } from "./invocation.ts";
import { addResults } from "./meter.ts";

const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
/** Each answers with a `D1Result`; `first` and `raw` do not, and nothing in LeadRelay calls them. */
const executions = new Set<PropertyKey>(["run", "all"]);

/** The same database, every round trip of it counted for the invocation that asks, and as late as that says. */
export function meteredDatabase(database: D1Database): D1Database {
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, key) {
        if (key === "bind") return (...values: unknown[]) => wrap(target.bind(...values));
        if (!executions.has(key)) throw new Error(`Not counted: ${String(key)}() of a D1 statement`);
        return async () => {
          const [result] = await counted(async () => [await target[key as "run" | "all"]()]);
          return result;
        };
      },
    });
    originals.set(proxy, statement);
    return proxy;
  };
  const batch = (statements: D1PreparedStatement[]) =>
    counted(() => database.batch(statements.map((each) => originals.get(each) ?? each)));
  return new Proxy(database, {
    get(target, key) {
      if (key === "prepare") return (sql: string) => wrap(target.prepare(sql));
      if (key === "batch") return batch;
      const value = Reflect.get(target, key) as unknown;
      if (typeof value === "function" && key !== "constructor")
        throw new Error(`Not counted: ${String(key)}() of a D1 database`);
      return value;
    },
  });
}

async function counted(ask: () => Promise<D1Result[]>): Promise<D1Result[]> {
  const { meter, d1DelayMs } = currentInvocation();
  if (d1DelayMs > 0) await scheduler.wait(d1DelayMs);
  const results = await ask();
  addResults(meter, results);
  return results;
}
