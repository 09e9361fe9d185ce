import * as ts from "typescript";
import { createSourceFile, forEachChild, ScriptKind, ScriptTarget, SyntaxKind, type Node } from "typescript";

/** Attributes and properties whose text a person reads or hears. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|label|placeholder|alt|help|fault|why|beside|description|detail|summary|text|heading|caption|empty|message|hint|note)$/;

/** What shows its arguments. */
const telling = /^tell(Done|Failed)$/;

/** Words of a language: letters that are no name of something technical. */
const isWords = (text: string) => /\p{L}/u.test(text);

/** What of a file's English stands in the file itself: `line: text`. It reads JSX texts, what is put into them, and what is spoken of an element or an object. */
export function englishIn(name: string, source: string): string[] {
  const file = createSourceFile(name, source, ScriptTarget.Latest, true, ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: Node, text: string) => {
    if (isWords(text))
      found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  /** The texts that an expression may come to, however it is chosen. */
  const tellResults = (node: Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) tell(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      tell(node.head, node.head.text);
      for (const { literal, expression } of node.templateSpans) {
        tell(literal, literal.text);
        tellResults(expression);
      }
    } else if (ts.isConditionalExpression(node)) {
      tellResults(node.whenTrue);
      tellResults(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      if (/^(\+|\?\?|\|\||&&)$/.test(node.operatorToken.getText())) {
        tellResults(node.left);
        tellResults(node.right);
      }
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) tellResults(node.expression);
  };
  const look = (node: Node): void => {
    if (ts.isJsxText(node)) tell(node, node.text);
    else if (ts.isJsxExpression(node) && node.parent.kind !== SyntaxKind.JsxAttribute) {
      if (node.expression !== undefined) tellResults(node.expression);
    } else if (ts.isJsxAttribute(node) && spoken.test(node.name.getText())) {
      const { initializer } = node;
      if (initializer !== undefined)
        tellResults(ts.isJsxExpression(initializer) ? (initializer.expression ?? initializer) : initializer);
    } else if (ts.isCallExpression(node) && telling.test(node.expression.getText()))
      node.arguments.forEach(tellResults);
    else if (ts.isPropertyAssignment(node) && spoken.test(nameOf(node.name))) tellResults(node.initializer);
    forEachChild(node, look);
  };
  look(file);
  return found;
}

const nameOf = (name: ts.PropertyName) =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
