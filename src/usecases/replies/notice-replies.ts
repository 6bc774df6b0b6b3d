// Replies, absences and bounces in the threads of our mails, noticed by their headers and noted as a person would note them.
import { isChaseable } from '../../dunning/decision/owed';
import { customerEvent, type NewEvent, type NoticedFacts } from '../../dunning/history/events';
import { dayOfMoment } from '../../dunning/history/mail-threads';
import { smallAddresses } from '../../dunning/mail/address';
import { type Day, isoOf } from '../../receivables/day';
import { headersIn } from '../../sheet/replies/mail-headers';
import { classOf } from '../../sheet/replies/message-class';
import { readFacts, type WorkbookFacts } from '../../workbook/facts';
import { haltAmong } from '../../workbook/halts';
import { NO_REMINDER_CHANGE, readWhole } from '../../workbook/opening';
import { type ListedMessage, type Mailbox, MailboxRefused, type MessageHead } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { mailFrom } from '../../workbook/send-as';
import type { WorkbookSession } from '../../workbook/session';
import type { LookedThrough } from '../../workbook/state';
import { openCustomer } from '../agreements/customer-change';
import { addHold } from '../agreements/holds';
import { addBounce, addReply } from '../customers/manual-status';
import { type NoticedAct, noticedAct } from './noticed-act';

/** Who stands in the log for what was noticed. */
export const NOTICED_BY = 'mailbox';

/** So many messages, and threads of a search, are looked at in a run; the rest by the next. */
const MOST_MESSAGES = 60;
const MOST_THREADS = 100;
/** A search goes through the threads of so many days. */
const SEARCHED_DAYS = 45;
/** So long it may take: planning and sending follow. */
const MILLISECONDS = 60_000;
/** Before every moment, where a search begins: the newest thread comes first. */
const NEWEST = '~';
/** What we write ourselves. */
const OURS = ['SENT', 'DRAFT'];

/**
 * Looks through what came into the sender's mailbox since the last run and notes what stands in our threads, before anything is
 * planned or sent. Each message counts once: its id stands in the log with what it brought, and the place in the mailbox is
 * remembered after that. Never throws for what the mailbox refuses: that is a sentence under Today.
 * @param ws under the lock, freshly opened
 * @returns how many messages were noted
 */
export function noticeReplies(ws: WorkbookSession): number {
  const { mailbox, session, clock } = ws.ports;
  const { state } = ws;
  const user = session.user();
  if (!mailbox || user === '' || state.sender !== user || state.isDamaged || ws.isCopy() || !ws.isSetUp()) return 0;
  const known = state.mailbox?.user === user ? state.mailbox : null;
  const look = new Look(ws, mailbox, known);
  try {
    look.read();
    if (look.found.length > 0 || look.isSearching) look.note();
  } catch (error) {
    // What keeps the workbook from being read is told by the plan; the mailbox is looked through again then.
    if (error instanceof Refusal) return 0;
    throw error;
  }
  const seen: LookedThrough = {
    user,
    place: look.place,
    left: look.left,
    fault: look.fault,
    day: isoOf(clock.now().day),
  };
  // A fault leaves the day of the last look as it was.
  state.mailbox = look.fault === '' ? seen : { ...seen, day: known?.day ?? '' };
  if (look.noted === 0) return 0;
  // The hour is not like the one before any more.
  state.quiet = null;
  ws.save();
  return look.noted;
}

/** One look through the mailbox. */
class Look {
  place: string;
  left: string;
  fault = '';
  noted = 0;
  readonly found: MessageHead[] = [];
  private readonly began: number;

  constructor(
    private readonly ws: WorkbookSession,
    private readonly mailbox: Mailbox,
    known: LookedThrough | null,
  ) {
    this.place = known?.place ?? '';
    this.left = known?.left ?? '';
    this.began = ws.ports.clock.elapsed();
  }

  get isSearching(): boolean {
    return this.left !== '';
  }

  /** Reads what came since the place; one call where nothing did. */
  read(): void {
    this.asking(() => {
      const news = this.place === '' ? null : this.mailbox.since(this.place);
      if (news === null) {
        // The first look, or one after so long that the mailbox has forgotten: whatever comes from now on is told by the place, and
        // what came before is searched for in our threads.
        this.place = this.mailbox.place();
        this.left = NEWEST;
        return;
      }
      const { messages } = news;
      for (const [at, message] of messages.entries()) {
        const head = this.isNews(message) ? this.headOf(message) : null;
        if (head === undefined) return;
        if (head) this.found.push(head);
        // Several messages may stand at one place: it is passed with the last of them.
        if (messages[at + 1]?.place !== message.place) this.place = message.place;
      }
      this.place = news.place;
    });
  }

  /** @returns undefined where it is for the next run */
  private headOf({ id }: ListedMessage): MessageHead | null | undefined {
    return this.isOver(this.found.length >= MOST_MESSAGES) ? undefined : this.mailbox.head(id);
  }

  private isOver(isEnough: boolean): boolean {
    return isEnough || this.ws.ports.clock.elapsed() - this.began > MILLISECONDS;
  }

  /** Whether it stands in a thread of ours and was not noticed before. */
  private isNews({ id, threadId, labels }: ListedMessage): boolean {
    if (labels.some((label) => OURS.includes(label))) return false;
    const { threads, noticed } = this.ws.log.history;
    return threads.has(threadId) && !noticed.has(id);
  }

  private asking(ask: () => void): void {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof MailboxRefused)) throw error;
      this.fault = error.message;
    }
  }

  /** Notes what was found. What the workbook does not let be noted now is found again by the next run. */
  note(): void {
    const { ws } = this;
    const { day } = ws.ports.clock.now();
    const whole = haltAmong(ws, NO_REMINDER_CHANGE) ? null : readWhole(ws, day);
    if (!whole || 'stop' in whole) throw new Refusal('half-loaded', 'The workbook cannot be read now.');
    const gathered = readFacts(ws, whole.book, day, new Map());
    if (this.isSearching && this.fault === '') this.asking(() => this.search(gathered));
    const { noticed } = ws.log.history;
    for (const head of this.found) {
      const event = noticed.has(head.id) ? null : eventOf(ws, gathered, head, this.mailbox);
      if (!event) continue;
      ws.log.append([event]);
      this.noted += 1;
    }
  }

  /** Looks into our threads of the last weeks about which something is open, the newest first. */
  private search({ facts }: WorkbookFacts): void {
    const { history, asOf } = facts;
    const open = new Set(facts.invoices.filter(isChaseable).map(({ customerKey }) => customerKey));
    const all = [...history.threads]
      .filter(([, { by, at }]) => by === this.ws.state.sender && dayOfMoment(at) > asOf - SEARCHED_DAYS)
      .filter(([, { customerKey }]) => open.has(history.aliases.get(customerKey) ?? customerKey))
      .map(([id, { at }]) => ({ id, mark: `${at} ${id}` }))
      .filter(({ mark }) => mark < this.left)
      .sort((a, b) => (a.mark < b.mark ? 1 : -1));
    for (const { id, mark } of all.slice(0, MOST_THREADS)) {
      if (this.isOver(false)) return;
      this.found.push(...this.mailbox.thread(id).filter((message) => this.isNews(message)));
      this.left = mark;
    }
    if (all.length <= MOST_THREADS) this.left = '';
  }
}

/** What a message is and does, as the event that tells it; null where it does nothing. */
function eventOf(ws: WorkbookSession, gathered: WorkbookFacts, head: MessageHead, mailbox: Mailbox): NewEvent | null {
  const { facts } = gathered;
  const thread = facts.history.threads.get(head.threadId);
  if (!thread) return null;
  const decode = mailbox.decoded;
  const from = mailFrom(ws).from.address;
  const sent = {
    to: thread.to,
    cc: [],
    from,
    subject: thread.subject,
    messageId: thread.mailIds[thread.mailIds.length - 1] ?? '',
  };
  const told = classOf({ sent, labels: head.labels, sameThread: true, headers: head.headers }, decode);
  const key = facts.history.aliases.get(thread.customerKey) ?? thread.customerKey;
  const customer = facts.customers.get(key);
  const act = noticedAct(told, headersIn(head.headers, decode), {
    to: thread.to.map((one) => one.toLowerCase()),
    copies: onlyCopies(customer?.cc ?? '', customer?.email ?? ''),
    on: dayOf(head, facts.asOf, ws),
    today: facts.asOf,
    holidays: facts.settings.holidays,
    repliedOn: facts.history.replied.get(key) ?? null,
  });
  if (!act) return null;
  const noticed: NoticedFacts = { id: head.id, class: told.class };
  // Who is in no table any more has nothing that could be stopped.
  const event = customer
    ? actedOn(ws, gathered, key, act)
    : customerEvent('noticed', { key, name: key }, NOTICED_BY, act.note);
  return { ...event, facts: { ...event.facts, noticed, threadId: head.threadId } };
}

/** The same marks as by hand. */
function actedOn(ws: WorkbookSession, gathered: WorkbookFacts, key: string, act: NoticedAct): NewEvent {
  const open = { ...openCustomer(ws, gathered, key), user: NOTICED_BY };
  const noted = customerEvent('noticed', open.customer, NOTICED_BY, act.note);
  if (act.kind === 'replied') return addReply(open, act.note).events[0] ?? noted;
  if (act.kind === 'bounced') return addBounce(open, act.addresses, act.note).events[0] ?? noted;
  if (act.kind === 'noted') return noted;
  const { until, note } = act;
  // A run that was killed may have left the row behind, and a longer pause needs no second one.
  const isThere = gathered.facts.holds.some(
    (hold) => hold.customerKey === key && hold.invoice === '' && hold.until === until && hold.reason === note,
  );
  if (!isThere) return addHold(open, { invoice: '', until, reason: note }).events[0] ?? noted;
  return customerEvent('hold-added', open.customer, NOTICED_BY, note, { until: isoOf(until) });
}

function onlyCopies(copies: string, main: string): string[] {
  const addressed = smallAddresses(main);
  return smallAddresses(copies).filter((one) => !addressed.includes(one));
}

/** The day a message came, on the clocks of the sheet. */
function dayOf({ at }: MessageHead, today: Day, { ports: { clock } }: WorkbookSession): Day {
  if (at === 0) return today;
  const { minute } = clock.now();
  const midnight = clock.instant() - minute * 60_000;
  return Math.min(today, today - Math.ceil((midnight - at) / 86_400_000));
}
