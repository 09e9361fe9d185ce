/** One statement of a batch: its text and what is bound to it. */
export interface Asked {
  text: string;
  values: unknown[];
}

/** What a statement is answered: its rows, or how many rows it changed. */
type Answer = readonly object[] | number;

/** A D1 that answers each batch as a test says, or fails as it throws, and the batches it was asked. */
export function scriptedD1(answer: (statement: Asked, batch: number) => Answer) {
  const batches: Asked[][] = [];
  const prepare = (text: string) => ({ bind: (...values: unknown[]): Asked => ({ text, values }) });
  const batch = async (statements: Asked[]) => {
    batches.push(statements);
    return statements.map((statement) => {
      const given = answer(statement, batches.length);
      return typeof given === "number"
        ? { results: [], meta: { changes: given } }
        : { results: given, meta: { changes: 0 } };
    });
  };
  return { d1: { prepare, batch } as unknown as D1Database, batches };
}

/** The statements of a batch that contain this text, their parameters read as JSON where they are. */
export const boundTo = (batch: readonly Asked[], text: string): unknown[] =>
  batch.filter((each) => each.text.includes(text)).flatMap(({ values }) => values.map(parsed));

function parsed(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("[") ? (JSON.parse(value) as unknown) : value;
}
