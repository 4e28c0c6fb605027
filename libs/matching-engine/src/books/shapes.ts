/** How references are built: the letters that lead their last run of digits, and how many digits follow. */
export interface Shape {
  readonly letters: string;
  /** Number of references by count of digits. */
  readonly lengths: Map<number, number>;
  /** The most digits that one of them has. */
  longest: number;
}

// A company numbers its documents in a few ways; what has no common shape is still found by its whole text.
const maxShapes = 64;
// Shorter digits are too common to be taken for a number of ours by their look alone.
const bareLeast = 6;
const bareStart = 3;

/** Counts the shapes of the references of open and paid items, so that a text can be read for them. */
export class Shapes {
  private readonly shapes = new Map<string, Shape>();
  private frequent: Shape[] | null = null;
  private readonly bareStarts = new Set<string>();

  add(key: string): void {
    const parts = shapeOf(key);
    if (!parts) return;
    let shape = this.shapes.get(parts.letters);
    if (!shape) this.shapes.set(parts.letters, (shape = { letters: parts.letters, lengths: new Map(), longest: 0 }));
    if (parts.letters === '' && parts.digits >= bareLeast) this.bareStarts.add(key.slice(0, bareStart));
    const count = shape.lengths.get(parts.digits) ?? 0;
    shape.lengths.set(parts.digits, count + 1);
    if (parts.digits > shape.longest) shape.longest = parts.digits;
    if (count < 4) this.frequent = null;
  }

  /** Shapes with letters, the commonest first (by count, then letters). */
  lettered(): readonly Shape[] {
    if (this.frequent) return this.frequent;
    const weight = (shape: Shape): number => [...shape.lengths.values()].reduce((a, b) => a + b, 0);
    const known = [...this.shapes.values()].filter((shape) => shape.letters !== '').map((shape) => ({ shape, weight: weight(shape) }));
    known.sort((a, b) => b.weight - a.weight || (a.shape.letters < b.shape.letters ? -1 : 1));
    this.frequent = known.slice(0, maxShapes).map(({ shape }) => shape);
    return this.frequent;
  }

  /** Whether letters (perhaps glued to others before them) and a number of digits look like one of the references. */
  matches(letters: string, digits: number): boolean {
    if (letters !== '')
      for (const shape of this.lettered()) if (letters.endsWith(shape.letters) && shape.lengths.has(digits)) return true;
    return letters === '' && this.hasBareDigits(digits);
  }

  /** The commonest shape with which these letters end and of which some reference has so many digits, or more. */
  endOf(letters: string, digits: number): Shape | null {
    const shapes = this.lettered();
    for (let i = 0; i < shapes.length; i++) if (letters.endsWith(shapes[i]!.letters) && shapes[i]!.longest >= digits) return shapes[i]!;
    return null;
  }

  /** The letters of a known shape with which these letters end. */
  endingOf(letters: string): string {
    for (const shape of this.lettered()) if (letters.endsWith(shape.letters)) return shape.letters;
    return '';
  }

  /** Whether digits start like our numbers without letters and are as long, give or take one. */
  isBareLike(digits: string): boolean {
    if (digits.length < bareLeast || !this.bareStarts.has(digits.slice(0, bareStart))) return false;
    return this.hasBareDigits(digits.length) || this.hasBareDigits(digits.length - 1) || this.hasBareDigits(digits.length + 1);
  }

  /** Whether references of this many digits and no letters exist. */
  hasBareDigits(length: number): boolean {
    return (this.shapes.get('')?.lengths.get(length) ?? 0) > 0;
  }
}

/** Letters right before the trailing digits, and how many digits there are: "FAC2026006066" is FAC and 10. */
export function shapeOf(key: string): { letters: string; digits: number } | null {
  const match = /^([A-Z]*)(\d+)$/.exec(key);
  return match ? { letters: match[1]!, digits: match[2]!.length } : null;
}
