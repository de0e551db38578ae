/** The name of the port that the popup opens to all frames of a tab. */
export const POPUP_PORT = 'page';

/** At most this many items are sent of one frame; `total` says how many there are. */
export const MAX_ITEMS = 1000;
