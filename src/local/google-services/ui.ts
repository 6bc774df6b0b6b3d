// Ui and Menu: menus, alerts, prompts, sidebars and dialogs; what they would show is kept in the world's screen.
import { type MethodTable, named, serve } from './call';
import { Button, ButtonSet, type EnumValue } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { outputOf } from './html-output';
import { releaseAll } from './lock';
import { demand, SCOPES } from './rights';

interface Item {
  caption: string;
  handler: string;
}

/** Puts a menu on the screen; one with the same caption is replaced. Only plain data of the host's realm is kept. */
export function addMenu(host: Host, caption: string, items: Item[]): void {
  host.showMenu(caption, JSON.stringify(items));
}

/** A menu being built. */
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
  addSubMenu(menu: Menu): this {
    for (const item of menu.#items)
      this.#items.push({ caption: `${menu.#caption} / ${item.caption}`, handler: item.handler });
    return this;
  }
  addToUi(): void {
    addMenu(this.#host, this.#caption, this.#items);
  }
}

/** What a person answered to a prompt. */
export class PromptResponse {
  readonly #button: EnumValue;
  constructor(button: EnumValue) {
    this.#button = button;
  }
  getSelectedButton(): EnumValue {
    return this.#button;
  }
  getResponseText(): string {
    return '';
  }
}

function setOf(args: unknown[]): EnumValue {
  const known = Object.values(ButtonSet);
  return args.find((arg): arg is EnumValue => known.some((value) => value === arg)) ?? ButtonSet.OK;
}

/** The user interface of the open editor. */
export class Ui {
  readonly #host: Host;
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  constructor(host: Host) {
    this.#host = host;
  }
  #ask(method: string, args: unknown[]): EnumValue {
    demand(this.#host, `Ui.${method}`, SCOPES.sidebar);
    // A question suspends the script, and locks do not outlast that.
    releaseAll(this.#host);
    const texts = args.filter((arg) => typeof arg === 'string');
    this.#host.world.screen.alerts.push(texts.join('\n'));
    return setOf(args) === ButtonSet.YES_NO || setOf(args) === ButtonSet.YES_NO_CANCEL ? Button.YES : Button.OK;
  }
  alert(...args: unknown[]): EnumValue {
    return this.#ask('alert', args);
  }
  prompt(...args: unknown[]): PromptResponse {
    return new PromptResponse(this.#ask('prompt', args));
  }
  createMenu(caption: string): Menu {
    return new Menu(this.#host, caption);
  }
  createAddonMenu(): Menu {
    return new Menu(this.#host, 'Extensions');
  }
  showSidebar(output: unknown): void {
    demand(this.#host, 'Ui.showSidebar', SCOPES.sidebar);
    const { title, content } =
      outputOf(output) ?? fail("The parameters ((class)) don't match the method signature for Ui.showSidebar.");
    this.#host.showSidebar(title, content);
  }
  showModalDialog(output: unknown, title: string): void {
    this.#dialog('showModalDialog', output, title);
  }
  showModelessDialog(output: unknown, title: string): void {
    this.#dialog('showModelessDialog', output, title);
  }
  #dialog(method: string, output: unknown, title: string): void {
    demand(this.#host, `Ui.${method}`, SCOPES.sidebar);
    if (!outputOf(output)) fail(`The parameters ((class),String) don't match the method signature for Ui.${method}.`);
    this.#host.world.screen.alerts.push(title);
  }
}

const UI: MethodTable = {
  alert: 'x s|s,e|s,s,e',
  prompt: 'x s|s,e|s,s,e',
  createMenu: '- s',
  createAddonMenu: '- ',
  showSidebar: 'x a',
  showModalDialog: 'x a,s',
  showModelessDialog: 'x a,s',
};

/** Puts the calling rules around Ui, Menu and PromptResponse. */
export function serveUi(host: Host): void {
  serve(host, Ui.prototype, 'Ui', 'Ui', UI);
  serve(host, Menu.prototype, 'Menu', 'Menu', {
    addItem: '- s,s',
    addSeparator: '- ',
    addSubMenu: '- e',
    addToUi: 'x ',
  });
  serve(host, PromptResponse.prototype, 'PromptResponse', 'PromptResponse', {
    getSelectedButton: '- ',
    getResponseText: '- ',
  });
  named(Ui.prototype, 'Ui');
  named(Menu.prototype, 'Menu');
  named(PromptResponse.prototype, 'PromptResponse');
}
