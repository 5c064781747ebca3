import type { Reducers } from '../journal/evolve.ts';
import type { Delivery, Notice } from './notice.ts';

type Kinds = 'notice.issued' | 'delivery.recorded' | 'attention.raised' | 'attention.handled';

/** The state keeps this many notices and handled attentions; lists and the journal keep all of them. */
const KEPT = 20;

export const noticeReducers: Reducers<Kinds> = {
  'notice.issued': (state, entry) => {
    const notice: Notice = { ...entry.data, line: entry.line, issuedAt: entry.recordedAt, deliveries: [] };
    return { ...state, notices: newest({ ...state.notices, [notice.noticeId]: notice }, isDelivered) };
  },

  'delivery.recorded': (state, entry) => {
    const { noticeId, ...data } = entry.data;
    const notice = state.notices[noticeId];
    if (!notice) return state;
    const delivery: Delivery = { ...data, at: entry.recordedAt };
    const others = notice.deliveries.filter((one) => one.deliveryId !== delivery.deliveryId);
    return { ...state, notices: { ...state.notices, [noticeId]: { ...notice, deliveries: [...others, delivery] } } };
  },

  'attention.raised': (state, entry) => {
    const { data } = entry;
    const one = { ...data, line: entry.line, raisedAt: entry.recordedAt, handledAt: null };
    return {
      ...state,
      attention: newest({ ...state.attention, [data.attentionId]: one }, (item) => item.handledAt !== null),
    };
  },

  'attention.handled': (state, entry) => {
    const one = state.attention[entry.data.attentionId];
    if (!one) return state;
    return { ...state, attention: { ...state.attention, [one.attentionId]: { ...one, handledAt: entry.recordedAt } } };
  },
};

/** A notice that nobody was reached with yet stays, so that a late receipt finds it. */
function isDelivered(notice: Notice): boolean {
  return notice.deliveries.some((delivery) => delivery.status === 'delivered');
}

/** Drops the oldest items that may go, so that a long life does not weigh on every command. */
function newest<T>(items: { readonly [id: string]: T }, mayGo: (item: T) => boolean): { readonly [id: string]: T } {
  const ids = Object.keys(items);
  let surplus = ids.length - KEPT;
  if (surplus <= 0) return items;
  return Object.fromEntries(
    Object.entries(items).filter(([, item]) => {
      if (surplus <= 0 || !mayGo(item)) return true;
      surplus -= 1;
      return false;
    }),
  );
}
