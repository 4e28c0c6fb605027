import { z } from 'zod';

/** The largest page that a list endpoint gives; also the default's ceiling. */
export const largestPage = 500;

/** Keyset paging: `cursor` is the opaque `nextCursor` of the page before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(largestPage).default(50),
  cursor: z.string().max(400).optional(),
});
export type PageQuery = z.infer<typeof pageQuery>;

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });
}
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  /** Where it is cheap to count. */
  total?: number;
}
