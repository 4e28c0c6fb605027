import { wants } from './xml-handler.js';

/** One place in a document: a path of local names, `a|b` for alternatives, and what is wanted there. */
export interface PathRule<Action extends number> {
  readonly path: string;
  readonly action: Action;
  readonly wants: number;
}

/**
 * Compiles paths to numbered states for the tokenizer: state 0 ignores, 1 is above the paths, at any depth of elements that
 * they do not name. Several paths may share an action; a state's action is found in `action`.
 */
export class PathMachine<Action extends number> {
  private readonly ids = new Map<string, number>();
  private readonly children: Map<number, number>[] = [new Map(), new Map()];
  readonly action: Action[] = [0 as Action, 0 as Action];
  wanted = new Uint8Array(0);
  private table = new Uint16Array(0);

  constructor(rules: readonly PathRule<Action>[]) {
    const wanted: number[] = [0, 0];
    for (const rule of rules) {
      for (const state of this.statesOf(rule.path.split('/'))) {
        this.action[state] = rule.action;
        wanted[state] = rule.wants;
      }
    }
    const states = this.children.length;
    this.wanted = Uint8Array.from({ length: states }, (_, state) => wanted[state] ?? 0);
    this.table = new Uint16Array(states * (this.ids.size + 1));
    this.children.forEach((byName, state) => {
      for (const [name, child] of byName) this.table[state * (this.ids.size + 1) + name] = child;
    });
  }

  nameId(localName: string): number {
    return this.ids.get(localName) ?? 0;
  }

  child(state: number, nameId: number): number {
    const child = this.table[state * (this.ids.size + 1) + nameId]!;
    return child === 0 && state === 1 ? 1 : child;
  }

  private statesOf(steps: readonly string[]): number[] {
    let states = [1];
    for (const step of steps) states = states.flatMap((state) => this.step(state, step.split('|')));
    return states;
  }

  /** Alternatives that are new share one state: as many for each of them would multiply from level to level. */
  private step(state: number, names: readonly string[]): number[] {
    const children = this.children[state]!;
    const found = new Set<number>();
    let added = 0;
    for (const name of names) {
      const id = this.ids.get(name) ?? this.ids.size + 1;
      this.ids.set(name, id);
      let child = children.get(id);
      if (child === undefined) children.set(id, (child = added ||= this.added()));
      found.add(child);
    }
    return [...found];
  }

  private added(): number {
    this.action.push(0 as Action);
    return this.children.push(new Map()) - 1;
  }
}

export const leaf = wants.text;
export const leafWithAttributes = wants.text | wants.attributes | wants.enter;
export const branch = wants.enter | wants.leave;
