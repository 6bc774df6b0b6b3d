// Ui and Menu: menus, alerts and the sidebar; what they would show is kept in the world's screen.
import { named, serve } from './call';
import { Button, ButtonSet, type EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { outputOf } from './html-service';
import { releaseAll } from './lock';
import { demand, SCOPES } from './rights';

interface Item {
  caption: string;
  handler: string;
}

/** A menu being built; on the screen it replaces one of the same caption. */
export class Menu {
  readonly #host: Host;
  readonly #caption: string;
  readonly #items: Item[] = [];
  constructor(host: Host, caption: string) {
    this.#host = host;
    this.#caption = caption;
  }
  addItem(caption: string, functionName: string): this {
    this.#items.push({ caption, handler: functionName });
    return this;
  }
  addSeparator(): this {
    this.#items.push({ caption: '-', handler: '' });
    return this;
  }
  /** The screen shows the items of a menu within a menu below each other, each with both names. */
  addSubMenu(menu: Menu): this {
    for (const { caption, handler } of menu.#items)
      this.#items.push({ caption: handler === '' ? caption : `${menu.#caption} › ${caption}`, handler });
    return this;
  }
  addToUi(): void {
    this.#host.showMenu(this.#caption, JSON.stringify(this.#items));
  }
}

/** The user interface of the open editor. */
export class Ui {
  readonly #host: Host;
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  constructor(host: Host) {
    this.#host = host;
  }
  /** Asks a person, who answers yes or OK. */
  alert(...args: unknown[]): EnumValue {
    demand(this.#host, 'Ui.alert', SCOPES.sidebar);
    // A question suspends the script, and locks do not outlast that.
    releaseAll(this.#host);
    this.#host.world.screen.alerts.push(args.filter((arg) => typeof arg === 'string').join('\n'));
    return args.includes(ButtonSet.YES_NO) || args.includes(ButtonSet.YES_NO_CANCEL) ? Button.YES : Button.OK;
  }
  createMenu(caption: string): Menu {
    return new Menu(this.#host, caption);
  }
  showSidebar(output: unknown): void {
    demand(this.#host, 'Ui.showSidebar', SCOPES.sidebar);
    const { title, content } =
      outputOf(output) ?? fail("The parameters ((class)) don't match the method signature for Ui.showSidebar.");
    this.#host.showSidebar(title, content);
  }
  /** Shows a page beside the grid, which stays in use. */
  showModelessDialog(output: unknown, title: string): void {
    demand(this.#host, 'Ui.showModelessDialog', SCOPES.sidebar);
    const { content, width, height } =
      outputOf(output) ??
      fail("The parameters ((class),String) don't match the method signature for Ui.showModelessDialog.");
    this.#host.showDialog({ title, html: content, width, height });
  }
}

/** Puts the calling rules around Ui and Menu. */
export function serveUi(host: Host): void {
  serve(host, Ui.prototype, 'Ui', 'Ui', {
    alert: 'x s|s,e|s,s,e',
    createMenu: '- s',
    showModelessDialog: 'x a,s',
    showSidebar: 'x a',
  });
  serve(host, Menu.prototype, 'Menu', 'Menu', {
    addItem: '- s,s',
    addSeparator: '- ',
    addSubMenu: '- e',
    addToUi: 'x ',
  });
  named(Ui.prototype, 'Ui');
  named(Menu.prototype, 'Menu');
}
