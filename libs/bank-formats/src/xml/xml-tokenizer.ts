import type { Sentence } from '@lettrage/sentences';
import { limits } from '../limits.js';
import type { FaultCode, Place } from '../statement-fault.js';
import { characterFault, decodeReferences, isName, ReferenceFault } from './characters.js';
import { CharacterCodes } from './character-codes.js';
import { type Codes, isAt, NameTable, type XmlName } from './name-table.js';
import { say } from '../catalogue/sentences.js';

/** What a state of the handler wants to hear; states that want nothing cost nothing. */
export const wants = { text: 1, attributes: 2, leave: 4, enter: 8 } as const;

/**
 * The consumer is a machine of numbered states: 0 ignores a subtree. Numbers instead of names and objects keep the
 * tokenizer free of garbage for everything that is not read.
 */
export interface XmlHandler {
  /** Identifies the local names that the machine knows; 0 for any other. */
  nameId(localName: string): number;
  /** The state of a child element in the given state. */
  child(state: number, nameId: number): number;
  /** A bit set of `wants` for each state. */
  readonly wanted: Uint8Array;
  enter(state: number): void;
  attribute(state: number, name: string, value: string): void;
  text(state: number, text: string): void;
  leave(state: number): void;
}

export type XmlFail = (code: FaultCode, place: Place, problem: Sentence, excerpt: string) => never;

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const bang = 33;
const question = 63;
const shortText = 40;

/**
 * Tokenizer for the XML that ISO 20022 messages and OFX 2 use: elements, attributes, text, CDATA, comments, instructions;
 * the five predefined entities and character references. A document type declaration is refused when it is seen. As strict
 * on well-formedness as XML 1.0 asks of a non-validating processor (a property test holds it against saxes), except that it
 * takes namespaces by local name. Chunks may be cut anywhere.
 */
export class XmlTokenizer {
  private buffer = '';
  private codes: Codes = new Uint8Array(1);
  private readonly characterCodes = new CharacterCodes();
  private depth = 0;
  private rootSeen = false;
  private readonly names: XmlName[] = [];
  private readonly states = new Uint16Array(limits.xmlDepth + 1);
  private readonly table: NameTable;
  private textOfElement = '';
  // Line of the buffer's first character, and how many characters of that line came before it.
  private line = 1;
  private columnBefore = 0;
  private consumed = 0;
  private numericReferences = 0;
  private unread = 0;
  private ampersandAt = -1;
  private mayHaveReturns = false;
  private mayHaveCdataEnd = false;
  private attributeNames: string[] = [];
  private attributeValues: string[] = [];
  /** Position in the buffer that is being looked at, for faults. */
  private at = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly onFault: XmlFail,
  ) {
    this.table = new NameTable(
      (local) => handler.nameId(local),
      () => this.fail('limit_exceeded', say('xml_names', { most: String(limits.xmlNames) }), this.at),
    );
  }

  /** Some encoders write every letter with an accent as a number, but not more than half of a file. */
  private readonly onNumeric = (count: number): void => {
    this.numericReferences += count;
    if (this.numericReferences > limits.xmlReferences && this.numericReferences * 12 > this.consumed + this.at) this.fail('limit_exceeded', say('xml_references'), this.at);
  };

  /** What says nothing: elements that are not read, comments, instructions, CDATA. */
  private pass(): void {
    if (++this.unread > limits.xmlUnread) this.fail('limit_exceeded', say('xml_unread', { most: String(limits.xmlUnread) }), this.at);
  }

  write(chunk: string): void {
    const rest = this.buffer;
    this.buffer = rest === '' ? chunk : rest + chunk;
    this.at = 0;
    const illegal = characterFault(chunk);
    this.ampersandAt = -1;
    this.mayHaveReturns = this.buffer.includes('\r');
    this.mayHaveCdataEnd = this.buffer.includes(']]>');
    if (illegal >= 0) this.fail('xml_not_well_formed', say('xml_character', { code: `U+${chunk.charCodeAt(illegal).toString(16).toUpperCase().padStart(4, '0')}` }), rest.length + illegal);
    this.codes = this.characterCodes.of(this.buffer);
    this.drop(this.run());
  }

  /** The file is at its end: everything must be closed. */
  end(): void {
    if (this.depth > 0 || /\S/.test(this.buffer)) {
      if (this.depth === 0 && this.buffer.trimStart()[0] !== '<') this.fail('xml_not_well_formed', say('xml_outside_root'), 0);
      this.fail('xml_truncated', say('xml_ends_inside', { quoted: this.depth > 0 ? this.names[this.depth - 1]!.raw : '...' }), this.buffer.length);
    }
    if (!this.rootSeen) this.fail('xml_truncated', say('xml_no_root'), 0);
  }

  /** Name of the root element, without its prefix. */
  get root(): string {
    return this.names[0]?.local ?? '';
  }

  /** Where the tokenizer is: for faults and warnings of the handler. */
  place(): Place {
    let line = this.line;
    let start = -1;
    for (let i = this.buffer.indexOf('\n'); i >= 0 && i < this.at; i = this.buffer.indexOf('\n', i + 1)) {
      line++;
      start = i;
    }
    const column = start < 0 ? this.columnBefore + this.at + 1 : this.at - start;
    const path = this.names.slice(0, this.depth).map((name) => name.local).join('/');
    return path === '' ? { line, column } : { line, column, path: `/${path}` };
  }

  excerpt(): string {
    return this.buffer.slice(Math.max(0, this.at - 30), this.at + 50);
  }

  private fail(code: FaultCode, problem: Sentence, at: number): never {
    this.at = at;
    this.onFault(code, this.place(), problem, this.excerpt());
  }

  private drop(upTo: number): void {
    const buffer = this.buffer;
    let last = -1;
    for (let i = buffer.indexOf('\n'); i >= 0 && i < upTo; i = buffer.indexOf('\n', i + 1)) {
      this.line++;
      last = i;
    }
    this.columnBefore = last < 0 ? this.columnBefore + upTo : upTo - last - 1;
    this.consumed += upTo;
    this.buffer = buffer.slice(upTo);
    if (this.buffer.length > limits.xmlTokenChars) this.fail('limit_exceeded', say('xml_token', { most: String(limits.xmlTokenChars) }), 0);
  }

  /** Reads all that is complete and answers how far that goes. */
  private run(): number {
    const { buffer, codes } = this;
    let position = 0;
    for (;;) {
      // Tag follows tag most of the time, and then there is nothing to search.
      let open = position;
      // Most texts are shorter than what calling a search costs.
      for (const near = position + shortText; open < near && codes[open] !== lessThan && codes[open] !== 0; open++);
      if (codes[open] !== lessThan) open = buffer.indexOf('<', open);
      if (open < 0) return position;
      if (open > position) this.characters(position, open);
      const next = this.markup(open);
      if (next < 0) return open;
      position = next;
    }
  }

  /** One piece of markup at the `<`; answers where it ends, or -1 when it is not complete yet. */
  private markup(open: number): number {
    const second = this.codes[open + 1]!;
    if (second === slash) return this.endTag(open);
    if (second === bang) return this.declaration(open);
    if (second === question) return this.instruction(open);
    if (second === 0) return -1;
    return this.startTag(open);
  }

  private endTag(open: number): number {
    const { buffer, codes } = this;
    if (this.depth === 0) this.fail('xml_not_well_formed', say('xml_end_alone'), open);
    const name = this.names[this.depth - 1]!.raw;
    const end = open + 2 + name.length;
    this.at = open;
    if (codes[end] === greaterThan && isAt(name, codes, open + 2)) {
      this.leave();
      return end + 1;
    }
    const close = buffer.indexOf('>', open);
    if (close < 0) return -1;
    const given = buffer.slice(open + 2, close);
    if (given.replace(/[ \t\r\n]+$/, '') !== name) this.fail('xml_not_well_formed', say('xml_closes_another', { quoted: given.slice(0, 40), quotedOpen: name }), open);
    this.leave();
    return close + 1;
  }

  private startTag(open: number): number {
    const { buffer, codes } = this;
    let at = open + 1;
    let hash = 0;
    let code = codes[at]!;
    while (code !== greaterThan && code !== slash && code > 32) {
      hash = (Math.imul(hash, 31) + code) | 0;
      code = codes[++at]!;
    }
    if (code === 0) return -1;
    const name = this.table.find(buffer, codes, open + 1, at, hash) ?? this.fail('xml_not_well_formed', say('xml_name', { quoted: buffer.slice(open + 1, Math.min(at, open + 41)) }), open);
    let empty = false;
    if (code !== greaterThan) {
      const end = this.attributes(at, open);
      if (end < 0) return -1;
      empty = buffer.charCodeAt(end - 2) === slash;
      at = end - 1;
    } else if (this.attributeNames.length > 0) {
      this.attributeNames.length = 0;
      this.attributeValues.length = 0;
    }
    this.at = open;
    this.enter(name);
    if (empty) this.leave();
    return at + 1;
  }

  /** Reads the attributes from the end of the name; answers where the tag ends, or -1. Unclosed quotes wait for more. */
  private attributes(from: number, open: number): number {
    const buffer = this.buffer;
    this.attributeNames.length = 0;
    this.attributeValues.length = 0;
    let at = from;
    for (;;) {
      const before = at;
      at = skipSpace(buffer, at);
      const code = buffer.charCodeAt(at);
      if (code === greaterThan) return at + 1;
      if (code === slash) {
        const next = buffer.charCodeAt(at + 1);
        if (next === greaterThan) return at + 2;
        if (next !== next) return -1;
        this.fail('xml_not_well_formed', say('xml_slash'), at);
      }
      if (code !== code) return -1;
      if (at === before) this.fail('xml_not_well_formed', say('xml_attributes_together'), at);
      at = this.oneAttribute(at, open);
      if (at < 0) return -1;
    }
  }

  private oneAttribute(start: number, open: number): number {
    const buffer = this.buffer;
    let at = start;
    for (let code = buffer.charCodeAt(at); code > 32 && code !== 61 && code !== greaterThan && code !== slash && code !== lessThan; code = buffer.charCodeAt(++at));
    const name = buffer.slice(start, at);
    at = skipSpace(buffer, at);
    if (at >= buffer.length) return -1;
    if (buffer.charCodeAt(at) !== 61 || !isName(name)) this.fail('xml_not_well_formed', say('xml_attribute', { quoted: name.slice(0, 40) }), start);
    at = skipSpace(buffer, at + 1);
    if (at >= buffer.length) return -1;
    const quote = buffer[at]!;
    if (quote !== '"' && quote !== "'") this.fail('xml_not_well_formed', say('xml_value_bare', { quoted: name.slice(0, 40) }), at);
    const end = buffer.indexOf(quote, at + 1);
    const value = buffer.slice(at + 1, end < 0 ? undefined : end);
    if (value.includes('<')) this.fail('xml_not_well_formed', say('xml_value_bracket', { quoted: name.slice(0, 40) }), at);
    if (end < 0) return -1;
    if (this.attributeNames.includes(name)) this.fail('xml_not_well_formed', say('xml_attribute_twice', { quoted: name.slice(0, 40) }), start);
    if (this.attributeNames.length >= limits.xmlAttributes) this.fail('limit_exceeded', say('xml_attributes', { most: String(limits.xmlAttributes) }), open);
    this.attributeNames.push(name);
    // White space is normalised before references are resolved (XML 1.0, 3.3.3): &#10; stays a line break.
    this.attributeValues.push(this.decoded(/[\t\r\n]/.test(value) ? value.replace(/\r\n|[\t\r\n]/g, ' ') : value, at + 1));
    return end + 1;
  }

  private enter(name: XmlName): void {
    if (this.depth === 0 && this.rootSeen) this.fail('xml_not_well_formed', say('xml_second_root'), this.at);
    if (this.depth >= limits.xmlDepth) this.fail('limit_exceeded', say('xml_depth', { most: String(limits.xmlDepth) }), this.at);
    this.rootSeen = true;
    const state = this.depth === 0 ? this.handler.child(1, name.id) : this.states[this.depth] === 0 ? 0 : this.handler.child(this.states[this.depth]!, name.id);
    this.names[this.depth] = name;
    this.states[++this.depth] = state;
    this.textOfElement = '';
    if (state === 0) this.pass();
    else this.unread = 0;
    const wanted = this.handler.wanted[state]!;
    if (wanted & wants.enter) this.handler.enter(state);
    if (wanted & wants.attributes) for (let i = 0; i < this.attributeNames.length; i++) this.handler.attribute(state, this.attributeNames[i]!, this.attributeValues[i]!);
  }

  private leave(): void {
    const state = this.states[this.depth]!;
    const wanted = this.handler.wanted[state]!;
    if (wanted !== 0) {
      if (wanted & wants.text && this.textOfElement !== '') this.handler.text(state, this.textOfElement);
      if (wanted & wants.leave) this.handler.leave(state);
    }
    this.textOfElement = '';
    this.depth--;
  }

  private characters(from: number, to: number): void {
    const state = this.states[this.depth]!;
    if (this.depth === 0) {
      if (/[^ \t\r\n]/.test(this.buffer.slice(from, to))) this.fail('xml_not_well_formed', say('xml_outside_root'), from);
      return;
    }
    const wanted = (this.handler.wanted[state]! & wants.text) !== 0;
    const hasReferences = this.isReferenceIn(from, to);
    if (!wanted && !hasReferences && !this.mayHaveCdataEnd) return;
    let text = this.buffer.slice(from, to);
    if (this.mayHaveCdataEnd && text.includes(']]>')) this.fail('xml_not_well_formed', say('xml_cdata_end'), from + text.indexOf(']]>'));
    if (hasReferences || this.mayHaveReturns) text = this.decoded(text, from);
    if (wanted) this.append(text);
  }

  /** Finds the next "&" once for all texts before it. */
  private isReferenceIn(from: number, to: number): boolean {
    if (this.ampersandAt < from) {
      const next = this.buffer.indexOf('&', from);
      this.ampersandAt = next < 0 ? Number.MAX_SAFE_INTEGER : next;
    }
    return this.ampersandAt < to;
  }

  private append(text: string): void {
    this.textOfElement = this.textOfElement === '' ? text : this.textOfElement + text;
    if (this.textOfElement.length > limits.xmlTokenChars) this.fail('limit_exceeded', say('xml_text', { most: String(limits.xmlTokenChars) }), this.at);
  }

  private decoded(text: string, from: number): string {
    let plain = text;
    if (this.mayHaveReturns && plain.includes('\r')) plain = plain.replace(/\r\n?/g, '\n');
    if (!plain.includes('&')) return plain;
    try {
      return decodeReferences(plain, this.onNumeric);
    } catch (error) {
      if (!(error instanceof ReferenceFault)) throw error;
      return this.fail('xml_not_well_formed', error.said, from + Math.max(0, text.indexOf(error.reference)));
    }
  }

  private declaration(open: number): number {
    const buffer = this.buffer;
    this.pass();
    if (buffer.startsWith('<!--', open)) {
      const dashes = buffer.indexOf('--', open + 4);
      if (dashes < 0 || dashes + 2 >= buffer.length) return -1;
      if (buffer.charCodeAt(dashes + 2) !== greaterThan) this.fail('xml_not_well_formed', say('xml_dashes'), dashes);
      return dashes + 3;
    }
    if (buffer.startsWith('<![CDATA[', open)) {
      const end = buffer.indexOf(']]>', open + 9);
      if (this.depth === 0) this.fail('xml_not_well_formed', say('xml_cdata_outside'), open);
      if (end < 0) return -1;
      this.at = open;
      const text = buffer.slice(open + 9, end);
      if (this.handler.wanted[this.states[this.depth]!]! & wants.text && text !== '') this.append(text.replace(/\r\n?/g, '\n'));
      return end + 3;
    }
    const given = buffer.slice(open, open + 9);
    if (given.startsWith('<!DOCTYPE') || (given.length < 9 && '<!DOCTYPE'.startsWith(given) && given.length > 3)) {
      if (given.length === 9) this.fail('doctype_refused', say('xml_doctype'), open);
      return -1;
    }
    if ('<!--'.startsWith(given) || '<![CDATA['.startsWith(given) || '<!DOCTYPE'.startsWith(given)) return -1;
    return this.fail('xml_not_well_formed', say('xml_markup', { quoted: given }), open);
  }

  private instruction(open: number): number {
    const buffer = this.buffer;
    const end = buffer.indexOf('?>', open + 2);
    if (end < 0) return -1;
    const content = buffer.slice(open + 2, end);
    this.pass();
    const target = /^[^ \t\r\n]*/.exec(content)![0];
    if (target.toLowerCase() !== 'xml') {
      if (!isName(target)) this.fail('xml_not_well_formed', say('xml_instruction', { quoted: target.slice(0, 40) }), open);
      return end + 2;
    }
    if (this.consumed + open !== 0 || target !== 'xml') this.fail('xml_not_well_formed', say('xml_declaration_late'), open);
    if (!/^xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/.test(content)) {
      this.fail('xml_not_well_formed', say('xml_declaration'), open);
    }
    return end + 2;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; code = text.charCodeAt(++at));
  return at;
}
