import type { MarkupRun } from './markup-run.js';
import type { XmlName } from './name-table.js';
import type { XmlHandler } from './xml-handler.js';

/** The open elements from the root down to one of them. Elements of the same names are one path, so that what is learned of the path serves all of them. */
export class ElementPath {
  readonly depth: number;
  /** What was seen to follow where this element was the innermost. */
  readonly runs: MarkupRun[] = [];
  private readonly inside = new Map<XmlName, ElementPath>();

  /** Outside the root there is neither a name nor an element around. */
  constructor(
    readonly name: XmlName | null,
    readonly around: ElementPath | null,
    readonly state: number,
    readonly wanted: number,
    /** Whether it is found again when its names come again. */
    readonly isKept: boolean,
  ) {
    this.depth = around === null ? 0 : around.depth + 1;
  }

  get path(): string {
    return this.name === null ? '' : `${this.around!.path}/${this.name.local}`;
  }

  find(name: XmlName): ElementPath | undefined {
    return this.inside.get(name);
  }

  keep(element: ElementPath): void {
    this.inside.set(element.name!, element);
  }
}

// A statement has some 200; where there are always others they are not kept.
const mostKept = 1024;

export class ElementPaths {
  readonly outside = new ElementPath(null, null, 1, 0, true);
  private kept = 0;

  constructor(private readonly handler: Pick<XmlHandler, 'child' | 'wanted'>) {}

  inside(around: ElementPath, name: XmlName): ElementPath {
    const known = around.find(name);
    if (known !== undefined) return known;
    const state = around.state === 0 ? 0 : this.handler.child(around.state, name.id);
    const isKept = around.isKept && name.isKept && this.kept < mostKept;
    const element = new ElementPath(name, around, state, this.handler.wanted[state]!, isKept);
    if (!isKept) return element;
    this.kept++;
    around.keep(element);
    return element;
  }
}
