// Steps drawn along the days around the due date: how early, how often, how firm.
import { CHANNEL_NAMES, CHANNELS, type Channel, isContact } from '../../dunning/policy/channels';
import { TONES, type Tone, toneRank } from '../../dunning/policy/tones';
import { el, svg } from '../shell/dom';

/** A step to draw. */
export interface TimelineStep {
  /** Days past the due date; below 0 before it. */
  day: number;
  channel: Channel;
  tone: Tone;
  /** It in words: `Mail, firm`. */
  label: string;
  /** What its mark is known by, where it can be pressed. */
  key?: string;
}

/** Where a step is drawn, in units of the picture. */
interface PlacedStep {
  step: TimelineStep;
  x: number;
  y: number;
}

/** The days that are drawn to scale; what comes later stands at the right edge. */
const FIRST = -7;
const LAST = 60;
const TICKS = [0, 15, 30, 45, 60];

const WIDTH = 272;
const LEFT = 62;
const A_DAY = 2.8;
const LATER = WIDTH - 8;
const A_LANE = 19;
/** Marks closer than this would lie on each other. */
const A_MARK = 11;

/** From top to bottom: the firmest words first, what is for our own people last. */
const LANES: readonly string[] = ['final', 'firm', 'personal', 'friendly', 'task'];
const AXIS = LANES.length * A_LANE + 4;
const HEIGHT = AXIS + 15;

/** A mark by channel, around its middle. */
const MARKS: Readonly<Record<Channel, string>> = {
  email: 'M-6-4h12v8.5h-12zM-6-4L0 1L6-4',
  call: 'M-4-4.5l2.5-.5l1.2 2.6l-1.3 1.2a7 7 0 0 0 2.8 2.8l1.2-1.3l2.6 1.2l-.5 2.5q-.1.6-.8.6a8.6 8.6 0 0 1-8.3-8.3q0-.6.6-.8z',
  whatsapp: 'M-4.5-4.5h9v6.5h-5l-3 3v-3h-1z',
  letter: 'M-3.5-5h7v10h-7zM-2-2h4M-2 1h4',
  task: 'M-4-4h8v8h-8zM-2 0l1.5 1.7l2.7-3.4',
};

/**
 * Where each step goes: across by its day, upwards by its tone, aside where the one before is too near.
 * @param steps in any order
 * @example placeSteps([{ day: 0, channel: 'email', tone: 'firm', label: 'Mail, firm' }])[0]?.x // 81.6
 */
export function placeSteps(steps: readonly TimelineStep[]): PlacedStep[] {
  const last = new Map<number, { x: number; isAside: boolean }>();
  return [...steps]
    .sort((a, b) => a.day - b.day)
    .map((step) => {
      const x = across(step.day);
      const lane = laneOf(step);
      const before = last.get(lane);
      const isAside = before !== undefined && x - before.x < A_MARK && !before.isAside;
      last.set(lane, { x, isAside });
      return { step, x, y: middleOf(lane) - (isAside ? A_LANE / 3 : 0) };
    });
}

function across(day: number): number {
  return day > LAST ? LATER : LEFT + (Math.max(FIRST, day) - FIRST) * A_DAY;
}

function middleOf(lane: number): number {
  return lane * A_LANE + A_LANE * 0.65;
}

/** A contact that asks for nothing, such as a statement, is no firmer than a friendly one. */
function laneOf({ channel, tone }: TimelineStep): number {
  if (!isContact(channel)) return LANES.length - 1;
  return TONES.length - 1 - Math.max(1, toneRank(tone));
}

/**
 * The picture of some steps.
 * @param steps in any order
 * @param alternative what it shows, in a sentence
 */
export function timeline(steps: readonly TimelineStep[], alternative: string): SVGElement {
  const drawn = svg('svg', {
    class: 'timeline',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': alternative,
  });
  const places = placeSteps(steps);
  const used = new Set(steps.map(laneOf));
  for (const [lane, name] of LANES.entries()) {
    if (!used.has(lane)) continue;
    drawn.append(words(name, { x: LEFT - 10, y: middleOf(lane) + 4, 'text-anchor': 'end' }));
    drawn.append(line(LEFT - 3, middleOf(lane), WIDTH, 'timeline-lane'));
  }
  drawn.append(line(LEFT - 3, AXIS, across(LAST), 'timeline-axis'));
  for (const day of TICKS) {
    drawn.append(svg('path', { class: 'timeline-axis', d: `M${across(day)} ${day === 0 ? 2 : AXIS - 2}V${AXIS + 2}` }));
    drawn.append(words(day === 0 ? 'due' : `+${day}`, { x: across(day), y: AXIS + 13, 'text-anchor': 'middle' }));
  }
  drawn.append(...places.map(({ step, x, y }) => mark(step, x, y)));
  return drawn;
}

function line(from: number, y: number, to: number, looks: string): SVGElement {
  return svg('path', { class: looks, d: `M${from} ${y}H${to}` });
}

function words(text: string, attributes: Record<string, string | number>): SVGElement {
  const element = svg('text', attributes);
  element.textContent = text;
  return element;
}

function mark({ day, channel, tone, label, key }: TimelineStep, x: number, y: number): SVGElement {
  const drawn = svg('path', {
    class: `timeline-mark tone-${isContact(channel) ? tone : 'neutral'}`,
    d: MARKS[channel],
    transform: `translate(${x} ${y})`,
  });
  const title = svg('title', {});
  title.textContent = `${dayOfStep(day)}: ${label}`;
  drawn.append(title);
  if (key !== undefined) drawn.setAttribute('data-step', key);
  return drawn;
}

/**
 * A day of a step in words.
 * @example dayOfStep(-3) // '3 days before'
 * @example dayOfStep(16) // 'Day 16'
 */
export function dayOfStep(day: number): string {
  if (day === 0) return 'Due date';
  return day > 0 ? `Day ${day}` : `${-day} day${day === -1 ? '' : 's'} before`;
}

/** What the marks mean, for the channels that the steps take. */
export function timelineLegend(steps: readonly TimelineStep[]): HTMLElement {
  const taken = new Set(steps.map(({ channel }) => channel));
  return el(
    'p',
    { class: 'small muted timeline-legend', 'aria-hidden': 'true' },
    ...CHANNEL_NAMES.filter((channel) => taken.has(channel)).map((channel) => {
      return el('span', {}, channelMark(channel, 'neutral'), ` ${CHANNELS[channel].title}`);
    }),
  );
}

/** The mark of a step by itself. */
export function channelMark(channel: Channel, tone: Tone): SVGElement {
  const drawn = svg('svg', { class: 'timeline-key', viewBox: '-6.5 -6.5 13 13', 'aria-hidden': 'true' });
  const looks = `timeline-mark tone-${isContact(channel) ? tone : 'neutral'}`;
  drawn.append(svg('path', { class: looks, d: MARKS[channel] }));
  return drawn;
}
