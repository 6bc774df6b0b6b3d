// A working morning on which nobody looks further than needed.
import type { Story } from './story';

/** Payments are confirmed, which plans; where nothing waits then, there is nothing to approve, to do or to send. */
export function workday(story: Story): Story {
  story.paymentsIn();
  return story.records('AR Queue').length > 0 ? story.working() : story;
}
