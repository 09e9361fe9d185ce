import { describe, expect, it } from "vitest";
import { markupShape } from "./markup-shape.ts";

const trimmed = (text: string) => markupShape(text).shape.replaceAll(/\s+/g, " ").trim();

describe("markup's shape", () => {
  it.each<[what: string, text: string, shape: string]>([
    [
      "of a page is its title and headings",
      "<html><head><title>Thanks</title></head><body><h1>Got it</h1><h3>Soon</h3><p>17</p></body></html>",
      "markup title=thanks|h1=got it|h3=soon",
    ],
    [
      "of a page without either is its words",
      "<html><body><p>All</p><p>good 17</p></body></html>",
      "markup all good #",
    ],
    ["of a page begins with its doctype, however it is written", "<!DOCTYPE  html><p>Hi</p>", "markup hi"],
    ["has no lesser heading", "<html><h4>Small</h4><title>T</title></html>", "markup title=t"],
    [
      "has no element that begins or ends like a title",
      "<html><subtitle>A</subtitle><titles>B</titles><title>T</title></html>",
      "markup title=t",
    ],
    [
      "has no comment, script or style",
      "<html><!-- <title>no</title> --><script>var t='<h1>no</h1>'</script ><style>x</style><title>T</title></html>",
      "markup title=t",
    ],
    [
      "of XML is the names of its elements, and what those say that say something",
      "<r><Status>OK</Status><id>17</id></r>",
      "markup id r Status status=ok",
    ],
    [
      "of XML says it through attributes, prefixes and blanks",
      '<r><ns:Error_Code kind="a" at="b">Bad</ns:Error_Code ></r>',
      "markup ns:Error_Code r errorcode=bad",
    ],
    [
      "of XML tells each name and saying once",
      "<r><a/><a/><status>x</status><status>x</status></r>",
      "markup a r status status=x",
    ],
    [
      "tells twenty sayings",
      `<r>${Array.from({ length: 30 }, (_, index) => `<status>${"abcdefghijklmnopqrstuvwxyzABCD"[index]}${index < 26 ? "" : "x"}</status>`).join("")}</r>`,
      `markup r status ${Array.from("abcdefghijklmnopqrst")
        .map((one) => `status=${one}`)
        .join("|")}`,
    ],
  ])("%s", (_what, text, shape) => {
    expect(trimmed(text)).toBe(shape);
  });

  it("what it says is told by the element's name without its prefix and signs", () => {
    expect(markupShape("<r><a:b:Error_Code>Bad zip</a:b:Error_Code><h2x>no</h2x></r>").said).toEqual([
      { path: null, name: "errorcode", words: "bad zip" },
    ]);
  });
});
