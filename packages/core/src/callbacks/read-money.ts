const mostMoney = 1e15;

/** `1.234,50` and `12,5`: behind thousands a comma has three digits, in India the last. */
const commaBeforeCents = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}$/;

/** An amount as a CRM wrote it, signs of thousands and a currency's sign before it; undefined for what is none. */
export function readMoney(text: string | undefined): number | undefined {
  const bare = text?.replaceAll(/\s/g, "").replace(/^[^\d.-]+/, "");
  if (bare === undefined || bare === "") return undefined;
  const plain = commaBeforeCents.test(bare)
    ? bare.replaceAll(".", "").replace(",", ".")
    : bare.replaceAll(",", "");
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= mostMoney ? value : undefined;
}

/** An ISO 4217 code; undefined for what is none. */
export function readCurrency(text: string | undefined): string | undefined {
  const code = text?.toUpperCase();
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
}
