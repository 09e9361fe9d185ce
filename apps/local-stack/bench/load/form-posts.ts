/** Endless form posts as the edge would hand them over, each of another person. */
export interface FormPosts {
  next(): Uint8Array;
}

const variety = 5_000;

/** What Cloudflare's edge knows of a caller; workerd takes it as `request.cf`. */
const callerProperties = JSON.stringify({
  country: "IN",
  city: "Bengaluru",
  region: "Karnataka",
  timezone: "Asia/Kolkata",
  asn: 24560,
});

/** Built before the clock runs. @param path Such as `/f/frm_demo`. @param count Distinct people; after them it starts over. */
export function formPosts(path: string, count = variety): FormPosts {
  const requests = Array.from({ length: count }, (_, index) => formPost(path, index));
  let sent = 0;
  return { next: () => requests[sent++ % count] ?? formPost(path, 0) };
}

/** One landing-page form of eight fields. */
function formPost(path: string, index: number): Uint8Array {
  const number = String(index).padStart(6, "0");
  const body = new URLSearchParams({
    name: `Asha Rao ${number}`,
    email: `asha.rao.${number}@example.com`,
    phone: `98${number}00`,
    countrycode: "+91",
    project: "Lake View Residences",
    source: "google",
    message: "Please call me about a two bedroom flat.",
    __visitor_id: `visitor-${number}`,
  }).toString();
  const head = [
    `POST ${path} HTTP/1.1`,
    "Host: leads.example.com",
    "Origin: https://www.example.com",
    "Referer: https://www.example.com/lake-view?utm_source=google",
    "User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36",
    "Accept: text/html,application/xhtml+xml",
    "Sec-Fetch-Mode: navigate",
    `CF-Connecting-IP: 10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    `MF-CF-Blob: ${callerProperties}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join("\r\n");
  return Buffer.from(`${head}\r\n\r\n${body}`);
}
