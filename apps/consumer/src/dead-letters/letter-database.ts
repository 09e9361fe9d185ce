import type { Dependencies } from "../dependencies.ts";

/** The database a letter belongs in. A binding that is gone does not keep a letter from being seen: `DB` takes it. */
export function letterDatabase(dependencies: Dependencies, binding: string): D1Database {
  try {
    return dependencies.leadDatabase(binding);
  } catch {
    return dependencies.control;
  }
}
