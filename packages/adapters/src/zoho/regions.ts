/** Zoho's data centres: what people's addresses there end in, with the hosts that give tokens and take records (Multi DC support). */
export const zohoRegions = {
  com: { accounts: "accounts.zoho.com", api: "www.zohoapis.com" },
  in: { accounts: "accounts.zoho.in", api: "www.zohoapis.in" },
  eu: { accounts: "accounts.zoho.eu", api: "www.zohoapis.eu" },
  "com.au": { accounts: "accounts.zoho.com.au", api: "www.zohoapis.com.au" },
  jp: { accounts: "accounts.zoho.jp", api: "www.zohoapis.jp" },
  ca: { accounts: "accounts.zohocloud.ca", api: "www.zohoapis.ca" },
  uk: { accounts: "accounts.zoho.uk", api: "www.zohoapis.uk" },
  sa: { accounts: "accounts.zoho.sa", api: "www.zohoapis.sa" },
  ae: { accounts: "accounts.zoho.ae", api: "www.zohoapis.ae" },
  "com.cn": { accounts: "accounts.zoho.com.cn", api: "www.zohoapis.com.cn" },
} as const;

export const zohoHosts: readonly string[] = Object.values(zohoRegions).flatMap(({ accounts, api }) => [
  accounts,
  api,
]);
