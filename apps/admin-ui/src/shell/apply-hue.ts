/** Has everything wear a hue; null is LeadRelay's own, which the sheet has. */
export function applyHue(hue: number | null): void {
  const { style } = document.documentElement;
  if (hue === null) style.removeProperty("--brand-hue");
  else style.setProperty("--brand-hue", String(hue));
}
