/** How far a destination's leads are filtered and written otherwise, without what stands there: a filter may name people. */
export function shapedBy(shapeJson: string | null): { has_filter: boolean; mapped_fields: number } | null {
  if (shapeJson === null) return null;
  try {
    const { filter = null, mapping = null } = JSON.parse(shapeJson) as {
      filter?: object | null;
      mapping?: { rows?: readonly unknown[] } | null;
    };
    const mapped_fields = mapping?.rows?.length ?? 0;
    return filter === null && mapped_fields === 0 ? null : { has_filter: filter !== null, mapped_fields };
  } catch {
    return { has_filter: true, mapped_fields: 0 };
  }
}
