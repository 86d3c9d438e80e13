/** Publishing, or telling a forge of it, was refused or did not work: nothing was changed. The message is for people; commands end with exit code 1. */
export class PublishingError extends Error {
  override readonly name = 'PublishingError';
}
