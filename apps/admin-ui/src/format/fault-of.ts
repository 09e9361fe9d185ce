/** What the API says is wrong with one field, where that is why it refused. */
export function faultOf(error: unknown, field: string): string | undefined {
  if (typeof error !== "object" || error === null || !("errors" in error) || !Array.isArray(error.errors))
    return undefined;
  const faults: readonly unknown[] = error.errors;
  for (const fault of faults)
    if (
      typeof fault === "object" &&
      fault !== null &&
      "field" in fault &&
      fault.field === field &&
      "detail" in fault &&
      typeof fault.detail === "string"
    )
      return fault.detail;
  return undefined;
}
