const mostMoney = 1e15;

/** An amount as a CRM wrote it, signs of thousands and a currency's sign before it; undefined for what is none. */
export function readMoney(text: string | undefined): number | undefined {
  const plain = text?.replaceAll(/[\s,]/g, "").replace(/^[^\d.-]+/, "");
  if (plain === undefined || plain === "") return undefined;
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= mostMoney ? value : undefined;
}

/** An ISO 4217 code; undefined for what is none. */
export function readCurrency(text: string | undefined): string | undefined {
  const code = text?.toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}
