import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { REPOSITORY } from '@lettrage/testing';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

/** Words of what is somebody's business: names, accounts, amounts, texts, secrets. */
const personal = /^(name|(customer|organisation|user|person|file|display)Name|counterparty.*|debtor.*|creditor.*|customer|person|e?mail|iban|.*Iban|account|identification|amount.*|.*Amount|.*Minor|total|open|balance|remittance.*|reference.*|payload.*|body|row|rows|filename|password.*|secret.*|token.*|cookie|authorization|headers)$/i;
/** What is called so and is nobody's: a contract's name, a service's. */
const harmless: readonly string[] = ['delivery.name', 'this.name'];

interface Logged {
  readonly where: string;
  readonly words: readonly string[];
}

/** The members and variables that stand in the arguments of a log call, with their last qualifier. */
function wordsOf(node: ts.Node): string[] {
  const words: string[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isPropertyAccessExpression(each)) {
      const whole = each.getText().split('.').slice(-2).join('.').replaceAll(/[?!()]/g, '');
      words.push(harmless.includes(whole) ? '' : each.name.text);
      visit(each.expression);
    } else if (ts.isPropertyAssignment(each)) visit(each.initializer);
    else if (ts.isShorthandPropertyAssignment(each)) words.push(each.name.text);
    else if (ts.isIdentifier(each)) words.push(each.text);
    else each.forEachChild(visit);
  };
  visit(node);
  return words.filter(Boolean);
}

function logCalls(path: string): Logged[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const calls: Logged[] = [];
  const visit = (node: ts.Node): void => {
    node.forEachChild(visit);
    if (!ts.isCallExpression(node)) return;
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return;
    const level = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.argumentExpression.getText();
    if (!/\blog$/i.test(callee.expression.getText()) || !/debug|info|warn|error/.test(level)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    calls.push({ where: `${relative(REPOSITORY, path)}:${line + 1}`, words: node.arguments.flatMap(wordsOf) });
  };
  visit(file);
  return calls;
}

const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(REPOSITORY, folder)).flatMap((part) => {
    const src = join(REPOSITORY, folder, part, 'src');
    return readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.ts$/.test(file) && !file.endsWith('.spec.ts')).map((file) => join(src, file));
  }),
);

describe('log calls', () => {
  const calls = sources.flatMap(logCalls);

  it('are found: this test reads something', () => {
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.map(({ where }) => where.replace(/:\d+$/, ''))).toEqual(expect.arrayContaining(['libs/messaging/src/consumer/consumer.ts', 'libs/http/src/problem-filter.ts']));
  });

  it('name no person, account, amount, text or secret', () => {
    expect(calls.map(({ where, words }) => ({ where, words: words.filter((word) => personal.test(word)) })).filter(({ words }) => words.length > 0)).toEqual([]);
  });

  it('would be seen if they did', () => {
    const seen = (source: string) => wordsOf(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true)).filter((word) => personal.test(word));
    expect(seen('log.warn({ who: row.customerName }, `x`)')).toEqual(['customerName', 'row']);
    expect(seen('log.warn({ payload }, `x ${iban}`)')).toEqual(['payload', 'iban']);
    expect(seen('log.warn({ at: readable.delivery.name, error: error.message }, "x")')).toEqual([]);
  });
});
