/** Acts on a case that can be ordered for many at once. */
export const BULK_ACTS = ['decide', 'order_lift'] as const;
export type BulkActName = (typeof BULK_ACTS)[number];
