// The expressions of XLSForm that become conditions: comparisons of a question with a value, put together with and, or,
// not and brackets. Anything else is told, not guessed. Free of I/O.

import type { Condition } from '@lintas/contract';

const TOKEN =
  /\s*(?:(\$\{[A-Za-z][\w-]*\})|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|(!=|<=|>=|=|<|>|\(|\)|,)|([A-Za-z][\w-]*))/y;

/**
 * `selected` is left as it stands: what it means depends on the question.
 *
 * @throws Error with a sentence about what is not taken over
 */
export function readCondition(expression: string): Condition {
  const tokens = tokensOf(expression);
  let at = 0;
  const peek = (): string => tokens[at] ?? '';
  const take = (): string => tokens[at++] ?? '';
  const expect = (wanted: string): void => {
    if (take() !== wanted) throw cannot(expression);
  };

  const readAny = (): Condition => readGroup('or', 'any', readAll);
  const readAll = (): Condition => readGroup('and', 'all', readOne);
  const result = readAny();
  if (at < tokens.length) throw cannot(expression);
  return result;

  function readGroup(word: string, kind: 'all' | 'any', readPart: () => Condition): Condition {
    const parts = [readPart()];
    while (peek() === word) {
      take();
      parts.push(readPart());
    }
    const [only] = parts;
    if (only && parts.length === 1) return only;
    // `a and (b and c)` is one group: conditions are not nested deeply.
    return { kind, of: parts.flatMap((part) => (part.kind === kind ? (part.of ?? []) : [part])) };
  }

  function readOne(): Condition {
    const token = take();
    if (token === '(') {
      const inner = readAny();
      expect(')');
      return inner;
    }
    if (token === 'not') {
      expect('(');
      const inner = readAny();
      expect(')');
      return { kind: 'none', of: [inner] };
    }
    if (token === 'selected') {
      expect('(');
      const question = nameOf(take(), expression);
      expect(',');
      const value = textOf(take(), expression);
      expect(')');
      return { kind: 'selected', question, value };
    }
    return comparison(nameOf(token, expression), take(), take());
  }

  function comparison(question: string, operator: string, operand: string): Condition {
    const value = valueOf(operand, expression);
    if (value === '') {
      const answered: Condition = { kind: 'answered', question };
      if (operator === '!=') return answered;
      if (operator === '=') return { kind: 'none', of: [answered] };
    }
    if (operator === '=') return { kind: 'equals', question, value };
    if (operator === '!=') return { kind: 'none', of: [{ kind: 'equals', question, value }] };
    if (operator === '>=') return { kind: 'at_least', question, value };
    if (operator === '<=') return { kind: 'at_most', question, value };
    // Of a question without an answer neither holds.
    if (operator === '<')
      return but({ kind: 'at_most', question, value }, { kind: 'equals', question, value });
    if (operator === '>')
      return but({ kind: 'at_least', question, value }, { kind: 'equals', question, value });
    throw cannot(expression);
  }
}

function but(holds: Condition, except: Condition): Condition {
  return { kind: 'all', of: [holds, { kind: 'none', of: [except] }] };
}

function tokensOf(expression: string): string[] {
  const pattern = new RegExp(TOKEN);
  const tokens: string[] = [];
  const text = expression.trimEnd();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) throw cannot(expression);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function nameOf(token: string, expression: string): string {
  const [, name] = /^\$\{(.+)\}$/.exec(token) ?? [];
  if (name === undefined) throw cannot(expression);
  return name;
}

function textOf(token: string, expression: string): string {
  const [, , text] = /^(['"])(.*)\1$/.exec(token) ?? [];
  if (text === undefined) throw cannot(expression);
  return text;
}

function valueOf(token: string, expression: string): string | number {
  return /^-?\d/.test(token) ? Number(token) : textOf(token, expression);
}

function cannot(expression: string): Error {
  return new Error(`The expression "${expression}" has something in it that is not taken over.`);
}
