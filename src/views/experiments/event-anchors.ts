/** Of a longer log the first and last events are shown: a page is for reading. */
export const mostEvents = 1_000;
export const lastEvents = 200;

/** `id` of a log on its experiment's page. */
export function logAnchor(index: number): string {
  return `log-${index + 1}`;
}

/** `id` of an event on its experiment's page. */
export function eventAnchor(logIndex: number, position: number): string {
  return `${logAnchor(logIndex)}-event-${position + 1}`;
}

/** The address of an event on the page; of its log where a log of so many events leaves it out. */
export function eventHref(logIndex: number, position: number, events: number): string {
  const isShown = events <= mostEvents || position < mostEvents - lastEvents || position >= events - lastEvents;
  return `#${isShown ? eventAnchor(logIndex, position) : logAnchor(logIndex)}`;
}
