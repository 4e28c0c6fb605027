import type { Sentence } from '@lettrage/sentences';
import { limits } from '../limits.js';
import type { FaultCode, Place } from '../statement-fault.js';
import { characterFault, decodeReferences, isName, ReferenceFault } from './characters.js';
import { CharacterCodes, type Codes } from './character-codes.js';
import { LineCount } from './line-count.js';
import { type ElementPath, ElementPaths } from './element-path.js';
import { type Attribute, knownRun, longestRun, type MarkupRun, Recording } from './markup-run.js';
import { isAt, NameTable, type XmlName } from './name-table.js';
import { wants, type XmlHandler } from './xml-handler.js';
import { say } from '../catalogue/sentences.js';

export type XmlFail = (code: FaultCode, place: Place, problem: Sentence, excerpt: string) => never;

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const bang = 33;
const question = 63;
const shortText = 40;
const none: readonly Attribute[] = [];
// A run of tags is shorter than what is left of the limit then.
const mostUnread = limits.xmlUnread - longestRun;

/**
 * Tokenizer for the XML that ISO 20022 messages and OFX 2 use: elements, attributes, text, CDATA, comments, instructions;
 * the five predefined entities and character references. A document type declaration is refused when it is seen. As strict
 * on well-formedness as XML 1.0 asks of a non-validating processor (a property test holds it against saxes), except that it
 * takes namespaces by local name. Chunks may be cut anywhere.
 */
export class XmlTokenizer {
  private buffer = '';
  private readonly characterCodes = new CharacterCodes();
  private codes: Codes = this.characterCodes.codes;
  private readonly paths: ElementPaths;
  /** The innermost element that is open. */
  private element: ElementPath;
  private rootName: XmlName | null = null;
  private readonly table: NameTable;
  private recording: Recording | null = null;
  private textOfElement = '';
  private readonly lines = new LineCount();
  private numericReferences = 0;
  private unread = 0;
  private ampersandAt = -1;
  private mayHaveReturns = false;
  private mayHaveCdataEnd = false;
  /** Of the start tag that is being read. */
  private attributes: Attribute[] = [];
  /** Position in the buffer that is being looked at, for faults. */
  private at = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly onFault: XmlFail,
  ) {
    this.paths = new ElementPaths(handler);
    this.element = this.paths.outside;
    this.table = new NameTable(
      (local) => handler.nameId(local),
      () => this.fail('limit_exceeded', say('xml_names', { most: String(limits.xmlNames) }), this.at),
    );
  }

  /** Some encoders write every letter with an accent as a number, but not more than half of a file. */
  private readonly onNumeric = (count: number): void => {
    this.numericReferences += count;
    if (this.numericReferences > limits.xmlReferences && this.numericReferences * 12 > this.lines.passed + this.at) this.fail('limit_exceeded', say('xml_references'), this.at);
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
    this.characterCodes.put(this.buffer);
    this.codes = this.characterCodes.codes;
    this.recording = null;
    this.drop(this.run());
  }

  /** The file is at its end: everything must be closed. */
  end(): void {
    const { name } = this.element;
    if (name !== null || /\S/.test(this.buffer)) {
      if (name === null && this.buffer.trimStart()[0] !== '<') this.fail('xml_not_well_formed', say('xml_outside_root'), 0);
      this.fail('xml_truncated', say('xml_ends_inside', { quoted: name?.raw ?? '...' }), this.buffer.length);
    }
    if (this.rootName === null) this.fail('xml_truncated', say('xml_no_root'), 0);
  }

  /** Name of the root element, without its prefix. */
  get root(): string {
    return this.rootName?.local ?? '';
  }

  /** Where the tokenizer is: for faults and warnings of the handler. */
  place(): Place {
    const place = this.lines.placeOf(this.buffer, this.at);
    const { path } = this.element;
    return path === '' ? place : { ...place, path };
  }

  excerpt(): string {
    return this.buffer.slice(Math.max(0, this.at - 30), this.at + 50);
  }

  private fail(code: FaultCode, problem: Sentence, at: number): never {
    this.at = at;
    this.onFault(code, this.place(), problem, this.excerpt());
  }

  private drop(upTo: number): void {
    this.lines.pass(this.buffer, upTo);
    this.buffer = this.buffer.slice(upTo);
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
      const known = this.recording === null && this.unread < mostUnread ? knownRun(this.element, this.characterCodes, open) : null;
      const next = known === null ? this.recorded(open) : this.follow(known, open);
      if (next < 0) return open;
      position = next;
    }
  }

  /** Tags that were seen on this path before, and so are known to be well-formed; answers where they end. */
  private follow(run: MarkupRun, open: number): number {
    for (const { element, at, attributes } of run.steps) {
      this.at = open + at;
      this.element = element;
      if (attributes === null) this.finish(element);
      else this.begin(element, attributes);
    }
    this.at = open + run.lastTag;
    this.element = run.to;
    this.unread = run.isRead ? run.unread : this.unread + run.unread;
    return open + run.text.bytes.length;
  }

  /** One piece of markup, which is recorded together with those that follow it without a text between them. */
  private recorded(open: number): number {
    this.recording ??= Recording.from(this.element, open);
    const next = this.markup(open);
    if (this.recording?.endsAt(next, this.codes, this.element)) this.recording = null;
    return next;
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
    if (this.element.name === null) this.fail('xml_not_well_formed', say('xml_end_alone'), open);
    const name = this.element.name.raw;
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
      const end = this.readAttributes(at, open);
      if (end < 0) return -1;
      empty = buffer.charCodeAt(end - 2) === slash;
      at = end - 1;
    } else this.attributes.length = 0;
    this.at = open;
    this.enter(name);
    if (empty) this.leave();
    return at + 1;
  }

  /** Reads the attributes from the end of the name; answers where the tag ends, or -1. Unclosed quotes wait for more. */
  private readAttributes(from: number, open: number): number {
    const buffer = this.buffer;
    this.attributes.length = 0;
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
    if (this.attributes.some((attribute) => attribute.name === name)) this.fail('xml_not_well_formed', say('xml_attribute_twice', { quoted: name.slice(0, 40) }), start);
    if (this.attributes.length >= limits.xmlAttributes) this.fail('limit_exceeded', say('xml_attributes', { most: String(limits.xmlAttributes) }), open);
    // White space is normalised before references are resolved (XML 1.0, 3.3.3): &#10; stays a line break.
    this.attributes.push({ name, value: this.decoded(/[\t\r\n]/.test(value) ? value.replace(/\r\n|[\t\r\n]/g, ' ') : value, at + 1) });
    return end + 1;
  }

  private enter(name: XmlName): void {
    const around = this.element;
    if (around.name === null && this.rootName !== null) this.fail('xml_not_well_formed', say('xml_second_root'), this.at);
    if (around.depth >= limits.xmlDepth) this.fail('limit_exceeded', say('xml_depth', { most: String(limits.xmlDepth) }), this.at);
    this.rootName ??= name;
    const element = (this.element = this.paths.inside(around, name));
    if (element.state === 0) this.pass();
    else this.unread = 0;
    const attributes = this.attributes.length === 0 ? none : [...this.attributes];
    this.recording?.entered(element, this.at, attributes);
    this.begin(element, attributes);
  }

  private leave(): void {
    const element = this.element;
    this.recording?.left(element, this.at);
    this.finish(element);
    this.element = element.around!;
  }

  private begin({ state, wanted }: ElementPath, attributes: readonly Attribute[]): void {
    this.textOfElement = '';
    if (wanted & wants.enter) this.handler.enter(state);
    if (wanted & wants.attributes) for (const { name, value } of attributes) this.handler.attribute(state, name, value);
  }

  private finish({ state, wanted }: ElementPath): void {
    if (wanted & wants.text && this.textOfElement !== '') this.handler.text(state, this.textOfElement);
    if (wanted & wants.leave) this.handler.leave(state);
    this.textOfElement = '';
  }

  private characters(from: number, to: number): void {
    if (this.element.name === null) {
      if (/[^ \t\r\n]/.test(this.buffer.slice(from, to))) this.fail('xml_not_well_formed', say('xml_outside_root'), from);
      return;
    }
    const wanted = (this.element.wanted & wants.text) !== 0;
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
    this.recording = null;
    this.pass();
    if (buffer.startsWith('<!--', open)) {
      const dashes = buffer.indexOf('--', open + 4);
      if (dashes < 0 || dashes + 2 >= buffer.length) return -1;
      if (buffer.charCodeAt(dashes + 2) !== greaterThan) this.fail('xml_not_well_formed', say('xml_dashes'), dashes);
      return dashes + 3;
    }
    if (buffer.startsWith('<![CDATA[', open)) {
      const end = buffer.indexOf(']]>', open + 9);
      if (this.element.name === null) this.fail('xml_not_well_formed', say('xml_cdata_outside'), open);
      if (end < 0) return -1;
      this.at = open;
      const text = buffer.slice(open + 9, end);
      if (this.element.wanted & wants.text && text !== '') this.append(text.replace(/\r\n?/g, '\n'));
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
    this.recording = null;
    this.pass();
    const target = /^[^ \t\r\n]*/.exec(content)![0];
    if (target.toLowerCase() !== 'xml') {
      if (!isName(target)) this.fail('xml_not_well_formed', say('xml_instruction', { quoted: target.slice(0, 40) }), open);
      return end + 2;
    }
    if (this.lines.passed + open !== 0 || target !== 'xml') this.fail('xml_not_well_formed', say('xml_declaration_late'), open);
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
