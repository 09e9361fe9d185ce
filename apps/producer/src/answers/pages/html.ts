/** Text that is markup; everything else is escaped when it is put into a page. */
export interface Html {
  readonly text: string;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? "");

/** Tag for page templates: values are escaped for text and for quoted attributes. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const parts = strings.map((string, index) => string + render(values[index] ?? ""));
  return { text: parts.join("") };
}

function render(value: string | Html | readonly Html[]): string {
  if (typeof value === "string") return escapeHtml(value);
  return "text" in value ? value.text : value.map((part) => part.text).join("");
}
