/** Smallest frame of the page, in CSS pixels, in which a card can be read. */
const ROOM = { width: 220, height: 160 };

/** Whether a card or question can be read in this document; where not, the popup opens. */
export const hasRoomForPanel = (): boolean => innerWidth >= ROOM.width && innerHeight >= ROOM.height;
