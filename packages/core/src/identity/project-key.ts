/** The project a lead asks about, as leads are told apart: trimmed, case-folded, '' when absent. */
export const projectKey = (project: string | undefined): string =>
  (project ?? "").trim().normalize("NFC").toLowerCase();
