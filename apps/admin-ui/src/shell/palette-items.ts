/** One line of the palette. */
export interface PaletteItem {
  id: string;
  title: string;
  /** In what words it is found besides its title. */
  also?: string;
  /** Its key, if it has one. */
  keys?: string;
  run: () => void;
}

/** Lines under one heading. */
export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

/** Whether a line is meant by what is typed: each word of it begins a word of the line. */
export function isMeant({ title, also = "" }: Pick<PaletteItem, "title" | "also">, typed: string): boolean {
  const words = `${title} ${also}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Whether it looks like somebody's address or number rather than a page's name. */
export const looksLikeContact = (typed: string): boolean =>
  typed.includes("@") || typed.replaceAll(/\D/g, "").length >= 5;
