const bracketed = /\[([^[\]]*)\]/g;

/**
 * A comparable name as a path: PHP's `contact[email]` and `contacts[0][email]` are `contact.email` and
 * `contacts.0.email`, and `email[]`, one of several, is `email`. A dot is kept as it is: Gravity's `input_1.3` is a name.
 */
export const comparablePath = (name: string): string =>
  name.includes("[")
    ? name.replaceAll(bracketed, (_, key: string) => (key.trim() === "" ? "" : `.${key.trim()}`))
    : name;
