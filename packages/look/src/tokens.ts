/**
 * LeadRelay's colours by what they mean, in light and in dark: the admin UI's own, for pages that are served without it. A brand is a hue: at
 * these lightnesses each can be read. A browser that knows no oklch shows its own colours, text and paper alike.
 */
export const tokens = {
  canvas: ["oklch(0.985 0.002 260)", "oklch(0.165 0.008 265)"],
  surface: ["oklch(1 0 0)", "oklch(0.195 0.009 265)"],
  line: ["oklch(0.918 0.004 260)", "oklch(0.285 0.01 265)"],
  ink: ["oklch(0.22 0.012 265)", "oklch(0.945 0.004 260)"],
  soft: ["oklch(0.5 0.012 265)", "oklch(0.72 0.01 260)"],
  brand: ["oklch(0.48 0.19 var(--brand-hue))", "oklch(0.72 0.14 var(--brand-hue))"],
  "brand-ink": ["oklch(1 0 0)", "oklch(0.17 0.02 265)"],
  bad: ["oklch(0.48 0.17 25)", "oklch(0.77 0.13 25)"],
} as const;

/** LeadRelay's own, where no agency has chosen one. */
export const ownHue = 277;
