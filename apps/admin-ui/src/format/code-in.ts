/** A code of an address, or undefined: as the API takes it. */
export const codeIn = (value: string | undefined): string | undefined =>
  value !== undefined && /^([1-5]\d\d|[1-5]xx|0)$/.test(value) ? value : undefined;
