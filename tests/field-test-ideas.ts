// What a survey of ten dunning systems would test (102 rules), and where each is held here, or why it does not apply.

/** The test that holds a rule: its file below tests/, and its name as written there. */
export interface Held {
  file: string;
  test: string;
}

/** A rule of the field. */
export interface FieldRule {
  no: number;
  rule: string;
  /** The tests that hold it; none where it does not apply. */
  held: readonly Held[];
  /** Why it does not apply, or where we answer otherwise on purpose. */
  because?: string;
}

const DECIDE = 'dunning/decision/decide.test.ts';
const STAGE = 'dunning/decision/stage.test.ts';
const BLOCKS = 'dunning/decision/blocks.test.ts';
const PROPOSE = 'dunning/decision/propose.test.ts';
const ANCHORS = 'dunning/decision/anchors.test.ts';
const MARKS = 'dunning/decision/marks.test.ts';
const LADDER = 'scenarios/ladder.test.ts';
const STORIES = 'scenarios/sending.test.ts';
const SENDING = 'usecases/sending/sending.test.ts';
const HOURLY = 'usecases/sending/run-hour.test.ts';
const STOPS = 'workbook/halts.test.ts';
const READING = 'sheet/read/read-invoices.test.ts';
const DAYS = 'dunning/field/days.test.ts';
const FACTS = 'dunning/field/facts.test.ts';
const POLICY = 'dunning/field/policy-edits.test.ts';
const RUNS = 'dunning/field/runs.test.ts';
const VOIDING = 'usecases/review/void-reminder.test.ts';

const NO_FEES = 'No fees are charged: what a late payment costs is told by formulas alone, and asked for by people.';

/** `[number, rule, file, test, file, test, ..., because?]`: an odd last text is the reason. */
type Row = readonly [no: number, rule: string, ...rest: string[]];

const ROWS: readonly Row[] = [
  [1, 'one day before the threshold: nothing', DECIDE, '"4 days past due" means 4 or more, in whole calendar days: %s'],
  [2, 'on the threshold: reminded', DECIDE, '"4 days past due" means 4 or more, in whole calendar days: %s'],
  [3, 'after the threshold: reminded', DECIDE, '"4 days past due" means 4 or more, in whole calendar days: %s'],
  [4, 'due today', DAYS, 'is not overdue yet: no stage behind the due date is due, and nobody lists it'],
  [
    5,
    'first contact 50 days late is stage 1',
    STAGE,
    'is the first one even for an invoice that is long overdue: no stage is skipped',
  ],
  [6, 'one stage per contact', DECIDE, 'is followed by one stage per contact after missed runs: no burst to catch up'],
  [7, 'an unprocessed draft never advances', DAYS, 'stays at its stage however long it waits, and starts no gap'],
  [8, 'a gap counts days whatever the hour', DAYS, 'counts days, not hours: sent at %s'],
  [
    9,
    'spacing after a late send',
    STAGE,
    'counts the difference of days from the day the previous one was really completed',
  ],
  [
    10,
    'not before the deadline of the last notice',
    DAYS,
    'is followed by no word to the customer before that day has passed, in every ladder we ship',
    'Stages have no deadline of their own; the shipped ladders leave the days. A day named for an answer, not for a payment, may be shorter.',
  ],
  [
    11,
    'the grace day itself is protected',
    BLOCKS,
    'protects the promised day and its grace in business days, and not the day after: %s',
    'Grace is what a promise has; before the first stage it is the days of that stage.',
  ],
  [
    12,
    'end-of-month anchor',
    'entry/formulas-terms-sources.test.ts',
    'counts days, not months: 45 EOM of January is 17 March, not "the 15th" of a Q&A page',
    'The due date knows month ends; stages count from the due date.',
  ],
  [
    13,
    'leap day, clock change, month and year end',
    LADDER,
    'counts whole days over %s: due %s, reminded two days later or on the next business day, %s',
    DAYS,
    'is a day as any other: due 28 December, four days later is 1 January',
  ],
  [14, 'a zone other than UTC around midnight', LADDER, 'is that of the sheet in %s, whatever the script’s zone (%s)'],
  [
    15,
    'a changed due date rewrites no history',
    DAYS,
    'rewrites nothing that was done: no stage comes again, and the next one keeps its distance',
    DAYS,
    'to an earlier day brings no burst: still one stage, behind the gap',
  ],
  [
    16,
    'a run for an earlier day',
    DAYS,
    'repeats nothing that was sent since, and changes nothing',
    'Not refused: a dry run of a past day is pure.',
  ],
  [17, 'missed run days: still sent, once', DAYS, 'lose nothing: the stage comes with the next run, once'],
  [
    18,
    'a missed stage before the due date is not sent late',
    STAGE,
    'passes stages before the due date once it is reached, however late the first run is',
  ],
  [
    19,
    'repeats with a limit',
    ANCHORS,
    'comes again so many days after the last time, as often as it says, and then the next stage follows',
  ],
  [
    20,
    'monthly without overflow in short months',
    DAYS,
    'comes once in each, short months and a leap year’s February included',
  ],
  [
    21,
    'the final stage ends it',
    'scenarios/ladder.long.test.ts',
    'goes through every stage of a new customer over 60 days, one contact at a time, and then stops',
  ],
  [22, 'the maximum number is reached', DECIDE, 'when all stages are done, and a person decides what is next'],
  [23, 'the last level repeats only if asked', ANCHORS, 'comes once where it says once'],
  [24, 'paid: none', DECIDE, 'when nothing is open'],
  [25, 'a part payment: the residual, history kept', FACTS, 'keeps the history: the next stage asks for the rest'],
  [
    26,
    'overpaid: dropped',
    'receivables/book.test.ts',
    'keeps an overpayment as a credit',
    DECIDE,
    'when it is a credit',
  ],
  [27, 'below the tolerance: skipped', DECIDE, 'at or below the tolerance, and is one cent above it'],
  [
    28,
    'tolerance per currency',
    FACTS,
    'is in units of each currency, whatever its decimals: %s',
    'One number for all currencies, in units of each; minimums are set by currency.',
  ],
  [
    29,
    'instalments: only the overdue ones',
    FACTS,
    'are asked for when they are overdue, each by its own date, and not the whole invoice',
    'sheet/read/several-rows.test.ts',
    'are each an open item with its own due date, in a line-item table too',
  ],
  [
    30,
    'a credit note reduces the total',
    PROPOSE,
    'are lines of their own and lower no sum',
    PROPOSE,
    'that reach the balance of the lead ask a person to allocate them first',
    'Shown as a line of its own: whom a credit belongs to is decided in the books, not by a reminder.',
  ],
  [31, 'net negative: no mail', DECIDE, 'when credits cover all that is overdue; a void credit covers nothing'],
  [32, 'a credit does not raise the level', FACTS, 'neither leads nor raises the stage, however old it is'],
  [
    33,
    'a cancelled credit note is ignored',
    DECIDE,
    'when credits cover all that is overdue; a void credit covers nothing',
  ],
  [
    34,
    'an unapplied payment warns or blocks',
    PROPOSE,
    'that reach the balance of the lead ask a person to allocate them first',
  ],
  [
    35,
    'a reversed payment reopens',
    FACTS,
    '(%s) opens the invoice again at the stage it had: nothing is repeated, nothing left out',
  ],
  [
    36,
    'a refund or chargeback makes it overdue again',
    FACTS,
    '(%s) opens the invoice again at the stage it had: nothing is repeated, nothing left out',
  ],
  [37, 'written off: dropped', FACTS, 'is read as "%s" from its status: nobody is asked for it'],
  [38, 'draft or void: dropped', DECIDE, 'as a draft', DECIDE, 'when it is void'],
  [39, 'a negative invoice', DECIDE, 'when it is a credit'],
  [40, 'a missing due date is named', DECIDE, 'without a due date'],
  [41, 'duplicate invoice numbers', READING, 'count a row that is there twice once, and say so'],
  [42, 'a bad row stops no other', READING, 'leaves a row without a readable amount out, names it, and goes on'],
  [43, 'a hold on one invoice', BLOCKS, 'on one invoice leaves the others, and is not asked for in their mail'],
  [44, 'all on hold: none', FACTS, 'on all of them leave no reminder'],
  [45, 'an open dispute blocks', BLOCKS, 'without an amount blocks the whole invoice'],
  [
    46,
    'a promise: today, tomorrow, broken',
    BLOCKS,
    'protects the promised day and its grace in business days, and not the day after: %s',
  ],
  [47, 'a pause ends the day after its last', BLOCKS, 'protects its last day, and not the day after'],
  [48, 'a pause without an end', BLOCKS, 'without a day protects until it is lifted'],
  [49, 'do not contact', BLOCKS, 'is "do not contact", and a cell there that cannot be read'],
  [50, 'an unreadable hold is a hold', BLOCKS, 'counts as a block: %s'],
  [
    51,
    'resuming does not send',
    RUNS,
    'after a reply queues and sends nothing by that click',
    MARKS,
    'can be lifted: then the reminder is planned again, not sent',
  ],
  [
    52,
    'which policy counts',
    PROPOSE,
    'set by hand wins over the episode',
    PROPOSE,
    'without rows runs the ladder of Default',
    'By customer: override, running round, computed segment, Default. An invoice has no policy of its own.',
  ],
  [
    53,
    'a policy that does nothing',
    STAGE,
    'is empty for a segment whose rows were all switched off: nobody wanted Default instead',
  ],
  [54, 'two policies match', 'A customer is in one segment, so two policies never match.'],
  [
    55,
    'a policy edited midway',
    POLICY,
    'keeps what was completed: a stage that is new below it is not sent any more, the next one above is',
    POLICY,
    'never repeats a stage although its text, tone and days are others now',
  ],
  [56, 'a disabled stage is skipped', STAGE, 'leaves out a stage that is switched off, and keeps the rest'],
  [57, 'no stages: none, no error', DECIDE, 'when the policy has no stage for the segment, nor for Default'],
  [
    58,
    'the first stage cannot hang on a previous one',
    'Stages count from a day (due, promise, discount, month), never from the stage before.',
  ],
  [
    59,
    'a duplicate stage number',
    POLICY,
    'counts once: the second row of that number is not sent behind the first',
    'Not rejected: a grid that people edit holds two for a moment.',
  ],
  [
    60,
    'one mail per customer with all that is overdue',
    PROPOSE,
    'are every open overdue invoice, the due ones before their date and the credits, oldest first',
  ],
  [
    61,
    'two currencies',
    LADDER,
    'story 3: two currencies go out in one mail with one table of invoices per currency, and no sum across them',
  ],
  [
    62,
    'levels 1 and 3 together',
    PROPOSE,
    'decides stage, template, channel and recipients',
    PROPOSE,
    'complete, each, the own next stage of its invoice; what is only listed completes nothing',
  ],
  [
    63,
    'reminding a subset leaves the others due',
    FACTS,
    'leave what was not reminded of with the others due for the next time, behind the gap',
  ],
  [64, 'a minimum on the sum', DECIDE, 'when all that the customer owes overdue in the currency is below the minimum'],
  [
    65,
    'never twice in one run',
    'dunning/laws.test.ts',
    'gives at least one reason for every invoice, and at most one reminder for every customer',
    DECIDE,
    'is at least a day, whatever the policy says: nobody is written to twice on one day',
  ],
  [66, 'the gap counts calls', DECIDE, 'counts an answered call, and neither an unanswered one nor a task'],
  [
    67,
    'fees are zero by default',
    'dunning/letter/default-templates.test.ts',
    'threaten nobody: no mail or message speaks of courts, agencies, fees or interest of its own accord',
  ],
  [68, 'a fixed fee', NO_FEES],
  [69, 'a percentage fee', NO_FEES],
  [70, 'fee minimum and maximum', NO_FEES],
  [
    71,
    'a banded fee',
    'entry/formulas-terms-sources.test.ts',
    'is 40, 70, 70 and 100 at the edges of the United Kingdom (payontime.co.uk)',
    'As a formula: the compensation that a law gives by bands.',
  ],
  [72, 'a fee once per level', NO_FEES],
  [
    73,
    'interest with a payment in between',
    'LATE_INTEREST takes a balance and its days: a row for each stretch between payments.',
  ],
  [74, 'a rate that changes midway', 'LATE_INTEREST takes one rate: a row for each stretch with its own.'],
  [
    75,
    'interest starts the day after the due date',
    'receivables/charges/late-charges.test.ts',
    'starts the day after the due date',
  ],
  [
    76,
    'rounded once',
    'receivables/charges/late-charges.test.ts',
    'rounds half a cent up, once, whatever the binary fraction says',
  ],
  [77, 'paying the principal leaves fees open', NO_FEES],
  [78, 'voiding reverses a fee', NO_FEES],
  [79, 'paid between approval and sending', SENDING, 'cancels what was paid between approval and sending'],
  [
    80,
    'the amount changed',
    SENDING,
    'brings a reminder back to review when more is open than was approved',
    SENDING,
    'sends the smaller sum after a part payment',
    'Only a higher amount is refused; a smaller one is refreshed and goes out.',
  ],
  [
    81,
    'a double click or two triggers: one mail',
    STORIES,
    'an approved reminder becomes one mail, once',
    STORIES,
    'two colleagues: whoever approves, only the sender’s run sends, and only once',
  ],
  [
    82,
    'a crash between sending and the log',
    STORIES,
    'killed between Gmail and the outcome: the mail is out, a person finds its reference, and it is never sent again',
    'local/faults/kills.long.test.ts',
    '%s mails nobody twice, keeps its log, and leaves what it does not know to a person',
  ],
  [
    83,
    'a certain failure is retried three times at most',
    HOURLY,
    'tries a failed mail again by itself, three times at most',
  ],
  [
    84,
    'the quota: the rest stays queued in order',
    STORIES,
    'the quota of Gmail is reached: the rest stays queued in order and goes out the next day',
  ],
  [
    85,
    'no, invalid or bounced address',
    PROPOSE,
    'must be there, be addresses, and not be at our own firm',
    MARKS,
    'stops everything until the address changes, however long that takes',
  ],
  [86, 'no template, unknown placeholder', PROPOSE, 'that has a fault (%s) needs fixing and is not dropped'],
  [
    87,
    'language: the same language first',
    PROPOSE,
    'is looked for in the language of the customer',
    'No other language stands in: a missing text needs fixing and says which.',
  ],
  [
    88,
    'weekends and holidays',
    DECIDE,
    'rolls from a weekend to Monday',
    DECIDE,
    'rolls over holidays',
    'To the next business day, never to the one before: nobody is reminded early.',
  ],
  [89, 'outside the window', STOPS, 'is closed on %s'],
  [
    90,
    'a missing attachment',
    'scenarios/attachments.test.ts',
    'keeps its mail for a person where it %s, and only that one',
    'The usual build links to documents; one that attaches them sends no mail without.',
  ],
  [
    91,
    'the dry run is the run',
    RUNS,
    'names exactly those whom the run of that moment queues, and writes nothing anywhere',
  ],
  [
    92,
    'the dry run writes nothing',
    RUNS,
    'names exactly those whom the run of that moment queues, and writes nothing anywhere',
    'local/verbs.test.ts',
    'prints the report as JSON, works on a file never set up and leaves it alone',
  ],
  [93, 'the counters of a run are right', RUNS, 'say what the log says: planned, sent, cancelled'],
  [
    94,
    'overlapping runs, a stale lock',
    HOURLY,
    'ends quietly while a colleague holds the lock',
    'local/runtime.test.ts',
    'drops unflushed writes of a killed execution, keeps flushed ones, and gives its locks back',
  ],
  [95, 'a reply stops', MARKS, 'pauses the customer for five business days, and says until when'],
  [96, 'a test goes to the tester alone', STOPS, 'lets a test out to the person who asks, and to nobody else'],
  [
    97,
    'escaping and header injection',
    'dunning/letter/letter.test.ts',
    'shows names as they are in the text and escaped in the HTML',
    'dunning/mail/message.test.ts',
    'stays in its line in subject, name, reference and further headers: %j',
  ],
  [98, 'voiding the latest level', VOIDING, 'counts for the gap still, and says which stage comes again and when'],
  [
    99,
    'voiding below a later level',
    VOIDING,
    'is refused while a later stage was sent, then possible for that one, and for the earlier after it',
    POLICY,
    'of an earlier stage repeats nothing while a later one stands',
  ],
  [
    100,
    'voiding twice',
    VOIDING,
    'is refused the second time',
    POLICY,
    'cannot be voided twice: the second time takes back nothing more',
  ],
  [
    101,
    'the history only grows',
    VOIDING,
    'changes no line of the log, it adds one',
    'dunning/history/event-chain.test.ts',
    'shows that row %i is missing, be it the first or the last',
  ],
  [
    102,
    'made again after voiding: the same',
    VOIDING,
    'comes again just as it was, once the gap has passed',
    POLICY,
    'comes again just as it was, behind the gap that its contact keeps',
  ],
];

/** All rules by number. */
export const FIELD_RULES: readonly FieldRule[] = ROWS.map(([no, rule, ...rest]) => {
  const held: Held[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) held.push({ file: rest[at] ?? '', test: rest[at + 1] ?? '' });
  const last = rest.length % 2 === 1 ? rest[rest.length - 1] : undefined;
  return last === undefined ? { no, rule, held } : { no, rule, held, because: last };
});
