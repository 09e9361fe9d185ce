/** Tags a template may have. No loops: a lead has no lists, and each piece is then gone through once. */
export const allowedTags = ["if", "elsif", "else", "unless", "case", "when", "assign", "comment", "raw", "#"];

/** Tags that have an end of their own. */
export const blockTags = ["if", "unless", "case", "comment", "raw"];

const texts =
  "default upcase downcase capitalize strip lstrip rstrip strip_newlines normalize_whitespace append prepend " +
  "truncate truncatewords join first last size slice escape newline_to_br url_encode url_decode json date";
const numbers = "plus minus times divided_by modulo round floor ceil abs at_least at_most";

/** Filters that look for their first argument in a text. */
export const searchingFilters =
  "replace replace_first replace_last remove remove_first remove_last split".split(" ");

/** Filters a template may use: texts, numbers and dates. None evaluates what it is given. */
export const allowedFilters = [...texts.split(" "), ...numbers.split(" "), ...searchingFilters];
