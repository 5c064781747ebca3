/** Work on many cases at the desk: choosing, looking first, ordering, taking back. */
export const bulk = {
  'bulk.nothing_selected': 'No case is chosen yet. Tick those to work on.',
  'bulk.finding_missing': 'Choose a finding: misjudged, condition met, or grounded.',
  'bulk.too_late':
    'The time for taking it back is over: it is being done or is done. If one case is wrong, act in that case.',
  'words.unknown_placeholder':
    'The reasons hold a placeholder that is not known: {names}. The page lists those that are.',
  'words.value_missing':
    'The record holds nothing, or more than one thing, for: {names}. Nothing is made up for you; change the words or decide this case by itself.',
};
