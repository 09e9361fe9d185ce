/** What Cloudflare's edge knows of a caller; workerd takes it as `request.cf`. */
const callerProperties = JSON.stringify({
  country: "IN",
  city: "Bengaluru",
  region: "Karnataka",
  timezone: "Asia/Kolkata",
  asn: 24560,
});

const numberOf = (person: number) => String(person).padStart(6, "0");

/** How a person is found again where the lead arrives. */
export const emailOf = (person: number) => `asha.rao.${numberOf(person)}@example.com`;

/** A whole request as the edge would hand it over: a landing page's form of eight fields. @param site Origin of the page. */
export function formPost(path: string, person: number, site = "https://www.example.com"): Uint8Array {
  const body = new URLSearchParams({
    name: `Asha Rao ${numberOf(person)}`,
    email: emailOf(person),
    phone: `98${numberOf(person)}00`,
    countrycode: "+91",
    project: "Lake View Residences",
    source: "google",
    message: "Please call me about a two bedroom flat.",
    __visitor_id: `visitor-${numberOf(person)}`,
  }).toString();
  const head = [
    `POST ${path} HTTP/1.1`,
    "Host: leads.example.com",
    `Origin: ${site}`,
    `Referer: ${site}/lake-view?utm_source=google`,
    "User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36",
    "Accept: text/html,application/xhtml+xml",
    "Sec-Fetch-Mode: navigate",
    `CF-Connecting-IP: 10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`,
    `MF-CF-Blob: ${callerProperties}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join("\r\n");
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
