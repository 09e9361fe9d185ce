/** What it returns; undefined where it throws, which is to stop neither the page nor us. */
export function tried<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
