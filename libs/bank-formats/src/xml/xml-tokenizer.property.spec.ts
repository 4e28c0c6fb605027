import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';
import { wants } from './xml-handler.js';
import { XmlTokenizer } from './xml-tokenizer.js';

const all = wants.text | wants.attributes | wants.leave | wants.enter;
const kinds = 4;

/** What a machine hears that has a state for each kind of name, wants so much of it, and passes over one kind with all that is in it. */
function listen(text: string, chunk: number, wanted: readonly number[] = [0, all, all, all, all], ignored = 0, withPlaces = false): string[] | 'refused' | 'limit' {
  const heard: string[] = [];
  const hear = (what: string): unknown => heard.push(withPlaces ? `${what} ${JSON.stringify(tokenizer.place())}` : what);
  const tokenizer = new XmlTokenizer(
    {
      nameId: (name) => 1 + ((name.codePointAt(0) ?? 0) % kinds),
      child: (_, kind) => (kind === ignored ? 0 : kind),
      wanted: Uint8Array.from(wanted),
      enter: () => hear('<'),
      attribute: (_, name, value) => hear(`@${name}=${value}`),
      text: (_, value) => hear(`"${value}`),
      leave: () => hear('>'),
    },
    (code, place, problem) => {
      throw new StatementFault(code, 'x', place, problem);
    },
  );
  try {
    for (let at = 0; at < text.length; at += chunk) tokenizer.write(text.slice(at, at + chunk));
    tokenizer.end();
    return heard;
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
    return error.code === 'limit_exceeded' ? 'limit' : 'refused';
  }
}

/** The same events from saxes; text counts as here: what stands behind the last child of its element. */
function saxes(text: string): string[] | 'refused' {
  const heard: string[] = [];
  let pending = '';
  let refused = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => (refused = true));
  parser.on('doctype', () => (refused = true));
  parser.on('opentag', (tag) => {
    pending = '';
    heard.push('<', ...Object.entries(tag.attributes).map(([name, value]) => `@${name}=${value}`));
  });
  parser.on('text', (value) => (pending += value));
  parser.on('cdata', (value) => (pending += value));
  parser.on('closetag', () => {
    if (pending !== '') heard.push(`"${pending}`);
    pending = '';
    heard.push('>');
  });
  parser.write(text).close();
  return refused ? 'refused' : heard;
}

const name = fc.constantFrom('a', 'Ntry', 'n:Amt', '_x', 'é1', 'b-c.d');
const text = fc.constantFrom('1.00', ' x y ', '&amp;&lt;', '&#65;&#x1F600;', 'é€', '\n\t', ']]', '>', '\r\n', 'a]]&gt;b');
const misc = fc.constantFrom('<!-- c - d -->', '<![CDATA[<x>&amp;]]>', '<?pi some?>', '');
const attributes = fc.array(fc.tuple(fc.constantFrom('Ccy', 'xmlns', 'xmlns:n', 'q'), fc.constantFrom('"EUR"', "'a&lt;b'", '"&#10;\n x"', "'\"'")), { maxLength: 3 }).map((list) => list.map(([key, value]) => ` ${key}=${value}`).join(''));
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}/>`),
    fc.tuple(name, attributes, fc.array(fc.oneof(text, misc, tie('element')), { maxLength: 4 })).map(([tag, given, inside]) => `<${tag}${given}>${inside.join('')}</${tag} >`),
  ),
}));
const document = fc.tuple(fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0" standalone="yes" ?>\n'), element, fc.constantFrom('', '\n', '<!-- end -->')).map((parts) => parts.join(''));
/** Alike, as the entries of a statement are: what the tokenizer learned of one it uses for the next. */
const alike = fc.tuple(fc.array(element, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.nat(2), text), { maxLength: 12 })).map(([kinds, entries]) => `<all>${entries.map(([kind, between]) => kinds[kind % kinds.length]! + between).join('')}</all>`);
const damage = fc.constantFrom('<', '>', '&', '"', "'", '/', ' ', ']]>', '--', '<!', '<?', '&#0;', '&#xD800;', '&nbsp;', '\u0001', '\uffff', '<a>', '</a>', '=', '<?xml version="1.0"?>', '\u00b7', '-', '1', ';', '<!DOCTYPE a>', '&amp', '\r', '<![CDATA[');

it('reads well-formed documents as saxes does, however they are cut', () => {
  fc.assert(
    fc.property(fc.oneof(document, alike), fc.integer({ min: 1, max: 40 }), (xml, chunk) => {
      const expected = saxes(xml);
      expect(listen(xml, chunk)).toEqual(expected);
      expect(listen(xml, xml.length)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

it('tells what was seen before as it tells what is new, and where it stands', () => {
  const wanted = fc.tuple(fc.constant(0), ...Array.from({ length: kinds }, () => fc.nat(all)));
  fc.assert(
    fc.property(alike, wanted, fc.nat(kinds), (xml, machine, ignored) => {
      // Tags that come a character at a time are never seen as a run, so nothing is learned of them.
      expect(listen(xml, xml.length, machine, ignored, true)).toEqual(listen(xml, 1, machine, ignored, true));
    }),
    { numRuns: 1000 },
  );
});

it('refuses what saxes refuses, and nothing else', () => {
  fc.assert(
    fc.property(fc.oneof(document, alike), fc.nat(), damage, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 40 }), (xml, position, insert, remove, chunk) => {
      const at = position % (xml.length + 1);
      const damaged = xml.slice(0, at) + insert + xml.slice(at + remove);
      fc.pre(damaged !== '' && !/[\ud800-\udfff]/.test(damaged.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')));
      expect({ damaged, heard: listen(damaged, chunk) }).toEqual({ damaged, heard: saxes(damaged) });
    }),
    { numRuns: 3000 },
  );
});

it('refuses a second root, though it be as the first', () => {
  expect(listen('<root>x</root><!-- c -->', 100)).toEqual(['<', '"x', '>']);
  expect(listen('<root>x</root><!-- c --><root>x</root>', 100)).toBe('refused');
});

it('holds its limits at their edges', () => {
  const unread = (elements: number): string => `<a>${'<b/>'.repeat(elements)}</a>`;
  const ofB = 1 + ('b'.charCodeAt(0) % kinds);
  expect(listen(unread(limits.xmlUnread), 65_536, undefined, ofB)).not.toBe('limit');
  for (const elements of [limits.xmlUnread + 1, limits.xmlUnread * 2]) expect(listen(unread(elements), elements * 5, undefined, ofB)).toBe('limit');
  const deep = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(listen(deep(limits.xmlDepth), 1000)).not.toBe('limit');
  expect(listen(deep(limits.xmlDepth + 1), 1000)).toBe('limit');
  const long = (chars: number): string => `<a>${'x'.repeat(chars)}</a>`;
  expect(listen(long(limits.xmlTokenChars), 65_536)).not.toBe('limit');
  expect(listen(long(limits.xmlTokenChars + 1), 65_536)).toBe('limit');
});
