// What a page or the command line takes to read what customers answer, bundled as one script.
export { classOf } from './message-class';
export { readReply } from './read-reply';
