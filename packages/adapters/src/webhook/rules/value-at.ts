/** Names and places behind dots, `[0]`, or `["a.b"]`; a `$.` before them says nothing. */
const part = /(?:^|\.)([^.[\]"]+)|\[(\d+)\]|\["([^"]+)"\]/gy;

/** Such as `data.items[0].code`. */
export function isPath(path: string): boolean {
  return partsOf(path).length > 0;
}

/** What stands in a JSON answer at a path, as text; undefined where nothing does, or something that is no text, number or boolean. */
export function valueAt(answer: unknown, path: string): string | undefined {
  let found = answer;
  for (const name of partsOf(path)) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Object.entries(found).find(([one]) => one === name)?.[1];
  }
  return typeof found === "string" || typeof found === "number" || typeof found === "boolean"
    ? String(found).trim()
    : undefined;
}

function partsOf(path: string): string[] {
  const text = path.replace(/^\$\.?/, "");
  const found = [...text.matchAll(part)];
  const read = found.map(([whole]) => whole).join("");
  return read === text ? found.map(([, name, index, quoted]) => name ?? index ?? quoted ?? "") : [];
}

/** JSON with numbers that no double holds left as they are written: an id of 19 digits is an id. Undefined where it is none. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body, (_name: string, value: unknown, ...more: { source?: string }[]) =>
      typeof value === "number" && !Number.isSafeInteger(value) ? (more[0]?.source ?? value) : value,
    );
  } catch {
    return undefined;
  }
}
