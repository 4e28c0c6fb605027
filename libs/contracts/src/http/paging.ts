import { z } from 'zod';

/** The largest page that a list endpoint gives; also the default's ceiling. */
export const largestPage = 500;

/** Keyset paging: `cursor` is the opaque `nextCursor` of the page before. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(largestPage).default(50),
  cursor: z.string().max(400).optional(),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** Of a list that takes no parameter: a filter that nobody applies would be believed. */
export const noQuery = z.strictObject({});

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
}
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  /** Where it is cheap to count. */
  total?: number;
}
