import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { allowedFilters } from "./allowed-words.ts";
import { parseTemplate } from "./parse-template.ts";
import { renderTemplate, type TemplateValues } from "./render-template.ts";
import { templateLimits } from "./template-limits.ts";

const now = Date.UTC(2026, 10, 30, 12, 30);
const lead = {
  first_name: "Asha Rao",
  score: 70,
  message: "Call me",
  city: null,
  fields: { "Your budget": "50 L", __proto__: null },
};

/** What comes of a template, or what is wrong with it. */
function comesOf(text: string, values: TemplateValues = lead, most?: number): string {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return `at save it ${parsed.error}`;
  const rendered = renderTemplate(parsed, values, now, most);
  return rendered.ok ? rendered.text : `at send it ${rendered.error}`;
}

describe("a template", () => {
  test.each([
    ["puts in what the lead says", "Hi {{ first_name }}!", "Hi Asha Rao!"],
    ["puts in numbers", "{{ score }}", "70"],
    ["puts in nothing for what is not there", "[{{ nobody }}{{ city }}{{ fields.no.such }}]", "[]"],
    ["puts in another value for it", '{{ nobody | default: "there" }}', "there"],
    ["reads a field of the form by a name with blanks", '{{ fields["Your budget"] }}', "50 L"],
    ["takes a part of a text", '{{ first_name | split: " " | first | upcase }}', "ASHA"],
    ["changes a text", '{{ message | replace: "me", "us" | append: "." }}', "Call us."],
    ["computes", "{{ score | plus: 1 | divided_by: 2.0 | round }}", "36"],
    ["chooses", "{% if score > 60 and message contains 'Call' %}warm{% else %}cold{% endif %}", "warm"],
    ["chooses of several", "{% case score %}{% when 60 %}a{% when 70, 80 %}b{% endcase %}", "b"],
    ["remembers", "{% assign a = score | times: 2 %}{{ a }}{{ a }}", "140140"],
    [
      "says what day it is by the time it is given",
      '{{ "now" | date: "%d %b %Y %H:%M" }}',
      "30 Nov 2026 12:30",
    ],
    ["says it elsewhere", '{{ "today" | date: "%H:%M", "Asia/Kolkata" }}', "18:00"],
    ["leaves out what is commented", "a{% comment %}{{ first_name }}{% endcomment %}b", "ab"],
    ["escapes where it is told to, and there only", "{{ t }}{{ t | escape }}", "<b>&lt;b&gt;", { t: "<b>" }],
    ["writes a text as JSON", "{{ t | json }}", String.raw`"a\"b"`, { t: 'a"b' }],
    ["writes flags as words", "{{ yes }} {{ no }}", "true false", { yes: true, no: false }],
    ["writes the parts of a text one after the other", '{{ message | split: " " }}', "Callme"],
    [
      "says when something was, in any writing",
      '{{ "2026-01-02T03:04:05Z" | date: "%d.%m.%y" }}',
      "02.01.26",
    ],
    [
      "says it to the minute where nobody says how",
      '{{ "2026-01-02T03:04:05Z" | date }}',
      "2026-01-02 03:04",
    ],
    ["says now without being told how", '{{ "now" | date }}', "2026-11-30 12:30"],
    ["takes words for words where no date is asked", '{{ "now" | upcase }}{{ "today" | size }}', "NOW5"],
    ["chooses in turn", "{% if score < 9 %}a{% elsif score < 99 %}b{% else %}c{% endif %}", "b"],
    ["chooses unless something is so", "{% unless city %}nowhere{% endunless %}", "nowhere"],
    ["leaves signs alone where it is told to", "{% raw %}{{ first_name }}{% endraw %}", "{{ first_name }}"],
    ["leaves out a remark", "a{% # nobody reads this %}b", "ab"],
    ["compares numbers", "{% if score >= 70 and score <= 70 and score != 71 %}yes{% endif %}", "yes"],
    ["is a text without any of that, too", "plain } text { %", "plain } text { %"],
  ])("%s", (_what, text, result, values?: TemplateValues) => {
    expect(comesOf(text, values)).toBe(result);
  });

  const conditions = "{% if a %}{% endif %}{% unless a %}{% endunless %}{% case a %}{% endcase %}";
  const others = "{% comment %}{% endcomment %}{% raw %}{% endraw %}";
  it("may have any number of conditions one after the other, and ten within one another", () => {
    expect(comesOf(`${(conditions + others).repeat(11)}x`)).toBe("x");
    expect(comesOf(`${"{% unless a %}".repeat(10)}x${"{% endunless %}".repeat(10)}`)).toBe("x");
    const cases = `${"{% case a %}{% when nil %}".repeat(11)}x${"{% endcase %}".repeat(11)}`;
    expect(comesOf(cases)).toBe("at save it has more than 10 conditions within one another");
  });

  it("may be as long as is allowed, and look for as much", () => {
    expect(comesOf("x".repeat(templateLimits.characters))).toHaveLength(templateLimits.characters);
    const needle = "n".repeat(templateLimits.needle);
    expect(comesOf('{{ t | replace: needle, "-" }}', { t: `a${needle}b`, needle })).toBe("a-b");
  });

  it("says by which names it asks, and not what it assigns itself", () => {
    const parsed = parseTemplate(
      "{% assign a = first_name %}{{ a }}{% if fields.x %}{{ fields['b c'] }}{% endif %}",
    );
    const names = parsed.ok ? parsed.names.map((path) => path.join(" > ")) : [];
    expect(new Set(names)).toEqual(new Set(["first_name", "fields > x", "fields > b c"]));
  });
});

const long = "a".repeat(30_000);

describe("a hostile template is refused", () => {
  const nested = (times: number) => `${"{% if a %}".repeat(times)}x${"{% endif %}".repeat(times)}`;
  test.each([
    [
      "that loops without end",
      "{% for i in (1..1000000000) %}x{% endfor %}",
      /save it has {% for %}, which is not/,
    ],
    [
      "that loops through a table",
      "{% tablerow i in (1..9) %}{% endtablerow %}",
      /save it has {% tablerow %}/,
    ],
    ["that counts", "{% increment a %}", /save it has {% increment %}/],
    ["that catches what it makes", "{% capture a %}{{ a }}{% endcapture %}", /save it has {% capture %}/],
    ["that reads a file", "{% include '/etc/passwd' %}", /save it has {% include %}/],
    ["that renders a file", "{% render 'a' %}", /save it has {% render %}/],
    ["that has a layout", "{% layout 'a' %}", /save it has {% layout %}/],
    ["that has code within it", "{% liquid\nfor i in (1..9)\nendfor %}", /save it has {% liquid %}/],
    [
      "that evaluates an expression",
      '{{ a | where_exp: "x", "x" }}',
      /save it has the filter where_exp, which is not/,
    ],
    [
      "that has a filter nobody knows",
      "{{ a | upcas }}",
      /save it has the filter upcas, .* did you mean upcase\?/,
    ],
    ["that has a filter of objects", "{{ a | constructor }}", /save it has the filter constructor/],
    [
      "that has an expression for a filter's name",
      "{{ a | regex_replace: '(a+)+$' }}",
      /save it has the filter regex_replace/,
    ],
    [
      "that is too long",
      "x".repeat(templateLimits.characters + 1),
      /save it is longer than 10000 characters/,
    ],
    ["that has conditions too deep", nested(11), /save it has more than 10 conditions within one another/],
    ["whose conditions do not end", "{% if a %}", /save it is no Liquid that we can read: .*not closed/],
    ["whose output does not end", "{{ a", /save it is no Liquid that we can read: .*not closed/],
    ["that ends what did not begin", "{% endif %}", /save it is no Liquid/],
    [
      "that doubles a text",
      `{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(40)}{{ a }}`,
      /send it goes through more text/,
    ],
    [
      "that makes much by replacing",
      '{{ a | replace: "a", a | replace: "a", a }}',
      /send it goes through more text/,
    ],
    ["that joins much", "{{ a | split: '' | join: a }}", /send it goes through more text/],
    ["that fills a date up", '{{ "now" | date: "%999999999d" }}', /send it goes through more text/],
    ["that puts in much", "{{ a }}{{ a }}", /send it makes more than 50000 characters/],
    [
      "that compares much",
      `{% if a == b ${"and a == b ".repeat(20)} %}x{% endif %}`,
      /send it goes through more text/,
    ],
    [
      "that looks for a long text",
      "{% if a contains b %}x{% endif %}",
      /send it looks for a text of more than 500/,
    ],
    ["that replaces a long text", '{{ a | replace: b, "" }}', /send it looks for a text of more than 500/],
    ["that puts in all fields at once", "{{ fields }}", /send it puts in several values at once/],
  ])("%s", (_what, text, error) => {
    expect(comesOf(text, { a: long, b: `${long.slice(1)}b`, fields: {} })).toMatch(error);
  });

  const tags =
    "which is not among the tags that are allowed: if, elsif, else, unless, case, when, assign, comment, raw";
  test.each([
    [
      "a tag, with the one that may be meant",
      "{% iff a %}",
      `has {% iff %}, ${tags}; did you mean {% if %}?`,
    ],
    ["a tag that is like none", "{% tablerow i in a %}", `has {% tablerow %}, ${tags}`],
    [
      "a long tag, of which it says the beginning",
      `{% ${"t".repeat(60)} %}`,
      `has {% ${"t".repeat(40)} %}, ${tags}`,
    ],
    ["a filter that is like none", "{{ a | where_exp }}", "has the filter where_exp, which is not allowed"],
    [
      "a filter that is like several",
      "{{ a | stri }}",
      "has the filter stri, which is not allowed; did you mean strip or lstrip or rstrip?",
    ],
    [
      "a long filter",
      `{{ a | ${"f".repeat(60)} }}`,
      `has the filter ${"f".repeat(40)}, which is not allowed`,
    ],
  ])("in words that name %s", (_what, text, error) => {
    expect(comesOf(text)).toBe(`at save it ${error}`);
  });

  it("in words that are short, however long what they quote is", () => {
    const said = comesOf(`{{ ${"a".repeat(900)} `);
    expect(said).toMatch(/^at save it is no Liquid that we can read: /);
    expect(said.length).toBeLessThan(300);
  });

  test.each([
    ["the constructor of a text", "{{ first_name.constructor }}{{ first_name['constructor'] }}"],
    [
      "the prototype of what it is given",
      "{{ __proto__ }}{{ constructor }}{{ fields.__proto__ }}{{ fields.constructor.name }}",
    ],
    ["methods", "{{ first_name.toString }}{{ fields.hasOwnProperty }}{{ fields.valueOf }}"],
    ["what is global", "{{ globalThis }}{{ process.env }}{{ self }}"],
  ])("or finds nothing where it asks for %s", (_what, text) => {
    expect(comesOf(text)).toBe("");
  });

  test.each([
    ["filters", (times: number) => `{{ a ${"|abs".repeat(times)} }}`],
    ["pieces", (times: number) => "{{b}}".repeat(times)],
  ])("by the steps it takes, which are counted: %s", (_what, make) => {
    expect(comesOf(make(templateLimits.steps - 2), { a: 1 })).toMatch(/^1?$/);
    expect(comesOf(make(templateLimits.steps + 1), { a: 1 })).toBe("at send it takes more than 1000 steps");
  });

  it("by what comes of it where its caller takes less", () => {
    expect(comesOf("12345", {}, 5)).toBe("12345");
    expect(comesOf("123456", {}, 5)).toBe("at send it makes more than 5 characters");
  });

  it("where it is within itself without end", () => {
    expect(comesOf(`{{ ${"a[".repeat(4_000)}${"]".repeat(4_000)} }}`)).toMatch(/^(at (save|send) it |$)/);
  });
});

test("whatever somebody writes, it ends, is refused in words or makes no more than is allowed", () => {
  const words =
    "{{ }} {% %} a if endif else case when assign = | : , ' [ ] (1..9) .. . raw endraw comment contains - 1e9 {%if a%}";
  const piece = fc.constantFrom(...words.split(" "), ...allowedFilters);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.string(), (pieces, a) => {
      const made = comesOf(pieces.join(" "), { a, b: { a } });
      expect(typeof made === "string" && made.length <= templateLimits.output).toBe(true);
    }),
    { numRuns: 500 },
  );
});
