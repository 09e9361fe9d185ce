import { describe, expect, test } from "vitest";
import { json, startProducer, urlencoded } from "../../test/producer-under-test.ts";

interface Field {
  name: string;
  value: string;
  type: string;
}

/** Reads a page's form as a browser would. */
async function formOf(response: Response) {
  const fields: Field[] = [];
  let action = "";
  const read = new HTMLRewriter()
    .on("form", { element: (form) => void (action = form.getAttribute("action") ?? "") })
    .on("input", {
      element: (input) => {
        const [name, value, type] = ["name", "value", "type"].map((key) =>
          unescaped(input.getAttribute(key) ?? ""),
        );
        fields.push({ name: name ?? "", value: value ?? "", type: type ?? "" });
      },
    })
    .transform(response);
  await read.text();
  return { action, fields };
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

test("a script is told which field is wrong", async () => {
  const { post } = await startProducer();
  const response = await post(json({ email: "anna@", phone: "123" }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    type: "about:blank",
    status: 422,
    errors: [
      { field: "email", detail: expect.any(String) },
      { field: "phone", detail: expect.any(String) },
    ],
  });
});

test("a person gets a form that keeps all that was typed and can be sent as it is", async () => {
  const { post, sent, formKey } = await startProducer();
  const typed = new URLSearchParams([
    ["FIRSTNAME", `"><script>alert('x')</script> & Söhne`],
    ["EMAIL", "anna@"],
    ["mobile", ""],
    ["pick", "a"],
    ["pick", "b"],
    ["USER_MESSAGE", "two\nlines"],
    ["_next", "https://shop.example/danke"],
  ]);
  const response = await post(urlencoded(typed.toString()));
  expect(response.status).toBe(422);
  const { action, fields } = await formOf(response);
  expect(action).toBe(`/f/${formKey}`);
  const kept = fields.map(({ name, value }) => [name, value]);
  expect(kept).toHaveLength(typed.size);
  expect(kept).toEqual(expect.arrayContaining([...typed]));
  expect(fields.filter(({ type }) => type !== "hidden").map(({ name }) => name)).toEqual(["EMAIL", "mobile"]);

  const corrected = kept.map(([name, value]) => [
    name ?? "",
    name === "EMAIL" ? "anna@example.com" : (value ?? ""),
  ]);
  const accepted = await post(urlencoded(new URLSearchParams(corrected).toString()));
  expect(accepted.headers.get("location")).toBe("https://shop.example/danke");
  expect(sent).toMatchObject([{ fields: { email: "anna@example.com" }, payload: { pick: ["a", "b"] } }]);
});

test("the page says first what is wrong with what was typed, to a screen reader too, and runs nothing", async () => {
  const { post } = await startProducer();
  const response = await post(urlencoded("email=%3Cb%3Efoo%40bar&name=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E"));
  const page = await response.text();
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('role="alert"');
  expect(page).toContain('<a href="#email">&lt;b&gt;foo@bar is not a complete e-mail address.</a>');
  expect(page).toContain('aria-describedby="email-error email-hint"');
  expect(page).not.toContain("We need");
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(1);
  expect(page.match(/Everything else you typed is kept\./g)).toHaveLength(1);
  for (const field of ["email", "phone"]) {
    expect(page).toContain(`<label for="${field}">`);
    expect(page).toContain(`id="${field}-hint"`);
  }
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<script");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("each wrong field is quoted, and no more of it than fits", async () => {
  const { post } = await startProducer();
  const page = await (await post(urlencoded(`email=${"x".repeat(1_000)}&phone=123`))).text();
  expect(page).toContain(`>${"x".repeat(100)}… is not a complete e-mail address.`);
  expect(page).toContain('<a href="#phone">123 is not a complete phone number.</a>');
});

test("a form without a way to reach the person asks for one, once", async () => {
  const { post } = await startProducer();
  const page = await (await post(urlencoded("name=Anna"))).text();
  expect(page.match(/We need an e-mail address or a phone number to reach you\./g)).toHaveLength(1);
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(2);
  expect(page).toContain('aria-describedby="summary phone-hint"');
});

test("the page remembers where the sender's own page would have led", async () => {
  const { post } = await startProducer();
  const response = await post({
    headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://www.shop.example" },
    body: "email=",
  });
  const { fields } = await formOf(response);
  expect(fields).toContainEqual({
    name: "_next",
    value: "https://www.shop.example/thank-you",
    type: "hidden",
  });
});

describe("a corrected submission", () => {
  const landingPage = "https://shop.example/villa?utm_source=ads";

  /** Sends a form from `referer`, then sends the page's form on, twice wrong and then right. */
  async function correct(body: string, referer?: string) {
    const { post, sent, formKey } = await startProducer();
    let fields = body;
    let from = referer;
    for (const email of ["anna@", "anna@b", "anna@example.com"]) {
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        ...(from === undefined ? {} : { referer: from }),
      };
      const answer = await post({ headers, body: `${fields}&email=${email}` });
      if (answer.status !== 422) break;
      const page = await formOf(answer);
      const kept = page.fields.filter(({ name }) => name !== "email");
      fields = new URLSearchParams(kept.map(({ name, value }) => [name, value])).toString();
      from = `https://leads.test/f/${formKey}?from=reload`;
    }
    return sent[0];
  }

  test("still names the page that the visitor came from", async () => {
    expect((await correct("name=Anna", landingPage))?.context.referrer).toBe(landingPage);
  });

  test("never names our own page", async () => {
    expect((await correct("name=Anna"))?.context.referrer).toBeNull();
  });

  test("is not called fast for the time that the first one took", async () => {
    const lead = await correct("name=Anna&__pg_tts=1", landingPage);
    expect(lead?.fields).toEqual({ name: "Anna", email: "anna@example.com" });
  });

  test("takes no other page from a form that claims one", async () => {
    const lead = await correct("__pg_referrer=https%3A%2F%2Fevil.test", landingPage);
    expect(lead?.context.referrer).toBe(landingPage);
    expect(lead?.payload).toMatchObject({ __pg_referrer: landingPage });
  });
});
