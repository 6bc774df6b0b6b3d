// Color objects: a colour by its red, green and blue, or one of the spreadsheet's theme.
import { named, serve } from './call';
import { colorOf } from './colors';
import type { EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { ColorType, ThemeColorType } from './sheet-enums';

interface ColorState {
  hex: string | null;
  theme: EnumValue | null;
}

/** The colours of the standard theme. */
const THEME: Record<string, string> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  HYPERLINK: '#1155cc',
};

const states = new WeakMap<object, ColorState>();

function stateOf(object: object): ColorState {
  return states.get(object) ?? fail('Invalid color');
}

function part(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16);
}

/** A colour in red, green and blue. */
export class RgbColor {
  constructor(hex: string) {
    states.set(this, { hex, theme: null });
  }
  #hex(): string {
    return stateOf(this).hex ?? '';
  }
  getColorType(): EnumValue {
    return ColorType.RGB;
  }
  asHexString(): string {
    return this.#hex();
  }
  getRed(): number {
    return part(this.#hex(), 1);
  }
  getGreen(): number {
    return part(this.#hex(), 3);
  }
  getBlue(): number {
    return part(this.#hex(), 5);
  }
}

/** A colour of the theme. */
export class ThemeColor {
  constructor(theme: EnumValue) {
    states.set(this, { hex: null, theme });
  }
  getColorType(): EnumValue {
    return ColorType.THEME;
  }
  getThemeColorType(): EnumValue | null {
    return stateOf(this).theme;
  }
}

/** A colour of either kind. */
export class Color {
  constructor(state: ColorState) {
    states.set(this, { ...state });
  }
  getColorType(): EnumValue {
    const { hex, theme } = stateOf(this);
    if (theme) return ColorType.THEME;
    return hex === null ? ColorType.UNSUPPORTED : ColorType.RGB;
  }
  asRgbColor(): RgbColor {
    const { hex } = stateOf(this);
    return new RgbColor(hex ?? fail('Object is not of type RgbColor.'));
  }
  asThemeColor(): ThemeColor {
    const { theme } = stateOf(this);
    return new ThemeColor(theme ?? fail('Object is not of type ThemeColor.'));
  }
}

/** The builder of a colour. */
export class ColorBuilder extends Color {
  constructor() {
    super({ hex: null, theme: null });
  }
  setRgbColor(text: string): this {
    Object.assign(stateOf(this), { hex: colorOf(text) ?? fail('Invalid color string'), theme: null });
    return this;
  }
  setThemeColor(theme: EnumValue): this {
    if (!Object.values(ThemeColorType).includes(theme)) fail('Invalid theme color');
    Object.assign(stateOf(this), { hex: null, theme });
    return this;
  }
  build(): Color {
    return new Color(stateOf(this));
  }
}

/** The colour object of a hex text, `null` for none. */
export function colorObject(hex: string | null): Color | null {
  return hex === null ? null : new Color({ hex, theme: null });
}

/** The hex text of a colour object, a theme colour as in the standard theme; `null` resets. */
export function hexOfColor(color: unknown): string | null {
  if (color === null || color === undefined) return null;
  const { hex, theme } = stateOf(color as object);
  return hex ?? (theme ? (THEME[theme.name()] ?? null) : null);
}

const COLOR = { getColorType: '- ', asRgbColor: '- ', asThemeColor: '- ' };

/** Puts the calling rules around the colour classes. */
export function serveColors(host: Host): void {
  serve(host, ColorBuilder.prototype, 'SpreadsheetApp.ColorBuilder', 'ColorBuilder', {
    ...COLOR,
    setRgbColor: '- S',
    setThemeColor: '- e',
    build: '- ',
  });
  serve(host, Color.prototype, 'SpreadsheetApp.Color', 'Color', COLOR);
  serve(host, RgbColor.prototype, 'SpreadsheetApp.RgbColor', 'RgbColor', {
    getColorType: '- ',
    asHexString: '- ',
    getRed: '- ',
    getGreen: '- ',
    getBlue: '- ',
  });
  serve(host, ThemeColor.prototype, 'SpreadsheetApp.ThemeColor', 'ThemeColor', {
    getColorType: '- ',
    getThemeColorType: '- ',
  });
  named(Color.prototype, 'Color');
  named(ColorBuilder.prototype, 'ColorBuilder');
  named(RgbColor.prototype, 'RgbColor');
  named(ThemeColor.prototype, 'ThemeColor');
}
