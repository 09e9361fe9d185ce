const key = "lead-columns";

/** The columns that were chosen last in this browser, as the address says them. */
export function keptColumns(): string | undefined {
  return localStorage.getItem(key) ?? undefined;
}

/** Keeps them for the next time. */
export const keepColumns = (columns: string): void => localStorage.setItem(key, columns);
